/** @module Glyphs -> printed lines of text. */
import type { Box, Glyph, TextLine } from '../model.js';

/** Baselines nearer than this share of the font size are one line. */
const SAME_BASELINE = 0.45;
/** A gap of this share of the font size is printed as a space. */
const SPACE = 0.28;
/** The same between recognised characters, whose boxes hug the ink: a narrow "1" stands off from its neighbours. */
const SPACE_RECOGNISED = 0.55;

/** Groups glyphs by baseline, top to bottom, each line left to right (reading direction of its glyphs). */
export function glyphLines(glyphs: Glyph[]): Glyph[][] {
  const upright: Glyph[] = [];
  const turned: Glyph[] = [];
  for (const g of glyphs) (g.direction === 0 || g.direction === 180 ? upright : turned).push(g);
  const lines = groupBy(upright, g => g.baseline, (a, b) => a.x0 - b.x0 || a.order - b.order);
  if (turned.length > 0) {
    const down = turned[0]!.direction === 90;
    const columns = groupBy(turned, g => (down ? -g.x0 : g.x0), (a, b) => (down ? a.y0 - b.y0 : b.y0 - a.y0) || a.order - b.order);
    lines.push(...columns);
  }
  return lines;
}

function groupBy(glyphs: Glyph[], level: (g: Glyph) => number, along: (a: Glyph, b: Glyph) => number): Glyph[][] {
  const sorted = [...glyphs].sort((a, b) => level(a) - level(b));
  const lines: { level: number; size: number; glyphs: Glyph[] }[] = [];
  for (const g of sorted) {
    const last = lines[lines.length - 1];
    if (last && level(g) - last.level <= SAME_BASELINE * Math.min(last.size, g.size)) {
      last.glyphs.push(g);
      // The line follows its largest glyphs: a superscript does not drag it up.
      if (g.size >= last.size) { last.level = level(g); last.size = g.size; }
    } else lines.push({ level: level(g), size: g.size, glyphs: [g] });
  }
  return lines.map(line => keepShownOrder(line.glyphs.sort(along)));
}

/** Glyphs nearer than this share of the font size start at the same place: content order decides, not a width that the font has wrong. */
const SAME_START = 0.3;

function keepShownOrder(line: Glyph[]): Glyph[] {
  for (let i = 0; i + 1 < line.length; i++) {
    const a = line[i]!, b = line[i + 1]!;
    if (a.order === b.order + 1 && b.x0 - a.x0 < SAME_START * a.size && a.direction === 0) { line[i] = b; line[i + 1] = a; }
  }
  return line;
}

/** The printed text of one line, a single space where a gap is printed. */
export function lineText(line: Glyph[], form: 'text' | 'raw'): string {
  let text = '';
  for (let i = 0; i < line.length; i++) {
    const g = line[i]!;
    if (i > 0 && isGap(line[i - 1]!, g)) text += ' ';
    text += form === 'text' ? g.text : g.raw;
  }
  return text;
}

/** Whether white space is printed between two neighbours of a line. */
export function isGap(left: Glyph, right: Glyph): boolean {
  const gap = left.direction === 90 ? right.y0 - left.y1 : left.direction === 270 ? left.y0 - right.y1 : right.x0 - left.x1;
  return gap > (left.source === 'ocr' ? SPACE_RECOGNISED : SPACE) * Math.min(left.size, right.size);
}

export function boxOf(glyphs: readonly { x0: number; y0: number; x1: number; y1: number }[]): Box {
  let x0 = Infinity, y0 = Infinity, x1 = -Infinity, y1 = -Infinity;
  for (const g of glyphs) {
    if (g.x0 < x0) x0 = g.x0;
    if (g.y0 < y0) y0 = g.y0;
    if (g.x1 > x1) x1 = g.x1;
    if (g.y1 > y1) y1 = g.y1;
  }
  return [round(x0), round(y0), round(x1), round(y1)];
}

/** Whether a glyph's centre stands in a box, edges included. */
export function standsIn(g: Glyph, box: readonly number[]): boolean {
  const x = (g.x0 + g.x1) / 2, y = (g.y0 + g.y1) / 2;
  return x >= box[0]! && x <= box[2]! && y >= box[1]! && y <= box[3]!;
}

/** Hundredths of a point: finer differences are noise between readers. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Lines of running text, top to bottom. */
export function textLines(page: number, glyphs: Glyph[]): TextLine[] {
  return glyphLines(glyphs).map(line => ({ page, box: boxOf(line), text: lineText(line, 'text'), glyphs: line }))
    .sort((a, b) => a.glyphs[0]!.baseline - b.glyphs[0]!.baseline || a.box[0] - b.box[0]);
}
