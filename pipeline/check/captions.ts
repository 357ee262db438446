/** @module The lines above a table (title, 单位, 年度). In: layouts and tables. Out: per table its caption lines with page and box. */
import type { Table } from '../../schemas/index.js';
import type { TextLine } from '../model.js';
import type { CheckInput } from './types.js';

/** A caption is not longer than title, number, entity, year and unit on lines of their own. */
const MAX_LINES = 6;

/** Lines between the table and the table or text before it, nearest last; only those on the table's first page. */
export function captionLines(input: CheckInput, table: Table): TextLine[] {
  const page = table.pages[0];
  const layout = input.layouts.find((l) => l.content.number === page);
  const top = page === undefined ? undefined : extentOn(table, page)?.top;
  if (!layout || page === undefined || top === undefined) return [];
  const above = input.tables
    .flatMap((t) => (t === table ? [] : (extentOn(t, page)?.bottom ?? [])))
    .filter((bottom) => bottom <= top + 1);
  const from = Math.max(-Infinity, ...above);
  return layout.lines.filter((l) => l.box[1] >= from - 1 && l.box[3] <= top + 2).slice(-MAX_LINES);
}

/** The line without inner white space, full-width signs folded. */
export function captionText(line: TextLine): string {
  return (line.glyphs.length > 0 ? line.glyphs.map((g) => g.text).join('') : line.text)
    .normalize('NFKC')
    .replace(/\s+/g, '');
}

/** Top and bottom of a table on one page, from the boxes of its cells; null where it has none there. */
function extentOn(table: Table, page: number): { top: number; bottom: number } | null {
  let pages = extents.get(table);
  if (!pages) {
    pages = new Map();
    extents.set(table, pages);
    for (const c of table.cells)
      for (const b of c.boxes.slice(0, 1)) {
        const known = pages.get(c.page);
        if (!known) pages.set(c.page, { top: b[1], bottom: b[3] });
        else {
          known.top = Math.min(known.top, b[1]);
          known.bottom = Math.max(known.bottom, b[3]);
        }
      }
  }
  return pages.get(page) ?? null;
}
const extents = new WeakMap<Table, Map<number, { top: number; bottom: number }>>();
