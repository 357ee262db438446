/**
 * @module The top rows of a table that print its caption inside the grid (title; entity, number and unit), as
 * spreadsheets do -> how
 * many rows they are, and what they say.
 */
import type { Cell } from '../../schemas/index.js';
import { endsAsTitle, isNumberedHeading } from '../domain/captions.js';
import { type Caption, readCaptionPiece } from './captions.js';
import { rowsOf } from './rows.js';

/** Rows looked at; more than title, entity, number and unit no caption has. */
const MOST_ROWS = 4;
const LONGEST_TITLE = 60;

export interface InnerCaption {
  rows: number;
  caption: Caption;
}

/** @param columns of the whole table */
export function innerCaption(cells: readonly Cell[], rowCount: number, columns: number): InnerCaption {
  const caption: Caption = { title: null, printedNumber: null, unit: null, unitEvidence: null, notes: [], lines: [] };
  let count = 0;
  for (const row of rowsOf(cells, rowCount).slice(0, Math.min(MOST_ROWS, rowCount - 1))) {
    const filled = row.filter((c) => c.text !== '');
    const whole = row.length === 1 && row[0]!.column_span === columns;
    if (filled.length === 0 || row.some((c) => c.row_span > 1) || !filled.every((c) => isCaption(c, whole, caption)))
      break;
    count++;
  }
  // A row of names and units alone, without a title above it, may be any row.
  return count > 0 && (caption.title !== null || caption.unit !== null || caption.printedNumber !== null)
    ? { rows: count, caption }
    : { rows: 0, caption: { ...caption, unit: null, unitEvidence: null, printedNumber: null } };
}

function isCaption(cell: Cell, whole: boolean, caption: Caption): boolean {
  if (
    whole &&
    caption.title === null &&
    endsAsTitle(cell.text) &&
    cell.text.length <= LONGEST_TITLE &&
    !isNumberedHeading(cell.text)
  ) {
    caption.title = cell.text;
    return true;
  }
  // Printed wide apart in one cell: each piece by itself, or the line they make together.
  const pieces = cell.raw_text
    .split(/\s{2,}|\n|(?<=\S)\s(?=\S*[:：])/)
    .map((p) => p.replace(/\s+/g, ''))
    .filter((p) => p !== '');
  const box = cell.boxes[0]!;
  const known = pieces.filter((p) => readCaptionPiece(p, cell.page, box, caption)).length;
  return known === pieces.length || readCaptionPiece(cell.text, cell.page, box, caption);
}
