/** @module Glyphs -> printed lines of text. */
import { boxAround as boxOf, hundredths as round, standsIn } from '../geometry.js';
import type { Glyph, TextLine } from '../model.js';
import { append } from '../domain/extremes.js';

/** Baselines nearer than this share of the font size are one line. */
const SAME_BASELINE = 0.45;
/** A gap of this share of the font size is printed as a space. */
const SPACE = 0.28;
/** The same between recognised characters, whose boxes hug the ink: a narrow "1" stands off from its neighbours. */
const SPACE_RECOGNISED = 0.55;

/** Groups glyphs by baseline, top to bottom, each line left to right (reading direction of its glyphs). */
export function glyphLines(glyphs: readonly Glyph[]): Glyph[][] {
  if (glyphs.length === 0) return [];
  if (glyphs.every(isUpright)) return groupBy(glyphs, baselineOf, byBaseline, leftToRight);
  const lines = groupBy(glyphs.filter(isUpright), baselineOf, byBaseline, leftToRight);
  const turned = glyphs.filter((g) => !isUpright(g));
  const down = turned[0]!.direction === 90;
  const column = (g: Glyph): number => (down ? -g.x0 : g.x0);
  append(
    lines,
    groupBy(
      turned,
      column,
      (a, b) => column(a) - column(b),
      (a, b) => (down ? a.y0 - b.y0 : b.y0 - a.y0) || a.order - b.order,
    ),
  );
  return lines;
}

const isUpright = (g: Glyph): boolean => g.direction === 0 || g.direction === 180;
const baselineOf = (g: Glyph): number => g.baseline;
const byBaseline = (a: Glyph, b: Glyph): number => a.baseline - b.baseline;
const leftToRight = (a: Glyph, b: Glyph): number => a.x0 - b.x0 || a.order - b.order;

function groupBy(
  glyphs: readonly Glyph[],
  level: (g: Glyph) => number,
  byLevel: Order<Glyph>,
  along: Order<Glyph>,
): Glyph[][] {
  const lines: Glyph[][] = [];
  let line: Glyph[] = [];
  let lineLevel = 0,
    lineSize = 0;
  for (const g of sorted(glyphs, byLevel)) {
    const at = level(g);
    if (line.length > 0 && at - lineLevel <= SAME_BASELINE * Math.min(lineSize, g.size)) {
      line.push(g);
      // The line follows its largest glyphs: a superscript does not drag it up.
      if (g.size >= lineSize) {
        lineLevel = at;
        lineSize = g.size;
      }
    } else {
      line = [g];
      lines.push(line);
      lineLevel = at;
      lineSize = g.size;
    }
  }
  for (let i = 0; i < lines.length; i++) lines[i] = keepShownOrder(sorted(lines[i]!, along) as Glyph[]);
  return lines;
}

type Order<T> = (a: T, b: T) => number;

/** The items themselves where they are in order, as printed text mostly is; else a sorted copy. */
export function sorted<T>(items: readonly T[], order: Order<T>): readonly T[] {
  for (let i = 1; i < items.length; i++) if (order(items[i - 1]!, items[i]!) > 0) return [...items].sort(order);
  return items;
}

/**
 * Glyphs nearer than this share of the font size start at the same place: content order decides, not a width that
 * the font has wrong.
 */
const SAME_START = 0.3;

function keepShownOrder(line: Glyph[]): Glyph[] {
  for (let i = 0; i + 1 < line.length; i++) {
    const a = line[i]!,
      b = line[i + 1]!;
    if (a.order === b.order + 1 && b.x0 - a.x0 < SAME_START * a.size && a.direction === 0) {
      line[i] = b;
      line[i + 1] = a;
    }
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
  const gap =
    left.direction === 90 ? right.y0 - left.y1 : left.direction === 270 ? left.y0 - right.y1 : right.x0 - left.x1;
  return gap > (left.source === 'ocr' ? SPACE_RECOGNISED : SPACE) * Math.min(left.size, right.size);
}

export { boxOf, round, standsIn };

/** Lines of running text, top to bottom. */
export function textLines(page: number, lines: readonly Glyph[][]): TextLine[] {
  return lines
    .map((line) => ({ page, box: boxOf(line), text: lineText(line, 'text'), glyphs: line }))
    .sort((a, b) => a.glyphs[0]!.baseline - b.glyphs[0]!.baseline || a.box[0] - b.box[0]);
}
