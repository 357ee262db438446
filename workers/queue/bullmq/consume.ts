/** @module A handler -> a BullMQ worker that runs it: what the handler throws is what becomes of the job. */
import { setMaxListeners } from 'node:events';
import { type Job as BullJob, DelayedError, UnrecoverableError, Worker } from 'bullmq';
import { decide, formatReason, GiveUpError, WaitError } from '../errors.js';
import { decodeJobData, JobDataError } from '../job-data.js';
import type { Consumer, ConsumeOptions, Handler, Job, JobKind } from '../job-queue.js';
import { backoff } from '../policy.js';
import { closeWithin, type Connection } from './connection.js';

/**
 * A job that outlives this many worker deaths is taken for the cause of them. Documents are read in children with
 * limits, so that a worker seldom dies of its job; and where workers are killed every few seconds, bad luck alone
 * reached six deaths for one job of 300.
 */
const MAX_WORKER_LOSSES = 20;
/** Failures stay long enough for a person to come back from holiday; the bound keeps Redis small. */
const KEEP_FAILED = { age: 90 * 24 * 3600, count: 100_000 };
/** What a stopping handler may still take to put its job back before the connection is cut. */
const FORCE_AFTER_MS = 4_000;

export function consumeKind<K extends JobKind>(
  { options }: Connection,
  kind: K,
  handler: Handler<K>,
  { concurrency = 1, onOutcome }: ConsumeOptions = {},
): Consumer {
  const { url, prefix, policies, onError } = options;
  const aborter = new AbortController();
  // Every running job listens to it, several times.
  setMaxListeners(0, aborter.signal);

  async function processJob(bull: BullJob, token?: string, lost?: AbortSignal): Promise<void> {
    const job = {
      kind,
      id: bull.id!,
      data: readData(kind, bull),
      attempt: bull.attemptsMade + 1,
      addedAt: bull.timestamp,
      signal: lost ? AbortSignal.any([aborter.signal, lost]) : aborter.signal,
    } as Job & Job<K>;
    const began = performance.now();
    try {
      await handler(job);
    } catch (thrown) {
      const error = aborter.signal.aborted
        ? new WaitError('stopping', 'the worker stopped', 0, { cause: thrown })
        : decide(thrown);
      const last = error.decision === 'retry' && job.attempt >= policies[kind].attempts;
      onOutcome?.(job, {
        decision: last ? 'give_up' : error.decision,
        milliseconds: performance.now() - began,
        error,
      });
      if (error instanceof WaitError) {
        await bull.moveToDelayed(Date.now() + error.delayMs, token);
        throw new DelayedError();
      }
      const reason = formatReason(error);
      throw error.decision === 'give_up' ? new UnrecoverableError(reason) : new Error(reason, { cause: error });
    }
    onOutcome?.(job, { decision: 'done', milliseconds: performance.now() - began });
  }

  const worker = new Worker(kind, processJob, {
    connection: { url, maxRetriesPerRequest: null },
    prefix,
    concurrency,
    lockDuration: options.lockMs ?? 30_000,
    stalledInterval: options.stalledCheckMs ?? 15_000,
    maxStalledCount: MAX_WORKER_LOSSES,
    // Whether work has been done is known by its object in the store; kept jobs would only block a repeat.
    removeOnComplete: { count: 0 },
    removeOnFail: KEEP_FAILED,
    metrics: { maxDataPoints: 24 * 60 },
    settings: { backoffStrategy: (attempt) => backoff(policies[kind], attempt) },
    ...(options.telemetry ? { telemetry: options.telemetry } : {}),
  });
  worker.on('error', onError);
  let closing: Promise<void> | null = null;
  return {
    close(graceMs = 30_000) {
      closing ??= (async () => {
        // worker.close() waits for running jobs, and for Redis, without a limit of its own.
        const abort = setTimeout(() => aborter.abort(), graceMs);
        await closeWithin(
          graceMs + FORCE_AFTER_MS,
          () => worker.close(),
          () => worker.disconnect(),
        );
        clearTimeout(abort);
      })();
      return closing;
    },
  };
}

/** Data that no version of ours writes stay as they are: the job fails at once. */
function readData<K extends JobKind>(kind: K, bull: BullJob) {
  try {
    return decodeJobData(kind, bull.data);
  } catch (error) {
    if (!(error instanceof JobDataError)) throw error;
    throw new UnrecoverableError(formatReason(new GiveUpError('bad_data', error.message)));
  }
}
