/**
 * @module Rows of texts in; a Table as joining gives it out: "<" continues the cell to the left, "^" the cell above.
 */
import type { Cell, Fact, Table } from '../../schemas/index.js';
import { mapDocument } from '../../pipeline/map/index.js';
import type { Identity } from '../../pipeline/map/types.js';
import { pageOf } from './truth.js';

export interface Drawing {
  title?: string | null;
  unit?: string | null;
  /** Header rows that the tables stage reports; 0: it found none. */
  header?: number;
  source?: 'text_layer' | 'ocr';
}

export function draw(options: Drawing, rows: readonly (readonly string[])[]): Table {
  const header = options.header ?? 0;
  const cells: Cell[] = [];
  const owner: (Cell | undefined)[][] = [];
  rows.forEach((texts, r) => {
    owner[r] = [];
    texts.forEach((text, c) => {
      const continued = text === '<' ? owner[r]![c - 1] : text === '^' ? owner[r - 1]?.[c] : undefined;
      if (continued) {
        continued.column_span = Math.max(continued.column_span, c - continued.column + 1);
        continued.row_span = Math.max(continued.row_span, r - continued.row + 1);
        owner[r]![c] = continued;
        return;
      }
      const cell: Cell = {
        row: r,
        column: c,
        row_span: 1,
        column_span: 1,
        text: text.replace(/\s+/g, ''),
        raw_text: text,
        page: 1,
        boxes: [[c * 50, r * 20, c * 50 + 50, r * 20 + 20]],
        role: r < header ? 'column_header' : 'body',
        source: options.source ?? 'text_layer',
        confidence: options.source === 'ocr' ? 0.97 : 1,
      };
      owner[r]![c] = cell;
      cells.push(cell);
    });
  });
  return {
    id: 't01',
    kind: null,
    title: options.title ?? null,
    printed_number: null,
    unit: options.unit === undefined ? '万元' : options.unit,
    unit_evidence: null,
    pages: [1],
    row_count: rows.length,
    column_count: Math.max(...rows.map((row) => row.length)),
    header_row_count: header,
    grade: 'unchecked',
    notes: [],
    cells,
  };
}

/** Text with tabs between cells, one row a line, blank lines left out. */
export function rowsOf(text: string): string[][] {
  const lines = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const width = Math.max(...lines.map((line) => line.length));
  return lines.map((line) => [...line, ...Array<string>(width - line.length).fill('')]);
}

export function mapOne(
  table: Table,
  title = '某市某局2024年度部门决算',
): { kind: Table['kind']; facts: Fact[]; identity: Identity } {
  const result = mapDocument({ tables: [table], layouts: [pageOf(1, [title])] });
  return { kind: result.tables[0]!.kind, facts: result.facts, identity: result.identity };
}

const brief = (fact: Fact): string =>
  `${fact.row_id} ${fact.row_label} @ ${fact.column_id} ${fact.column_label} ${fact.phase} = ${fact.value}`;

/** The one fact of a row (id, label or code) and column (id or label). */
export function factAt(facts: readonly Fact[], row: string, column: string, phase?: Fact['phase']): Fact {
  const found = facts.filter(
    (fact) =>
      [fact.row_id, fact.row_label, fact.row_code].includes(row) &&
      [fact.column_id, fact.column_label].includes(column) &&
      (phase === undefined || fact.phase === phase),
  );
  if (found.length !== 1)
    throw new Error(
      `${found.length} facts for row ${row}, column ${column}; there are:\n${facts.map(brief).join('\n')}`,
    );
  return found[0]!;
}
