/**
 * @module A grid and its glyphs -> whether its cells hold figures of several columns: rulings that do not divide
 * what is printed.
 */
import type { Glyph } from '../model.js';
import { type Line, linesOf } from './aligned/words.js';
import { crowdSigns } from './crowd-signs.js';
import type { FormWords, Grid } from './port.js';
import { TOLERANCES as T } from './tolerances.js';

export function crowded(grid: Grid, glyphs: readonly Glyph[], forms: FormWords): boolean {
  const [left, top, right, bottom] = grid.box;
  if (!crowdSigns(grid, glyphs).beside) return false;
  const inside = glyphs.filter((g) => g.x0 > left - 2 && g.x1 < right + 2 && g.y0 > top - 2 && g.y1 < bottom + 2);
  return crowding(linesOf(inside, forms), grid) > T.crowded;
}

/** Share of the figures that stand beside another one in one cell, as columns stand. */
export function crowding(lines: readonly Line[], grid: Grid): number {
  let figures = 0,
    beside = 0;
  const column = (x: number): number => grid.xs.findIndex((b) => b > x);
  for (const line of lines) {
    const y = (line.y0 + line.y1) / 2;
    const row = grid.ys.findIndex((b) => b > y) - 1;
    const spans = grid.cells.filter((c) => c.row <= row && c.row + c.row_span > row);
    const cell = (x: number): number =>
      spans.findIndex((c) => c.column < column(x) && c.column + c.column_span >= column(x));
    line.words.forEach((w, i) => {
      if (!w.figure) return;
      figures++;
      const before = line.words[i - 1];
      if (
        before?.figure &&
        w.x0 - before.x1 > T.phraseGap * w.size &&
        cell((w.x0 + w.x1) / 2) === cell((before.x0 + before.x1) / 2)
      )
        beside++;
    });
  }
  return figures < T.fewestCrowded ? 0 : beside / figures;
}
