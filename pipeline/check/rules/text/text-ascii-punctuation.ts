/** @module ASCII commas and semicolons between Chinese characters, in a document that prints full-width marks. */
import { excerpt, fails, words } from '../../narrative/say.js';
import { offsetsOf, textRule } from '../../narrative/text-rule.js';
import type { CheckContext } from '../../context.js';

const ASCII = /(?<=[\u4e00-\u9fff）”])[,;](?=[\u4e00-\u9fff（“])|(?<=其中|包括|如下):(?![\d/])/g;
/** Less than this share of ASCII marks: slips; more: the document's (or its producer's) style. */
const SLIP_SHARE = 0.1;

export const rule = textRule({
  id: 'text-ascii-punctuation',
  severity: 'warning',
  title: { zh: '中文语句中使用半角逗号、分号', en: 'ASCII commas or semicolons stand in Chinese sentences' },
  merge: 'kind',
  applies: areSlips,
  where: ({ asPrinted }) => offsetsOf(asPrinted, ASCII),
  *look({ paragraph }) {
    const all = [...paragraph.text.matchAll(ASCII)];
    if (all.length === 0) return;
    const { index } = all[0]!;
    yield fails({
      severity: 'warning',
      reported: all[0]![0],
      zh:
        `“${excerpt(paragraph.text, index, index + 1, 14)}”：中文语句中用了半角“${all[0]![0]}”` +
        `${all.length > 1 ? `（本段共${all.length}处）` : ''}。`,
      en:
        `An ASCII “${all[0]![0]}” stands between Chinese ` +
        `characters${all.length > 1 ? ` (${all.length} times in this paragraph)` : ''}.`,
      evidence: [words(paragraph, index, index + 1, 14)],
    });
  },
});

function areSlips({ prose }: CheckContext): boolean {
  let ascii = 0,
    full = 0;
  for (const { text } of prose.paragraphs) {
    ascii += text.match(ASCII)?.length ?? 0;
    full += text.match(/[，；]|(?<=其中|包括|如下)：/g)?.length ?? 0;
  }
  return ascii < SLIP_SHARE * (ascii + full);
}
