/** @module Connected rulings -> a grid of regions with row and column spans. */
import type { Ruling } from '../model.js';
import { extendDownwards } from './extend.js';
import type { Grid, Region } from './grid-model.js';
import { connectedRulings, joinRulings, type RulingGroup } from './rulings.js';
import { greatest, least } from '../domain/extremes.js';

export type { Grid, Region } from './grid-model.js';

/** Boundaries nearer than this (pt) are one: double lines, borders drawn by both neighbours. */
const SAME_BOUNDARY = 3;
/** A divider counts when drawn over at least this share of the slot's edge. */
const COVERED = 0.5;
/** Rulings reaching this far (pt) past the outermost crossing one leave an open side. */
const OPEN_SIDE = 6;

/**
 * Every ruled grid of a page, top to bottom. Grids of one slot (frames, text boxes) are left out.
 * @param horizontals the joined ones of the rulings, where they are known
 */
export function gridRegions(
  rulings: Ruling[],
  horizontals = joinRulings(rulings, 'horizontal'),
  verticals = joinRulings(rulings, 'vertical'),
): Grid[] {
  const groups = connectedRulings(horizontals, verticals);
  const grids = groups
    .map(gridOf)
    .filter((grid) => grid !== null)
    .sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]);
  const used = new Set(groups.flatMap((g) => g.horizontals));
  return extendDownwards(
    grids,
    horizontals.filter((h) => !used.has(h)),
    rulings,
  );
}

function gridOf(group: RulingGroup): Grid | null {
  const xs = boundaries(group.verticals);
  const ys = boundaries(group.horizontals);
  closeSides(xs, group.horizontals);
  const { first: openTop, last: openBottom } = closeSides(ys, group.verticals);
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  if (columns < 1 || rows < 1 || columns * rows < 2) return null;
  const right = coverage(group.verticals, xs, ys);
  const below = coverage(group.horizontals, ys, xs);
  const cells = regions(
    xs,
    ys,
    (row, column) => right[column + 1]![row]! < COVERED,
    (row, column) => below[row + 1]![column]! < COVERED,
  );
  return dropEmptyBoundaries({ box: [xs[0]!, ys[0]!, xs[columns]!, ys[rows]!], xs, ys, cells, openTop, openBottom });
}

/** Positions of the rulings, near ones joined to their length-weighted mean. */
function boundaries(rulings: Ruling[]): number[] {
  const sorted = [...rulings].sort((a, b) => a.at - b.at);
  const at: number[] = [];
  let sum = 0,
    weight = 0,
    start = Number.NEGATIVE_INFINITY;
  for (const r of sorted) {
    const length = r.to - r.from;
    if (r.at - start > SAME_BOUNDARY) {
      if (weight) at.push(sum / weight);
      sum = 0;
      weight = 0;
      start = r.at;
    }
    sum += r.at * length;
    weight += length;
  }
  if (weight) at.push(sum / weight);
  return at;
}

/** Adds a boundary where the crossing rulings reach past the outermost one: tables printed without outer borders. */
function closeSides(at: number[], crossing: Ruling[]): { first: boolean; last: boolean } {
  const from = least(crossing.map((r) => r.from));
  const to = greatest(crossing.map((r) => r.to));
  const first = from < at[0]! - OPEN_SIDE;
  const last = to > at[at.length - 1]! + OPEN_SIDE;
  if (first) at.unshift(from);
  if (last) at.push(to);
  return { first, last };
}

/** share[k][i]: how much of the stretch across[i]…across[i+1] is drawn on boundary at[k]. */
function coverage(rulings: Ruling[], at: number[], across: number[]): number[][] {
  const share = at.map(() => new Array<number>(across.length - 1).fill(0));
  for (const r of rulings) {
    let k = 0;
    for (let i = 1; i < at.length; i++) if (Math.abs(at[i]! - r.at) < Math.abs(at[k]! - r.at)) k = i;
    if (Math.abs(at[k]! - r.at) > SAME_BOUNDARY) continue;
    for (let i = 0; i + 1 < across.length; i++) {
      const length = across[i + 1]! - across[i]!;
      const drawn = Math.min(r.to, across[i + 1]!) - Math.max(r.from, across[i]!);
      if (drawn > 0) share[k]![i] = Math.min(1, share[k]![i]! + drawn / length);
    }
  }
  return share;
}

/** Slots joined where no divider stands between them; a joined shape that is no rectangle is cut into rectangles. */
function regions(
  xs: number[],
  ys: number[],
  joinsRight: (row: number, column: number) => boolean,
  joinsBelow: (row: number, column: number) => boolean,
): Region[] {
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  const taken = new Uint8Array(rows * columns);
  const found: Region[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (taken[row * columns + column]) continue;
      let width = 1;
      while (
        column + width < columns &&
        !taken[row * columns + column + width] &&
        joinsRight(row, column + width - 1)
      )
        width++;
      let height = 1;
      while (row + height < rows && joinsWhole(row + height - 1, row + height, column, width)) height++;
      for (let r = row; r < row + height; r++) taken.fill(1, r * columns + column, r * columns + column + width);
      found.push({
        row,
        column,
        row_span: height,
        column_span: width,
        box: [xs[column]!, ys[row]!, xs[column + width]!, ys[row + height]!],
      });
    }
  }
  return found;

  function joinsWhole(above: number, row: number, column: number, width: number): boolean {
    for (let c = column; c < column + width; c++) {
      if (!joinsBelow(above, c) || taken[row * columns + c]) return false;
      if (c + 1 < column + width && !joinsRight(row, c)) return false;
    }
    return true;
  }
}

/** Boundaries at which no cell starts (a stray tick between rows) are taken out again. */
function dropEmptyBoundaries(grid: Grid): Grid {
  const rows = grid.ys.length - 1;
  const columns = grid.xs.length - 1;
  const usedRows = new Uint8Array(rows);
  const usedColumns = new Uint8Array(columns);
  for (const { row, column } of grid.cells) {
    usedRows[row] = 1;
    usedColumns[column] = 1;
  }
  if (usedRows.every(Boolean) && usedColumns.every(Boolean)) return grid;
  const rowAt = ranks(usedRows);
  const columnAt = ranks(usedColumns);
  return {
    ...grid,
    ys: [...grid.ys.slice(0, rows).filter((_, i) => usedRows[i]), grid.ys[rows]!],
    xs: [...grid.xs.slice(0, columns).filter((_, i) => usedColumns[i]), grid.xs[columns]!],
    cells: grid.cells.map((c) => ({
      ...c,
      row: rowAt[c.row]!,
      row_span: rowAt[c.row + c.row_span]! - rowAt[c.row]!,
      column: columnAt[c.column]!,
      column_span: columnAt[c.column + c.column_span]! - columnAt[c.column]!,
    })),
  };
}

/** ranks[i]: how many used positions stand before i. */
function ranks(used: Uint8Array): number[] {
  const rank = [0];
  for (const one of used) rank.push(rank[rank.length - 1]! + one);
  return rank;
}
