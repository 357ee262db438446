/** @module A paragraph of the prose that ends without a mark, where its neighbours end with one. */
import { numberOf } from '../../../narrative/outline.js';
import { fails, words } from '../../narrative/say.js';
import { plainOf } from '../../../narrative/normal.js';
import { textRule } from '../../narrative/text-rule.js';

const ENDED = /[。！？；：…!?;:](?:[”’"'）)》]*|（[^（）]{0,60}）)$/;
/** A sentence holds a mark inside and says something; a name, a title, a caption does not. */
const SENTENCE = /[，；。]/;

/** A reason, given in full. */
const REASON = /主要原因(?:是|为|：)[^，。；：]{4,40}$/;

export const rule = textRule({
  id: 'text-sentence-end',
  severity: 'warning',
  merge: 'kind',
  title: { zh: '句末缺少标点', en: 'A sentence ends without its mark' },
  *look({ paragraph, index, heading, text }, ctx) {
    if (
      text.length < 16 ||
      ENDED.test(text) ||
      !(SENTENCE.test(text) || REASON.test(text)) ||
      // （一）本年财政拨款收入189,997.29万元 heads a list.
      (numberOf(text) !== null && text.length < 40 && /元$/.test(text)) ||
      /^(?:注|说明|单位|备注|附件|联系|地址|电话|网址)/.test(text) ||
      !/[\u4e00-\u9fff\d%）"]$/.test(text)
    )
      return;
    if (heading) return;
    const next = ctx.prose.paragraphs[index + 1];
    // What goes on below (after a page, a table, a picture) is not at its end.
    if (next && !opensAnew(plainOf(next)) && !REASON.test(text)) return;
    if (!lastLineIsShort(paragraph)) return;
    yield fails({
      severity: 'warning',
      reported: paragraph.text.slice(-1),
      zh: `“…${paragraph.text.slice(-24)}”句末缺少标点。`,
      en: `The sentence “…${paragraph.text.slice(-24)}” ends without a mark.`,
      evidence: [words(paragraph, Math.max(0, text.length - 24), text.length)],
    });
  },
});

function opensAnew(text: string): boolean {
  return (
    numberOf(text) !== null ||
    /^(?:注|其中|说明|第|附件|\d{4}年|本部门|本单位|与上年|主要)/.test(text) ||
    /情况说明$|名词解释$/.test(text)
  );
}

/** The last printed line stops before the text's right edge: the paragraph was meant to end there. */
function lastLineIsShort({ glyphs }: { glyphs: ({ baseline: number; x1: number; size: number } | null)[] }): boolean {
  const last = glyphs[glyphs.length - 1];
  if (!last) return false;
  let right = 0;
  for (const glyph of glyphs) if (glyph && glyph.x1 > right) right = glyph.x1;
  const oneLine = glyphs.every((glyph) => !glyph || Math.abs(glyph.baseline - last.baseline) < last.size * 0.5);
  return oneLine || last.x1 < right - 1.5 * last.size;
}
