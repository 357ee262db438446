/** @module The terms of a sample before it is typeset: tables as grids whose value cells know what fact they state, and blocks of a document. */
import type { Dimensions } from '../../schemas/index.js';

export type Align = 'left' | 'center' | 'right';

/** What a value cell states, in the words that contract and scorer use. */
export interface FactPlace {
  code: string | null;
  row: string;
  /** Header path joined with "/", 栏次 left out. */
  column: string;
  /** What the figure means, where the sample declares it; null: words that dimensions.md has no name for. */
  dimensions?: Dimensions | null;
}

export interface GridCell {
  r: number;
  c: number;
  rs: number;
  cs: number;
  /** As printed: may hold spaces inside numbers or labels; the truth has them removed. */
  text: string;
  align: Align;
  bold: boolean;
  /** Left indent in characters (sub-items under a class). */
  indent: number;
  fact?: FactPlace;
}

export interface TableSpec {
  /** Canonical id, or null for a generic table (no facts). */
  kind: string | null;
  /** Title as printed; spaces count for printing only. */
  title: string | null;
  subtitle?: string;
  /** 公开01表 as printed, or null. */
  number: string | null;
  unit: string | null;
  /** 金额单位：万元 as printed at the right, or null. */
  unitLine: string | null;
  /** 部门：… at the left, and 2023年度 in the middle. */
  entityLine: string | null;
  yearLine: string | null;
  rows: number;
  columns: number;
  headerRows: number;
  /** Relative column widths. */
  widths: number[];
  cells: GridCell[];
  notes: string[];
  /** @default 'usual' */
  caption?: CaptionForm;
}

/**
 * How borders are drawn: a stroke a cell side, lines as long as they run, thin filled rectangles, a rectangle a cell; strokes that stop
 * short of crossings, double, dashed and dotted lines, no outer sides, three lines alone, rows alone; white lines on shaded cells; no
 * line at all, with and without every other row shaded.
 */
export const RULINGS = [
  'stroke',
  'long',
  'fill',
  'outline',
  'gaps',
  'double',
  'dashed',
  'dotted',
  'open',
  'three',
  'rows',
  'white',
  'none',
  'zebra',
] as const;
export type Ruling = (typeof RULINGS)[number];

/** What stands where above a table. */
export type CaptionForm =
  | 'usual'
  | 'number_left'
  | 'number_above'
  | 'number_beside_unit'
  | 'title_in_two'
  | 'title_in_grid'
  | 'all_in_grid';

export interface TableStyle {
  size: number;
  padX: number;
  padY: number;
  /** Least height of a row in points. */
  rowMin: number;
  ruling: Ruling;
  lineWidth: number;
  repeatHeader: boolean;
  /** A row may be cut by the page break. */
  cutRows: boolean;
  /** Draw the edge at the page break. */
  closeAtBreak: boolean;
  headerFill: string | null;
  boldHeader: boolean;
  valign: 'middle' | 'top';
  /** Every other row shaded. */
  zebra?: boolean;
  /** Rows that begin a page, whatever room is left. */
  breakAt?: number[];
}

export type Block =
  | {
      t: 'text';
      text: string;
      size?: number;
      bold?: boolean;
      align?: Align;
      indent?: number;
      after?: number;
      before?: number;
      toc?: number;
    }
  | { t: 'toc'; title: string }
  | { t: 'table'; spec: TableSpec; style?: Partial<TableStyle>; titleSize?: number }
  | { t: 'page'; landscape?: boolean; rotate?: boolean }
  | { t: 'chart'; caption: string; bars: { label: string; value: number }[]; height: number };

export interface PageSetup {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface Anomaly {
  kind: string;
  /** Pages are looked up: where the quoted text stands, or given by table title. */
  where: string;
  says: string;
  should_be: string;
  difference: number | null;
  severity: 'error' | 'minor' | 'rounding';
  /** Titles of the tables and quotes of the paragraphs that show it. */
  tables?: string[];
  quotes?: string[];
}

export interface SampleDocument {
  name: string;
  entity: string;
  fiscalYear: number;
  documentKind: string;
  unit: string | null;
  setup: PageSetup;
  body: { size: number; leading: number };
  table: TableStyle;
  fonts: FontChoice;
  footer: ((page: number, pages: number) => string) | null;
  header: string | null;
  blocks: Block[];
  anomalies: Anomaly[];
  /** Print bold as the regular face drawn twice, a hair apart. */
  doubleBold?: boolean;
  /** Browser and office break lines and size rows as laid out, so that no random page runs over; @default they break by themselves. */
  keepLines?: boolean;
  /** Write some ideographs as Kangxi radicals in ToUnicode. */
  radicals?: boolean;
}

export interface FontFace {
  path: string;
  name?: string;
}
/** `css` and `cssBold` are declarations for the browser: a face of its own for bold, so that none is synthesised. */
export interface FontChoice {
  regular: FontFace;
  bold: FontFace;
  css: string;
  cssBold: string;
}

/** White space out, the way the contract's `text` wants it. */
export function squeeze(s: string): string {
  return s.replace(/[\s\u00a0\u3000\u200b]+/g, '');
}
