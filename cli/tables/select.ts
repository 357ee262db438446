/** @module --pages and --area as people write them, and tables -> those tables, or parts of them, that stand there. */
import { type Box, centreOf } from '../../pipeline/geometry.js';
import type { Cell, Table } from '../../schemas/index.js';
import { UsageError } from '../errors.js';

/** First and last of a range, both included. */
export type PageRange = readonly [first: number, last: number];

/** "1-3,7" @throws UsageError */
export function parsePages(text: string, flag: string): PageRange[] {
  return text.split(',').map((part) => {
    const match = /^\s*(\d{1,9})\s*(?:-\s*(\d{1,9})\s*)?$/.exec(part);
    const first = Number(match?.[1]);
    const last = Number(match?.[2] ?? match?.[1]);
    if (!match || first < 1)
      throw new UsageError(`${flag}: "${text}" names no pages; write numbers from 1 and ranges, such as 1-3,7`);
    if (last < first) throw new UsageError(`${flag}: "${part.trim()}" ends before it begins; write ${last}-${first}`);
    return [first, last] as const;
  });
}

/** "36,72,560,400" @throws UsageError */
export function parseArea(text: string): Box {
  const parts = text.split(',').map((part) => part.trim());
  if (parts.length !== 4 || !parts.every((part) => /^\d+(\.\d+)?$/.test(part)))
    throw new UsageError(
      `--area: "${text}" is not x0,y0,x1,y1; write four numbers in points from the top left of the page, such as 36,72,560,400`,
    );
  const area = parts.map(Number) as Box;
  if (area[0] >= area[2] || area[1] >= area[3])
    throw new UsageError(
      `--area: "${text}" is empty; the first corner is the upper left one, the second the lower right one (x0 < x1, y0 < y1)`,
    );
  return area;
}

/** @throws UsageError for a page, or an area, that the document does not have */
export function checkSelection(
  name: string,
  pages: readonly { number: number; width: number; height: number }[],
  ranges: readonly PageRange[] | null,
  area: Box | null,
): void {
  const beyond = ranges?.find(([, last]) => last > pages.length);
  if (beyond) throw new UsageError(`--pages: ${name} has ${pages.length} pages, there is no page ${beyond[1]}`);
  const chosen = pages.filter(({ number, width }) => width > 0 && isChosen(number, ranges));
  const [first] = chosen;
  if (area && first && !chosen.some(({ width, height }) => area[0] < width && area[1] < height))
    throw new UsageError(
      `--area: ${area.join(',')} lies outside the pages; page ${first.number} is ${first.width} × ${first.height} points`,
    );
}

/** A table that runs over pages is chosen as a whole where one of them is; an area takes out of it what stands there. */
export function select<T extends Table>(
  tables: readonly T[],
  ranges: readonly PageRange[] | null,
  area: Box | null,
): T[] {
  const chosen = tables.filter((table) => table.pages.some((page) => isChosen(page, ranges)));
  return area === null
    ? chosen
    : chosen.map((table) => within(table, ranges, area)).filter((table): table is T => table !== null);
}

function isChosen(page: number, ranges: readonly PageRange[] | null): boolean {
  return ranges === null || ranges.some(([first, last]) => page >= first && page <= last);
}

/**
 * Whole rows and whole columns whose cells have their middle in the area: no cell is cut, so no figure is either. A
 * merged cell stays where one of its rows and columns does. null: nothing of the table stands there.
 */
function within<T extends Table>(table: T, ranges: readonly PageRange[] | null, area: Box): T | null {
  const rows = new Set<number>();
  const columns = new Set<number>();
  for (const cell of table.cells) {
    if (!standsIn(cell, ranges, area)) continue;
    if (cell.row_span === 1) rows.add(cell.row);
    if (cell.column_span === 1) columns.add(cell.column);
  }
  const [rowsKept, columnsKept] = [rows, columns].map((set) => [...set].sort((a, b) => a - b)) as [
    number[],
    number[],
  ];
  const cells = table.cells.flatMap((cell): Cell[] => {
    const row = placeIn(rowsKept, cell.row, cell.row_span);
    const column = placeIn(columnsKept, cell.column, cell.column_span);
    if (!row || !column) return [];
    return [{ ...cell, row: row.at, row_span: row.span, column: column.at, column_span: column.span }];
  });
  if (cells.length === 0) return null;
  return {
    ...table,
    pages: table.pages.filter((page) => cells.some((cell) => cell.page === page)),
    row_count: rowsKept.length,
    column_count: columnsKept.length,
    header_row_count: rowsKept.filter((row) => row < table.header_row_count).length,
    cells,
  };
}

function standsIn(cell: Cell, ranges: readonly PageRange[] | null, area: Box): boolean {
  return cell.boxes.some((box, i) => {
    // A cell that runs over a page break has one box a page, in their order.
    if (!isChosen(cell.page + i, ranges)) return false;
    const [x, y] = centreOf(box);
    return x >= area[0] && x <= area[2] && y >= area[1] && y <= area[3];
  });
}

/** Where a cell's rows (or columns) are among those kept. */
function placeIn(kept: readonly number[], first: number, span: number): { at: number; span: number } | null {
  const at = kept.findIndex((each) => each >= first && each < first + span);
  return at < 0 ? null : { at, span: kept.filter((each) => each >= first && each < first + span).length };
}
