/** @module A document -> the bytes of everything published about it, under their keys. No store is touched. */
import type { DocumentMeta, GongkaiDocument, Severity } from '../../schemas/index.js';
import { ANOMALY_RECORD, FACT_RECORD } from './key-order.js';
import { serialiseDocument, serialiseRecord } from './serialise.js';

/** Ready to be written; small enough in number of parts to cross a process border as three files. */
export interface RenderedDocument {
  summary: DocumentSummary;
  /** document.json */
  document: Uint8Array;
  /** One flat record a line; empty when there are none. */
  facts: Uint8Array;
  anomalies: Uint8Array;
}

/** What queues, progress and run records need to know without reading document.json. */
export interface DocumentSummary {
  document: Pick<
    DocumentMeta,
    'id' | 'kind' | 'scope' | 'entity' | 'fiscal_year' | 'title' | 'page_count' | 'status'
  >;
  file_name: string;
  tables: number;
  facts: number;
  doubtful_facts: number;
  findings: Record<Severity, number>;
  /** Pages that could not be read, with the reason. */
  failed_pages: { page: number; reason: string }[];
}

/** A page that could not be read says so as "code: message"; an empty page gives its reason in plain words. */
const FAILED_PAGE = /^[a-z_]+: /;

export function renderDocument(document: GongkaiDocument): RenderedDocument {
  const context = contextOf(document);
  const encoder = new TextEncoder();
  const lines = (records: object[], order: typeof FACT_RECORD) =>
    encoder.encode(records.map((record) => `${serialiseRecord({ ...record, ...context }, order)}\n`).join(''));
  return {
    summary: summarise(document),
    document: encoder.encode(serialiseDocument(document)),
    facts: lines(document.facts, FACT_RECORD),
    anomalies: lines(document.anomalies, ANOMALY_RECORD),
  };
}

function contextOf({ document }: GongkaiDocument) {
  return {
    document_id: document.id,
    document_kind: document.kind,
    scope: document.scope,
    entity_name: document.entity.name,
    division_code: document.entity.division_code,
    division_name: document.entity.division_name,
    fiscal_year: document.fiscal_year,
  };
}

export function summarise(document: GongkaiDocument): DocumentSummary {
  const findings: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  for (const anomaly of document.anomalies) findings[anomaly.severity] += 1;
  return {
    document: document.document,
    file_name: document.source.file_name,
    tables: document.tables.length,
    facts: document.facts.length,
    doubtful_facts: document.facts.filter((fact) => fact.grade === 'doubtful').length,
    findings,
    failed_pages: document.pages.flatMap((page) =>
      page.text_source === 'none' && page.reason !== null && FAILED_PAGE.test(page.reason)
        ? [{ page: page.number, reason: page.reason }]
        : [],
    ),
  };
}
