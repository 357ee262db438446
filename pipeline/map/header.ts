/** @module A grid in; its header rows, 栏次 rows, the total row that carries header labels too, and each column's header path out. */
import type { Cell } from '../../schemas/index.js';
import type { Grid } from './grid.js';
import { isCode } from '../domain/codes.js';
import { isDivided } from '../domain/number-shapes.js';
import { isBlank, parseNumber } from '../domain/numbers.js';
import { fold, labelKey } from '../domain/labels.js';
import { append } from '../domain/extremes.js';

export interface Header {
  /** Rows 0 … count-1 are header rows (栏次 rows included). */
  count: number;
  /** A header row that is the total row as well: its empty and numeric places are values. Null as a rule. */
  mixedRow: number | null;
  /** Header cells of each column, outermost first, without 栏次 numbers and without cells as wide as the table. */
  paths: Cell[][];
  /** The cell as wide as the table nearest above the columns, or null: names a lone data row. */
  spanning: Cell | null;
  /** Cells as wide as the table that print captions inside it (编制单位：… 单位：万元). */
  captions: Cell[];
}

const LEAVES =
  /^(?:项目|金额|行次?|次|栏次|合计|小计|总计|预算数|决算数|统计数|基本支出|项目支出|人员经费|公用经费|科目名称|科目编码|科目代码|类|款|项|.*科目(?:编码|代码|名称)|年初预算数|全年预算数|公务接待费|.*(?:购置费|运行维护费|运行费))$/;
const CAPTION = /(?:单位|部门)(?:名称)?:|^公开\d+表|^\d{4}年度?$/;
const TOTALS = /^(?:合计|总计|小计)$/;
const NAMES = /项目|科目|编码|代码|名称|^类$|^款$|^项$/;
/** 3, or with its sum: 3=1+2. */
const COLUMN_NUMBER = /^\d{1,2}(?:=[\d+*/()-]+)?$/;
/** Stands for "no number" above label columns. */
const NO_NUMBER = /^(?:\*+|[甲乙丙丁])$/;

/** A row that numbers the columns: 栏次 | 1 | 2 | 3=1+2, or ** | ** | 1 | 2. */
export function isNumberingRow(grid: Grid, row: number): boolean {
  const texts = grid
    .row(row)
    .filter((cell) => cell.row === row)
    .map((cell) => fold(cell.text))
    .filter((text) => text !== '');
  if (texts.includes('栏次'))
    return texts.every(
      (text) => text === '栏次' || COLUMN_NUMBER.test(text) || NO_NUMBER.test(text) || NAMES.test(text),
    );
  const numbers = texts.filter((text) => !NO_NUMBER.test(text));
  const marks = texts.length - numbers.length;
  return (
    numbers.length >= (marks > 0 ? 1 : 3) &&
    texts.length >= grid.columns - 2 &&
    numbers.every((text, i) => COLUMN_NUMBER.test(text) && Number.parseInt(text, 10) === i + 1)
  );
}

const isAmount = (cell: Cell): boolean => isDivided(fold(cell.text));
const isHeaderWord = (cell: Cell): boolean => LEAVES.test(labelKey(cell.text));

function looksLikeData(grid: Grid, row: number): boolean {
  const own = grid.row(row).filter((cell) => cell.row === row && cell.text !== '');
  if (isTotals(grid, row)) return true;
  return (
    own.some(isAmount) ||
    own.some((cell) => cell.column < 4 && isCode(fold(cell.text))) ||
    (own.length > 0 && /^[一二三四五六七八九十]+、/.test(fold(own[0]!.text)))
  );
}

/** 合计, beside it figures or nothing: data, though 类, 款 and 项 reach down into the row. */
function isTotals(grid: Grid, row: number): boolean {
  const own = grid.row(row).filter((cell) => cell.row === row);
  const filled = own.filter((cell) => cell.text !== '');
  return (
    own.length > 1 &&
    filled.length > 0 &&
    /^(?:合计|总计)$/.test(labelKey(filled[0]!.text)) &&
    filled.slice(1).every((cell) => isBlank(cell.text) || parseNumber(cell.text).value !== null)
  );
}

function continuesHeader(grid: Grid, row: number): boolean {
  if (isNumberingRow(grid, row)) return true;
  const own = grid.row(row).filter((cell) => cell.row === row && !isBlank(cell.text));
  return !own.some(isAmount) && own.slice(1).filter(isHeaderWord).length >= 2;
}

function countHeaderRows(grid: Grid, hint: number): number {
  let count = Math.min(hint, grid.rows);
  if (count === 0) {
    while (count < Math.min(6, grid.rows) && (isNumberingRow(grid, count) || !looksLikeData(grid, count))) count++;
    // Nothing like data in sight: an empty table. One row is the header, and what continues it.
    if (count === Math.min(6, grid.rows)) count = Math.min(1, grid.rows);
  }
  while (count > 1 && !isNumberingRow(grid, count - 1) && looksLikeData(grid, count - 1)) count--;
  while (count < grid.rows && continuesHeader(grid, count)) count++;
  return count;
}

/** 合计 in the label place of the lowest header row, below a header that names the label column. */
function findMixedRow(grid: Grid, count: number): number | null {
  for (let r = count - 1; r >= 1; r--) {
    const first = grid.at(r, 0);
    if (!first || first.row !== r) continue;
    const above = grid.at(r - 1, 0);
    if (TOTALS.test(labelKey(first.text)) && above && NAMES.test(labelKey(above.text))) return r;
    const second = grid.at(r, first.column_span);
    const aboveSecond = grid.at(r - 1, first.column_span);
    if (
      first.text === '' &&
      second &&
      second.row === r &&
      TOTALS.test(labelKey(second.text)) &&
      aboveSecond &&
      /名称/.test(aboveSecond.text)
    )
      return r;
  }
  return null;
}

export function readHeader(grid: Grid): Header {
  const count = countHeaderRows(grid, grid.table.header_row_count);
  const mixedRow = findMixedRow(grid, count);
  const paths: Cell[][] = Array.from({ length: grid.columns }, () => []);
  let spanning: Cell | null = null;
  const captions: Cell[] = [];
  for (let r = 0; r < count; r++) {
    if (r !== mixedRow && isNumberingRow(grid, r)) continue;
    const own = grid.row(r).filter((cell) => cell.row === r && cell.text !== '');
    if (own.length > 0 && own.every((cell) => CAPTION.test(fold(cell.text)))) {
      append(captions, own);
      continue;
    }
    for (let c = 0; c < grid.columns; c++) {
      const cell = grid.at(r, c);
      if (!cell || cell.text === '') continue;
      if (grid.spansAll(cell)) {
        if (c > 0) continue;
        if (CAPTION.test(fold(cell.text))) captions.push(cell);
        else spanning = cell;
        continue;
      }
      if (
        r === mixedRow &&
        (TOTALS.test(labelKey(cell.text))
          ? cell.column < 4 && labelPlace(paths, cell)
          : parseNumber(cell.text).value !== null)
      )
        continue;
      const path = paths[c]!;
      const last = path.at(-1);
      if (last !== cell && (last?.text !== cell.text || last.column_span > cell.column_span)) path.push(cell);
    }
  }
  return { count, mixedRow, paths, spanning, captions };
}

function labelPlace(paths: Cell[][], cell: Cell): boolean {
  const above = paths[cell.column]!.at(-1);
  return above !== undefined && NAMES.test(labelKey(above.text));
}
