/** @module A table as the samples draw it, before it is typeset; a Table as joining gives it out. */
import { assignRoles, headerRowCount } from '../../pipeline/tables/headers.js';
import { squeeze, type TableSpec } from '../../samples/generate/model.js';
import type { Cell, Table } from '../../schemas/index.js';

export function tableOf(spec: TableSpec, id = 't01'): Table {
  const cells: Cell[] = [...spec.cells]
    .sort((a, b) => a.r - b.r || a.c - b.c)
    .map((c) => ({
      row: c.r,
      column: c.c,
      row_span: c.rs,
      column_span: c.cs,
      text: squeeze(c.text),
      raw_text: c.text,
      page: 1,
      boxes: [[c.c, c.r, c.c + c.cs, c.r + c.rs]],
      role: 'body',
      source: 'text_layer',
      confidence: 1,
    }));
  const headerRows = headerRowCount(cells, spec.rows);
  assignRoles(cells, spec.rows, headerRows);
  return {
    id,
    kind: null,
    title: spec.title === null ? null : squeeze(spec.title),
    printed_number: spec.number,
    unit: spec.unit,
    unit_evidence: null,
    pages: [1],
    row_count: spec.rows,
    column_count: spec.columns,
    header_row_count: headerRows,
    grade: 'unchecked',
    notes: spec.notes,
    cells,
  };
}
