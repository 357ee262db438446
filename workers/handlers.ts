/**
 * @module Jobs -> the work of each kind, and what its errors mean to the queue. The only place that knows which job
 * leads to which.
 */
import { FetchError } from '../pipeline/acquire/fetch-error.js';
import type { RenderedDocument } from '../pipeline/publish/index.js';
import { type CrawlContext, CrawlError } from '../crawl/context.js';
import { downloadPdf } from '../crawl/download.js';
import { HostBusy } from '../crawl/host-gate.js';
import { AskedToWait, Disallowed } from '../crawl/polite-fetch.js';
import { type UrlRecord, hashOf, readJson, writeJson } from '../crawl/records.js';
import { firstVisits, visitPage } from '../crawl/visit.js';
import { DocumentFailure } from '../pool/failure.js';
import { urlKey } from '../stores/layout.js';
import { type ObjectStore, ObjectStoreError } from '../stores/object-store.js';
import { type DecidedError, GiveUpError, RetryError, WaitError, decide } from './queue/errors.js';
import {
  type Handler,
  type Handlers,
  type Job,
  type JobData,
  type JobKind,
  type JobQueue,
  type NewJob,
  jobId,
} from './queue/job-queue.js';
import { type DivideContext, type Division, extractDivided, recognisePart } from './divide.js';
import type { Extractor } from './extract-stored.js';
import type { RunLedger } from './runs/ledger.js';
import { publishJob } from './runs/open-run.js';
import { publishRecord } from './runs/publish-run.js';

export interface Work {
  store: ObjectStore;
  queue: JobQueue;
  crawl: CrawlContext;
  /** null: PDFs are fetched and kept, not read. */
  extractor: Extractor | null;
  /** Runs that jobs count for. @default null: somebody else keeps the books */
  runs?: RunLedger | null;
  /** When and how long scans are divided. @default over 8 pages, 4 a job */
  division?: Division;
  /**
   * A page of a host that wants to be left alone for longer than this is given up, with the reason; for a process that
   * somebody waits for. @default none: the job comes back when the host asks for, up to a day later
   */
  patienceMs?: number;
  /** Told about every PDF that was asked for; for counts. */
  onDownload?: (sha256: string | null, outcome: string) => void;
  /** Told about every document; null when nothing had to be done. */
  onDocument?: (sha256: string, rendered: RenderedDocument | null) => void;
}

/** The object store is away for a while now and then; its jobs come back without a counted attempt. */
const STORE_AWAY_MS = 5_000;
/** A server that asks for patience so often in a row is out of order; from then on each time counts as an attempt. */
const MOST_WAITS = 10;

export function createHandlers(work: Work): Handlers {
  return {
    crawl: decided(work, (job) => crawl(work, job)),
    download: decided(work, (job) => download(work, job)),
    recognise: decided(work, (job) => recognisePart(dividing(work), job)),
    extract: decided(work, async (job) => {
      const rendered = await extractDivided(dividing(work), job);
      work.onDocument?.(job.data.sha256, rendered);
    }),
    publish: decided(work, async ({ data }) => {
      if (!work.runs) throw new GiveUpError('no_runs', 'this process keeps no book of runs');
      await publishRecord({ store: work.store, queue: work.queue, ledger: work.runs }, data.run);
    }),
  };
}

function dividing({ store, queue, extractor, runs = null, division }: Work): DivideContext {
  if (!extractor) throw new GiveUpError('no_extractor', 'this process only fetches');
  return { store, queue, extractor, runs, ...(division ? { division } : {}) };
}

/** A job without a page begins a run (a schedule adds such jobs); the others visit one page each. */
async function crawl(work: Work, { kind, id, data, signal, addedAt }: Job<'crawl'>): Promise<void> {
  const { crawl: context, queue, runs } = work;
  const { source, run = runName(source, addedAt) } = data;
  if (!('url' in data)) {
    if (runs) {
      await runs.open(run, new Date(addedAt));
      await runs.add(run, [{ kind, id }]);
      await queue.add([publishJob(run)]);
    }
    await addToRun(work, run, (await firstVisits(context, source, run)).map(crawlJob));
    return;
  }
  const visit = await visitPage(context, data, signal);
  await addToRun(work, run, [
    ...visit.next.map(crawlJob),
    ...visit.pdfs.map((url) => downloadJob({ source, run, url })),
  ]);
}

/** The book first: while the job that adds these runs, its run cannot look over. */
async function addToRun({ queue, runs }: Work, run: string, jobs: readonly NewJob[]): Promise<void> {
  await runs?.add(run, jobs);
  await queue.add(jobs);
}

async function download(work: Work, { data, signal }: Job<'download'>): Promise<void> {
  const { crawl: context, extractor, onDownload } = work;
  const { sha256, outcome } = await downloadPdf(context, data, signal);
  onDownload?.(sha256, outcome);
  // Also when nothing changed: the extraction may have been lost or be out of date; its job finds out at the cost of
  // one look.
  if (sha256 && extractor) await addToRun(work, data.run, [extractJob(sha256, { run: data.run })]);
}

/** One run of a source; the same in every attempt of the job that begins it. */
export function runName(sourceHash: string, at: number): string {
  return `${new Date(at).toISOString().replace(/[-:]|\.\d+/g, '')}-${sourceHash.slice(0, 8)}`;
}

export function startJob(source: string, run: string): NewJob {
  return { kind: 'crawl', id: jobId('crawl', hashOf(`${run} ${source}`)), data: { source, run } };
}

function crawlJob(task: Extract<JobData['crawl'], { url: string }>): NewJob {
  return { kind: 'crawl', id: jobId('crawl', hashOf(`${task.run} ${task.url}`)), data: task };
}

function downloadJob(task: JobData['download']): NewJob {
  return { kind: 'download', id: jobId('download', hashOf(`${task.run} ${task.url}`)), data: task };
}

/** The same bytes are one job, wherever they came from. */
export function extractJob(
  sha256: string,
  options: { force?: boolean; run?: string; priority?: NewJob['priority'] } = {},
): NewJob {
  return {
    kind: 'extract',
    id: jobId('extract', sha256),
    data: {
      sha256,
      ...(options.force ? { force: true as const } : {}),
      ...(options.run ? { run: options.run } : {}),
    },
    ...(options.priority ? { priority: options.priority } : {}),
  };
}

function decided<K extends JobKind>(work: Work, handle: Handler<K>): Handler<K> {
  return async (job) => {
    try {
      await handle(job);
    } catch (error) {
      const tooLong = beyondPatience(error, work.patienceMs ?? Infinity);
      if (tooLong) throw tooLong;
      if (error instanceof AskedToWait) throw await askedToWait(work, job as Job, error);
      throw decisionOf(error);
    }
  };
}

function decisionOf(error: unknown): DecidedError {
  const cause = { cause: error };
  if (error instanceof HostBusy) return new WaitError('host_busy', error.message, error.waitMs, cause);
  if (error instanceof ObjectStoreError) {
    return error.retryable
      ? new WaitError('store_away', error.message, STORE_AWAY_MS, cause)
      : new GiveUpError('store', error.message, cause);
  }
  if (error instanceof Disallowed) {
    return error.unreachable
      ? new RetryError('robots_unreachable', error.message, cause)
      : new GiveUpError('robots_disallowed', error.message, cause);
  }
  if (error instanceof FetchError || error instanceof CrawlError || error instanceof DocumentFailure) {
    return error.retryable
      ? new RetryError(error.code, error.message, cause)
      : new GiveUpError(error.code, error.message, cause);
  }
  return decide(error);
}

function beyondPatience(error: unknown, patienceMs: number): GiveUpError | null {
  const asked = error instanceof AskedToWait ? error.waitMs : error instanceof HostBusy ? error.freeInMs : 0;
  if (asked <= patienceMs) return null;
  const what =
    error instanceof HostBusy
      ? `${error.host} asked to be left alone for another ${Math.ceil(asked / 1000)} s`
      : (error as AskedToWait).message;
  return new GiveUpError(
    'asked_to_wait',
    `${what}; this crawl waits ${Math.round(patienceMs / 1000)} s at most, so it was given up: crawl again then`,
    { cause: error },
  );
}

/** Only jobs that fetch an address are asked to wait. */
async function askedToWait({ store }: Work, { data }: Job, error: AskedToWait): Promise<DecidedError> {
  if (!('url' in data)) return new RetryError('http_status', error.message, { cause: error });
  const key = urlKey(data.url);
  const record = await readJson<UrlRecord>(store, key);
  const waits = (record?.waits ?? 0) + 1;
  if (record) await writeJson(store, key, { ...record, waits });
  return waits > MOST_WAITS
    ? new RetryError('http_status', `${error.message}, for the ${waits}th time in a row`, { cause: error })
    : new WaitError('asked_to_wait', error.message, error.waitMs, { cause: error });
}
