/** @module Cells of a table -> how many header rows it has, and the role of every cell. */
import type { Cell } from '../../schemas/index.js';
import { isCellNumber } from '../domain/cell-shapes.js';
import { isCode } from '../domain/codes.js';
import {
  endsAsTotal,
  isColumnNumberLabel,
  isFormLabel,
  isGrandTotal,
  isNumberedLabel,
  isTotalLabel,
  isUnnumberedColumn,
  isYearLabel,
} from '../domain/row-labels.js';
import { innerCaption } from './inner-caption.js';
import { rowsOf } from './rows.js';
import { greatest } from '../domain/extremes.js';

/** 栏次: the row that numbers the value columns 1, 2, 3… Part of the header. */
function isColumnNumberRow(row: readonly Cell[]): boolean {
  const texts = row.map((c) => c.text).filter((t) => t !== '');
  if (texts.length < 2) return false;
  if (texts.some(isColumnNumberLabel)) return true;
  const labels = texts.filter((t) => !/^\d{1,2}(=[\d+\-−＋]+)?$/.test(t));
  const numbers = texts.filter((t) => /^\d{1,2}(=[\d+\-−＋]+)?$/.test(t)).map((t) => Number.parseInt(t, 10));
  if (labels.some((t) => !isUnnumberedColumn(t))) return false;
  return numbers.length >= 2 && numbers.every((n, i) => (i === 0 ? n <= 2 : n === numbers[i - 1]! + 1));
}

/** A row of data: amounts, a classification code, a numbered label, a total, or nothing at all. */
function looksLikeBody(row: readonly Cell[]): boolean {
  const filled = row.filter((c) => c.text !== '');
  if (filled.length === 0) return true;
  const first = filled[0]!.text;
  if (isCode(first) || isNumberedLabel(first)) return true;
  const amounts = filled.filter((c) => isCellNumber(c.text) && !isYearLabel(c.text));
  if (amounts.length > 0) return true;
  return isTotalLabel(first) && filled.slice(1).every((c) => isTotalLabel(c.text));
}

/**
 * Header rows from the top: the first row with everything its spanning cells reach over, the rows that split a
 * spanning
 * header cell, and the 栏次 row. A total row that also carries sub-headers (合计 | | 小计 | 基本支出 | 项目支出) counts.
 */
export function headerRowCount(cells: readonly Cell[], rowCount: number): number {
  if (rowCount === 0) return 0;
  const columns = greatest(cells.map((c) => c.column + c.column_span));
  const { rows: above } = innerCaption(cells, rowCount, columns);
  return above + headRows(rowsOf(cells, rowCount).slice(above), above);
}

/** @param above rows of the caption, which stand before the given ones */
function headRows(rows: Cell[][], above: number): number {
  const rowCount = rows.length;
  // A heading over all columns (一、政府采购情况) stands above the header proper, numbered or not.
  const heading = rows[0]!.length === 1 && rows[0]![0]!.text !== '' && rowCount > 1;
  if (!heading && looksLikeBody(rows[0]!) && !isColumnNumberRow(rows[0]!)) return 0;
  if (isForm(rows)) return 0;
  let count = 1;
  for (;;) {
    const before = count;
    const header = rows.slice(0, count).flat();
    for (const cell of header) count = Math.max(count, cell.row + cell.row_span - above);
    count = Math.min(count, rowCount);
    // 类, 款 and 项 reach down beside the total row: it is data all the same.
    if (count > before && isTotals(rows[count - 1]!)) count--;
    if (count < rowCount && count === before) {
      const next = rows[count]!;
      if (isColumnNumberRow(next)) count++;
      else if (splitsHeader(header, next, count + above) && !looksLikeBody(next)) count++;
    }
    if (count === before || count >= rowCount) return Math.min(count, rowCount);
  }
}

/** 合计 and figures, or nothing, beside it; at least one of the cells above it ends here. */
function isTotals(row: readonly Cell[]): boolean {
  const filled = row.filter((c) => c.text !== '');
  return (
    row.length > 1 &&
    filled.length > 0 &&
    isGrandTotal(filled[0]!.text) &&
    filled.slice(1).every((c) => isCellNumber(c.text) || /^[-–—―]+$/.test(c.text))
  );
}

/**
 * A form begins with label and value side by side (项目名称 | …), row after row with the same spans: no column header.
 */
function isForm(rows: readonly Cell[][]): boolean {
  const [first, second] = rows as [Cell[], Cell[] | undefined];
  if (!second || first.length < 2 || first.some((c) => c.row_span > 1) || !first.some((c) => c.column_span > 1))
    return false;
  const spans = (row: Cell[]): string => row.map((c) => `${c.column} ${c.column_span}`).join(',');
  return spans(first) === spans(second) || (first.length <= 4 && isFormLabel(first[0]!.text));
}

/** Whether the row stands under a header cell that spans columns and divides it. */
function splitsHeader(header: readonly Cell[], next: readonly Cell[], row: number): boolean {
  return header.some(
    (h) =>
      h.column_span > 1 &&
      h.row + h.row_span === row &&
      h.text !== '' &&
      next.filter(
        (c) =>
          c.column >= h.column &&
          c.column < h.column + h.column_span &&
          c.column_span < h.column_span &&
          c.text !== '',
      ).length >= 2 &&
      next.some((c) => c.text !== '' && c.column >= h.column && c.column < h.column + h.column_span),
  );
}

/** Sets roles in place. */
export function assignRoles(cells: Cell[], rowCount: number, headerRows: number): void {
  const rows = rowsOf(cells, rowCount);
  rows.forEach((row, index) => {
    const label = row.find((c) => c.text !== '' && !isCode(c.text));
    const total = index >= headerRows && label !== undefined && endsAsTotal(label.text);
    let seenValue = false;
    for (const cell of row) {
      if (index < headerRows) cell.role = 'column_header';
      else if (total) cell.role = 'total';
      else {
        const isValue = isCellNumber(cell.text) && !isCode(cell.text);
        if (isValue) seenValue = true;
        cell.role = !seenValue && cell.text !== '' && !isValue ? 'row_header' : 'body';
      }
    }
  });
}
