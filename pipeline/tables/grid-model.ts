/** @module A ruled grid: its boundaries and the regions between them. */
import type { Box } from '../model.js';

export interface Region {
  row: number;
  column: number;
  row_span: number;
  column_span: number;
  box: Box;
}

export interface Grid {
  box: Box;
  /** Column boundaries, left to right (columns + 1). */
  xs: number[];
  /** Row boundaries, top to bottom (rows + 1). */
  ys: number[];
  cells: Region[];
  openTop: boolean;
  openBottom: boolean;
}
