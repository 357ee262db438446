/** @module A crawl in this process, without Redis: sources and a store in, the run's record out. The same handlers as the workers'. */
import { createCrawlContext } from '../crawl/context.js';
import { createMemoryGate } from '../crawl/host-gate.js';
import { type Origin, type UrlRecord, originKey, readJson, saveSource, urlKey } from '../crawl/records.js';
import type { Sources } from '../crawl/sources.js';
import type { Resolve } from '../pipeline/acquire/addresses.js';
import { type RenderedDocument, newRunId, publishRun, writtenKeys } from '../pipeline/publish/index.js';
import { PIPELINE_VERSION } from '../pipeline/versions.js';
import type { Run } from '../schemas/index.js';
import type { ObjectStore } from '../stores/object-store.js';
import type { Extractor } from './extract-stored.js';
import { createHandlers, startJob } from './handlers.js';
import { JOB_KINDS, type Failure, type Job, type Outcome } from './queue/job-queue.js';
import { createMemoryQueue } from './queue/memory.js';
import type { RetryPolicies } from './queue/policy.js';

export interface CrawlRunOptions {
  sources: Sources;
  store: ObjectStore;
  /** null: fetch only. */
  extractor: Extractor | null;
  /** Documents read at the same time. @default 1 */
  jobs?: number;
  /** Requests under way at the same time, to as many hosts. @default 16 */
  fetches?: number;
  /** Name service. @default the system's */
  resolve?: Resolve;
  policies?: RetryPolicies;
  /** Ends the crawl early: what runs is withdrawn, what waits is left for the next run. */
  signal?: AbortSignal;
  onDownload?: (sha256: string | null, outcome: string) => void;
  onDocument?: (sha256: string, rendered: RenderedDocument | null) => void;
  onOutcome?: (job: Job, outcome: Outcome) => void;
}

interface Done { sha256: string; /** null: was published already */ rendered: RenderedDocument | null; milliseconds: number; }

/** Crawls every source once and writes runs/<run_id>.json. What failed is in the record, with reasons. */
export async function crawlOnce(options: CrawlRunOptions): Promise<Run> {
  const { store, sources } = options;
  const started = new Date();
  const runId = newRunId(started);
  const queue = createMemoryQueue(options.policies ? { policies: options.policies } : {});
  const documents = new Map<string, Done>();
  let inputs = 0;
  const handlers = createHandlers({
    store, queue, extractor: options.extractor,
    crawl: createCrawlContext({ store, gate: createMemoryGate(), version: PIPELINE_VERSION, ...(options.resolve ? { resolve: options.resolve } : {}) }),
    onDownload(sha256, outcome) {
      inputs += 1;
      options.onDownload?.(sha256, outcome);
    },
    onDocument(sha256, rendered) {
      // The second of two equal PDFs finds the document published: it counts as the one that was written.
      if (rendered || !documents.has(sha256)) documents.set(sha256, { sha256, rendered, milliseconds: 0 });
      options.onDocument?.(sha256, rendered);
    },
  });
  const jobs = options.jobs ?? 1;
  const concurrency = { crawl: options.fetches ?? 16, download: options.fetches ?? 16, recognise: jobs, extract: jobs };
  const onOutcome = (job: Job, outcome: Outcome): void => {
    const document = documents.get(String(job.data.sha256));
    if (document && outcome.decision === 'done') document.milliseconds = Math.round(outcome.milliseconds);
    options.onOutcome?.(job, outcome);
  };
  const consumers = JOB_KINDS.map((kind) => queue.consume(kind, handlers[kind], { concurrency: concurrency[kind], onOutcome }));
  try {
    for (const source of sources.sources) {
      const hash = await saveSource(store, { contact: sources.contact, source });
      await queue.add([startJob(hash, runId)]);
    }
    await Promise.race([queue.idle(), aborted(options.signal)]);
  } finally {
    await Promise.all(consumers.map((consumer) => consumer.close(0)));
    await queue.close();
  }
  const failures = await queue.failures({ limit: Number.MAX_SAFE_INTEGER });
  const run = await record(store, { runId, started, inputs: inputs + failures.filter((failure) => failure.kind === 'download').length, documents: [...documents.values()], failures });
  await publishRun(store, run);
  return run;
}

async function record(store: ObjectStore, done: {
  runId: string; started: Date; inputs: number; failures: Failure[];
  documents: Done[];
}): Promise<Run> {
  const rendered = done.documents.flatMap((each) => each.rendered?.summary ?? []);
  const sum = (value: (summary: RenderedDocument['summary']) => number) => rendered.reduce((total, summary) => total + value(summary), 0);
  const documents = await Promise.all(done.documents.map(async ({ sha256, rendered: result, milliseconds }) => {
    const origin = await readJson<Origin>(store, originKey(sha256));
    return {
      sha256, uri: origin?.uri ?? '', status: result?.summary.document.status ?? 'skipped' as const, revision_of: origin?.revision_of ?? null, milliseconds,
      keys: result ? writtenKeys(result.summary.document) : null,
    };
  }));
  return {
    run_id: done.runId,
    started_at: done.started.toISOString(),
    finished_at: new Date().toISOString(),
    gongkai_version: PIPELINE_VERSION,
    node_version: process.version,
    counts: {
      inputs: done.inputs, written: rendered.length, skipped: done.documents.length - rendered.length,
      partial: rendered.filter((summary) => summary.document.status === 'partial').length, failed: done.failures.length,
      pages: sum((summary) => summary.document.page_count), tables: sum((summary) => summary.tables), facts: sum((summary) => summary.facts),
      errors: sum((summary) => summary.findings.error), warnings: sum((summary) => summary.findings.warning), infos: sum((summary) => summary.findings.info),
    },
    documents: documents.sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1)),
    failures: await Promise.all(done.failures.map(async (failure) => ({
      uri: await uriOf(store, failure), sha256: typeof failure.data.sha256 === 'string' ? failure.data.sha256 : null,
      stage: failure.kind === 'extract' || failure.kind === 'recognise' ? failure.kind : 'acquire', code: failure.code, message: failure.message, page: null,
    }))),
  };
}

/** Job data hold hashes; people want to see addresses. */
export async function uriOf(store: ObjectStore, failure: Pick<Failure, 'data'>): Promise<string> {
  const { sha256, url } = failure.data;
  if (typeof sha256 === 'string') return (await readJson<Origin>(store, originKey(sha256)))?.uri ?? `sha256:${sha256}`;
  if (typeof url === 'string') return (await readJson<UrlRecord>(store, urlKey(url)))?.url ?? `url:${url}`;
  return '';
}

function aborted(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) resolve();
    signal?.addEventListener('abort', () => resolve(), { once: true });
  });
}
