/** @module Flat records -> CSV, XLSX or JSON Lines with declared columns. */
import type { Column } from './columns.js';
import type { FlatRecord } from './parquet.js';

/** One value as text: nested values as JSON, null as nothing. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/**
 * RFC 4180, with the byte order mark that spreadsheet programs need for Chinese. A leading = + - @ in text is quoted
 * against formula injection.
 */
export function toCsv(columns: readonly Column[], records: readonly FlatRecord[]): string {
  const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = [columns.map((c) => c.name).join(',')];
  for (const record of records) {
    lines.push(
      columns
        .map((c) => {
          const text = textOf(record[c.name]);
          return quoted(c.type === 'string' && /^[=+\-@\t]/.test(text) ? `'${text}` : text);
        })
        .join(','),
    );
  }
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

export function toJsonLines(columns: readonly Column[], records: readonly FlatRecord[]): string {
  return records
    .map((record) => `${JSON.stringify(Object.fromEntries(columns.map((c) => [c.name, record[c.name] ?? null])))}\n`)
    .join('');
}

/** Rows a worksheet holds at most. */
const MOST_ROWS = 1_048_576;

/** Decimals stay text: a spreadsheet's own numbers are floating point. */
export async function toXlsx(
  columns: readonly Column[],
  records: readonly FlatRecord[],
  sheet: string,
): Promise<Uint8Array> {
  if (records.length >= MOST_ROWS)
    throw new RangeError(
      `${records.length} records do not fit a worksheet (${MOST_ROWS - 1}); filter them, or export parquet or csv`,
    );
  const { default: Excel } = await import('exceljs');
  const workbook = new Excel.Workbook();
  const worksheet = workbook.addWorksheet(sheet);
  worksheet.columns = columns.map((c) => ({
    header: c.name,
    key: c.name,
    width: Math.min(40, Math.max(12, c.name.length + 2)),
  }));
  for (const record of records) {
    worksheet.addRow(
      columns.map((c) =>
        c.type === 'integer' || c.type === 'number' ? (record[c.name] ?? null) : textOf(record[c.name]) || null,
      ),
    );
  }
  return new Uint8Array((await workbook.xlsx.writeBuffer()) as ArrayBuffer);
}
