/**
 * @module What is kept -> the object key it stands under. Every key of the program is spelled here and nowhere else.
 * Keys come from content hashes, never from names; docs/output.md says what stands under them.
 */
import type { DocumentMeta } from '../schemas/index.js';

/** Hashes stand in 256 folders: listings, and file systems, stay quick. */
const byHash = (folder: string, hash: string, rest: string): string => `${folder}${hash.slice(0, 2)}/${hash}${rest}`;
const numbered = (n: number, digits: number): string => String(n).padStart(digits, '0');

/** To be asked for to see whether the store answers; never there. */
export const PROBE_KEY = 'runs/.ready';
/** Written and deleted to see whether the store can be written to. */
export const WRITE_PROBE_KEY = 'runs/.writable';

// Source bytes.
export const RAW = 'raw/sha256/';
export const rawKey = (sha256: string): string => byHash(RAW, sha256, '.pdf');
export const hashOfRaw = (key: string): string | null => /([0-9a-f]{64})\.pdf$/.exec(key)?.[1] ?? null;

// Documents.
export const DOCUMENTS = 'documents/';
const DOCUMENT_KEY = new RegExp(`^${DOCUMENTS}([0-9a-f]{64})/document\\.json$`);
export const documentKey = (sha256: string): string => `${DOCUMENTS}${sha256}/document.json`;
export const hashOfDocument = (key: string): string | null => DOCUMENT_KEY.exec(key)?.[1] ?? null;

// Flat records, one line each, in Hive partitions.
export type RecordKind = 'facts' | 'anomalies';
export const recordsPrefix = (kind: RecordKind): string => `${kind}/`;

/** A document without a year stands under fiscal_year=unknown. */
export type Partition = Pick<DocumentMeta, 'id' | 'kind' | 'fiscal_year'>;
const recordsKey = (of: RecordKind, { kind, fiscal_year, id }: Partition): string =>
  `${recordsPrefix(of)}document_kind=${kind}/fiscal_year=${fiscal_year ?? 'unknown'}/${id}.jsonl`;
export const factsKey = (document: Partition): string => recordsKey('facts', document);
export const anomaliesKey = (document: Partition): string => recordsKey('anomalies', document);

/** For people. */
export const recordsPattern = (of: RecordKind): string =>
  `${recordsPrefix(of)}document_kind=…/fiscal_year=…/<document_id>.jsonl`;

const PARTITION = /document_kind=([^/]+)\/fiscal_year=([^/]+)\/([0-9a-f]{64})\.jsonl$/;
/** As the key spells them; null for what is no object of records. */
export function partitionOf(key: string): { documentKind: string; year: string; document: string } | null {
  const [, documentKind, year, document] = PARTITION.exec(key) ?? [];
  return documentKind && year && document ? { documentKind, year, document } : null;
}

/** What a run writes for a document: a loader takes these and need not list the place. */
export const writtenKeys = (document: Partition): { document: string; facts: string; anomalies: string } => ({
  document: documentKey(document.id),
  facts: factsKey(document),
  anomalies: anomaliesKey(document),
});

// Runs: everything that varies from run to run.
export const runKey = (runId: string): string => `runs/${runId}.json`;
/** Of a run whose record is not written yet. */
export const RUN_PARTS = 'runs/parts/';
export const runPartsPrefix = (run: string): string => `${RUN_PARTS}${run}/`;
export const runPartKey = (run: string, sha256: string): string => `${runPartsPrefix(run)}document-${sha256}.json`;
export const failedInputKey = (run: string, n: number): string =>
  `${runPartsPrefix(run)}failure-${numbered(n, 6)}.json`;
/** The contents seen at one address, by the hash of the address. */
export const seenPrefix = (uriHash: string): string => byHash('runs/sources/', uriHash, '/');
export const seenKey = (uriHash: string, sha256: string): string => `${seenPrefix(uriHash)}${sha256}.json`;

// Pages of a divided scan, until its document is published.
const RECOGNISED = 'recognised/';
export const recognisedPrefix = (sha256: string): string => `${RECOGNISED}${sha256}/`;
/** @param reading versions and options: others read pages differently and do not find these */
export const recognisedFolder = (sha256: string, reading: string): string => `${recognisedPrefix(sha256)}${reading}/`;
export const recognisedPlanKey = (folder: string): string => `${folder}plan.json`;
export const recognisedPageKey = (folder: string, page: number): string => `${folder}page-${numbered(page, 5)}.json`;

// What the crawl remembers.
export const urlKey = (urlHash: string): string => byHash('crawl/urls/', urlHash, '.json');
export const originKey = (sha256: string): string => byHash('crawl/origins/', sha256, '.json');
export const sourceKey = (hash: string): string => `crawl/sources/${hash}.json`;
/** One line a request, in segments a writer and a day. */
const FETCH_LOG = 'crawl/fetches/';
export const fetchLogKey = (day: string, writer: string, segment: number): string =>
  `${FETCH_LOG}date=${day}/${writer}-${numbered(segment, 6)}.jsonl`;

// Reviews: the latest of each figure, and every revision.
export const REVIEWS = 'reviews/';
export const reviewsPrefix = (documentId: string): string => `${REVIEWS}${documentId}/`;
export const reviewKey = (documentId: string, factId: string): string => `${reviewsPrefix(documentId)}${factId}.json`;
/** Of which document the review is. */
export const documentOfReview = (key: string): string => key.slice(REVIEWS.length).split('/')[0] as string;
export const reviewLogKey = (documentId: string, factId: string, revision: number): string =>
  `review-log/${documentId}/${factId}.${revision}.json`;
