/** @module Page layouts -> logical tables: a table that runs over pages is one, every cell keeps its page. */
import type { Table } from '../../schemas/index.js';
import type { PageLayout, PageTable, TextLine } from '../model.js';
import { type Caption, captionOf } from '../tables/captions.js';
import { innerCaption } from '../tables/inner-caption.js';
import { assignRoles, headerRowCount } from '../tables/headers.js';
import { continues } from './continuation.js';
import type { Joined, Part } from './parts.js';
import { append, start } from './stitch.js';

export { separateFurniture } from './furniture.js';

export function joinTables(layouts: PageLayout[]): Table[] {
  const joined: Joined[] = [];
  let open: { joined: Joined; last: Part } | null = null;
  for (const layout of layouts) {
    for (const part of partsOf(layout)) {
      const how = open ? continues(open.joined, open.last, part) : null;
      if (open && how) {
        append(open.joined, part, how);
        open.last = part;
      } else {
        const begun = start(part);
        joined.push(begun);
        open = { joined: begun, last: part };
      }
    }
  }
  return joined.map((table, index) => finish(table, index));
}

/** Larger letters (pt) beside a table are a watermark's, neither caption nor prose. */
const LARGEST_TEXT = 36;

function partsOf(layout: PageLayout): Part[] {
  const lines = layout.lines.filter((l) => l.glyphs[0]!.size <= LARGEST_TEXT);
  const tables = [...layout.tables].sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]);
  return tables.map((table, i) => {
    const top = tables
      .slice(0, i)
      .reduce((y, t) => (t.box[3] <= table.box[1] + 2 ? Math.max(y, t.box[3]) : y), Number.NEGATIVE_INFINITY);
    const bottom = tables
      .slice(i + 1)
      .reduce((y, t) => (t.box[1] >= table.box[3] - 2 ? Math.min(y, t.box[1]) : y), Number.POSITIVE_INFINITY);
    const above = lines.filter((l) => middle(l) > top && middle(l) < table.box[1] + 1);
    const below = lines.filter((l) => middle(l) < bottom && middle(l) > table.box[3] - 1);
    const caption = withInner(captionOf(table.box, above, below), table);
    const owned = new Set(caption.lines);
    const linesAbove = above.filter((l) => !owned.has(l));
    return {
      table,
      caption,
      proseAbove: linesAbove.length > 0,
      proseBelow: below.length > 0,
      linesAbove,
      linesBelow: below,
      firstOnPage: i === 0,
      lastOnPage: i === tables.length - 1,
    };
  });
}

/** What the grid prints of its caption itself says more than what stands above it. */
function withInner(outer: Caption, table: PageTable): Caption {
  const { rows, caption: inner } = innerCaption(table.cells, table.ys.length - 1, table.xs.length - 1);
  if (rows === 0) return outer;
  const unit = inner.unit === null ? {} : { unit: inner.unit, unitEvidence: inner.unitEvidence };
  return {
    ...outer,
    title: inner.title ?? outer.title,
    printedNumber: inner.printedNumber ?? outer.printedNumber,
    ...unit,
  };
}

function middle(line: TextLine): number {
  return (line.box[1] + line.box[3]) / 2;
}

function finish(joined: Joined, index: number): Table {
  const { cells, rowCount, columnCount, caption } = joined;
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  const headerRows = headerRowCount(cells, rowCount);
  assignRoles(cells, rowCount, headerRows);
  return {
    id: `t${String(index + 1).padStart(2, '0')}`,
    kind: null,
    title: caption.title,
    printed_number: caption.printedNumber,
    unit: caption.unit,
    unit_evidence: caption.unitEvidence,
    pages: joined.pages,
    row_count: rowCount,
    column_count: columnCount,
    header_row_count: headerRows,
    grade: 'unchecked',
    notes: caption.notes,
    cells,
  };
}
