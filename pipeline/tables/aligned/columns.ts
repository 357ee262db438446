/**
 * @module Rows of a region -> its columns: where words of many rows leave the same strip free. A strip counts
 * when a gap in it is
 * a column's, or figures stand on both sides, or the header has a cell on either side.
 */
import { beginsWithGroup, isGroupBehindGap } from '../../domain/cell-shapes.js';
import { TOLERANCES as T } from '../tolerances.js';
import type { Band } from './bands.js';
import type { Word } from './words.js';
import { append, greatest, least } from '../../domain/extremes.js';

/** The stretch that a column's words cover. */
export interface Interval {
  x0: number;
  x1: number;
  words: Word[];
}

interface Placed {
  word: Word;
  band: number;
}

/** @param lone whether bands of one phrase alone count: headings of sections run over the gutters */
export function intervalsOf(bands: readonly Band[]): Interval[] {
  const placed: Placed[] = bands.flatMap((b, band) => b.words.map((word) => ({ word, band })));
  return merge(union(placed).flatMap((group) => split(group)));
}

/** Words that overlap, directly or through others. */
function union(placed: Placed[]): Placed[][] {
  const groups: Placed[][] = [];
  let right = -Infinity;
  for (const p of [...placed].sort((a, b) => a.word.x0 - b.word.x0)) {
    if (p.word.x0 - right > T.leastGutter * p.word.size) groups.push([p]);
    else groups[groups.length - 1]!.push(p);
    right = Math.max(right, p.word.x1);
  }
  return groups;
}

/** A group that a few bridging words hold together falls apart where most of its rows have a gap. */
function split(group: Placed[]): Placed[][] {
  const rows = new Map<number, Word[]>();
  for (const { word, band } of group) {
    const row = rows.get(band);
    if (row) row.push(word);
    else rows.set(band, [word]);
  }
  const edges: { x: number; gap: number; cross: number }[] = [];
  for (const words of rows.values()) {
    words.sort((a, b) => a.x0 - b.x0);
    let right = -Infinity;
    for (const w of words) {
      if (right > -Infinity && w.x0 - right > T.leastGutter * w.size) {
        edges.push({ x: right, gap: 1, cross: 0 }, { x: w.x0, gap: -1, cross: 0 });
      }
      if (w.x1 > right) {
        edges.push({ x: Math.max(w.x0, right), gap: 0, cross: 1 }, { x: w.x1, gap: 0, cross: -1 });
        right = w.x1;
      }
    }
  }
  edges.sort((a, b) => a.x - b.x || a.cross - b.cross || a.gap - b.gap);
  let gaps = 0,
    crossing = 0,
    best: { from: number; to: number; value: number; gaps: number; crossing: number } | null = null;
  for (let i = 0; i < edges.length; i++) {
    gaps += edges[i]!.gap;
    crossing += edges[i]!.cross;
    const from = edges[i]!.x,
      to = edges[i + 1]?.x ?? from;
    if (to <= from + 0.01 || gaps < 1) continue;
    const value = gaps - 3 * crossing;
    if (!best || value > best.value + 0.5 || (value > best.value - 0.5 && to - from > best.to - best.from))
      best = { from, to, value, gaps, crossing };
  }
  if (!best || best.gaps < 2 || best.crossing > T.bridging * best.gaps) return [group];
  const x = (best.from + best.to) / 2;
  const left = group.filter((p) => p.word.x1 <= x);
  const right = group.filter((p) => p.word.x0 >= x);
  if (left.length === 0 || right.length === 0 || !convincing(left, right)) return [group];
  return [...split(left), ...split(right)];
}

const SYMBOL = /^[$¥￥€£(（+\-−–]+$/;
const TRAILING = /^[%％)）*†‡]+$/;

/** Neighbouring groups between which nothing shows a column's boundary are one. */
function merge(groups: Placed[][]): Interval[] {
  const kept: Placed[][] = [];
  for (const group of groups) {
    const last = kept[kept.length - 1];
    if (
      last &&
      (last.every((p) => SYMBOL.test(p.word.text)) ||
        group.every((p) => TRAILING.test(p.word.text)) ||
        !convincing(last, group))
    )
      append(last, group);
    else kept.push([...group]);
  }
  return kept.map((group) => ({
    x0: least(group.map((p) => p.word.x0)),
    x1: greatest(group.map((p) => p.word.x1)),
    words: group.map((p) => p.word),
  }));
}

/** Whether the strip between two groups of words is a gutter. */
function convincing(left: Placed[], right: Placed[]): boolean {
  const ends = new Map<number, Word>();
  for (const { word, band } of left) {
    const known = ends.get(band);
    if (!known || word.x1 > known.x1) ends.set(band, word);
  }
  const starts = new Map<number, Word>();
  for (const { word, band } of right) {
    const known = starts.get(band);
    if (!known || word.x0 < known.x0) starts.set(band, word);
  }
  let pairs = 0,
    wide = 0,
    thousands = 0;
  for (const [band, a] of ends) {
    const b = starts.get(band);
    if (!b) continue;
    pairs++;
    if (b.x0 - a.x1 >= T.columnGap * Math.min(a.size, b.size)) wide++;
    if (a.figure && isGroupBehindGap(b.text) && beginsWithGroup(a.text)) thousands++;
  }
  const figures = (group: Placed[]): number => group.filter((p) => p.word.figure).length / group.length;
  if (pairs === 0) return figures(left) >= 0.8 || figures(right) >= 0.8;
  if (wide > 0 && wide >= T.wideShare * pairs) return true;
  return figures(left) >= 0.8 && figures(right) >= 0.8 && thousands < 0.9 * pairs;
}

/** Boundaries (columns + 1): in the middle of the gutters. */
export function boundariesOf(intervals: readonly { x0: number; x1: number }[], x0: number, x1: number): number[] {
  const xs = [Math.min(x0, intervals[0]!.x0 - 1)];
  for (let i = 1; i < intervals.length; i++) xs.push((intervals[i - 1]!.x1 + intervals[i]!.x0) / 2);
  xs.push(Math.max(x1, intervals[intervals.length - 1]!.x1 + 1));
  return xs;
}
