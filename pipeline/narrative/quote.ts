/** @module A span of a paragraph -> the printed words with their page and boxes. */
import { hundredths } from '../geometry.js';
import type { Box, Paragraph } from '../model.js';

export interface Quote {
  quote: string;
  page: number;
  boxes: Box[];
}

/**
 * One box a printed line, on the page where `anchor` stands (a quote may begin on the page before).
 * @param anchor offset of the character whose page counts; default the span's start
 */
export function quoteOf(paragraph: Paragraph, from: number, to: number, anchor = from): Quote {
  const end = Math.min(to, paragraph.text.length);
  const page = paragraph.pages[Math.min(anchor, paragraph.pages.length - 1)] ?? 1;
  const boxes: Box[] = [];
  let baseline = Number.NaN;
  for (let i = from; i < end; i++) {
    const glyph = paragraph.glyphs[i];
    if (!glyph || paragraph.pages[i] !== page) continue;
    const box = boxes[boxes.length - 1];
    if (box && Math.abs(glyph.baseline - baseline) < glyph.size * 0.5 && glyph.x0 >= box[0] - 0.01) {
      box[0] = Math.min(box[0], glyph.x0);
      box[1] = Math.min(box[1], glyph.y0);
      box[2] = Math.max(box[2], glyph.x1);
      box[3] = Math.max(box[3], glyph.y1);
    } else {
      boxes.push([glyph.x0, glyph.y0, glyph.x1, glyph.y1]);
      baseline = glyph.baseline;
    }
  }
  return { quote: paragraph.text.slice(from, end), page, boxes: boxes.map((box) => box.map(hundredths) as Box) };
}
