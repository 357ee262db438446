/** @module Rulings as drawn -> long rulings: pieces of one line joined, hidden ones left out. */
import type { Ruling } from '../model.js';

/** Pieces of one line are drawn at most this far apart across (pt): neighbouring cells each draw their own border. */
const SAME_LINE = 1.6;
/** Gaps along a line (pt): dashes, and corners where crossing strokes leave a hole. */
const GAP = 3.2;
/** Shorter than this after joining (pt) is a tick, a dash of a word or a stroke of a glyph drawn as a path. */
const SHORTEST = 4;

/** Joins collinear, touching pieces. Sorted by position, then start. */
export function joinRulings(rulings: Ruling[], orientation: Ruling['orientation']): Ruling[] {
  const drawn = rulings
    .filter((r) => r.orientation === orientation && r.hidden === null && r.to > r.from)
    .sort((a, b) => a.at - b.at || a.from - b.from);
  const joined: Ruling[] = [];
  for (let start = 0; start < drawn.length; ) {
    let end = start + 1;
    while (end < drawn.length && drawn[end]!.at - drawn[start]!.at <= SAME_LINE) end++;
    const group = drawn.slice(start, end).sort((a, b) => a.from - b.from);
    let open: Ruling | null = null;
    let weight = 0;
    for (const piece of group) {
      const length = piece.to - piece.from;
      if (open && piece.from <= open.to + GAP) {
        open.at = (open.at * weight + piece.at * length) / (weight + length);
        weight += length;
        open.to = Math.max(open.to, piece.to);
        open.width = Math.max(open.width, piece.width);
      } else {
        open = { ...piece };
        weight = length;
        joined.push(open);
      }
    }
    start = end;
  }
  return joined.filter((r) => r.to - r.from >= SHORTEST).sort((a, b) => a.at - b.at || a.from - b.from);
}

export interface RulingGroup {
  horizontals: Ruling[];
  verticals: Ruling[];
}

/** How far a ruling may end before the one it meets (pt). */
const TOUCH = 2.6;
/** Pairs tried at most on one page; drawings with more lines than this are maps and plans, not tables. */
const MOST_PAIRS = 6_000_000;

/** Rulings that cross or touch, directly or through others. Groups without both directions are left out. */
export function connectedRulings(horizontals: Ruling[], verticals: Ruling[]): RulingGroup[] {
  const count = horizontals.length + verticals.length;
  if (horizontals.length * verticals.length > MOST_PAIRS) return [];
  const parent = Array.from({ length: count }, (_, i) => i);
  const find = (i: number): number => {
    while (parent[i] !== i) i = parent[i] = parent[parent[i]!]!;
    return i;
  };
  horizontals.forEach((h, i) => {
    verticals.forEach((v, j) => {
      if (v.at >= h.from - TOUCH && v.at <= h.to + TOUCH && h.at >= v.from - TOUCH && h.at <= v.to + TOUCH) {
        parent[find(i)] = find(horizontals.length + j);
      }
    });
  });
  const groups = new Map<number, RulingGroup>();
  const group = (i: number): RulingGroup => {
    const root = find(i);
    let g = groups.get(root);
    if (!g) groups.set(root, (g = { horizontals: [], verticals: [] }));
    return g;
  };
  horizontals.forEach((h, i) => group(i).horizontals.push(h));
  verticals.forEach((v, j) => group(horizontals.length + j).verticals.push(v));
  return [...groups.values()]
    .filter((g) => g.horizontals.length > 0 && g.verticals.length > 0)
    .sort((a, b) => a.horizontals[0]!.at - b.horizontals[0]!.at || a.verticals[0]!.at - b.verticals[0]!.at);
}
