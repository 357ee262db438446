/** @module What is found on a page that may be a table, and what such a stretch is not: prose, a table of contents. */
import type { Stretch } from './division.js';
import type { Line, Word } from './words.js';
import { greatest, least } from '../../domain/extremes.js';

export interface Found extends Stretch {
  evidence: string;
  score: number;
}

/** Every row a title and a page number that never falls. */
export function isContents(rows: readonly (readonly Word[])[]): boolean {
  let last = -1;
  let count = 0;
  for (const words of rows) {
    const end = words[words.length - 1]!;
    if (!/^\d{1,3}$/.test(end.text) || words.slice(0, -1).some((w) => w.figure && w !== words[0])) continue;
    const n = Number(end.text);
    if (n < last) return false;
    last = n;
    count++;
  }
  return count >= 3 && count >= 0.7 * rows.length;
}

/** One long phrase over most of the width. */
export function isProse(line: Line, above: readonly Line[]): boolean {
  const [only, ...others] = line.parts;
  if (others.length > 0) return false;
  const x0 = least(above.flatMap((l) => l.words.map((w) => w.x0)));
  const x1 = greatest(above.flatMap((l) => l.words.map((w) => w.x1)));
  return only!.x1 - only!.x0 > 0.55 * (x1 - x0);
}
