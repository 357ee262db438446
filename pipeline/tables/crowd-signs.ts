/**
 * @module A ruled grid and its glyphs -> whether any of its cells may hold more than one printed figure. One look
 * at every glyph: most
 * tables rule every cell, and are spared the search for what could divide them.
 */
import type { Glyph } from '../model.js';
import type { Grid } from './port.js';
import { TOLERANCES as T } from './tolerances.js';

export interface CrowdSigns {
  /** Figures stand one above the other in a cell. */
  stacked: boolean;
  /** Figures stand side by side in a cell. */
  beside: boolean;
}

const DIGIT = /[\d０-９]/;

export function crowdSigns(grid: Grid, glyphs: readonly Glyph[]): CrowdSigns {
  const { xs, ys } = grid;
  const owner = owners(grid);
  const columns = xs.length - 1;
  const levels = new Map<number, number>();
  const signs: CrowdSigns = { stacked: false, beside: false };
  let beside = 0;
  let before: Glyph | null = null;
  let last = -1;
  for (const g of glyphs) {
    const column = slot(xs, (g.x0 + g.x1) / 2);
    const row = column < 0 ? -1 : slot(ys, (g.y0 + g.y1) / 2);
    if (row < 0 || !DIGIT.test(g.text)) {
      before = null;
      continue;
    }
    const cell = owner[row * columns + column]!;
    const level = levels.get(cell);
    if (level === undefined) levels.set(cell, g.baseline);
    else if (Math.abs(level - g.baseline) > 0.5 * g.size) signs.stacked = true;
    // Shown one after the other, or apart from one another: both leave a gap in the line.
    if (
      cell === last &&
      before &&
      Math.abs(before.baseline - g.baseline) < 0.3 * g.size &&
      g.x0 - before.x1 > T.phraseGap * g.size
    )
      beside++;
    before = g;
    last = cell;
  }
  signs.beside = beside >= 3;
  return signs;
}

function owners(grid: Grid): Int32Array {
  const columns = grid.xs.length - 1;
  const owner = new Int32Array(columns * (grid.ys.length - 1)).fill(-1);
  grid.cells.forEach((c, i) => {
    for (let r = c.row; r < c.row + c.row_span; r++)
      owner.fill(i, r * columns + c.column, r * columns + c.column + c.column_span);
  });
  return owner;
}

/** The stretch between two boundaries that holds a value, -1 outside. */
export function slot(at: readonly number[], value: number): number {
  if (value < at[0]! || value > at[at.length - 1]!) return -1;
  let low = 0,
    high = at.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (at[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
