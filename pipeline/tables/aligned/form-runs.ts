/** @module Printed lines -> statutory forms without rulings, and rows that go on with the table of the page before. */
import type { PageTable } from '../../model.js';
import type { FormWords } from '../port.js';
import { TOLERANCES as T } from '../tolerances.js';
import { type Found, isContents, isProse } from './found.js';
import { type Line, median } from './words.js';
import { greatest, least } from '../../domain/extremes.js';

/** A statutory form without rulings: lines of its header words, then rows till something else is printed. */
export function underFormHeaders(lines: readonly Line[], forms: FormWords): Found[] {
  const found: Found[] = [];
  const headers = (l: Line): number => l.words.filter((w) => forms.isHeader(w.text)).length;
  for (let i = 0; i < lines.length; i++) {
    if (headers(lines[i]!) < 2) continue;
    const start = headerTop(lines, i, forms);
    let end = i + 1;
    while (end < lines.length && goesOnBelow(lines, start, end, forms)) end++;
    const part = lines.slice(start, end);
    const x0 = least(part.map((l) => l.words[0]!.x0));
    const x1 = greatest(part.map((l) => greatest(l.words.map((w) => w.x1))));
    if (part.length >= 2)
      found.push({
        lines: part,
        rules: [],
        partial: [],
        x0: x0 - 1,
        x1: x1 + 1,
        evidence: 'header words of a form',
        score: 0.75,
      });
    i = end - 1;
  }
  return found;
}

const near = (a: Line, b: Line, most: number): boolean => b.baseline - a.baseline <= most * Math.max(a.size, b.size);

/**
 * The first line of a header of which one line is known: what stands directly above in its size, in short phrases,
 * and is no caption.
 */
function headerTop(lines: readonly Line[], known: number, forms: FormWords): number {
  let start = known;
  while (start > 0) {
    const above = lines[start - 1]!;
    const below = lines[start]!;
    const text = above.words.map((w) => w.text).join('');
    if (!near(above, below, 2.6) || above.size > 1.1 * lines[known]!.size || above.size < 0.85 * lines[known]!.size)
      break;
    if (forms.isCaption(text) || forms.isNote(text) || above.words.some((w) => forms.isCaption(w.text))) break;
    const short = above.parts.every((p) => p.x1 - p.x0 < 14 * p.size && !/[。；：:，,]$/.test(p.text));
    if (!short && !above.words.every((w) => forms.isHeader(w.text))) break;
    start--;
  }
  return start;
}

function goesOnBelow(lines: readonly Line[], start: number, i: number, forms: FormWords): boolean {
  const line = lines[i]!;
  const above = lines[i - 1]!;
  const usual = median(lines.slice(start, i).map((l) => l.size));
  if (line.size > 1.18 * usual) return false;
  if (!near(above, line, 3.4)) return false;
  const text = line.words.map((w) => w.text).join('');
  if (forms.isNote(text) || line.words.some((w) => forms.isCaption(w.text))) return false;
  return !isProse(line, lines.slice(start, i));
}

/** Rows at the top of a page that keep to the columns of the table before. */
export function goingOn(lines: readonly Line[], before: PageTable, forms: FormWords): Found | null {
  const { xs } = before;
  const keeps = (l: Line): boolean =>
    l.words.every((w) => w.x0 > xs[0]! - 6 && w.x1 < xs[xs.length - 1]! + 6) &&
    l.parts.every((p) => {
      const over = xs.slice(1, -1).filter((x) => p.x0 < x - 0.5 * p.size && p.x1 > x + 0.5 * p.size).length;
      return over === 0 || (over <= 1 && !p.figure && p.x1 - p.x0 < 12 * p.size);
    });
  let start = 0;
  while (
    start < lines.length &&
    start < 3 &&
    !(keeps(lines[start]!) && lines[start]!.words.some((w) => w.figure) && lines[start]!.words.length > 1)
  )
    start++;
  if (start >= Math.min(3, lines.length)) return null;
  // A wrapped label may stand a little above its figures.
  while (start > 0 && near(lines[start - 1]!, lines[start]!, T.overlapping) && keeps(lines[start - 1]!)) start--;
  let end = start;
  while (end < lines.length && keeps(lines[end]!) && (end === start || goesOnBelow(lines, start, end, forms))) end++;
  const part = lines.slice(start, end);
  const rows = part.filter((l) => l.words.length > 1 && l.words.some((w) => w.figure));
  if (rows.length === 0 || rows.length < 0.4 * part.length || isContents(part.map((l) => l.words))) return null;
  return {
    lines: part,
    rules: [],
    partial: [],
    x0: xs[0]!,
    x1: xs[xs.length - 1]!,
    xs,
    evidence: 'columns of the page before',
    score: 0.7,
  };
}
