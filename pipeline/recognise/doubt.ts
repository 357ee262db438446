/** @module The lines of a page as first read -> which are numbers that need a second opinion, and why. */
import { decimalsOf, hasTwoMagnitudes, isPlainNumber } from '../domain/number-shapes.js';
import type { Box, Ruling } from '../model.js';
import { gridRegions } from '../tables/grid.js';
import { isLoneNought, isNearlyNumber, isNumberLike } from './numeric.js';
import { append } from '../domain/extremes.js';

export interface ReadLine {
  /** In points. */
  box: Box;
  text: string;
  /** Least character probability. */
  probability: number;
}

export type Doubt = 'probability' | 'grammar' | 'column' | 'decimals' | 'magnitude';

/** Below this one character of a number is not sure enough to go unasked. */
const SURE = 0.9;
/** A column of numbers: this share of its filled cells, and at least so many. */
const COLUMN_SHARE = 0.7;
const COLUMN_CELLS = 3;

/** Index of a line -> why it is doubted. Lines that are no numbers and stand in no column of numbers are left out. */
export function doubtedNumbers(lines: ReadLine[], rulings: Ruling[]): Map<number, Doubt> {
  const doubted = new Map<number, Doubt>();
  const add = (i: number, why: Doubt): void => {
    if (!doubted.has(i)) doubted.set(i, why);
  };
  lines.forEach((line, i) => {
    if (isNumberLike(line.text)) {
      if (!isPlainNumber(line.text)) add(i, 'grammar');
      else if (line.probability < SURE) add(i, 'probability');
    } else if (isNearlyNumber(line.text)) add(i, 'grammar');
  });
  for (const column of columnsOf(lines, rulings)) {
    const numbers = column.filter((i) => isPlainNumber(lines[i]!.text) || isLoneNought(lines[i]!.text));
    if (numbers.length < COLUMN_CELLS || numbers.length < column.length * COLUMN_SHARE) continue;
    for (const i of column) if (!isPlainNumber(lines[i]!.text) && lines[i]!.text !== '-') add(i, 'column');
    const decimals = new Map<number, number>();
    for (const i of numbers) {
      const d = decimalsOf(lines[i]!.text);
      decimals.set(d, (decimals.get(d) ?? 0) + 1);
    }
    const [usual, count] = [...decimals.entries()].sort((a, b) => b[1] - a[1])[0]!;
    if (count < numbers.length * 0.8) continue;
    for (const i of numbers) {
      const { text } = lines[i]!;
      if (isOfTwoMagnitudes(text, usual)) doubted.set(i, 'magnitude');
      else if (usual > 0 && decimalsOf(text) !== usual) add(i, 'decimals');
    }
  }
  for (const i of strayInNumberRows(lines, rulings)) add(i, 'column');
  return doubted;
}

/**
 * Column numbers under a header: 栏次 1 2 3 … Fewer than so many numbers make no such row; so large a share of its
 * short texts are numbers.
 */
const NUMBER_ROW = 3;
const NUMBER_SHARE = 0.6;

/** One or two signs that are no number in a row of column numbers. */
function strayInNumberRows(lines: ReadLine[], rulings: Ruling[]): number[] {
  const stray: number[] = [];
  for (const grid of gridRegions(rulings)) {
    const rows = new Map<number, number[]>();
    for (const cell of grid.cells) {
      if (cell.row_span > 1) continue;
      const inside = standingIn(lines, cell.box);
      if (inside.length === 1 && lines[inside[0]!]!.text.length <= 2)
        rows.set(cell.row, [...(rows.get(cell.row) ?? []), inside[0]!]);
    }
    for (const row of rows.values()) {
      const texts = row.filter((i) => !/[\u4e00-\u9fff]/.test(lines[i]!.text) && lines[i]!.text !== '-'),
        numbers = texts.filter((i) => /^\d+$/.test(lines[i]!.text));
      if (numbers.length < NUMBER_ROW || numbers.length < texts.length * NUMBER_SHARE) continue;
      append(
        stray,
        texts.filter((i) => !isPlainNumber(lines[i]!.text)),
      );
    }
  }
  return stray;
}

function standingIn(lines: readonly ReadLine[], [x0, y0, x1, y1]: Box): number[] {
  const inside: number[] = [];
  lines.forEach(({ box }, i) => {
    const x = (box[0] + box[2]) / 2,
      y = (box[1] + box[3]) / 2;
    if (x > x0 && x < x1 && y > y0 && y < y1) inside.push(i);
  });
  return inside;
}

/**
 * In a column of whole numbers a point may be a grouping comma; in one with decimals a long whole number may have
 * lost its point.
 */
function isOfTwoMagnitudes(text: string, usual: number): boolean {
  return usual === 0 ? hasTwoMagnitudes(text) : decimalsOf(text) === 0 && text.replace(/\D/g, '').length > usual;
}

/**
 * Body lines by the grid column that they stand in. The first rows, where headers are, sort themselves out by the
 * shares.
 */
function columnsOf(lines: ReadLine[], rulings: Ruling[]): number[][] {
  const columns: number[][] = [];
  for (const grid of gridRegions(rulings)) {
    for (let c = 0; c + 1 < grid.xs.length; c++) {
      const cells = grid.cells.filter((cell) => cell.column === c && cell.column_span === 1);
      const inside: number[] = [];
      for (const cell of cells) append(inside, standingIn(lines, cell.box));
      // What stands above the first number heads the column.
      const first = inside.findIndex((i) => isPlainNumber(lines[i]!.text) || isLoneNought(lines[i]!.text));
      if (first >= 0) columns.push(inside.slice(first));
    }
  }
  return columns;
}
