/**
 * @module A crawl in this process, without Redis: sources and a store in, the run's record out. The same handlers as
 * the workers'.
 */
import { createCrawlContext } from '../crawl/context.js';
import { createMemoryGate } from '../crawl/host-gate.js';
import { saveSource } from '../crawl/records.js';
import type { Sources } from '../crawl/sources.js';
import type { Resolve } from '../pipeline/acquire/addresses.js';
import { type RenderedDocument, newRunId, publishRun } from '../pipeline/publish/index.js';
import { PIPELINE_VERSION } from '../pipeline/versions.js';
import type { Run } from '../schemas/index.js';
import type { ObjectStore } from '../stores/object-store.js';
import type { Extractor } from './extract-stored.js';
import { createHandlers, startJob } from './handlers.js';
import { JOB_KINDS, type Job, type JobKind, type Outcome } from './queue/job-queue.js';
import { createMemoryQueue } from './queue/memory.js';
import type { RetryPolicies } from './queue/policy.js';
import { type DoneDocument, failureOf, recordOf } from './runs/record.js';

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
  /** A host that asks for a longer pause (Retry-After) is given up in this run. @default 600000 (ten minutes) */
  patienceMs?: number;
  /** Ends the crawl early: what runs is withdrawn, what waits is left for the next run. */
  signal?: AbortSignal;
  onDownload?: (sha256: string | null, outcome: string) => void;
  onDocument?: (sha256: string, rendered: RenderedDocument | null) => void;
  onOutcome?: (job: Job, outcome: Outcome) => void;
}

/** Longer than a Crawl-delay can be (polite-fetch.ts cuts it at five minutes), and than a busy server needs. */
const PATIENCE_MS = 600_000;

/** Crawls every source once and writes runs/<run_id>.json. What failed is in the record, with reasons. */
export async function crawlOnce(options: CrawlRunOptions): Promise<Run> {
  const { store, sources } = options;
  const started = new Date();
  const runId = newRunId(started);
  const queue = createMemoryQueue(options.policies ? { policies: options.policies } : {});
  const documents = new Map<string, DoneDocument>();
  let inputs = 0;
  const handlers = createHandlers({
    store,
    queue,
    extractor: options.extractor,
    patienceMs: options.patienceMs ?? PATIENCE_MS,
    crawl: createCrawlContext({
      store,
      gate: createMemoryGate(),
      version: PIPELINE_VERSION,
      ...(options.resolve ? { resolve: options.resolve } : {}),
    }),
    onDownload(sha256, outcome) {
      inputs += 1;
      options.onDownload?.(sha256, outcome);
    },
    onDocument(sha256, rendered) {
      // The second of two equal PDFs finds the document published: it counts as the one that was written.
      if (rendered || !documents.has(sha256))
        documents.set(sha256, { sha256, summary: rendered?.summary ?? null, milliseconds: 0 });
      options.onDocument?.(sha256, rendered);
    },
  });
  const jobs = options.jobs ?? 1;
  const concurrency = {
    crawl: options.fetches ?? 16,
    download: options.fetches ?? 16,
    recognise: jobs,
    extract: jobs,
    publish: 1,
  };
  const onOutcome = (job: Job, outcome: Outcome): void => {
    const document = job.kind === 'extract' ? documents.get(job.data.sha256) : undefined;
    if (document && outcome.decision === 'done') document.milliseconds = Math.round(outcome.milliseconds);
    options.onOutcome?.(job, outcome);
  };
  const consumers = JOB_KINDS.map(<K extends JobKind>(kind: K) =>
    queue.consume(kind, handlers[kind], { concurrency: concurrency[kind], onOutcome }),
  );
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
  const run = await recordOf(store, {
    runId,
    startedAt: started.toISOString(),
    inputs: inputs + failures.filter((failure) => failure.kind === 'download').length,
    documents: [...documents.values()],
    failures: await Promise.all(failures.map((failure) => failureOf(store, failure))),
  });
  await publishRun(store, run);
  return run;
}

function aborted(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) resolve();
    signal?.addEventListener('abort', () => resolve(), { once: true });
  });
}
