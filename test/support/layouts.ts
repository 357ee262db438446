/**
 * @module Text -> page layouts with synthetic glyphs, for tests: form feeds end pages, leading spaces indent by half
 * a character.
 */
import type { Glyph, PageLayout, TextLine } from '../../pipeline/model.js';

const SIZE = 12;

/** One layout a page. Chinese characters are 12 points wide, all others 6; lines are 20 points apart. */
export function layoutsOf(text: string): PageLayout[] {
  let order = 0;
  return text.split('\f').map((pageText, index) => {
    const page = index + 1;
    const glyphs: Glyph[] = [];
    const lines: TextLine[] = [];
    pageText.split('\n').forEach((printed, row) => {
      if (printed.trim() === '') return;
      const baseline = 40 + row * 20;
      const own: Glyph[] = [];
      let x = 60;
      for (const char of printed) {
        const width = char.charCodeAt(0) > 0x2000 ? SIZE : SIZE / 2;
        if (char !== ' ') {
          own.push({
            text: char,
            raw: char,
            x0: x,
            y0: baseline - 10,
            x1: x + width,
            y1: baseline + 2,
            baseline,
            size: SIZE,
            font: 'F',
            direction: 0,
            order: order++,
            source: 'text_layer',
            confidence: 1,
          });
        }
        x += width;
      }
      glyphs.push(...own);
      lines.push({
        page,
        box: [own[0]!.x0, baseline - 10, own[own.length - 1]!.x1, baseline + 2],
        text: printed.trim(),
        glyphs: own,
      });
    });
    return {
      content: {
        number: page,
        width: 600,
        height: 842,
        rotation: 0,
        glyphs,
        rulings: [],
        areas: [],
        unmappedGlyphs: 0,
        hiddenGlyphs: 0,
        textSource: 'text_layer',
        reason: null,
      },
      tables: [],
      lines,
      furniture: [],
    };
  });
}
