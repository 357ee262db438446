/** @module What is published -> the object key it stands under. Keys come from content hashes, never from names. */
import type { DocumentMeta } from '../../schemas/index.js';

export const rawKey = (sha256: string): string => `raw/sha256/${sha256.slice(0, 2)}/${sha256}.pdf`;
export const documentKey = (sha256: string): string => `documents/${sha256}/document.json`;
export const runKey = (runId: string): string => `runs/${runId}.json`;

type Partition = Pick<DocumentMeta, 'id' | 'kind' | 'fiscal_year'>;

/** Hive partitions; a document without a year stands under fiscal_year=unknown. */
const partition = ({ kind, fiscal_year, id }: Partition): string =>
  `document_kind=${kind}/fiscal_year=${fiscal_year ?? 'unknown'}/${id}.jsonl`;

export const factsKey = (document: Partition): string => `facts/${partition(document)}`;
export const anomaliesKey = (document: Partition): string => `anomalies/${partition(document)}`;

/** What a run writes for a document: a loader takes these and need not list the place. */
export const writtenKeys = (document: Partition): { document: string; facts: string; anomalies: string } => ({
  document: documentKey(document.id),
  facts: factsKey(document),
  anomalies: anomaliesKey(document),
});
