/** @module A table's cells -> rows of text, a merged cell's text in its first place and "" in the others. */
import type { Cell, Table } from '../../schemas/index.js';
import type { Language } from '../terminal.js';
import { type FoundTable, foundWords } from './found.js';

export function textRows(table: Table): string[][] {
  const rows = Array.from({ length: table.row_count }, () => new Array<string>(table.column_count).fill(''));
  for (const cell of table.cells) {
    const row = rows[cell.row];
    if (row && cell.column < row.length) row[cell.column] = cell.text;
  }
  return rows;
}

/** Cells by row, left to right: what HTML and spreadsheets with spans want. */
export function cellRows(table: Table): Cell[][] {
  const rows = Array.from({ length: table.row_count }, () => [] as Cell[]);
  for (const cell of table.cells) rows[cell.row]?.push(cell);
  for (const row of rows) row.sort((a, b) => a.column - b.column);
  return rows;
}

/** "公开01表 收入支出决算总表（万元）, p. 5–6, found by rulings, score 1.00": what stands over a table in every format. */
export function caption(table: FoundTable, language: Language): string {
  const pages = table.pages.length > 1 ? `${table.pages[0]}–${table.pages.at(-1)}` : String(table.pages[0] ?? '?');
  const title = [table.printed_number, table.title ?? table.id].filter(Boolean).join(' ');
  const unit = table.unit ? `（${table.unit}）` : '';
  const found = foundWords(table.found, language);
  return language === 'zh' ? `${title}${unit}，第 ${pages} 页，${found}` : `${title}${unit}, p. ${pages}, ${found}`;
}
