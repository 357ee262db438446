/** @module Header blocks that stand over others -> the columns that each covers. */
import type { Ruling } from '../../model.js';
import type { Block } from './header-blocks.js';
import type { Column } from './header-columns.js';
import { greatest, least } from '../../domain/extremes.js';

export interface Span {
  block: Block;
  from: number;
  to: number;
}

/** The columns that each parent covers: a rule below it says so; else those with lower cells round its middle. */
export function parentSpans(
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
    const low = Math.max(0, greatest(over.map((s) => s.from)));
    const high = Math.min(columns.length - 1, least(over.map((s) => s.to)));
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

/**
 * Columns next to one another whose own cells stand lower than the parent, divided between the parents of its
 * level.
 */
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
  const children = least(
    (under.length > 0 ? under : all.filter((b) => b.top > block.bottom + 0.8 * block.size)).map(level),
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
    cheapest = Infinity;
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
      if (cost < cheapest) {
        cheapest = cost;
        best = { from: i, to: j };
      }
    }
  }
  return best;
}
