/**
 * @module Marks doubled or mixed (。， 、，), a full stop inside an enumeration, a full stop where the sentence goes on.
 */
import { excerpt, fails, words } from '../../narrative/say.js';
import { textRule } from '../../narrative/text-rule.js';

const MARKS: { pattern: RegExp; zh: string; en: string }[] = [
  { pattern: /(?<!…)[，。；：、]{2,}(?!…)/g, zh: '标点重复或混用', en: 'marks are doubled or mixed' },
  {
    pattern: /[。；](?=等(?:业务|项目|方面)?(?:支出|工作|费用|经费)?[，。；])/g,
    zh: '列举未完即用句号',
    en: 'the full stop stands inside an enumeration',
  },
  {
    pattern: /(?<=万元)。(?=完成(?:年初|全年|调整后?)?预算的\d)/g,
    zh: '句意未完，“。”应为“，”',
    en: 'the sentence goes on: “。” should be “，”',
  },
];

const ANY = new RegExp(MARKS.map(({ pattern }) => pattern.source).join('|'));

export const rule = textRule({
  id: 'text-punctuation',
  severity: 'warning',
  title: { zh: '标点重复、混用或断句不当', en: 'Punctuation is doubled, mixed or cuts a sentence' },
  where: ANY,
  *look({ paragraph, text }) {
    // Dotted leaders and fill-in lines are no sentences.
    if (/。{3,}|\.{4,}|…/.test(text)) return;
    for (const { pattern, zh, en } of MARKS) {
      for (const match of text.matchAll(pattern)) {
        const from = match.index,
          to = from + match[0].length;
        if (from === 0) continue;
        yield fails({
          severity: 'warning',
          reported: paragraph.text.slice(from, to),
          zh: `“${excerpt(paragraph.text, from, to, 16)}”：${zh}。`,
          en: `“${match[0]}”: ${en}.`,
          evidence: [words(paragraph, from, to, 16)],
        });
      }
    }
  },
});
