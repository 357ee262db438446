/**
 * @module What the stages hand to one another before records are published.
 * Coordinates: PDF points, origin at the top left of the page as displayed (rotation applied, page box at 0,0).
 */
import type { Cell, TextSource } from '../schemas/index.js';
import type { ContentBox as Box } from './geometry.js';

/** Stages measure in the frame of the content. */
export type { ContentBox as Box } from './geometry.js';

/** One printed character. */
export interface Glyph {
  /** Folded Unicode: compatibility forms of CJK and radicals replaced; may be several characters (ligature). "" is never kept. */
  text: string;
  /** As the text layer (or the recogniser) gave it. */
  raw: string;
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  /** y of the baseline; glyphs of one printed line share it. */
  baseline: number;
  /** Font size in points as displayed. */
  size: number;
  font: string;
  /** Reading direction in degrees clockwise: 0 is left to right. */
  direction: 0 | 90 | 180 | 270;
  /** Index in content order: text of one run comes in order. */
  order: number;
  source: TextSource;
  /** 1 for a text layer; the recogniser's probability of this character for OCR. */
  confidence: number;
}

/** A drawn straight line, or the side of a drawn rectangle, parallel to an axis. */
export interface Ruling {
  orientation: 'horizontal' | 'vertical';
  /** y of a horizontal, x of a vertical ruling (centre of its stroke or thin rectangle). */
  at: number;
  from: number;
  to: number;
  width: number;
  kind: 'stroke' | 'fill' | 'outline';
  /** Why a reader sees nothing there, or null when it is visible. */
  hidden: null | 'white' | 'clipped' | 'off_page' | 'transparent' | 'covered';
}

/** A filled area that is no line (shading behind cells), and images; for layout and for the decision to recognise. */
export interface Area {
  box: Box;
  kind: 'fill' | 'image';
}

export type Rotation = 0 | 90 | 180 | 270;

/** Everything read from one page: from the text layer, or by OCR, in the same terms. */
export interface PageContent {
  number: number;
  width: number;
  height: number;
  rotation: Rotation;
  glyphs: Glyph[];
  rulings: Ruling[];
  areas: Area[];
  /** Glyphs painted without any usable Unicode; they stand in glyphs as U+FFFD, so that no number loses a digit unseen (on a page without a single readable glyph they are left out). */
  unmappedGlyphs: number;
  /** Glyphs dropped because invisible (render mode 3), clipped or off the page. */
  hiddenGlyphs: number;
  textSource: 'text_layer' | 'ocr' | 'none';
  /** Why: e.g. "text layer", "no text: page is one image", "12 % of glyphs without Unicode". */
  reason: string | null;
  /** For OCR: what limits trust in the image; values read from such pages are never verified. */
  imageQuality?: 'good' | 'low_resolution' | 'bilevel';
  /** For OCR, and pages printed sideways: the frame of glyphs and rulings is the upright page; this leads back to the page as displayed. Absent: they are the same. */
  upright?: UprightFrame;
  /** For OCR: what else the picture of a number may say. */
  numericReadings?: NumericReading[];
  /** For OCR: where ink is printed that gave no text; a cell that holds it is not blank. */
  unread?: UnreadInk[];
}

/** Ink that was not read. */
export interface UnreadInk {
  /** Where, in the content frame. */
  box: Box;
  /** Dark dots there, as the area in square points that they fill. */
  ink: number;
}

/** A scan lies askew: its content is given in the frame in which lines are parallel to the axes. */
export interface UprightFrame {
  /** Content frame -> page as displayed, points: x' = m[0]·x + m[2]·y + m[4], y' = m[1]·x + m[3]·y + m[5]. */
  matrix: readonly [number, number, number, number, number, number];
  /** Size of the page as displayed (differs from the content's for sideways scans). */
  width: number;
  height: number;
}

/** One number as recognised, with the other readings that its picture supports. */
export interface NumericReading {
  /** Where, in the content frame. */
  box: Box;
  text: string;
  /** Likeliest first; the reading taken is among them. */
  readings: { text: string; probability: number /** Who read it so. */; by: string }[];
  /** A second reading was asked for: did it agree? null when there was no cause. */
  agreed: boolean | null;
}

/** A printed line of text. */
export interface TextLine {
  page: number;
  box: Box;
  /** Folded text, inner spacing as printed collapsed to single spaces. */
  text: string;
  glyphs: Glyph[];
}

/** A table as one page shows it. Cells use page-local row and column numbers; `role` is preliminary. */
export interface PageTable {
  page: number;
  box: Box;
  /** How it was found. */
  method: 'ruled' | 'aligned';
  /**
   * How sure that is, 0 to 1. Ruled: the share of its row and column boundaries that rulings draw, 1 when text
   * divided nothing further. Aligned: the rank that its finder has among the finders (figures in columns 0.6, a
   * family of rules 0.9), no measured probability.
   */
  score: number;
  /** What that rests on, for people: "rulings", "family of 3 rules". */
  evidence: string[];
  /** x of every column boundary (columns + 1) and y of every row boundary (rows + 1). */
  xs: number[];
  ys: number[];
  cells: Cell[];
  /** True when the top (bottom) edge is open: no ruling closes it, so the neighbouring page may share a row. */
  openTop: boolean;
  openBottom: boolean;
}

/** One page taken apart: tables, and the text outside them in reading order. */
export interface PageLayout {
  content: PageContent;
  tables: PageTable[];
  /** Lines outside tables, top to bottom, without running headers, footers and page numbers. */
  lines: TextLine[];
  /** Running headers, footers and page numbers. */
  furniture: TextLine[];
}

/** A run of prose joined over lines and page breaks; offsets lead back to glyphs. */
export interface Paragraph {
  /** White space between CJK characters removed; ASCII punctuation kept as printed. */
  text: string;
  /** glyphs[i] printed text[i]; null for a joining space. */
  glyphs: (Glyph | null)[];
  /** pages[i] is the page of text[i]. */
  pages: number[];
}
