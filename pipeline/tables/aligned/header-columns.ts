/**
 * @module Header blocks and the body's columns -> the columns with their own header cells, those that the header alone
 * shows included.
 */
import { type Block, isParent } from './header-blocks.js';
import { TOLERANCES as T } from '../tolerances.js';
import type { Interval } from './columns.js';
import { greatest, least } from '../../domain/extremes.js';

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
      Object.assign(first!, { x0: least(over.map((c) => c.x0)), x1: greatest(over.map((c) => c.x1)), leaf });
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
  // Two cells of the header over one column of the body: its words fall to either side of a line between them, or
  // span both.
  const cut = gapBetween(words, first, second);
  const index = columns.indexOf(column);
  const crossing = words.filter((w) => w.x0 < cut - 0.2 * w.size && w.x1 > cut + 0.2 * w.size).length;
  const oneSided = words.every((w) => (w.x0 + w.x1) / 2 < cut) || words.every((w) => (w.x0 + w.x1) / 2 >= cut);
  const group =
    column.group ?? (words.length > 0 && (oneSided || crossing > T.bridging * words.length) ? index : null);
  const extent = (part: Interval['words'], b: Block): Column => ({
    x0: Math.min(b.x0, least(part.map((w) => w.x0))),
    x1: Math.max(b.x1, greatest(part.map((w) => w.x1))),
    leaf: b,
    group,
  });
  const sides: [Interval['words'], Interval['words']] =
    group === null
      ? [words.filter((w) => (w.x0 + w.x1) / 2 < cut), words.filter((w) => (w.x0 + w.x1) / 2 >= cut)]
      : [[], []];
  columns.splice(index, 1, extent(sides[0], first), extent(sides[1], second));
}

/**
 * Columns of which no row fills two, under one header cell: one column, set to the left in some rows and in the
 * middle in others.
 */
function exclusive(columns: readonly Column[], intervals: readonly Interval[]): boolean {
  const words = columns.map((c) => intervals.find((i) => i.x0 === c.x0)?.words ?? []);
  return words.every((some, i) =>
    words
      .slice(i + 1)
      .every((others) => !some.some((a) => others.some((b) => Math.abs(a.baseline - b.baseline) < 0.5 * a.size))),
  );
}

/**
 * Header cells over no column, and columns without a header cell, beside one another: figures flush right, or
 * names flush left, under cells
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

/**
 * A column without a header cell beside one that no row fills as well: codes of one column, short ones in the
 * middle, long ones flush left.
 */
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
