/** @module Whether a page's table goes on with the one before, and how its columns lie over the other's. */
import type { Cell } from '../../schemas/index.js';
import { withoutContinued } from '../domain/captions.js';
import { headerRowCount } from '../tables/headers.js';
import type { Continuation, Joined, Part } from './parts.js';

/** Column boundaries of two pages nearer than this (pt) are the same. */
const SAME_X = 4;
/** Outer edges may differ a little more: outer borders are drawn thicker, pages are mirrored. */
const SAME_EDGE = 8;
/** At least this share of the narrower page's boundaries must be among the other's. */
const MATCHED = 0.7;

export function continues(joined: Joined, last: Part, next: Part): Continuation | null {
  if (next.table.page !== last.table.page + 1 || !next.firstOnPage || !last.lastOnPage) return null;
  const repeats = sameShape(joined, next);
  if ((last.proseBelow || next.proseAbove) && !outweighs(joined, last, next, repeats)) return null;
  const titled = next.caption.title !== null;
  if (titled) return sameTitle(joined, next) && repeats !== null && repeats.repeatedRows > 0 ? repeats : null;
  const otherNumber =
    next.caption.printedNumber !== null && next.caption.printedNumber !== joined.caption.printedNumber;
  return otherNumber ? null : repeats;
}

const sameTitle = (joined: Joined, next: Part): boolean =>
  next.caption.title !== null && squeeze(next.caption.title) === squeeze(joined.caption.title);

/**
 * Lines between two pages' tables that a repeated title and header outweigh, and those that a repeated header
 * alone does.
 */
const MOST_LINES = 4;
const MOST_SHORT_LINES = 2;
const SHORT_LINE = 24;
/** A header of fewer cells is any table's: 项目 | 金额. */
const FEWEST_HEADER_CELLS = 3;

/**
 * Whether the table goes on although lines stand between: the same title over the same header, or the same header
 * of its own alone, with
 * no more between than a mark of the page.
 */
function outweighs(joined: Joined, last: Part, next: Part, repeats: Continuation | null): boolean {
  if (repeats === null || repeats.repeatedRows === 0) return false;
  const between = [...last.linesBelow, ...next.linesAbove];
  if (between.some((l) => l.text.replace(/\s+/g, '').length > SHORT_LINE && next.caption.title === null))
    return false;
  if (sameTitle(joined, next)) return between.length <= MOST_LINES;
  const header = next.table.cells.filter((c) => c.row < repeats.repeatedRows && c.text !== '').length;
  return next.caption.title === null && between.length <= MOST_SHORT_LINES && header >= FEWEST_HEADER_CELLS;
}

/** "（续）" and "续表" mark a continuation of the same title. */
function squeeze(title: string | null): string {
  return withoutContinued(title ?? '');
}

function sameShape(joined: Joined, next: Part): Continuation | null {
  const xs = next.table.xs;
  const edges =
    Math.abs(xs[0]! - joined.xs[0]!) <= SAME_EDGE &&
    Math.abs(xs[xs.length - 1]! - joined.xs[joined.xs.length - 1]!) <= SAME_EDGE;
  if (edges) {
    const inner = xs.slice(1, -1);
    const known = joined.xs.slice(1, -1);
    const matched = inner.filter((x) => known.some((k) => Math.abs(k - x) <= SAME_X)).length;
    if (matched >= MATCHED * Math.min(inner.length, known.length)) {
      const overlay = overlayColumns(joined.xs, xs);
      return { ...overlay, repeatedRows: repeatedHeader(joined, next, overlay.earlier, overlay.later) };
    }
  }
  // Other widths, same columns: only a repeated header shows that it is the same table.
  if (xs.length === joined.xs.length) {
    const identity = joined.xs.map((_, i) => i);
    const repeatedRows = repeatedHeader(joined, next, identity, identity);
    if (repeatedRows > 0) return { xs: joined.xs, earlier: identity, later: identity, repeatedRows };
  }
  return null;
}

function overlayColumns(earlier: number[], later: number[]): Pick<Continuation, 'xs' | 'earlier' | 'later'> {
  const xs = [...earlier];
  for (const [i, x] of later.entries()) {
    const outer = i === 0 || i === later.length - 1;
    if (!outer && !earlier.slice(1, -1).some((e) => Math.abs(e - x) <= SAME_X)) xs.push(x);
  }
  xs.sort((a, b) => a - b);
  const index = (x: number, i: number, count: number): number => {
    if (i === 0) return 0;
    if (i === count - 1) return xs.length - 1;
    let best = 1;
    for (let k = 1; k < xs.length - 1; k++) if (Math.abs(xs[k]! - x) < Math.abs(xs[best]! - x)) best = k;
    return best;
  };
  return {
    xs,
    earlier: earlier.map((x, i) => index(x, i, earlier.length)),
    later: later.map((x, i) => index(x, i, later.length)),
  };
}

/**
 * How many rows at the top of the continuation repeat the (end of the) header. A total row that counts as header,
 * because 类, 款 and 项
 * reach down beside it, is not repeated: then the rows from the header's top on are.
 */
function repeatedHeader(joined: Joined, next: Part, earlier: number[], later: number[]): number {
  const header = headerRowCount(joined.cells, joined.rowCount);
  const rows = next.table.ys.length - 1;
  const repeats = (from: number, count: number): boolean => {
    const want = rowKeys(joined.cells, from, from + count, earlier);
    const have = rowKeys(next.table.cells, 0, count, later);
    return want.length > 0 && want.length === have.length && want.every((k, i) => k === have[i]);
  };
  for (let count = Math.min(header, rows); count > 0; count--) if (repeats(header - count, count)) return count;
  for (let count = Math.min(header - 1, rows); count > 1; count--) if (repeats(0, count)) return count;
  return 0;
}

function rowKeys(cells: readonly Cell[], from: number, to: number, columns: number[]): string[] {
  return cells
    .filter((c) => c.row >= from && c.row < to && c.text !== '')
    .map((c) => `${c.row - from} ${columns[c.column]} ${c.text.normalize('NFKC')}`)
    .sort();
}
