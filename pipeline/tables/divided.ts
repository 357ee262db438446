/**
 * @module A ruled grid and its glyphs -> the grid with rows and columns divided that rulings leave whole but text
 * divides: several printed
 * rows between two rules, figures of several columns between two verticals.
 */
import type { Glyph } from '../model.js';
import { type Band, bandsOf } from './aligned/bands.js';
import { intervalsOf } from './aligned/columns.js';
import { linesOf, phrases, type Word } from './aligned/words.js';
import { crowdSigns } from './crowd-signs.js';
import type { FormWords, Grid, Region } from './port.js';
import { TOLERANCES as T } from './tolerances.js';
import { greatest, least } from '../domain/extremes.js';

export function divideByText(grid: Grid, glyphs: readonly Glyph[], forms: FormWords): Grid {
  const signs = crowdSigns(grid, glyphs);
  const open = grid.cells.some((c) => c.row_span >= T.fewestLabelled && c.column_span === 1);
  if (!signs.stacked && !signs.beside && !open) return grid;
  const rows = rowsWithText(grid, glyphs, forms);
  const xs = grid.xs.slice(0, -1).map((x, i) => [x, ...innerColumns(grid, rows, i)]);
  const ys = grid.ys.slice(0, -1).map((y, r) => [y, ...innerRows(grid, rows[r]!, r, xs)]);
  if (xs.every((inner) => inner.length === 1) && ys.every((inner) => inner.length === 1))
    return withLabels(grid, rows);
  return withLabels(refined(grid, xs, ys, rows), rows);
}

/**
 * Labels beside a grid that rules only its figures: one open cell over all rows, in which every row has a line of
 * its own.
 */
function withLabels(grid: Grid, rows: readonly Band[][]): Grid {
  const words = rows.flat().flatMap((b) => b.words);
  const cells = grid.cells.flatMap((c) => {
    if (c.row_span < T.fewestLabelled || c.column_span > 1) return [c];
    const beside = words.filter((w) => w.y0 > c.box[1] - 2 && w.y1 < c.box[3] + 2);
    const own = beside.filter((w) => within(w, c.box[0], c.box[2]));
    let aligned = 0;
    for (let r = c.row; r < c.row + c.row_span; r++) {
      const [top, bottom] = [grid.ys[r]!, grid.ys[r + 1]!];
      const inRow = (w: Word): boolean => (w.y0 + w.y1) / 2 > top && (w.y0 + w.y1) / 2 < bottom;
      const label = own.filter(inRow);
      if (label.length === 0 || label.some((w) => Math.abs(w.baseline - label[0]!.baseline) > 0.3 * w.size)) continue;
      const long = label.map((w) => w.text).join('').length >= 3;
      if (
        long &&
        beside.some(
          (w) => w.figure && !own.includes(w) && inRow(w) && Math.abs(w.baseline - label[0]!.baseline) < 0.3 * w.size,
        )
      )
        aligned++;
    }
    if (aligned < 0.9 * c.row_span) return [c];
    return Array.from(
      { length: c.row_span },
      (_, i): Region => ({
        ...c,
        row: c.row + i,
        row_span: 1,
        box: [c.box[0], grid.ys[c.row + i]!, c.box[2], grid.ys[c.row + i + 1]!],
      }),
    );
  });
  return cells.length === grid.cells.length
    ? grid
    : { ...grid, cells: cells.sort((a, b) => a.row - b.row || a.column - b.column) };
}

/** Bands of the text between every two horizontal boundaries. Most rows hold one line a cell, and are passed over. */
function rowsWithText(grid: Grid, glyphs: readonly Glyph[], forms: FormWords): Band[][] {
  const held: Glyph[][] = grid.ys.slice(1).map(() => []);
  const [left, , right] = grid.box;
  for (const g of glyphs) {
    const x = (g.x0 + g.x1) / 2;
    if (x < left || x > right) continue;
    const y = (g.y0 + g.y1) / 2;
    if (y < grid.ys[0]! || y > grid.ys[grid.ys.length - 1]!) continue;
    let r = 0;
    while (r + 2 < grid.ys.length && grid.ys[r + 1]! < y) r++;
    held[r]!.push(g);
  }
  return held.map((inside) => bandsOf(linesOf(inside, forms)));
}

const within = (w: Word, x0: number, x1: number): boolean => (w.x0 + w.x1) / 2 > x0 && (w.x0 + w.x1) / 2 < x1;

/** Boundaries between the figures of several columns that stand between two verticals. */
function innerColumns(grid: Grid, rows: readonly Band[][], column: number): number[] {
  const [x0, x1] = [grid.xs[column]!, grid.xs[column + 1]!];
  const own = grid.cells.filter((c) => c.column === column && c.column_span === 1);
  const bands: Band[] = [];
  for (const c of own) {
    for (let r = c.row; r < c.row + c.row_span; r++) {
      for (const b of rows[r]!) {
        const words = b.words.filter((w) => within(w, x0, x1));
        if (words.filter((w) => w.figure).length >= 1) bands.push({ ...b, words });
      }
    }
  }
  const several = bands.filter((b) => b.words.length >= 2);
  if (several.length < 3 || several.length < 0.6 * bands.length) return [];
  const intervals = intervalsOf(several);
  if (intervals.length < 2) return [];
  const filled = (b: Band): number => intervals.filter((i) => b.words.some((w) => w.x0 < i.x1 && w.x1 > i.x0)).length;
  const full = several.filter((b) => filled(b) >= 2);
  const figures = intervals
    .slice(1)
    .every((i) => i.words.filter((w) => w.figure && !/^[-–—]+$|^[（(]/.test(w.text)).length >= 0.8 * i.words.length);
  if (full.length < 0.6 * bands.length || !figures) return [];
  return intervals.slice(1).map((v, i) => (intervals[i]!.x1 + v.x0) / 2);
}

/** Boundaries between printed rows that stand between two rules. */
function innerRows(grid: Grid, bands: readonly Band[], row: number, xs: readonly number[][]): number[] {
  if (bands.length < 2) return [];
  const cells = grid.cells.filter((c) => c.row <= row && c.row + c.row_span > row);
  if (cells.length < 2) return [];
  const lines = (c: Region): Word[][] =>
    bands.flatMap((b) => {
      const words = b.words.filter((w) => within(w, c.box[0], c.box[2]));
      return words.length > 0 ? [words] : [];
    });
  const texts = cells.map(lines);
  // A header over columns that figures divide: the line that is divided stands apart from the one over all.
  const divided = cells.some(
    (c, i) =>
      (xs[c.column]?.length ?? 1) > 1 &&
      texts[i]!.length >= 2 &&
      texts[i]!.some((t) => t.length > 1 && !t.some((w) => w.figure)),
  );
  // A label beside the header's lines stands between them.
  const inFiner = (w: Word): boolean =>
    cells.some((c) => (xs[c.column]?.length ?? 1) > 1 && within(w, c.box[0], c.box[2]));
  const stacked = texts.map(
    (t) => t.length >= 2 && t.filter((words) => words.every((w) => w.figure)).length >= 0.8 * t.length,
  );
  const figures = texts.filter((_, i) => stacked[i]);
  const inDivided = cells.some(
    (c, i) => (xs[c.column]?.length ?? 1) > 1 && texts[i]!.filter((t) => t.some((w) => w.figure)).length >= 2,
  );
  const filled = (i: number): boolean => texts[i]!.length >= 0.6 * bands.length;
  const labelled = cells.some((_, i) => !stacked[i] && filled(i));
  const many = Math.max(0, greatest(figures.map((t) => t.length)));
  if (
    divided ||
    inDivided ||
    (many >= 3 && (labelled || figures.length >= 2)) ||
    (many === 2 && bands.length === 2 && matches(figures, cells.length, texts))
  )
    return boundariesOf(divided && !inDivided ? bands.filter((b) => b.words.some(inFiner)) : bands);
  return [];
}

const boundariesOf = (bands: readonly Band[]): number[] => bands.slice(1).map((b, i) => (bands[i]!.y1 + b.y0) / 2);

/**
 * Two rows are sure when all figures are whole, with as many decimals, and every filled cell has a line in each,
 * or figures in one.
 */
function matches(figures: readonly Word[][][], cells: number, texts: readonly Word[][][]): boolean {
  const decimals = (w: Word): number => /[.．](\d+)$/.exec(w.text)?.[1]?.length ?? 0;
  const whole = figures.every(
    (t) =>
      t.length === 2 &&
      t.every((words) => words.length === 1) &&
      decimals(t[0]![0]!) === decimals(t[1]![0]!) &&
      decimals(t[0]![0]!) > 0,
  );
  const labels = texts.filter((t) => !figures.includes(t as Word[][]) && t.length > 0);
  return (
    (whole || figures.length >= 3) &&
    figures.length >= 1 &&
    labels.some((t) => t.length === 2) &&
    cells > figures.length &&
    labels.every((t) => t.length <= 2)
  );
}

/** The grid over the finer boundaries. */
function refined(grid: Grid, xs: readonly number[][], ys: readonly number[][], rows: readonly Band[][]): Grid {
  const starts = (parts: readonly number[][]): number[] => {
    const at = [0];
    for (const p of parts) at.push(at[at.length - 1]! + p.length);
    return at;
  };
  const columnAt = starts(xs);
  const rowAt = starts(ys);
  const newXs = [...xs.flat(), grid.xs[grid.xs.length - 1]!];
  const newYs = [...ys.flat(), grid.ys[grid.ys.length - 1]!];
  const cells: Region[] = [];
  const add = (row: number, row_span: number, column: number, column_span: number): void => {
    cells.push({
      row,
      row_span,
      column,
      column_span,
      box: [newXs[column]!, newYs[row]!, newXs[column + column_span]!, newYs[row + row_span]!],
    });
  };
  for (const c of grid.cells) {
    const [row, bottom] = [rowAt[c.row]!, rowAt[c.row + c.row_span]!];
    const [column, right] = [columnAt[c.column]!, columnAt[c.column + c.column_span]!];
    const parts = c.row_span === 1 || isStacked(c, rows, bottom - row) ? bottom - row : 1;
    if (parts === 1 && (c.column_span > 1 || right - column === 1)) {
      add(row, bottom - row, column, right - column);
      continue;
    }
    const words = (r: number): Word[] =>
      rows
        .slice(c.row, c.row + c.row_span)
        .flat()
        .flatMap((b) => b.words)
        .filter((w) => {
          const y = (w.y0 + w.y1) / 2;
          return within(w, c.box[0], c.box[2]) && (parts === 1 || (y >= newYs[r]! && y < newYs[r + 1]!));
        });
    if (parts > 1 && isMerged(c, row, parts, words)) {
      add(row, parts, column, right - column);
      continue;
    }
    for (let r = row; r < row + parts; r++) {
      const inner = newXs.slice(column + 1, right);
      const height = parts === 1 ? bottom - row : 1;
      const whole = phrases(words(r), T.phraseGap).some((p) =>
        inner.some((x) => p.x0 < x - 0.2 * p.size && p.x1 > x + 0.2 * p.size),
      );
      if (c.column_span > 1 || whole || words(r).length === 0) add(r, height, column, right - column);
      else for (let k = column; k < right; k++) add(r, height, k, 1);
    }
  }
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  return { ...grid, xs: newXs, ys: newYs, cells };
}

/** A cell over several ruled rows in which nearly every printed row has a line. */
function isStacked(c: Region, rows: readonly Band[][], parts: number): boolean {
  if (parts <= c.row_span) return false;
  const bands = rows.slice(c.row, c.row + c.row_span).flat();
  return bands.filter((b) => b.words.some((w) => within(w, c.box[0], c.box[2]))).length >= 0.6 * parts;
}

/** A label set in the middle beside several rows stays one cell. */
function isMerged(c: Region, row: number, parts: number, words: (row: number) => Word[]): boolean {
  const filled: Word[][] = [];
  for (let r = row; r < row + parts; r++) if (words(r).length > 0) filled.push(words(r));
  if (filled.length !== 1 || filled[0]!.some((w) => w.figure)) return false;
  const middle = (least(filled[0]!.map((w) => w.y0)) + greatest(filled[0]!.map((w) => w.y1))) / 2;
  return parts > 1 && Math.abs(middle - (c.box[1] + c.box[3]) / 2) < 0.4 * filled[0]![0]!.size;
}
