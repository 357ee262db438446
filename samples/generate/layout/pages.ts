/**
 * @module What a typeset page holds: drawing operations in points (origin top left, as displayed), and the flow they
 * came from.
 */
import type { Align, PageSetup, SampleDocument, TableSpec, TableStyle } from '../model.js';

export type Op =
  | { op: 'text'; x: number; y: number; s: string; size: number; bold: boolean; twice?: boolean }
  | { op: 'line'; x0: number; y0: number; x1: number; y1: number; w: number; dash?: [number, number]; color?: string }
  | { op: 'fill'; x: number; y: number; w: number; h: number; color: string }
  | { op: 'outline'; x: number; y: number; w: number; h: number; lw: number };

/** The rows of a table that one page shows; `from`/`to` are lines where the page break cuts a row. */
export interface Item {
  row: number;
  y: number;
  h: number;
  from: number;
  to: number | null;
  copy: boolean;
}
export interface Slice {
  table: TablePlacement;
  items: Item[];
  left: number;
  xs: number[];
  page: number;
}

export type Flow =
  | {
      f: 'text';
      lines: string[];
      size: number;
      bold: boolean;
      align: Align;
      indent: number;
      x: number;
      y: number;
      leading: number;
      width: number;
    }
  | { f: 'slice'; slice: Slice }
  /** Drawing only (a chart): operations `from` to `to` of the page. */
  | { f: 'ops'; from: number; to: number; y: number; height: number };

export interface LaidPage {
  width: number;
  height: number;
  rotate: boolean;
  ops: Op[];
  flow: Flow[];
  setup: PageSetup;
}

export interface TablePlacement {
  spec: TableSpec;
  style: TableStyle;
  /** Page of each row (its first, where a break cuts it) and of each cell (where its text stands). */
  rowPage: number[];
  cellPage: number[];
  slices: Slice[];
  /** Which slice shows each cell's text; its wrapped lines and font size. */
  home: number[];
  lines: string[][];
  sizes: number[];
}

export interface Laid {
  doc: SampleDocument;
  pages: LaidPage[];
  tables: TablePlacement[];
  /** First and last page of each text block. */
  texts: { text: string; first: number; last: number }[];
}

export type { PageSetup };
