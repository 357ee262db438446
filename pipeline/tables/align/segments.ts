/** @module Glyphs -> printed lines cut into segments at wide gaps: the raw material of tables without rulings. */
import type { Glyph } from '../../model.js';
import { glyphLines, sorted } from '../lines.js';

/** A gap this wide (share of the font size) separates columns; word spaces, justified ones too, stay below. */
const COLUMN_GAP = 0.95;

export interface Segment {
  x0: number;
  x1: number;
  y0: number;
  y1: number;
  text: string;
  glyphs: Glyph[];
}

export interface SegmentLine {
  y0: number;
  y1: number;
  baseline: number;
  size: number;
  segments: Segment[];
}

/** @param printed lines of text set left to right @returns them top to bottom, segments left to right */
export function segmentLines(printed: readonly Glyph[][]): SegmentLine[] {
  return printed
    .map((line) => {
      const size = median(line.map((g) => g.size));
      const segments: Segment[] = [];
      let last: Segment | null = null;
      let right = -Infinity,
        y0 = Infinity,
        y1 = -Infinity;
      for (const g of line) {
        if (last !== null && g.x0 - right <= COLUMN_GAP * size) {
          last.glyphs.push(g);
          last.x1 = Math.max(last.x1, g.x1);
          last.y0 = Math.min(last.y0, g.y0);
          last.y1 = Math.max(last.y1, g.y1);
          last.text += g.text;
        } else {
          last = { x0: g.x0, x1: g.x1, y0: g.y0, y1: g.y1, text: g.text, glyphs: [g] };
          segments.push(last);
        }
        right = Math.max(right, g.x1);
        y0 = Math.min(y0, g.y0);
        y1 = Math.max(y1, g.y1);
      }
      return { y0, y1, baseline: line[0]!.baseline, size, segments };
    })
    .sort((a, b) => a.baseline - b.baseline);
}

/** Lines of the glyphs that are set left to right. */
export function linesAcross(glyphs: readonly Glyph[]): Glyph[][] {
  return glyphLines(glyphs.filter((g) => g.direction === 0));
}

export function median(values: number[]): number {
  const inOrder = sorted(values, (a, b) => a - b);
  return inOrder[Math.floor(inOrder.length / 2)] ?? 0;
}

const FIGURE = /^[-+−–—△(（]*[\d.,，]*\d[\d.,，]*[%％)）*a-z]{0,2}$/;

export function isFigure(text: string): boolean {
  return FIGURE.test(text) || /^([-–—]+|n\.?[ad]\.?|\.{1,3})$/i.test(text);
}
