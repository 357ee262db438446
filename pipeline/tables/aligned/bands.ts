/**
 * @module Printed lines of a region -> the bands that are its rows. A wrapped label, a figure set beside the
 * middle of it and a raised
 * mark stand on lines of their own and belong to one row; two figures one above the other never do.
 */
import { TOLERANCES as T } from '../tolerances.js';
import { type Line, median, type Word } from './words.js';
import { greatest, least } from '../../domain/extremes.js';

export interface Band {
  lines: Line[];
  words: Word[];
  y0: number;
  y1: number;
}

/** @param rules y of rulings that separate rows */
export function bandsOf(lines: readonly Line[], rules: readonly number[] = []): Band[] {
  const bands = lines.map(bandOf);
  if (bands.length < 2) return bands;
  const limit = joinable(lines);
  const ruledApart = (a: Band, b: Band): boolean =>
    rules.some((y) => y > a.lines[a.lines.length - 1]!.baseline - 0.3 * a.lines[0]!.size && y < b.lines[0]!.baseline);
  for (;;) {
    let best = -1;
    let least = Infinity;
    for (let i = 0; i + 1 < bands.length; i++) {
      const a = bands[i]!,
        b = bands[i + 1]!;
      const distance = b.lines[0]!.baseline - a.lines[a.lines.length - 1]!.baseline;
      if (distance >= least || conflict(a, b) || ruledApart(a, b)) continue;
      const size = Math.min(a.lines[a.lines.length - 1]!.size, b.lines[0]!.size);
      if (distance <= T.overlapping * size ? !labelsApart(a, b) : distance <= limit || goesOn(a, b, distance, size)) {
        best = i;
        least = distance;
      }
    }
    if (best < 0) return bands;
    const [a, b] = [bands[best]!, bands[best + 1]!];
    bands.splice(best, 2, bandFrom([...a.lines, ...b.lines]));
  }
}

const bandOf = (line: Line): Band => ({ lines: [line], words: line.words, y0: line.y0, y1: line.y1 });

function bandFrom(lines: Line[]): Band {
  return {
    lines,
    words: lines.flatMap((l) => l.words).sort((p, q) => p.x0 - q.x0),
    y0: least(lines.map((l) => l.y0)),
    y1: greatest(lines.map((l) => l.y1)),
  };
}

const overlap = (a: Word, b: Word): boolean => a.x0 < b.x1 - 0.1 * b.size && b.x0 < a.x1 - 0.1 * a.size;

/** Figures one above the other are of two rows. */
function conflict(a: Band, b: Band): boolean {
  return a.words.some((p) => p.figure && b.words.some((q) => q.figure && overlap(p, q)));
}

/**
 * Lines set so near that they overlap, and both with text in one place: two rows printed tightly, no wrapped
 * label.
 */
function labelsApart(a: Band, b: Band): boolean {
  const near = b.lines[0]!.baseline - a.lines[a.lines.length - 1]!.baseline;
  return (
    near > 0.5 * b.lines[0]!.size &&
    a.words.some((p) => p.figure) &&
    b.words.some((p) => p.figure) &&
    a.words.some((p) => b.words.some((q) => overlap(p, q)))
  );
}

/**
 * The baseline distance up to which lines are one row's: above the leading of wrapped text, below the distance of
 * rows with figures.
 */
function joinable(lines: readonly Line[]): number {
  const between: number[] = [];
  const leadings: number[] = [];
  let anchor: Line | null = null;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const above = lines[i - 1];
    if (above) {
      const distance = line.baseline - above.baseline;
      const shares = line.words.some((p) => !p.figure && above.words.some((q) => !q.figure && overlap(p, q)));
      if (shares && distance > T.overlapping * Math.min(line.size, above.size))
        leadings.push(distance / Math.min(line.size, above.size));
    }
    if (!line.words.some((w) => w.figure)) continue;
    if (anchor && line.words.some((p) => p.figure && anchor!.words.some((q) => q.figure && overlap(p, q))))
      between.push(line.baseline - anchor.baseline);
    anchor = line;
  }
  if (between.length === 0 || leadings.length === 0) return 0;
  between.sort((p, q) => p - q);
  const rows = between[Math.floor(between.length * 0.1)]!;
  const leading = least(leadings) * median(lines.map((l) => l.size));
  if (leading * T.leadingSlack >= rows) return leading < rows - 0.8 ? (leading + rows) / 2 : 0;
  return Math.min(leading * T.leadingSlack, (leading + rows) / 2);
}

/** A label that goes on below in small letters or in a bracket, beside no figure of its own. */
function goesOn(a: Band, b: Band, distance: number, size: number): boolean {
  if (distance > T.largestLeading * size) return false;
  const [first] = b.words;
  if (!first || !/^(\p{Ll}|[（(]\P{N})/u.test(first.text)) return false;
  const plain = (band: Band): boolean => band.words.every((w) => !w.figure);
  const left = least(a.words.map((w) => w.x0));
  if (first.x0 > left + 4 * size || first.x0 < left - 0.5 * size) return false;
  return plain(b)
    ? a.words.length > 1 && b.words[b.words.length - 1]!.x1 < greatest(a.words.map((w) => w.x1))
    : plain(a);
}
