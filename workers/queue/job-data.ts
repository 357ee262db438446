/**
 * @module What each kind of job is about, and the one codec between that and what stands in a queue. Keys of objects,
 * hashes and small numbers, never contents: what a job works on is in the object store.
 */
import { z } from 'zod';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in lower-case hex');
/** Of a source's snapshot, see crawl/records.ts. */
const SourceHash = z.string().regex(/^[0-9a-f]{32}$/, 'the hash of a source');
const RunId = z.string().regex(/^[A-Za-z0-9._-]{1,100}$/, 'the id of a run');

/** "1,2,3": a list of pages is one short string in the queue. */
const Pages = z.codec(z.string().regex(/^[1-9]\d*(,[1-9]\d*)*$/, 'page numbers'), z.array(z.int().min(1)).min(1), {
  decode: (text) => text.split(',').map(Number),
  encode: (pages) => pages.join(','),
});
/** 1, or not there. */
const Flag = z.codec(z.literal(1), z.literal(true), { decode: () => true as const, encode: () => 1 as const });

/** Begins a run of a source; without a run (a schedule adds it so) the run is named after the time. */
const CrawlStart = z.strictObject({ source: SourceHash, run: RunId.optional() });
/**
 * url: the hash of a listing page's address; page: how many of the listing came before; depth: how many links led
 * here.
 */
const CrawlVisit = z.strictObject({
  source: SourceHash,
  run: RunId,
  url: Sha256,
  page: z.int().min(0),
  depth: z.int().min(0),
});

const CODECS = {
  crawl: z.union([CrawlVisit, CrawlStart]),
  download: z.strictObject({ source: SourceHash, run: RunId, url: Sha256 }),
  recognise: z.strictObject({ sha256: Sha256, pages: Pages }),
  extract: z.strictObject({ sha256: Sha256, force: Flag.optional(), run: RunId.optional() }),
  publish: z.strictObject({ run: RunId }),
} as const;

/**
 * crawl: one listing page; download: one PDF; recognise: a few pages of a long scan; extract: one document, put into
 * the store; publish: the record of one run.
 */
export const JOB_KINDS = [
  'crawl',
  'download',
  'recognise',
  'extract',
  'publish',
] as const satisfies (keyof typeof CODECS)[];
export type JobKind = (typeof JOB_KINDS)[number];

/** By kind. */
export type JobData = { readonly [K in JobKind]: Readonly<z.output<(typeof CODECS)[K]>> };
/** As it stands in a queue. */
export type StoredData = Readonly<Record<string, string | number>>;

/** Serialised job data may not be larger (characters): a queue of a million jobs has to fit in Redis. */
const MAX_DATA_LENGTH = 1024;

export class JobDataError extends Error {
  override name = 'JobDataError';
}

/** @throws JobDataError for what no job of this kind carries */
export function encodeJobData<K extends JobKind>(kind: K, data: JobData[K]): StoredData {
  const stored = z.safeEncode(CODECS[kind] as z.ZodType, data);
  if (!stored.success) throw refused(kind, stored.error);
  const text = JSON.stringify(stored.data);
  if (text.length > MAX_DATA_LENGTH) {
    throw new JobDataError(
      `a job ${kind} carries ${text.length} characters of data, the limit is ${MAX_DATA_LENGTH}: ` +
        'put the content in the object store and pass its key',
    );
  }
  return JSON.parse(text);
}

/** @throws JobDataError for what another program, or another version, has left in the queue */
export function decodeJobData<K extends JobKind>(kind: K, stored: unknown): JobData[K] {
  const data = z.safeDecode(CODECS[kind] as z.ZodType, stored);
  if (!data.success) throw refused(kind, data.error);
  return data.data as JobData[K];
}

function refused(kind: JobKind, error: z.core.$ZodError): JobDataError {
  const faults = error.issues.map(({ path, message }) => `${path.join('.') || 'data'}: ${message}`).join('; ');
  return new JobDataError(`these are no data of a job ${kind}: ${faults}`);
}
