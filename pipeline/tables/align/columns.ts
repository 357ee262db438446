/** @module Segment lines of a region -> column boundaries in the gutters, and the columns that each segment covers. */
import type { Glyph } from '../../model.js';
import { isFigure, median, type Segment, type SegmentLine } from './segments.js';

/** Share of the lines that may cross a gutter: spanning headers, an overlong label. */
const CROSSING = 0.08;

/** Boundaries (columns + 1); fewer than three when no gutter runs through. */
export function columnBoundaries(lines: SegmentLine[], x0: number, x1: number): number[] {
  const most = Math.max(...lines.map((l) => l.segments.length));
  const body = lines.filter((l) => l.segments.filter((s) => isFigure(s.text)).length >= 1);
  const models = (body.length >= 2 ? body : lines).filter((l) => l.segments.length >= Math.max(2, 0.6 * most));
  if (models.length === 0) return [];
  const ends = models
    .flatMap((l) =>
      l.segments.flatMap((s) => [
        { x: s.x0, step: 1 },
        { x: s.x1, step: -1 },
      ]),
    )
    .sort((a, b) => a.x - b.x || a.step - b.step);
  const allowed = Math.floor(CROSSING * models.length);
  const gutter = 0.35 * median(models.map((l) => l.size));
  const boundaries = [Math.min(x0, ends[0]!.x - 1)];
  let depth = 0;
  let seen = false;
  let opened = 0;
  for (const end of ends) {
    if (end.step === 1 && depth <= allowed && seen && end.x - opened >= gutter) {
      boundaries.push((opened + end.x) / 2);
      seen = false;
    }
    depth += end.step;
    if (depth > allowed) seen = true;
    if (depth <= allowed && end.step === -1) opened = end.x;
  }
  boundaries.push(Math.max(x1, ends[ends.length - 1]!.x + 1));
  return boundaries;
}

export interface Placed {
  column: number;
  span: number;
  glyphs: Glyph[];
}

/** A segment in its column; over several columns it spans them, unless a word gap stands in the gutter. */
export function placeSegment(segment: Segment, xs: number[], header: boolean): Placed[] {
  const column = (x: number): number => {
    let i = 0;
    while (i + 2 < xs.length && xs[i + 1]! <= x) i++;
    return i;
  };
  const words = wordsOf(segment.glyphs);
  const first = column(segment.x0 + 1);
  const last = column(segment.x1 - 1);
  if (first === last) return [{ column: first, span: 1, glyphs: segment.glyphs }];
  if (header && words.length === 1) return [{ column: first, span: last - first + 1, glyphs: segment.glyphs }];
  const crossing = words.some((w) => column(w[0]!.x0 + 0.5) !== column(w[w.length - 1]!.x1 - 0.5));
  const figures = words.filter((w) => isFigure(w.map((g) => g.text).join(''))).length;
  if (crossing || (header && figures === 0 && words.length <= last - first)) {
    // A label that runs over its gutter a little stays in its column.
    if (!header && overhang(segment, xs, first) < 0.35) return [{ column: first, span: 1, glyphs: segment.glyphs }];
    return header
      ? [{ column: first, span: last - first + 1, glyphs: segment.glyphs }]
      : [{ column: first, span: 1, glyphs: segment.glyphs }];
  }
  const parts = new Map<number, Glyph[]>();
  for (const w of words) {
    const c = column((w[0]!.x0 + w[w.length - 1]!.x1) / 2);
    parts.set(c, [...(parts.get(c) ?? []), ...w]);
  }
  return [...parts].map(([c, glyphs]) => ({ column: c, span: 1, glyphs }));
}

function overhang(segment: Segment, xs: number[], first: number): number {
  return (segment.x1 - xs[first + 1]!) / (segment.x1 - segment.x0);
}

function wordsOf(glyphs: Glyph[]): Glyph[][] {
  const words: Glyph[][] = [];
  glyphs.forEach((g, i) => {
    const before = glyphs[i - 1];
    if (before && g.x0 - before.x1 <= 0.2 * g.size) words[words.length - 1]!.push(g);
    else words.push([g]);
  });
  return words;
}
