/**
 * @module A logical table in which one form follows another, and the rows in which a form begins, in; the tables
 * that they are out. Who
 * knows the words of forms says where they begin; here only rows, columns and captions are cut.
 */
import type { Cell, Table } from '../../schemas/index.js';
import { isCaptionRow } from '../domain/captions.js';
import { assignRoles, headerRowCount } from '../tables/headers.js';
import { innerCaption } from '../tables/inner-caption.js';

/** Title, year and unit may stand over a form inside the grid. */
const MOST_CAPTION_ROWS = 3;

/** @param starts the rows in which a further form begins, none for a table of one */
export function splitForms(tables: readonly Table[], starts: (table: Table) => readonly number[]): Table[] {
  const split = tables.flatMap((table) => {
    const rows = starts(table);
    return rows.length === 0 ? [table] : cut(table, rows);
  });
  if (split.length === tables.length) return split;
  return split.map((table, i) => ({ ...table, id: `t${String(i + 1).padStart(2, '0')}` }));
}

function cut(table: Table, starts: readonly number[]): Table[] {
  const tops = [0, ...starts.map((row) => withCaption(table, row))];
  return tops.map((top, i) => part(table, top, tops[i + 1] ?? table.row_count, i === 0));
}

/** Rows of one cell over the whole width right above the first field: the form's own title and year. */
function withCaption(table: Table, start: number): number {
  let top = start;
  while (top > 1 && start - top < MOST_CAPTION_ROWS) {
    const row = table.cells.filter((cell) => cell.row <= top - 1 && cell.row + cell.row_span > top - 1);
    const filled = row.filter((cell) => cell.text !== '');
    const whole = row.length === 1 && row[0]!.column_span === table.column_count && row[0]!.row_span === 1;
    if (filled.length > 0 && !(whole && isCaption(row[0]!))) break;
    if (filled.length === 0 && row.some((cell) => cell.row_span > 1)) break;
    top--;
  }
  return top;
}

function isCaption(cell: Cell): boolean {
  return isCaptionRow(cell.text);
}

function part(table: Table, top: number, bottom: number, first: boolean): Table {
  const rows = bottom - top;
  const own = table.cells
    .filter((cell) => cell.row >= top && cell.row < bottom)
    .map((cell) => ({ ...cell, row: cell.row - top, row_span: Math.min(cell.row_span, bottom - cell.row) }));
  const { cells, columns } = withoutUnusedColumns(own, table.column_count);
  const headers = headerRowCount(cells, rows);
  assignRoles(cells, rows, headers);
  const inner = first ? null : innerCaption(cells, rows, columns).caption;
  const pages = [...new Set(cells.map((cell) => cell.page))].sort((a, b) => a - b);
  return {
    ...table,
    // A form without a title of its own goes on under that of the first.
    title: inner?.title ?? table.title,
    unit: inner?.unit ?? table.unit,
    unit_evidence: inner?.unitEvidence ?? table.unit_evidence,
    pages,
    row_count: rows,
    column_count: columns,
    header_row_count: headers,
    cells,
  };
}

/** Column boundaries of another form that no cell of this one has. */
function withoutUnusedColumns(cells: readonly Cell[], count: number): { cells: Cell[]; columns: number } {
  const used = [...new Set([0, ...cells.map((cell) => cell.column)])].sort((a, b) => a - b);
  const at = (column: number): number => {
    const index = used.findIndex((each) => each >= column);
    return index < 0 ? used.length : index;
  };
  const moved = cells.map((cell) => {
    const column = at(cell.column);
    const end = cell.column + cell.column_span >= count ? used.length : at(cell.column + cell.column_span);
    return { ...cell, column, column_span: Math.max(1, end - column) };
  });
  return { cells: moved, columns: used.length };
}
