/** @module A value place with what names it in; the published fact out. */
import type { Cell, Fact, Phase, Table, TableKind } from '../../schemas/index.js';
import { type PrintedNumber, parseNumber, readNumber } from '../domain/numbers.js';
import { toYuan } from '../domain/units.js';

/**
 * Confidence of a place where something is printed that was not read as a figure: below what any grade but doubtful
 * takes.
 */
export const UNREAD = 0.5;

export interface Place {
  cell: Cell;
  rowCode: string | null;
  rowId: string | null;
  rowLabel: string;
  rowPath: string[];
  columnId: string | null;
  columnLabel: string;
  dimensions: Fact['dimensions'];
  phase: Phase;
  /** Unit of the place by header, row or table; a unit printed behind the number itself wins. */
  unit: string | null;
  /** How the cell's text is read. @default parseNumber */
  read?: (text: string, raw: string) => PrintedNumber;
}

export function makeFact(table: Table, kind: TableKind, place: Place): Fact {
  const { cell } = place;
  const printed = (place.read ?? wholeNumber)(cell.text, cell.raw_text || cell.text);
  const unit = printed.unit ?? place.unit;
  return {
    id: `${table.id}-r${cell.row}c${cell.column}`,
    table_id: table.id,
    table_kind: kind,
    table_title: table.title,
    row_code: place.rowCode,
    row_id: place.rowId,
    row_label: place.rowLabel,
    row_path: place.rowPath,
    column_id: place.columnId,
    column_label: place.columnLabel,
    dimensions: place.dimensions,
    phase: place.phase,
    value: printed.value,
    raw_text: cell.raw_text,
    unit,
    amount_yuan: toYuan(printed.value, unit),
    page: cell.page,
    boxes: cell.boxes,
    source: cell.source,
    confidence: cell.confidence,
    grade: 'unchecked',
    repair: null,
  };
}

/** A number, also one that a narrow cell breaks over two lines (21,118.5 over 1). */
function wholeNumber(text: string, raw: string): PrintedNumber {
  const printed = parseNumber(text, raw);
  if (printed.value !== null || !raw.includes('\n')) return printed;
  const read = readNumber(text, raw);
  return read.form === 'broken' ? read : printed;
}
