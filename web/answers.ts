/**
 * @module What the server answers the pages with, declared once: the server builds these, the client reads them.
 * Types only.
 */
import type {
  Anomaly,
  Box,
  Cell,
  Evidence,
  Fact,
  GongkaiDocument,
  Grade,
  Severity,
  Table,
} from '../schemas/index.js';
import type { ReviewRecord } from './reviews/record.js';

type Meta = GongkaiDocument['document'];

/** What a list shows of a document. */
export interface DocumentHead {
  id: string;
  kind: Meta['kind'];
  scope: Meta['scope'];
  entity: string | null;
  division: string | null;
  fiscal_year: number | null;
  title: string | null;
  file_name: string;
  page_count: number;
  status: Meta['status'];
  findings: Record<Severity, number>;
}

/** A line of /api/documents. */
export interface ListedDocument extends DocumentHead {
  /** Figures that a person has looked at. */
  reviewed: number;
}

/** Also the last line of a stream that broke off. */
export interface ErrorAnswer {
  error: string;
}

export interface Total {
  amount_yuan: string;
  grade: Grade;
  fact_id: string;
  page: number;
  corrected: boolean;
}

/** A line of /api/totals. */
export interface Totals {
  id: string;
  entity: string;
  division: string | null;
  kind: 'final_accounts' | 'budget';
  fiscal_year: number;
  income: Total | null;
  expenditure: Total | null;
}

/** stale: the document has been extracted again since, and the figure is another one. */
export type ShownReview = ReviewRecord & { stale: boolean };

/** A figure as the list at the side names it. */
export interface Place {
  id: string;
  page: number;
  boxes: Box[];
  label: string;
  column: string;
  value: string | null;
  grade: Grade;
}

export type ReviewedPlace = Place & { review: ShownReview };

/** /api/documents/<id> */
export interface Overview {
  document: Meta;
  file_name: string;
  pipeline: GongkaiDocument['pipeline'];
  checks: GongkaiDocument['checks'];
  grades: Record<Grade, number>;
  pages: Omit<GongkaiDocument['pages'][number], 'rotation'>[];
  tables: Pick<Table, 'id' | 'title' | 'kind' | 'pages' | 'grade'>[];
  findings: Anomaly[];
  doubtful: Place[];
  reviewed: ReviewedPlace[];
}

export type PageCell = Omit<Cell, 'raw_text' | 'source' | 'confidence'>;

/** A table with its header rows and the rows that stand on the page. */
export interface PageTable extends Omit<Table, 'unit_evidence' | 'column_count' | 'cells'> {
  cells: PageCell[];
}

export type ShownFact = Fact & { review: ShownReview | null };

/** /api/documents/<id>/pages/<n> */
export interface PageContent {
  page: number;
  tables: PageTable[];
  narrative: GongkaiDocument['narrative'];
  facts: ShownFact[];
}

/** Of a review that was sent: itself, or with status 409 another's that stands there already. */
export interface ReviewAnswer {
  review: ShownReview;
}

/** Where something stands, to be shown. */
export type EvidencePlace = Pick<Evidence, 'fact_id' | 'cell' | 'page' | 'boxes'>;
