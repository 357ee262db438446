/**
 * @module A worker process: takes jobs from the queue, has documents read by children, writes to the store; stops in
 * good order.
 */
import type { Logger } from 'pino';
import { createCrawlContext } from '../crawl/context.js';
import type { Resolve } from '../pipeline/acquire/addresses.js';
import type { ExtractOptions } from '../pipeline/options.js';
import { PIPELINE_VERSION } from '../pipeline/versions.js';
import { type Limits, createPool } from '../pool/index.js';
import { PROBE_KEY } from '../stores/layout.js';
import type { ObjectStore } from '../stores/object-store.js';
import { createHandlers } from './handlers.js';
import { type HealthServer, startHealthServer } from './health.js';
import { createMetrics } from './metrics.js';
import { extractInPool } from './pool-extract.js';
import { createBullmqQueue } from './queue/bullmq/index.js';
import { JOB_KINDS, type Job, type JobKind, type Outcome } from './queue/job-queue.js';
import { createRedisGate } from './redis-gate.js';
import { createRunLedger } from './runs/ledger.js';
import { createTelemetry } from './telemetry.js';

export interface WorkerOptions {
  store: ObjectStore;
  queueUrl: string;
  log: Logger;
  /** Kinds of jobs taken. @default all */
  only?: readonly JobKind[];
  /** Documents read at the same time, each in a child. @default 1 */
  jobs?: number;
  /** Requests under way at the same time, to as many hosts. @default 16 */
  fetches?: number;
  options: ExtractOptions;
  limits?: Partial<Limits>;
  /** A worker silent for so long is taken for dead, and its jobs go to others (milliseconds). @default 30000 */
  lockMs?: number;
  /** Where /healthz, /readyz and /metrics are served; null: nowhere. @default null */
  listen?: { host: string; port: number } | null;
  /** @default false */
  telemetry?: boolean;
  resolve?: Resolve;
}

export interface RunningWorker {
  /** Port of the health server, when there is one. */
  readonly port: number | null;
  /** Takes no new jobs, waits so long for those at work, then puts them back. Safe to call twice. */
  stop(graceMs: number): Promise<void>;
}

/** They wait, for the most part; the record of a large run takes memory. */
const RECORDS_AT_ONCE = 2;

/** @throws QueueError when the queue cannot be reached now */
export async function startWorker(options: WorkerOptions): Promise<RunningWorker> {
  const { store, log, jobs = 1, fetches = 16, only = JOB_KINDS, lockMs = 30_000 } = options;
  const queue = createBullmqQueue({
    url: options.queueUrl,
    patient: true,
    lockMs,
    stalledCheckMs: lockMs / 2,
    onError: seldom((error) =>
      log.warn(
        { err: { message: error.message, code: (error as { code?: string }).code } },
        'the queue is not reachable',
      ),
    ),
    ...(options.telemetry ? { telemetry: await createTelemetry() } : {}),
  });
  const pool = createPool({ jobs, ...(options.limits ? { limits: options.limits } : {}) });
  const metrics = createMetrics(queue, () => pool.load);
  const handlers = createHandlers({
    store,
    queue,
    extractor: extractInPool(pool, options.options),
    runs: createRunLedger(queue.redis),
    crawl: createCrawlContext({
      store,
      gate: createRedisGate(queue.redis),
      version: PIPELINE_VERSION,
      ...(options.resolve ? { resolve: options.resolve } : {}),
    }),
    onDownload(sha256, outcome) {
      metrics.download(outcome);
      log[outcome === 'unchanged' ? 'debug' : 'info']({ sha256, outcome }, 'download');
    },
    onDocument(sha256, rendered) {
      metrics.document(rendered);
      const { status, page_count } = rendered?.summary.document ?? { status: 'skipped', page_count: 0 };
      log.info(
        {
          sha256,
          status,
          pages: page_count,
          facts: rendered?.summary.facts ?? 0,
          findings: rendered?.summary.findings,
        },
        'document',
      );
    },
  });
  const onOutcome = (job: Job, outcome: Outcome): void => {
    metrics.job(job, outcome);
    logOutcome(log, job, outcome);
  };
  // One more than there are children: its bytes are fetched while they work.
  const concurrency: Record<JobKind, number> = {
    crawl: fetches,
    download: fetches,
    recognise: jobs + 1,
    extract: jobs + 1,
    publish: RECORDS_AT_ONCE,
  };
  const consumers = only.map(<K extends JobKind>(kind: K) =>
    queue.consume(kind, handlers[kind], { concurrency: concurrency[kind], onOutcome }),
  );
  if (only.includes('extract') || only.includes('recognise')) pool.warm(jobs);

  let stopping: Promise<void> | null = null;
  let health: HealthServer | null = null;
  if (options.listen) {
    health = await startHealthServer({
      ...options.listen,
      registry: metrics.registry,
      checks: {
        worker: async () => {
          if (stopping) throw new Error('stopping');
        },
        queue: () => queue.ping(),
        store: () => store.head(PROBE_KEY),
      },
    });
  }
  log.info(
    { kinds: only, jobs, fetches, store: store.location, port: health?.port ?? null, version: PIPELINE_VERSION },
    'worker started',
  );
  return {
    port: health?.port ?? null,
    stop(graceMs) {
      stopping ??= (async () => {
        log.info({ graceMs }, 'worker stopping');
        await Promise.all(consumers.map((consumer) => consumer.close(graceMs)));
        await pool.close();
        await queue.close();
        await health?.close();
        log.info('worker stopped');
      })();
      return stopping;
    },
  };
}

/** A dozen connections try again every second: one line in ten seconds says as much. */
function seldom(say: (error: Error) => void): (error: Error) => void {
  let next = 0;
  return (error) => {
    if (performance.now() < next) return;
    next = performance.now() + 10_000;
    say(error);
  };
}

function logOutcome(log: Logger, job: Job, { decision, milliseconds, error }: Outcome): void {
  const { code, delayMs } = (error ?? {}) as { code?: string; delayMs?: number };
  const fields = {
    kind: job.kind,
    id: job.id,
    attempt: job.attempt,
    decision,
    milliseconds: Math.round(milliseconds),
    code,
    delayMs,
    reason: error?.message,
  };
  if (decision === 'done') log.debug(fields, 'job done');
  else if (code === 'host_busy' || code === 'recognising' || code === 'run_open')
    log.debug(fields, 'job waits for its turn');
  else if (decision === 'give_up') log.error(fields, 'job failed');
  else log.warn(fields, 'job will be tried again');
}
