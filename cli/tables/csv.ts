/** @module Tables -> CSV (RFC 4180), tables apart by an empty line, each under a line with its caption and how it was found. */
import type { Language } from '../terminal.js';
import type { FoundTable } from './found.js';
import { caption, textRows } from './grid.js';

export function toCsv(tables: readonly FoundTable[], language: Language): string {
  const blocks = tables.map((table) =>
    [[`# ${caption(table, language)}`], ...textRows(table)].map((row) => row.map(field).join(',')).join('\r\n'),
  );
  // The mark tells Excel that this is UTF-8; without it Chinese comes out broken there.
  return `\uFEFF${blocks.join('\r\n\r\n')}\r\n`;
}

/** A PDF's text must not become a formula in somebody's spreadsheet; numbers with a sign are left alone. */
function field(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^[+-]?[\d.,，%]*$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
