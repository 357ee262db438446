/**
 * @module The lines above a table (title, 单位, 年度). In: layouts and tables. Out: per table its caption lines with page
 * and box.
 */
import type { Table } from '../../schemas/index.js';
import type { PageLayout, TextLine } from '../model.js';
import { greatest } from '../domain/extremes.js';

/** A caption is not longer than title, number, entity, year and unit on lines of their own. */
const MAX_LINES = 6;

interface Extent {
  top: number;
  bottom: number;
}

export class Captions {
  private readonly extents = new Map<Table, Map<number, Extent>>();

  constructor(
    private readonly tables: readonly Table[],
    private readonly layouts: readonly PageLayout[],
  ) {}

  /** Lines between the table and the table or text before it, nearest last; only those on the table's first page. */
  above(table: Table): TextLine[] {
    const page = table.pages[0];
    const layout = this.layouts.find((l) => l.content.number === page);
    const top = page === undefined ? undefined : this.extentOn(table, page)?.top;
    if (!layout || page === undefined || top === undefined) return [];
    const above = this.tables
      .flatMap((t) => (t === table ? [] : (this.extentOn(t, page)?.bottom ?? [])))
      .filter((bottom) => bottom <= top + 1);
    const from = greatest(above);
    return layout.lines.filter((l) => l.box[1] >= from - 1 && l.box[3] <= top + 2).slice(-MAX_LINES);
  }

  /** Top and bottom of a table on one page, from the boxes of its cells; null where it has none there. */
  private extentOn(table: Table, page: number): Extent | null {
    let pages = this.extents.get(table);
    if (!pages) this.extents.set(table, (pages = extentsOf(table)));
    return pages.get(page) ?? null;
  }
}

function extentsOf(table: Table): Map<number, Extent> {
  const pages = new Map<number, Extent>();
  for (const c of table.cells)
    for (const b of c.boxes.slice(0, 1)) {
      const known = pages.get(c.page);
      if (!known) pages.set(c.page, { top: b[1], bottom: b[3] });
      else {
        known.top = Math.min(known.top, b[1]);
        known.bottom = Math.max(known.bottom, b[3]);
      }
    }
  return pages;
}

/** The line without inner white space, full-width signs folded. */
export function captionText(line: TextLine): string {
  return (line.glyphs.length > 0 ? line.glyphs.map((g) => g.text).join('') : line.text)
    .normalize('NFKC')
    .replace(/\s+/g, '');
}
