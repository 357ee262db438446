/**
 * @module Parts of one table -> one set of cells, rows numbered through; rows and merged cells cut by the page
 * break mended.
 */
import type { Cell } from '../../schemas/index.js';
import { isCellNumber } from '../domain/cell-shapes.js';
import { isCode } from '../domain/codes.js';
import { beginsRow, holdsTotal } from '../domain/row-labels.js';
import type { Continuation, Joined, Part } from './parts.js';
import { append as appendAll, least } from '../domain/extremes.js';

/** A cell's text of this many characters is prose, not a label. */
const LONG_TEXT = 12;

export function start(part: Part): Joined {
  const { table, caption } = part;
  return {
    xs: table.xs,
    cells: table.cells.map((c) => ({ ...c })),
    rowCount: table.ys.length - 1,
    columnCount: table.xs.length - 1,
    pages: [table.page],
    caption: { ...caption, notes: [...caption.notes] },
    openBottom: table.openBottom,
  };
}

export function append(joined: Joined, part: Part, how: Continuation): void {
  recolumn(joined.cells, how.earlier);
  joined.xs = how.xs;
  joined.columnCount = how.xs.length - 1;
  const next = part.table.cells
    .filter((c) => c.row >= how.repeatedRows)
    .map((c) => ({ ...c, row: c.row - how.repeatedRows }));
  recolumn(next, how.later);
  let rows = part.table.ys.length - 1 - how.repeatedRows;
  const firstRow = next.filter((c) => c.row === 0);
  const lastRow = joined.rowCount - 1;
  const open = joined.openBottom || part.table.openTop;
  if (
    rows > 0 &&
    cutByBreak(
      joined.cells.filter((c) => c.row + c.row_span - 1 === lastRow),
      firstRow,
      open,
    )
  ) {
    mergeRow(joined.cells, firstRow, lastRow);
    const moved = next.filter((c) => c.row > 0 || !firstRow.includes(c));
    for (const c of moved) c.row -= 1;
    for (const c of moved) c.row += joined.rowCount;
    appendAll(joined.cells, moved);
    rows -= 1;
  } else {
    const absorbed = new Set<Cell>();
    for (const c of firstRow) if (goesOn(joined.cells, c, lastRow)) absorbed.add(c);
    for (const c of next) {
      if (absorbed.has(c)) continue;
      c.row += joined.rowCount;
      joined.cells.push(c);
    }
  }
  joined.rowCount += rows;
  joined.pages.push(part.table.page);
  appendAll(joined.caption.notes, part.caption.notes);
  if (joined.caption.unit === null && part.caption.unit !== null) {
    joined.caption.unit = part.caption.unit;
    joined.caption.unitEvidence = part.caption.unitEvidence;
  }
  joined.openBottom = part.table.openBottom;
}

function recolumn(cells: Cell[], index: number[]): void {
  for (const c of cells) {
    const end = index[c.column + c.column_span]!;
    c.column = index[c.column]!;
    c.column_span = end - c.column;
  }
}

/**
 * Whether the page break cuts a row in two. The second half shows it: text in a label column, no label, code or
 * value of its
 * own, under a row that has them.
 */
function cutByBreak(above: Cell[], below: Cell[], open: boolean): boolean {
  if (below.some((c) => c.row_span > 1) || above.length === 0) return false;
  const filled = below.filter((c) => c.text !== '');
  // What is left of a cut row after its text is lower than a row.
  if (filled.length === 0) return open && height(below) < 0.7 * height(above);
  const over = (c: Cell): Cell | undefined =>
    above.find((a) => a.column === c.column && a.column_span === c.column_span);
  if (filled.some((c) => !over(c))) return false;
  if (filled.some((c) => beginsRow(c.text))) return false;
  if (proseGoesOn(filled, above, (c) => over(c)!)) return true;
  const hasCode = above.some((c) => isCode(c.text));
  const hasValue = above.some((c) => isCellNumber(c.text) && !isCode(c.text));
  // An undrawn edge alone proves nothing: many producers leave the rule out between two whole rows.
  if (!hasValue || (!hasCode && !open)) return false;
  return (
    filled.length === 1 &&
    filled.every((c) => !isCellNumber(c.text) && !isCode(c.text) && over(c)!.text !== '' && !holdsTotal(c.text))
  );
}

function height(row: Cell[]): number {
  return least(row.map((c) => c.boxes[c.boxes.length - 1]!).map((box) => box[3] - box[1]));
}

/**
 * Long text without its end, under which the labels of the row are not repeated: a form's row cut in the middle of
 * a sentence.
 */
function proseGoesOn(filled: Cell[], above: Cell[], over: (cell: Cell) => Cell): boolean {
  const filledAbove = above.filter((c) => c.text !== '').length;
  return (
    filled.length * 2 <= filledAbove &&
    filled.every((c) => over(c).text.length >= LONG_TEXT && !/[。；;！!？?]$/.test(over(c).text))
  );
}

function mergeRow(cells: Cell[], second: Cell[], lastRow: number): void {
  for (const c of second) {
    const first = cells.find(
      (a) => a.row + a.row_span - 1 === lastRow && a.column === c.column && a.column_span === c.column_span,
    );
    if (!first) continue;
    if (c.text !== '') mergeText(first, c);
    appendAll(first.boxes, c.boxes);
  }
}

function mergeText(first: Cell, second: Cell): void {
  first.raw_text = first.raw_text === '' ? second.raw_text : `${first.raw_text}\n${second.raw_text}`;
  // A cell whose text stands wholly on the second page is found there.
  if (first.text === '') {
    first.page = second.page;
    first.source = second.source;
  }
  first.text += second.text;
  first.confidence = Math.min(first.confidence, second.confidence);
}

/** A merged cell that the page break cuts: one half empty, the other with the text. */
function goesOn(cells: Cell[], below: Cell, lastRow: number): boolean {
  const above = cells.find(
    (a) => a.row + a.row_span - 1 === lastRow && a.column === below.column && a.column_span === below.column_span,
  );
  if (!above || (above.text !== '' && below.text !== '')) return false;
  if (above.row_span === 1 && below.row_span === 1) return false;
  // A value column's empty merged cell is a place of its own.
  if (above.text === '' && below.text === '') return false;
  if (below.text !== '' && isCellNumber(below.text)) return false;
  if (below.text !== '') mergeText(above, below);
  above.row_span += below.row_span;
  appendAll(above.boxes, below.boxes);
  return true;
}
