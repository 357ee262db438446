/**
 * @module Tables -> an Excel workbook, one sheet a table, spans merged, amounts as numbers that show what was
 * printed; over each its caption and how it was found.
 */
import type { Cell, Table } from '../../schemas/index.js';
import type { Language } from '../terminal.js';
import type { FoundTable } from './found.js';
import { caption } from './grid.js';

/** A double keeps 15 significant digits; longer numbers stay text rather than change. */
const EXACT_DIGITS = 15;
/** Excel's own limits: 31 characters, none of these. */
const NOT_IN_NAMES = /[\\/?*[\]:']/g;

export async function toXlsx(tables: readonly FoundTable[], language: Language): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  // Fixed, so that the same tables give the same bytes of content.
  workbook.created = workbook.modified = new Date(0);
  for (const [i, table] of tables.entries()) {
    const sheet = workbook.addWorksheet(sheetName(table, i));
    sheet.addRow([caption(table, language)]);
    for (const cell of table.cells) {
      const [row, column] = [cell.row + 2, cell.column + 1];
      const target = sheet.getCell(row, column);
      const { value, format } = cellValue(cell);
      target.value = value;
      if (format) target.numFmt = format;
      target.alignment = { wrapText: true, vertical: 'middle' };
      if (cell.role === 'column_header') target.font = { bold: true };
      if (cell.row_span * cell.column_span > 1)
        sheet.mergeCells(row, column, row + cell.row_span - 1, column + cell.column_span - 1);
    }
    sheet.views = [{ state: 'frozen', ySplit: table.header_row_count + 1 }];
    for (let column = 1; column <= table.column_count; column++) sheet.getColumn(column).width = 18;
  }
  if (tables.length === 0) workbook.addWorksheet('no tables');
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** Codes such as 2080505 are names, not amounts: only what prints a decimal point becomes a number. */
function cellValue(cell: Cell): { value: string | number; format?: string } {
  const plain = cell.text.replace(/[,，]/g, '');
  const match = cell.role === 'column_header' ? null : /^-?(\d+)\.(\d+)$/.exec(plain);
  if (!match || (match[1] ?? '').length + (match[2] ?? '').length > EXACT_DIGITS) return { value: cell.text };
  return { value: Number(plain), format: `#,##0.${'0'.repeat((match[2] ?? '').length)}` };
}

function sheetName(table: Table, index: number): string {
  const name = `${index + 1} ${(table.title ?? table.id).replace(NOT_IN_NAMES, ' ')}`;
  return [...name].slice(0, 31).join('').trim();
}
