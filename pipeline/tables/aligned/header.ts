/** @module Columns and the header's blocks -> the header's rows of cells with their spans. */
import type { Ruling } from '../../model.js';
import type { Block } from './header-blocks.js';
import type { Column } from './header-columns.js';
import { parentSpans } from './header-spans.js';
import { greatest, least } from '../../domain/extremes.js';

export interface HeaderCell {
  row: number;
  row_span: number;
  column: number;
  column_span: number;
  block: Block | null;
}

/** Rows of header cells. @param xs boundaries of the columns */
export function headerCells(
  columns: readonly Column[],
  parents: readonly Block[],
  xs: readonly number[],
  rules: readonly Ruling[],
): { rows: number; cells: HeaderCell[]; levels: number[] } {
  const spans = parentSpans(columns, parents, xs, rules);
  const stacks: Block[][] = columns.map((c, i) => [
    ...spans.filter((s) => s.from <= i && s.to >= i).map((s) => s.block),
    ...(c.leaf ? [c.leaf] : []),
  ]);
  for (const stack of stacks) stack.sort((a, b) => a.top - b.top);
  const rows = Math.max(1, greatest(stacks.map((s) => s.length)));
  const cells: HeaderCell[] = [];
  const levels: number[][] = Array.from({ length: rows }, () => []);
  const span = (block: Block): [number, number] => {
    const s = spans.find((x) => x.block === block);
    if (s) return [s.from, s.to];
    const i = columns.findIndex((c) => c.leaf === block);
    return [i, i];
  };
  const full = stacks.find((s) => s.length === rows) ?? [];
  const middles = full.map((b) => (b.top + b.bottom) / 2);
  const done = new Set<Block>();
  stacks.forEach((stack, column) => {
    if (stack.length === 0) {
      cells.push({ row: 0, row_span: rows, column, column_span: 1, block: null });
      return;
    }
    const starts = rowStarts(stack, rows, middles);
    stack.forEach((block, i) => {
      levels[starts[i]!]!.push(block.top);
      if (done.has(block)) return;
      done.add(block);
      const [from, to] = span(block);
      const end = i + 1 < stack.length ? starts[i + 1]! : rows;
      cells.push({ row: starts[i]!, row_span: end - starts[i]!, column: from, column_span: to - from + 1, block });
    });
  });
  return { rows, cells: withoutClashes(cells, rows, columns.length), levels: levels.map((l) => least(l)) };
}

/** The first row of each block of a column: blocks fill all rows, each set in the middle of its own. */
function rowStarts(stack: readonly Block[], rows: number, middles: readonly number[]): number[] {
  if (stack.length === rows || middles.length < rows) return stack.map((_, i) => i);
  if (stack.length === 1) return [0];
  // The cut between two blocks where their middles fit best.
  const middle = (b: Block): number => (b.top + b.bottom) / 2;
  const starts = [0];
  for (let i = 1; i < stack.length; i++) {
    let best = starts[i - 1]! + 1,
      least = Infinity;
    for (let cut = starts[i - 1]! + 1; cut <= rows - (stack.length - i); cut++) {
      const above = (middles[starts[i - 1]!]! + middles[cut - 1]!) / 2;
      const cost =
        Math.abs(middle(stack[i - 1]!) - above) +
        Math.abs(
          middle(stack[i]!) - (i + 1 === stack.length ? (middles[cut]! + middles[rows - 1]!) / 2 : middles[cut]!),
        );
      if (cost < least) {
        least = cost;
        best = cut;
      }
    }
    starts.push(best);
  }
  return starts;
}

/** Cells that would lie over one another give way: the later one keeps what is free. */
function withoutClashes(cells: HeaderCell[], rows: number, columns: number): HeaderCell[] {
  const owner: (HeaderCell | null)[][] = Array.from({ length: rows }, () =>
    new Array<HeaderCell | null>(columns).fill(null),
  );
  const kept: HeaderCell[] = [];
  const free = (c: HeaderCell): boolean => {
    for (let r = c.row; r < c.row + c.row_span; r++)
      for (let k = c.column; k < c.column + c.column_span; k++) if (owner[r]![k]) return false;
    return true;
  };
  for (const cell of [...cells].sort((a, b) => a.row - b.row || a.column - b.column)) {
    let c = cell;
    while (!free(c) && (c.row_span > 1 || c.column_span > 1)) {
      if (c.row_span > 1) c = { ...c, row: c.row + 1, row_span: c.row_span - 1 };
      else c = { ...c, column: c.column + 1, column_span: c.column_span - 1 };
    }
    if (!free(c)) {
      const holder = owner[c.row]![c.column]!;
      if (holder.block && c.block) holder.block = join(holder.block, c.block);
      continue;
    }
    kept.push(c);
    for (let r = c.row; r < c.row + c.row_span; r++)
      for (let k = c.column; k < c.column + c.column_span; k++) owner[r]![k] = c;
  }
  for (let r = 0; r < rows; r++)
    for (let k = 0; k < columns; k++)
      if (!owner[r]![k]) {
        const c: HeaderCell = { row: r, row_span: 1, column: k, column_span: 1, block: null };
        owner[r]![k] = c;
        kept.push(c);
      }
  return kept.sort((a, b) => a.row - b.row || a.column - b.column);
}

function join(a: Block, b: Block): Block {
  return { ...a, glyphs: [...a.glyphs, ...b.glyphs], text: a.text + b.text };
}
