/**
 * @module A grid and its glyphs -> the grid with rows divided that the text divides: rows ruled between rows only (columns are drawn in
 * the header alone), and boxes one column wide in which several lines of figures stand.
 */
import type { Glyph } from '../model.js';
import type { Grid, Region } from './grid.js';
import { glyphLines, standsIn } from './lines.js';

/** Fewer such rows than this are merged cells, not undivided rows. */
const FEWEST_ROWS = 3;
/** Share of the undivided rows with text that must fall into the columns. */
const MOST = 0.6;
/** Lines of text are never set closer than this (pt). */
const LOWEST_LINE = 8;
const FIGURE = /^[-+−–—]?[\d.,()%\s]*\d[\d.,()%\s]*$/;

export function divideByText(grid: Grid, glyphs: Glyph[]): Grid {
  return divideLines(divideColumns(grid, glyphs), glyphs);
}

function within(glyphs: Glyph[], box: readonly number[]): Glyph[] {
  return glyphs.filter((g) => standsIn(g, box));
}

/** Rows that are one region over all columns, though their text keeps to the columns. */
function divideColumns(grid: Grid, glyphs: Glyph[]): Grid {
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

/** A row in which two columns or more hold several lines of figures each: the rows are set by lines, not by rulings. */
function divideLines(grid: Grid, glyphs: Glyph[]): Grid {
  const tall = tallRows(grid, glyphs);
  for (const [row, inside] of tall) {
    const cells = grid.cells.filter((c) => c.row === row);
    if (
      cells.length < 2 ||
      cells.some((c) => c.row_span > 1) ||
      grid.cells.some((c) => c.row < row && c.row + c.row_span > row)
    )
      continue;
    const figures = cells.filter((c) => {
      const lines = glyphLines(within(inside, c.box)).map((l) => l.map((g) => g.text).join(''));
      return lines.length >= FEWEST_ROWS && lines.filter((l) => FIGURE.test(l)).length >= 0.8 * lines.length;
    });
    if (figures.length < 2) continue;
    const lines = glyphLines(inside);
    const levels = lines.map((l) => ({
      top: Math.min(...l.map((g) => g.y0)),
      bottom: Math.max(...l.map((g) => g.y1)),
    }));
    const ys = levels.slice(1).map((l, i) => (levels[i]!.bottom + l.top) / 2);
    return divideLines(withBoundaries(grid, row, ys), glyphs);
  }
  return grid;
}

/** Rows high enough for several lines, with figures at that many heights; most tables have none, and cost one look at each glyph. */
function tallRows(grid: Grid, glyphs: Glyph[]): Map<number, Glyph[]> {
  const rows = new Map<number, Glyph[]>();
  const bands: { top: number; bottom: number; inside: Glyph[] }[] = [];
  for (let row = 0; row < grid.ys.length - 1; row++) {
    const [top, bottom] = [grid.ys[row]!, grid.ys[row + 1]!];
    if (bottom - top < FEWEST_ROWS * LOWEST_LINE) continue;
    const inside: Glyph[] = [];
    rows.set(row, inside);
    bands.push({ top, bottom, inside });
  }
  if (bands.length === 0) return rows;
  const [x0, , x1] = grid.box;
  for (const g of glyphs) {
    const x = (g.x0 + g.x1) / 2,
      y = (g.y0 + g.y1) / 2;
    if (x < x0 || x > x1) continue;
    for (const { top, bottom, inside } of bands) {
      if (y > bottom) continue;
      if (y >= top) inside.push(g);
      break;
    }
  }
  for (const [row, inside] of rows) {
    const heights = new Set(
      inside.filter((g) => /\d/.test(g.text)).map((g) => Math.round(g.baseline / (LOWEST_LINE / 2))),
    );
    if (heights.size < FEWEST_ROWS) rows.delete(row);
  }
  return rows;
}

function withBoundaries(grid: Grid, row: number, inner: number[]): Grid {
  const ys = [...grid.ys.slice(0, row + 1), ...inner, ...grid.ys.slice(row + 1)];
  const cells = grid.cells.flatMap((c) => {
    if (c.row < row) return [c];
    if (c.row > row) return [{ ...c, row: c.row + inner.length }];
    return Array.from(
      { length: inner.length + 1 },
      (_, i): Region => ({ ...c, row: row + i, box: [c.box[0], ys[row + i]!, c.box[2], ys[row + i + 1]!] }),
    );
  });
  return { ...grid, ys, cells };
}
