/** @module Header blocks and the body's columns -> columns that the header alone shows, and the header's rows of cells with their spans. */
import type { Ruling } from '../../model.js';
import { type Block, isParent } from './header-blocks.js';
import { TOLERANCES as T } from '../tolerances.js';
import type { Interval } from './columns.js';

/** A column: what its body and its own header cell cover. */
export interface Column {
  x0: number;
  x1: number;
  leaf: Block | null;
  /** Set for columns that only the header divides: their number. */
  group: number | null;
}

/** Leaf blocks give their columns' names; those over no column of the body add one; two over one column divide it. */
export function columnsWith(
  intervals: readonly Interval[],
  blocks: readonly Block[],
): { columns: Column[]; parents: Block[] } {
  const parents: Block[] = [];
  const leaves: Block[] = [];
  for (const b of blocks) (isParent(b, blocks) ? parents : leaves).push(b);
  const columns: Column[] = intervals.map(({ x0, x1 }) => ({ x0, x1, leaf: null, group: null }));
  for (const leaf of leaves.sort((a, b) => b.bottom - a.bottom || a.x0 - b.x0))
    place(leaf, columns, intervals, parents);
  columns.sort((a, b) => a.x0 - b.x0);
  pairOrphans(columns, new Set(intervals.map((i) => i.x0)));
  if (leaves.length >= 2) mergeNameless(columns, intervals);
  return { columns, parents };
}

function place(leaf: Block, columns: Column[], intervals: readonly Interval[], parents: Block[]): void {
  const middle = (leaf.x0 + leaf.x1) / 2;
  const over = columns.filter((c) => c.x0 < leaf.x1 - 0.1 * leaf.size && c.x1 > leaf.x0 + 0.1 * leaf.size);
  if (over.length === 0) {
    columns.push({ x0: leaf.x0, x1: leaf.x1, leaf, group: null });
    return;
  }
  const free = over.filter((c) => c.leaf === null);
  if (over.length === 1 && free.length === 1) {
    free[0]!.leaf = leaf;
    return;
  }
  if (over.length >= 2) {
    // Over one column mostly, hanging out over the next; else over all of them.
    const shared = (c: Column): number => Math.min(c.x1, leaf.x1) - Math.max(c.x0, leaf.x0);
    const own = over.filter((c) => middle >= c.x0 - 0.5 * leaf.size && middle <= c.x1 + 0.5 * leaf.size);
    if (
      own.length === 1 &&
      own[0]!.leaf === null &&
      over.every((c) => c === own[0] || shared(c) < 0.35 * (c.x1 - c.x0) || c.leaf !== null)
    ) {
      own[0]!.leaf = leaf;
      return;
    }
    if (over.every((c) => c.leaf === null) && exclusive(over, intervals)) {
      const [first, ...others] = over;
      for (const c of others) columns.splice(columns.indexOf(c), 1);
      Object.assign(first!, { x0: Math.min(...over.map((c) => c.x0)), x1: Math.max(...over.map((c) => c.x1)), leaf });
      return;
    }
    parents.push(leaf);
    return;
  }
  const column = over[0]!;
  const other = column.leaf!;
  const words = intervals.find((i) => i.x0 === column.x0 && i.x1 === column.x1)?.words ?? [];
  const [first, second] = leaf.x0 < other.x0 ? [leaf, other] : [other, leaf];
  if (first.x1 > second.x0) {
    parents.push(leaf);
    return;
  }
  // Two cells of the header over one column of the body: its words fall to either side of a line between them, or span both.
  const cut = gapBetween(words, first, second);
  const index = columns.indexOf(column);
  const crossing = words.filter((w) => w.x0 < cut - 0.2 * w.size && w.x1 > cut + 0.2 * w.size).length;
  const oneSided = words.every((w) => (w.x0 + w.x1) / 2 < cut) || words.every((w) => (w.x0 + w.x1) / 2 >= cut);
  const group =
    column.group ?? (words.length > 0 && (oneSided || crossing > T.bridging * words.length) ? index : null);
  const extent = (part: Interval['words'], b: Block): Column => ({
    x0: Math.min(b.x0, ...part.map((w) => w.x0)),
    x1: Math.max(b.x1, ...part.map((w) => w.x1)),
    leaf: b,
    group,
  });
  const sides: [Interval['words'], Interval['words']] =
    group === null
      ? [words.filter((w) => (w.x0 + w.x1) / 2 < cut), words.filter((w) => (w.x0 + w.x1) / 2 >= cut)]
      : [[], []];
  columns.splice(index, 1, extent(sides[0], first), extent(sides[1], second));
}

/** Columns of which no row fills two, under one header cell: one column, set to the left in some rows and in the middle in others. */
function exclusive(columns: readonly Column[], intervals: readonly Interval[]): boolean {
  const words = columns.map((c) => intervals.find((i) => i.x0 === c.x0)?.words ?? []);
  return words.every((some, i) =>
    words
      .slice(i + 1)
      .every((others) => !some.some((a) => others.some((b) => Math.abs(a.baseline - b.baseline) < 0.5 * a.size))),
  );
}

/**
 * Header cells over no column, and columns without a header cell, beside one another: figures flush right, or names flush left, under cells
 * set in the middle. As many of the one as of the other belong together in order; else those that stand nearest.
 */
function pairOrphans(columns: Column[], bodies: ReadonlySet<number>): void {
  const orphan = (c: Column | undefined): boolean => c !== undefined && (c.leaf === null || !bodies.has(c.x0));
  for (let i = 0; i < columns.length; i++) {
    if (!orphan(columns[i])) continue;
    let end = i;
    while (orphan(columns[end])) end++;
    const run = columns.slice(i, end);
    const empty = run.filter((c) => c.leaf !== null);
    const nameless = run.filter((c) => c.leaf === null);
    const pairs =
      empty.length === nameless.length ? empty.map((e, k): [Column, Column] => [e, nameless[k]!]) : nearestPairs(run);
    for (const [own, other] of pairs) {
      other.leaf = own.leaf;
      other.x0 = Math.min(own.x0, other.x0);
      other.x1 = Math.max(own.x1, other.x1);
      columns.splice(columns.indexOf(own), 1);
      end--;
    }
    i = end;
  }
}

/** A column without a header cell beside one that no row fills as well: codes of one column, short ones in the middle, long ones flush left. */
function mergeNameless(columns: Column[], intervals: readonly Interval[]): void {
  const wordsIn = (c: Column): Interval['words'] =>
    intervals.flatMap((i) => (i.x0 >= c.x0 && i.x1 <= c.x1 ? i.words : []));
  for (let i = 0; i < columns.length; i++) {
    const own = columns[i]!;
    if (own.leaf !== null) continue;
    const mine = wordsIn(own);
    const into = [columns[i + 1], columns[i - 1]].find((c) => {
      if (!c || c.leaf === null || Math.max(c.x0 - own.x1, own.x0 - c.x1) > 4 * (mine[0]?.size ?? 0)) return false;
      const others = wordsIn(c);
      const figures = mine.every((w) => w.figure) === others.every((w) => w.figure);
      return figures && !mine.some((a) => others.some((b) => Math.abs(a.baseline - b.baseline) < 0.5 * a.size));
    });
    if (!into) continue;
    into.x0 = Math.min(into.x0, own.x0);
    into.x1 = Math.max(into.x1, own.x1);
    columns.splice(i, 1);
    i--;
  }
}

function nearestPairs(run: readonly Column[]): [Column, Column][] {
  const pairs: [Column, Column][] = [];
  const used = new Set<Column>();
  for (let k = 0; k + 1 < run.length; k++) {
    const [a, b] = [run[k]!, run[k + 1]!];
    if (used.has(a) || used.has(b) || (a.leaf === null) === (b.leaf === null)) continue;
    used.add(a).add(b);
    pairs.push(a.leaf !== null ? [a, b] : [b, a]);
  }
  return pairs;
}

function gapBetween(words: Interval['words'], first: Block, second: Block): number {
  const candidates = [(first.x1 + second.x0) / 2, ...words.flatMap((w) => [w.x0 - 0.01, w.x1 + 0.01])].filter(
    (x) => x > first.x0 && x < second.x1,
  );
  let best = candidates[0]!,
    least = Infinity;
  for (const x of candidates) {
    const cost = words.filter((w) => w.x0 < x && w.x1 > x).length + Math.abs(x - candidates[0]!) / 1000;
    if (cost < least) {
      least = cost;
      best = x;
    }
  }
  return best;
}

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
  const rows = Math.max(1, ...stacks.map((s) => s.length));
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
  return { rows, cells: withoutClashes(cells, rows, columns.length), levels: levels.map((l) => Math.min(...l)) };
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

interface Span {
  block: Block;
  from: number;
  to: number;
}

/** The columns that each parent covers: a rule below it says so; else those with lower cells round its middle. */
function parentSpans(
  columns: readonly Column[],
  parents: readonly Block[],
  xs: readonly number[],
  rules: readonly Ruling[],
): Span[] {
  const spans: Span[] = [];
  const middle = (i: number): number => (xs[i]! + xs[i + 1]!) / 2;
  for (const block of [...parents].sort((a, b) => a.top - b.top || a.x0 - b.x0)) {
    const rule = rules
      .filter(
        (r) =>
          r.at > block.bottom - 0.2 * block.size &&
          r.at < block.bottom + 1.6 * block.size &&
          r.from < block.x1 &&
          r.to > block.x0,
      )
      .sort((a, b) => a.at - b.at)[0];
    if (rule && rule.to - rule.from < 0.97 * (xs[xs.length - 1]! - xs[0]!)) {
      const inside = columns.map((_, i) => i).filter((i) => middle(i) > rule.from - 2 && middle(i) < rule.to + 2);
      if (inside.length > 0) {
        spans.push({ block, from: inside[0]!, to: inside[inside.length - 1]! });
        continue;
      }
    }
    const over = spans.filter((s) => s.from <= columnAt(block, xs) && s.to >= columnAt(block, xs));
    const low = Math.max(0, ...over.map((s) => s.from));
    const high = Math.min(columns.length - 1, ...over.map((s) => s.to));
    spans.push({ block, ...runOf(block, columns, parents, xs, low, high) });
  }
  return spans;
}

function columnAt(block: Block, xs: readonly number[]): number {
  const middle = (block.x0 + block.x1) / 2;
  let i = 0;
  while (i + 2 < xs.length && xs[i + 1]! <= middle) i++;
  return i;
}

/** Columns next to one another whose own cells stand lower than the parent, divided between the parents of its level. */
function runOf(
  block: Block,
  columns: readonly Column[],
  parents: readonly Block[],
  xs: readonly number[],
  low: number,
  high: number,
): { from: number; to: number } {
  const level = (b: Block): number => (b.top + b.bottom) / 2;
  const all = [...parents, ...columns.flatMap((c) => (c.leaf ? [c.leaf] : []))].filter(
    (b) => b.top > block.bottom + 0.45 * block.size,
  );
  const under = all.filter((b) => b.x0 < block.x1 && b.x1 > block.x0);
  // Where its children begin: a cell that stands higher is set beside both levels.
  const children = Math.min(
    ...(under.length > 0 ? under : all.filter((b) => b.top > block.bottom + 0.8 * block.size)).map(level),
  );
  const lower = (i: number): boolean => {
    const leaf = columns[i]!.leaf;
    return leaf === null || level(leaf) > children - 0.3 * block.size;
  };
  const at = Math.min(high, Math.max(low, columnAt(block, xs)));
  let from = at,
    to = at;
  while (from > low && lower(from - 1)) from--;
  while (to < high && lower(to + 1)) to++;
  const peers = parents.filter(
    (p) => Math.abs(p.top - block.top) < 0.8 * block.size || (p.top < block.bottom && p.bottom > block.top),
  );
  const leftOf = peers.filter((p) => p !== block && p.x1 <= block.x0);
  const rightOf = peers.filter((p) => p !== block && p.x0 >= block.x1);
  const beneath = (i: number): boolean => columns[i]!.x0 < block.x1 && columns[i]!.x1 > block.x0;
  const centre = (block.x0 + block.x1) / 2;
  let best = { from, to },
    least = Infinity;
  for (let i = from; i <= to; i++) {
    for (let j = i; j <= to; j++) {
      // Nothing beneath the block itself is left out, nothing beneath another is taken in.
      let wrong = 0;
      for (let k = from; k <= to; k++) {
        const inside = k >= i && k <= j;
        if (beneath(k) && !inside) wrong += 1;
        if (
          inside &&
          peers.some((p) => p !== block && p.x0 < (xs[k]! + xs[k + 1]!) / 2 && p.x1 > (xs[k]! + xs[k + 1]!) / 2)
        )
          wrong += 2;
      }
      // Columns beside it that no other parent covers are left out only for a much better middle.
      const left = (leftOf.length === 0 ? i - from : 0) + (rightOf.length === 0 ? to - j : 0);
      const cost =
        Math.abs((xs[i]! + xs[j + 1]!) / 2 - centre) +
        wrong * 50 +
        left * block.size +
        (i === j ? 2 * block.size : 0) -
        0.01 * (j - i);
      if (cost < least) {
        least = cost;
        best = { from: i, to: j };
      }
    }
  }
  return best;
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
