/**
 * @module The port of table finders. In: one page's glyphs, rulings and fills, and what is known of forms; out:
 * candidates, of which one
 * chooser takes the best for every stretch of the page, and one filling puts the glyphs into cells.
 */
import type { Area, Glyph, PageTable, Ruling } from '../model.js';
import type { Grid } from './grid-model.js';

export type { Grid, Region } from './grid-model.js';

export type Method = 'ruled' | 'aligned';

/** One segmentation of a stretch of a page. */
export interface Candidate {
  grid: Grid;
  /**
   * The glyphs of each region, where a driver knows better than the regions' boxes: words that hang out of their
   * columns.
   */
  held?: Glyph[][];
  /** Regions that may hold two figures, by their number, with the figures: no value is read from them. */
  doubtful?: ReadonlyMap<number, string>;
  method: Method;
  /** How sure that is, 0 to 1: less where text alone divides it (PageTable.score). */
  score: number;
  /**
   * What the candidate rests on, for people: "rulings", "rule family of 3", "edges of fills", "columns of
   * figures".
   */
  evidence: string[];
}

/** What the page offers to a driver. */
export interface PageView {
  page: number;
  width: number;
  height: number;
  glyphs: readonly Glyph[];
  horizontals: readonly Ruling[];
  verticals: readonly Ruling[];
  /** As drawn, before pieces were joined. */
  pieces: readonly Ruling[];
  areas: readonly Area[];
  forms: FormWords;
  /** The last table of the page before, when it may go on here. */
  before: PageTable | null;
}

/**
 * What statutory forms print, given by those who know them; this stage holds no words of its own. Texts come
 * without white space.
 */
export interface FormWords {
  /** A whole header cell: 科目编码, 本年收入合计. */
  isHeader(text: string): boolean;
  /** A label or header printed with its characters set apart: 合　计. */
  isSpaced(text: string): boolean;
  /** The label of a total row. */
  isTotal(text: string): boolean;
  /** A classification code. */
  isCode(text: string): boolean;
  /** What stands above a table and is no part of it: unit, number, entity. */
  isCaption(text: string): boolean;
  /** A note below a table. */
  isNote(text: string): boolean;
}

/** For pages of which nothing is known. */
export const NO_FORMS: FormWords = {
  isHeader: () => false,
  isSpaced: () => false,
  isTotal: () => false,
  isCode: () => false,

  isCaption: () => false,
  isNote: () => false,
};
