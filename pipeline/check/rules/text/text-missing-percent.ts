/** @module A rate that is printed without its % sign: 增加 1193.20 万元，增长 13.95。 */
import { PROSE_DECIMALS } from '../../../domain/prose-figures.js';
import { excerpt, fails, sure, words } from '../../narrative/say.js';
import { textRule } from '../../narrative/text-rule.js';

/** The word that makes it a rate, the number, and right after it a mark that no unit can follow. */
const RATE_WORD = String.raw`(?:增长|下降|降低|上升|完成(?:年初|全年|调整)?预算的|占[^，。；\d]{0,20}的|占比?)`;
const BARE_RATE = new RegExp(`${RATE_WORD}(?:（[^（）]{1,6}）)?(?:了|为)?${PROSE_DECIMALS}(?=[。，；、）]|$)`, 'g');

export const rule = textRule({
  id: 'text-missing-percent',
  severity: 'error',
  title: { zh: '增长率、占比或完成率缺少百分号', en: 'A rate is printed without its % sign' },
  where: BARE_RATE,
  *look({ paragraph, text, scope }) {
    if (scope === 'none') return;
    for (const match of text.matchAll(BARE_RATE)) {
      const from = match.index,
        to = from + match[0].length;
      const number = match[1]!;
      yield fails({
        severity: sure(paragraph, from, to),
        reported: number,
        computed: `${number}%`,
        zh: `“${excerpt(paragraph.text, from, to)}”中的${number}应为${number}%，漏“%”。`,
        en: `${number} should read ${number}%: the % sign is missing.`,
        evidence: [words(paragraph, from, Math.min(paragraph.text.length, to + 1), 20)],
      });
    }
  },
});
