/** @module The words of a row and the column boundaries -> what stands in which column. */
import type { Glyph } from '../../model.js';
import type { Band } from './bands.js';
import { isFigure, type Word } from './words.js';
import { append, greatest } from '../../domain/extremes.js';

export interface Slot {
  span: number;
  glyphs: Glyph[];
  /** The figures printed in it: of two, neither is sure to be the cell's. */
  figures: string[];
  /** How many words stand in it. */
  words: number;
}

/**
 * The words of a band in their columns. A phrase that overhangs its column stays whole; figures never share a slot
 * with others.
 */
export function placed(band: Band, xs: readonly number[]): Map<number, Slot> {
  const row = new Map<number, Slot>();
  const put = (column: number, span: number, group: readonly Word[]): void => {
    const glyphs = group.flatMap((w) => w.glyphs);
    const figures = group.filter((w) => /\d/.test(w.text) && w.figure).map((w) => w.text);
    const slot = row.get(column);
    if (slot) {
      append(slot.glyphs, glyphs);
      append(slot.figures, figures);
      slot.words += group.length;
    } else row.set(column, { span, glyphs, figures, words: group.length });
  };
  for (const line of band.lines) {
    const groups = phrasesKept(line.words, xs);
    for (const group of groups) {
      const x0 = group[0]!.x0,
        x1 = group[group.length - 1]!.x1;
      put(
        columnOf(group.length === 1 && group[0]!.figure ? figureAt(group[0]!, xs) : leaning(x0, x1, xs), xs),
        1,
        group,
      );
    }
  }
  return spanned(band, row, xs);
}

function columnOf(x: number, xs: readonly number[]): number {
  let i = 0;
  while (i + 2 < xs.length && xs[i + 1]! <= x) i++;
  return i;
}

/** A figure wider than its column hangs out to the left. */
const figureAt = (w: Word, xs: readonly number[]): number => {
  const middle = (w.x0 + w.x1) / 2;
  return columnOf(middle, xs) === columnOf(w.x1 - 0.3 * w.size, xs) ? middle : w.x1 - 0.3 * w.size;
};

/** A label wider than its column hangs out to the right; one set in the middle of two stands in the first. */
function leaning(x0: number, x1: number, xs: readonly number[]): number {
  const first = columnOf(x0 + 1, xs);
  const last = columnOf(x1 - 1, xs);
  if (first === last) return (x0 + x1) / 2;
  // Where nearly all of it stands in the next column, a little of it hangs out to the left.
  const inFirst = xs[first + 1]! - x0;
  return inFirst < 0.25 * (x1 - x0) ? xs[first + 1]! + 1 : x0 + 1;
}

/** Words of a line as one phrase unless a boundary stands in the gap between them. */
function phrasesKept(words: readonly Word[], xs: readonly number[]): Word[][] {
  const groups: Word[][] = [];
  for (const w of words) {
    const last = groups[groups.length - 1];
    const before = last?.[last.length - 1];
    const apart =
      !before ||
      xs.some((x) => x >= before.x1 - 0.25 * before.size && x <= w.x0 + 0.25 * w.size) ||
      (w.figure && before.figure) ||
      w.x0 - before.x1 > 2.5 * w.size;
    const inOne = before && columnOf((before.x0 + before.x1) / 2, xs) === columnOf((w.x0 + w.x1) / 2, xs);
    if (apart && !(inOne && !(w.figure && before.figure))) groups.push([w]);
    else if (apart && !before) groups.push([w]);
    else last!.push(w);
  }
  return groups;
}

/** One phrase alone that runs over several columns is a heading over them. */
function spanned(band: Band, row: Map<number, Slot>, xs: readonly number[]): Map<number, Slot> {
  if (row.size !== 1 || band.words.some((w) => isFigure(w.text))) return row;
  const [[column, slot]] = [...row] as [[number, Slot]];
  const last = columnOf(greatest(band.words.map((w) => w.x1)) - 1, xs);
  if (last > column) slot.span = last - column + 1;
  return row;
}
