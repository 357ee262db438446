/** @module An amount whose unit is cut short or missing: 支出 0.39 万（…）, 支出决算为 28.11，完成 …. */
import { PROSE_TWO_DECIMALS } from '../../../domain/prose-figures.js';
import { excerpt, fails, words } from '../../narrative/say.js';
import { textRule } from '../../narrative/text-rule.js';

/** 万 without 元, where no counted thing (万人, 万份 …) follows. */
const CUT = /\d万(?=[（，。；、）]|$)/g;
/** Two decimals after a word that announces money, then a mark instead of a unit. */
const BARE = new RegExp(
  `(?:支出决算|年初预算|支出|收入|预算|决算)(?:数)?(?:为|是)${PROSE_TWO_DECIMALS}(?=[，。；])`,
  'g',
);

const ANY = new RegExp(`${CUT.source}|${BARE.source}`);

export const rule = textRule({
  id: 'text-missing-unit',
  severity: 'warning',
  merge: 'kind',
  title: { zh: '金额单位缺失或不全', en: 'The unit of an amount is missing or cut short' },
  where: ANY,
  *look({ paragraph, text, scope }) {
    if (scope === 'none') return;
    for (const [pattern, zh, en] of [
      [CUT, '“万”后漏“元”', '元 is missing after 万'],
      [BARE, '金额后缺少单位', 'the amount has no unit'],
    ] as const) {
      for (const match of text.matchAll(pattern)) {
        const from = match.index,
          to = from + match[0].length;
        yield fails({
          severity: 'warning',
          reported: paragraph.text.slice(from, to),
          zh: `“${excerpt(paragraph.text, from, to)}”：${zh}。`,
          en: `“${match[0]}”: ${en}.`,
          evidence: [words(paragraph, from, to, 20)],
        });
      }
    }
  },
});
