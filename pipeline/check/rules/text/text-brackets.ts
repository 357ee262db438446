/** @module Brackets and quotation marks that open and do not close, or close without opening, within a paragraph. */
import { excerpt, fails, words } from '../../narrative/say.js';
import { offsetsOf, textRule } from '../../narrative/text-rule.js';

const OPEN = '（《〔【“';
const CLOSE = '）》〕】”';
const MARKS = /[（(《〔【“）)》〕】”]/g;
/** A paragraph that is cut off (by a page, a table) may close its bracket elsewhere. */
const ENDED = /[。！？；：][”’）]?$/;

export const rule = textRule({
  id: 'text-brackets',
  severity: 'warning',
  merge: 'kind',
  title: { zh: '括号或引号不配对', en: 'Brackets or quotation marks do not pair' },
  where: ({ asPrinted }) => offsetsOf(asPrinted, MARKS),
  *look({ paragraph, index }, ctx) {
    if (!ENDED.test(paragraph.text.slice(-2))) return;
    const open: { mark: number; at: number }[] = [];
    for (const { 0: mark, index: i } of paragraph.text.matchAll(MARKS)) {
      // ASCII brackets close full-width ones and the other way round: that is style, not a lost bracket.
      const char = mark === '(' ? '（' : mark === ')' ? '）' : mark;
      const opens = OPEN.indexOf(char);
      if (opens >= 0) {
        open.push({ mark: opens, at: i });
        continue;
      }
      const closes = CLOSE.indexOf(char);
      const last = open.findLastIndex((o) => o.mark === closes);
      if (last >= 0) {
        for (const { at } of open.splice(last).slice(1)) yield unpaired(at, 'left');
      } else if (
        closes !== 0 ||
        !/(?:^|[，。；：、\s])[\da-zA-Z一二三四五六七八九十]{1,2}$/.test(paragraph.text.slice(Math.max(0, i - 4), i))
      ) {
        // "1）" is a number, not a bracket.
        // What a page or a line broke off may have opened it.
        if (!opensBefore(ctx.prose.paragraphs[index - 1]?.text ?? '', closes)) yield unpaired(i, 'right');
      }
    }
    for (const { at } of open) yield unpaired(at, 'left');

    function unpaired(at: number, side: 'left' | 'right') {
      const char = paragraph.text[at]!;
      return fails({
        severity: 'warning',
        reported: char,
        zh: `“${excerpt(paragraph.text, at, at + 1, 20)}”：“${char}”${side === 'left' ? '未闭合' : '没有对应的左半'}。`,
        en: `“${char}” ${side === 'left' ? 'is not closed' : 'closes nothing'} in this paragraph.`,
        evidence: [words(paragraph, at, Math.min(paragraph.text.length, at + 16))],
      });
    }
  },
});

function opensBefore(before: string, mark: number): boolean {
  if (ENDED.test(before.slice(-2))) return false;
  const count = (chars: string): number => [...before].filter((char) => chars.includes(char)).length;
  return count(mark === 0 ? '（(' : OPEN[mark]!) > count(mark === 0 ? '）)' : CLOSE[mark]!);
}
