/**
 * @module What joining works with: a page's table with its surroundings, the table joined so far, how the one
 * continues the other.
 */
import type { Cell } from '../../schemas/index.js';
import type { PageTable, TextLine } from '../model.js';
import type { Caption } from '../tables/captions.js';

/** A page's table with the text around it. */
export interface Part {
  table: PageTable;
  caption: Caption;
  /** Lines above (below) that are no caption: something else stands between this table and its neighbour. */
  proseAbove: boolean;
  proseBelow: boolean;
  /** Those lines, above and below. */
  linesAbove: readonly TextLine[];
  linesBelow: readonly TextLine[];
  firstOnPage: boolean;
  lastOnPage: boolean;
}

/** A table while its parts are being joined. */
export interface Joined {
  xs: number[];
  cells: Cell[];
  rowCount: number;
  columnCount: number;
  pages: number[];
  caption: Caption;
  openBottom: boolean;
}

export interface Continuation {
  /** Header rows that the continuation repeats, to be dropped. */
  repeatedRows: number;
  /** The joined columns' boundaries, and each part's boundaries as indices into them. */
  xs: number[];
  earlier: number[];
  later: number[];
}
