/** @module What every section of the report is given. */
import type { Fact, GongkaiDocument } from '../../schemas/index.js';
import type { ReviewRecord } from '../reviews/record.js';
import type { Language, say } from '../words.js';

export interface ReportContext {
  document: GongkaiDocument;
  facts: ReadonlyMap<string, Fact>;
  reviews: ReadonlyMap<string, ReviewRecord>;
  language: Language;
  t: ReturnType<typeof say>;
}
