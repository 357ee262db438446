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
  const top = topOn(table, page);
  if (!layout || top === null) return [];
  const above = input.tables.flatMap((t) => (t === table ? [] : bottomOn(t, page!) ?? [])).filter((bottom) => bottom <= top + 1);
  const from = Math.max(-Infinity, ...above);
  return layout.lines.filter((l) => l.box[1] >= from - 1 && l.box[3] <= top + 2).slice(-MAX_LINES);
}

/** The line without inner white space, full-width signs folded. */
export function captionText(line: TextLine): string {
  return (line.glyphs.length > 0 ? line.glyphs.map((g) => g.text).join('') : line.text).normalize('NFKC').replace(/\s+/g, '');
}

function topOn(table: Table, page: number | undefined): number | null {
  let top: number | null = null;
  for (const c of table.cells) if (c.page === page) for (const b of c.boxes.slice(0, 1)) top = top === null ? b[1] : Math.min(top, b[1]);
  return top;
}

function bottomOn(table: Table, page: number): number | null {
  let bottom: number | null = null;
  for (const c of table.cells) if (c.page === page) for (const b of c.boxes.slice(0, 1)) bottom = bottom === null ? b[3] : Math.max(bottom, b[3]);
  return bottom;
}
