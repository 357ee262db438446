/** @module Hand-checked truth files in; Table objects as joining gives them out. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Cell, Table } from '../../schemas/index.js';
import type { PageContent, PageLayout } from '../../pipeline/model.js';

const TRUTH = new URL('../../../shared/real/truth/', import.meta.url);
export const hasTruth = existsSync(TRUTH);

interface TruthTable {
  id: string;
  title: string | null;
  unit: string | null;
  pages: number[];
  n_rows: number;
  n_cols: number;
  header_rows: number;
  row_pages: number[];
  prepared_by?: string;
  context_above?: string;
  cells: { r: number; c: number; rowspan: number; colspan: number; text: string }[];
}

export interface TruthFact {
  table: string;
  row_code: string | null;
  row: string;
  column: string;
  value: number | null;
  page: number;
  r: number;
  c: number;
  text: string;
  table_id: string;
}

export function truthNames(): string[] {
  return readdirSync(TRUTH).filter((name) => name.endsWith('.json') && name.split('.').length === 2);
}

export function readTruth(name: string): { tables: Table[]; layouts: PageLayout[]; pages: number } {
  const truth = JSON.parse(readFileSync(new URL(name, TRUTH), 'utf8')) as { tables: TruthTable[] };
  const tables = truth.tables.map((table) => toTable(table));
  const pages = Math.max(...truth.tables.flatMap((table) => table.pages));
  return { tables, layouts: [], pages };
}

export function readTruthFacts(name: string): TruthFact[] {
  return (JSON.parse(readFileSync(new URL(name, TRUTH), 'utf8')) as { facts: TruthFact[] }).facts;
}

function toTable(table: TruthTable): Table {
  const cells: Cell[] = table.cells.map((cell) => ({
    row: cell.r,
    column: cell.c,
    row_span: cell.rowspan,
    column_span: cell.colspan,
    text: cell.text,
    raw_text: cell.text,
    page: table.row_pages[cell.r]!,
    boxes: [[0, 0, 1, 1]],
    role: cell.r < table.header_rows ? 'column_header' : 'body',
    source: 'text_layer',
    confidence: 1,
  }));
  return {
    id: table.id,
    kind: null,
    title: table.title,
    printed_number: null,
    unit: table.unit,
    unit_evidence: null,
    pages: table.pages,
    row_count: table.n_rows,
    column_count: table.n_cols,
    header_row_count: table.header_rows,
    grade: 'unchecked',
    notes: [],
    cells,
  };
}

/** A page that prints the given lines and nothing else. */
export function pageOf(number: number, lines: readonly string[]): PageLayout {
  const content: PageContent = {
    number,
    width: 595,
    height: 842,
    rotation: 0,
    glyphs: [],
    rulings: [],
    areas: [],
    unmappedGlyphs: 0,
    hiddenGlyphs: 0,
    textSource: 'text_layer',
    reason: 'text layer',
  };
  return {
    content,
    tables: [],
    furniture: [],
    lines: lines.map((text, i) => ({ page: number, box: [0, i * 20, 100, i * 20 + 10], text, glyphs: [] })),
  };
}
