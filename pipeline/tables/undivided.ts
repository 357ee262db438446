/**
 * @module A grid and its glyphs -> the grid with rows divided that are ruled between rows only: columns are drawn
 * in the header alone.
 */
import type { Glyph } from '../model.js';
import type { Grid, Region } from './grid.js';
import { standsIn } from './lines.js';

/** Fewer such rows than this are merged cells, not undivided rows. */
const FEWEST_ROWS = 3;
/** Share of the undivided rows with text that must fall into the columns. */
const MOST = 0.6;

function within(glyphs: Glyph[], box: readonly number[]): Glyph[] {
  return glyphs.filter((g) => standsIn(g, box));
}

/** Rows that are one region over all columns, though their text keeps to the columns. */
export function divideColumns(grid: Grid, glyphs: Glyph[]): Grid {
  const columns = grid.xs.length - 1;
  if (columns < 3) return grid;
  const whole = grid.cells.filter((c) => c.column_span === columns && c.row_span === 1);
  if (whole.length < FEWEST_ROWS) return grid;
  const filled = whole
    .map((region) => ({ region, glyphs: within(glyphs, region.box) }))
    .filter((r) => r.glyphs.length > 0);
  const kept = filled.filter((r) => keepsToColumns(r.glyphs, grid.xs));
  if (kept.length < FEWEST_ROWS || kept.length < MOST * filled.length) return grid;
  const divided = new Set(kept.map((r) => r.region));
  return { ...grid, cells: grid.cells.flatMap((c) => (divided.has(c) ? columnsOf(c, grid) : [c])) };
}

function columnsOf(region: Region, grid: Grid): Region[] {
  return grid.xs.slice(0, -1).map((x, column) => ({
    row: region.row,
    row_span: 1,
    column,
    column_span: 1,
    box: [x, region.box[1], grid.xs[column + 1]!, region.box[3]],
  }));
}

/** Text in two columns at least, none of it across a boundary. */
function keepsToColumns(glyphs: Glyph[], xs: number[]): boolean {
  const used = new Set<number>();
  for (const g of glyphs) {
    for (const x of xs) if (g.x0 < x - 0.2 * g.size && g.x1 > x + 0.2 * g.size) return false;
    used.add(xs.findIndex((x, i) => (g.x0 + g.x1) / 2 >= x && (g.x0 + g.x1) / 2 < (xs[i + 1] ?? Infinity)));
  }
  if (used.size < 2) return false;
  const sorted = [...glyphs].sort((a, b) => a.x0 - b.x0);
  return xs
    .slice(1, -1)
    .every(
      (x) =>
        !sorted.some(
          (g, i) => i > 0 && sorted[i - 1]!.x1 <= x && g.x0 >= x && g.x0 - sorted[i - 1]!.x1 < 0.3 * g.size,
        ),
    );
}
