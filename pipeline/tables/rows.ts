/** @module Cells of a table -> its rows. */
import type { Cell } from '../../schemas/index.js';

/** Rows of cells, by row number; spanning cells stand in their first row only. */
export function rowsOf(cells: readonly Cell[], rowCount: number): Cell[][] {
  const rows: Cell[][] = Array.from({ length: rowCount }, () => []);
  for (const cell of cells) rows[cell.row]!.push(cell);
  for (const row of rows) row.sort((a, b) => a.column - b.column);
  return rows;
}
