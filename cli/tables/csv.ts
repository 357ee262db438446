/** @module Tables -> CSV (RFC 4180), tables apart by an empty line, each under a line with its caption. */
import type { Table } from '../../schemas/index.js';
import { caption, textRows } from './grid.js';

export function toCsv(tables: readonly Table[]): string {
  const blocks = tables.map((table) =>
    [[`# ${caption(table)}`], ...textRows(table)].map((row) => row.map(field).join(',')).join('\r\n'),
  );
  // The mark tells Excel that this is UTF-8; without it Chinese comes out broken there.
  return `\uFEFF${blocks.join('\r\n\r\n')}\r\n`;
}

/** A PDF's text must not become a formula in somebody's spreadsheet; numbers with a sign are left alone. */
function field(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^[+-]?[\d.,，%]*$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
