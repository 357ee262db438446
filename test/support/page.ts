/** @module Pages made by hand for tests of the layout stages: texts at places, rulings, whole ruled tables. */
import type { Glyph, PageContent, Ruling } from '../../pipeline/model.js';

export interface PageMaker {
  text(text: string, x: number, baseline: number, size?: number): PageMaker;
  horizontal(at: number, from: number, to: number): PageMaker;
  vertical(at: number, from: number, to: number): PageMaker;
  /** A fully ruled table; `^` takes the cell above, `<` the cell to the left into one with this one. */
  table(x: number, y: number, widths: number[], rows: string[][], height?: number): PageMaker;
  content(): PageContent;
}

export function page(number = 1, width = 595, height = 842): PageMaker {
  const glyphs: Glyph[] = [];
  const rulings: Ruling[] = [];
  const maker: PageMaker = {
    text(text, x, baseline, size = 10) {
      let at = x;
      for (const character of text) {
        const advance = character === ' ' ? size / 3 : /[\x21-\x7e]/.test(character) ? size / 2 : size;
        if (character !== ' ') {
          glyphs.push({
            text: character,
            raw: character,
            x0: at,
            x1: at + advance,
            y0: baseline - 0.85 * size,
            y1: baseline + 0.15 * size,
            baseline,
            size,
            font: 'Test',
            direction: 0,
            order: glyphs.length,
            source: 'text_layer',
            confidence: 1,
          });
        }
        at += advance;
      }
      return maker;
    },
    horizontal(at, from, to) {
      rulings.push({ orientation: 'horizontal', at, from, to, width: 0.5, kind: 'stroke', hidden: null });
      return maker;
    },
    vertical(at, from, to) {
      rulings.push({ orientation: 'vertical', at, from, to, width: 0.5, kind: 'stroke', hidden: null });
      return maker;
    },
    table(x, y, widths, rows, rowHeight = 20) {
      const xs = [x];
      for (const w of widths) xs.push(xs.at(-1)! + w);
      const right = xs[xs.length - 1]!;
      rows.forEach((row, r) => {
        const top = y + r * rowHeight;
        row.forEach((text, c) => {
          if (text !== '^') maker.horizontal(top, xs[c]!, xs[c + 1]!);
          if (text !== '<') maker.vertical(xs[c]!, top, top + rowHeight);
          if (text !== '^' && text !== '<' && text !== '') maker.text(text, xs[c]! + 3, top + 14);
        });
        maker.vertical(right, top, top + rowHeight);
      });
      return maker.horizontal(y + rows.length * rowHeight, x, right);
    },
    content() {
      return {
        number,
        width,
        height,
        rotation: 0,
        glyphs,
        rulings,
        areas: [],
        unmappedGlyphs: 0,
        hiddenGlyphs: 0,
        textSource: 'text_layer',
        reason: 'text layer',
      };
    },
  };
  return maker;
}
