/**
 * @module Grids and the horizontal rulings no grid holds -> grids grown over the rows below that are ruled
 * between rows only,
 * as in tables whose header (and total row) alone is boxed.
 */
import type { Ruling } from '../model.js';
import type { Grid, Region } from './grid-model.js';

/** Ends of rulings and edges of grids nearer than this (pt) agree. */
const SAME_X = 5;
/** The next row boundary stands at most this far down (pt). */
const TALLEST_ROW = 45;
/** Boundaries nearer than this (pt) are one. */
const SAME_Y = 3;

export function extendDownwards(grids: Grid[], free: Ruling[], pieces: Ruling[]): Grid[] {
  if (free.length === 0 || grids.length === 0) return grids;
  const left = [...grids];
  const grown: Grid[] = [];
  while (left.length > 0) {
    let grid = left.shift()!;
    for (;;) {
      const rows = rowsBelow(grid, free);
      if (!convincing(grid, rows, pieces)) break;
      grid = withRows(grid, rows);
      const foot = left.find((g) => Math.abs(g.ys[0]! - grid.box[3]) <= SAME_Y && sameColumns(g, grid));
      if (!foot) break;
      left.splice(left.indexOf(foot), 1);
      grid = stacked(grid, foot);
    }
    grown.push(grid);
  }
  return grown;
}

function sameColumns(a: Grid, b: Grid): boolean {
  return Math.abs(a.box[0] - b.box[0]) <= SAME_X && Math.abs(a.box[2] - b.box[2]) <= SAME_X;
}

/** Positions of the free rulings as wide as the grid that follow one another below it. */
function rowsBelow(grid: Grid, free: Ruling[]): number[] {
  const rows: number[] = [];
  let bottom = grid.box[3];
  for (const h of free) {
    if (h.at <= bottom + SAME_Y || Math.abs(h.from - grid.box[0]) > SAME_X || Math.abs(h.to - grid.box[2]) > SAME_X)
      continue;
    if (h.at - bottom > TALLEST_ROW) break;
    rows.push(h.at);
    bottom = h.at;
  }
  return rows;
}

/**
 * Drawn in pieces that end at the grid's columns, or many in even steps: a single rule below a table is a
 * footnote's.
 */
function convincing(grid: Grid, rows: number[], pieces: Ruling[]): boolean {
  if (rows.length === 0) return false;
  const inner = grid.xs.slice(1, -1);
  const atRow = pieces.filter(
    (p) => p.orientation === 'horizontal' && p.hidden === null && Math.abs(p.at - rows[0]!) < 1,
  );
  const matched = inner.filter((x) =>
    atRow.some((p) => Math.abs(p.from - x) <= SAME_X || Math.abs(p.to - x) <= SAME_X),
  ).length;
  if (inner.length > 0 && matched * 2 >= inner.length) return true;
  if (rows.length < 3) return false;
  const steps = rows.map((y, i) => y - (i === 0 ? grid.box[3] : rows[i - 1]!)).sort((a, b) => a - b);
  return steps[steps.length - 1]! <= 2.2 * steps[Math.floor(steps.length / 2)]!;
}

function withRows(grid: Grid, rows: number[]): Grid {
  const columns = grid.xs.length - 1;
  const first = grid.ys.length - 1;
  const ys = [...grid.ys, ...rows];
  const cells: Region[] = [...grid.cells];
  for (let row = first; row < ys.length - 1; row++) {
    for (let column = 0; column < columns; column++) {
      cells.push({
        row,
        column,
        row_span: 1,
        column_span: 1,
        box: [grid.xs[column]!, ys[row]!, grid.xs[column + 1]!, ys[row + 1]!],
      });
    }
  }
  return { ...grid, ys, cells, box: [grid.box[0], grid.box[1], grid.box[2], ys[ys.length - 1]!], openBottom: false };
}

/** Two grids one under the other, sharing a boundary; the lower one's columns laid over the upper one's. */
function stacked(upper: Grid, lower: Grid): Grid {
  const xs = [...upper.xs];
  for (const x of lower.xs) if (!xs.some((u) => Math.abs(u - x) <= SAME_X)) xs.push(x);
  xs.sort((a, b) => a - b);
  const nearest = (x: number): number =>
    xs.reduce((best, u, i) => (Math.abs(u - x) < Math.abs(xs[best]! - x) ? i : best), 0);
  const place = (region: Region, from: number[], shift: number): Region => {
    const column = nearest(from[region.column]!);
    return {
      ...region,
      row: region.row + shift,
      column,
      column_span: nearest(from[region.column + region.column_span]!) - column,
    };
  };
  const shift = upper.ys.length - 1;
  return {
    xs,
    ys: [...upper.ys.slice(0, -1), ...lower.ys],
    cells: [...upper.cells.map((c) => place(c, upper.xs, 0)), ...lower.cells.map((c) => place(c, lower.xs, shift))],
    box: [upper.box[0], upper.box[1], upper.box[2], lower.box[3]],
    openTop: upper.openTop,
    openBottom: lower.openBottom,
  };
}
