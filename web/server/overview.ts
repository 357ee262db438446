/** @module A document and its reviews -> what the document view needs at once, and what one page of it needs. */
import type { Fact, GongkaiDocument, Grade, Table } from '../../schemas/index.js';
import type { Overview, PageContent, PageTable, Place, ShownReview } from '../answers.js';
import { worstFirst } from '../report/findings.js';
import { isStale, type ReviewRecord } from '../reviews/record.js';

type Reviews = ReadonlyMap<string, ReviewRecord>;

const placeOf = ({ id, page, boxes, row_label, column_label, value, grade }: Fact): Place => ({
  id,
  page,
  boxes,
  label: row_label,
  column: column_label,
  value,
  grade,
});

/**
 * Small also for a document of hundreds of pages: no cells, and of the facts only those that want to be looked at.
 */
export function overview(document: GongkaiDocument, reviews: Reviews): Overview {
  const grades: Record<Grade, number> = { verified: 0, consistent: 0, unchecked: 0, doubtful: 0 };
  for (const { grade } of document.facts) grades[grade] += 1;
  return {
    document: document.document,
    file_name: document.source.file_name,
    pipeline: document.pipeline,
    checks: document.checks,
    grades,
    pages: document.pages.map(({ number, width, height, text_source, reason, grade }) => ({
      number,
      width,
      height,
      text_source,
      reason,
      grade,
    })),
    tables: document.tables.map(({ id, title, kind, pages, grade }) => ({ id, title, kind, pages, grade })),
    findings: worstFirst(document.anomalies),
    doubtful: document.facts.filter(({ grade }) => grade === 'doubtful').map(placeOf),
    reviewed: document.facts.flatMap((fact) => {
      const review = reviews.get(fact.id);
      return review ? [{ ...placeOf(fact), review: shown(review, fact) }] : [];
    }),
  };
}

/**
 * Tables that stand on the page, with their header rows and the rows of this page; its facts and what its text
 * states.
 */
export function pageContent(document: GongkaiDocument, number: number, reviews: Reviews): PageContent {
  const facts = new Map<string, Fact>();
  for (const fact of document.facts) if (fact.page === number) facts.set(fact.id, fact);
  return {
    page: number,
    tables: document.tables.filter(({ pages }) => pages.includes(number)).map((table) => tableOnPage(table, number)),
    narrative: document.narrative.filter(({ page }) => page === number),
    facts: [...facts.values()].map((fact) => {
      const review = reviews.get(fact.id);
      return { ...fact, review: review ? shown(review, fact) : null };
    }),
  };
}

function tableOnPage(table: Table, page: number): PageTable {
  const rows = new Set<number>();
  for (const cell of table.cells) if (cell.row < table.header_row_count || cell.page === page) rows.add(cell.row);
  const { id, title, kind, unit, pages, header_row_count, row_count, printed_number, grade, notes } = table;
  return {
    id,
    title,
    kind,
    unit,
    pages,
    header_row_count,
    row_count,
    printed_number,
    grade,
    notes,
    cells: table.cells
      .filter(({ row }) => rows.has(row))
      .map(({ row, column, row_span, column_span, text, role, page: on, boxes }) => ({
        row,
        column,
        row_span,
        column_span,
        text,
        role,
        page: on,
        boxes,
      })),
  };
}

function shown(review: ReviewRecord, fact: Fact): ShownReview {
  return { ...review, stale: isStale(review, fact) };
}
