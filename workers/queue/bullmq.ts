/** @module JobQueue on BullMQ: one Redis queue a kind, shared by any number of workers; survives the death of each of them. */
import { setMaxListeners } from 'node:events';
import {
  DelayedError,
  type Job as BullJob,
  type JobsOptions,
  Queue,
  type Telemetry,
  UnrecoverableError,
  Worker,
} from 'bullmq';
import { Redis } from 'ioredis';
import { WaitError, decide, formatReason, parseReason } from './errors.js';
import {
  type AddResult,
  type ConsumeOptions,
  type Consumer,
  type Counts,
  type Failure,
  type FailureFilter,
  type Handler,
  JOB_KINDS,
  type Job,
  type JobData,
  type JobKind,
  type JobQueue,
  type JobRef,
  type NewJob,
  QueueError,
  checkJob,
  dataForRun,
} from './job-queue.js';
import { DEFAULT_POLICIES, type RetryPolicies, backoff } from './policy.js';

export interface BullmqQueueOptions {
  /** redis:// or rediss:// URL. The server must run with maxmemory-policy noeviction. */
  url: string;
  /** Names all keys; the braces keep one queue's keys on one node of a Redis cluster. @default "{gongkai}" */
  prefix?: string;
  /** @default DEFAULT_POLICIES */
  policies?: RetryPolicies;
  /** A worker that has not renewed its job's lock for so long is taken for dead (milliseconds). @default 30000 */
  lockMs?: number;
  /** How often the jobs of dead workers are looked for (milliseconds). @default 15000 */
  stalledCheckMs?: number;
  /** true: wait for Redis as long as it takes (workers); false: say soon that it cannot be reached (commands). @default false */
  patient?: boolean;
  telemetry?: Telemetry;
  /** Errors of connections that are being re-established. @default ignored */
  onError?: (error: Error) => void;
}

export interface BullmqQueue extends JobQueue {
  /** One BullMQ queue a kind, for Bull Board. */
  readonly queues: Readonly<Record<JobKind, Queue>>;
  /** The connection for what is no job (the politeness gate). */
  readonly redis: Redis;
  /** Workers of each kind that are connected now, and jobs done since the queue was made. */
  activity(): Promise<Record<JobKind, { workers: number; done: number }>>;
  /** Makes these the only schedules: others are removed. */
  setSchedules(schedules: readonly Schedule[]): Promise<void>;
  schedules(): Promise<{ name: string; cron: string; next: string | null }[]>;
}

/** A job that is added again and again. */
export interface Schedule {
  /** Stable: the same name replaces the schedule of before. */
  name: string;
  /** Cron expression. */
  cron: string;
  kind: JobKind;
  data: JobData;
}

/** Chinese public offices keep one time. */
const TIME_ZONE = 'Asia/Shanghai';

/**
 * A job that outlives this many worker deaths is taken for the cause of them. Documents are read in children with limits, so that a
 * worker seldom dies of its job; and where workers are killed every few seconds, bad luck alone reached six deaths for one job of 300.
 */
const MAX_WORKER_LOSSES = 20;
/** Failures stay long enough for a person to come back from holiday; the bound keeps Redis small. */
const KEEP_FAILED = { age: 90 * 24 * 3600, count: 100_000 };
/** BullMQ takes jobs without priority first. */
const PRIORITY = { person: 0, bulk: 10 } as const;
/** What a stopping handler may still take to put its job back before the connection is cut. */
const FORCE_AFTER_MS = 4_000;
/** A connection that is gone cannot be closed in good order. */
const CLOSE_MS = 1_500;

/** Waits for the promise, but no longer than that. @returns whether it was done */
async function within(milliseconds: number, promise: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  const done = await Promise.race([
    promise.then(
      () => true,
      () => true,
    ),
    late,
  ]);
  clearTimeout(timer);
  return done;
}

export function createBullmqQueue(options: BullmqQueueOptions): BullmqQueue {
  const { url, prefix = '{gongkai}', policies = DEFAULT_POLICIES, patient = false, onError = () => {} } = options;
  const maxRetriesPerRequest = patient ? null : 3;
  const telemetry = options.telemetry ? { telemetry: options.telemetry } : {};
  const redis = new Redis(url, { maxRetriesPerRequest });
  let lastError: Error | null = null;
  redis.on('error', (error: Error) => {
    lastError = error;
    onError(error);
  });
  const queues = Object.fromEntries(
    JOB_KINDS.map((kind) => {
      const queue = new Queue(kind, { connection: { url, maxRetriesPerRequest }, prefix, ...telemetry });
      queue.on('error', onError);
      return [kind, queue];
    }),
  ) as unknown as Record<JobKind, Queue>;
  const consumers = new Set<Consumer>();

  const jobOptions = (job: NewJob): JobsOptions => ({
    jobId: job.id,
    attempts: policies[job.kind].attempts,
    backoff: { type: 'by_kind' },
    priority: PRIORITY[job.priority ?? 'bulk'],
  });

  /** One round trip for all: which ids are in the queue, and which of them have failed. */
  async function stand(jobs: readonly JobRef[]): Promise<{ exists: boolean; failed: boolean }[]> {
    const pipeline = redis.pipeline();
    for (const { kind, id } of jobs) pipeline.exists(queues[kind].toKey(id)).zscore(queues[kind].toKey('failed'), id);
    const answers = (await pipeline.exec()) ?? [];
    return jobs.map((_, index) => {
      const [exists, score] = [answers[2 * index]!, answers[2 * index + 1]!];
      if (exists[0] ?? score[0]) throw exists[0] ?? score[0]!;
      return { exists: exists[1] === 1, failed: score[1] !== null };
    });
  }

  async function add(jobs: readonly NewJob[], { retryFailed = false } = {}): Promise<AddResult> {
    for (const job of jobs) checkJob(job);
    if (jobs.length === 0) return { added: 0, known: 0, failed: 0 };
    const result: AddResult = { added: 0, known: 0, failed: 0 };
    const fresh: NewJob[] = [];
    const seen = new Set<string>();
    for (const [index, { exists, failed }] of (await stand(jobs)).entries()) {
      const job = jobs[index]!;
      if (seen.has(job.id)) result.known += 1;
      else if (failed && retryFailed) result.added += (await retryOne(job, () => job.data)) ? 1 : 0;
      else if (failed) result.failed += 1;
      else if (exists) result.known += 1;
      else fresh.push(job);
      seen.add(job.id);
    }
    await Promise.all(
      JOB_KINDS.map(async (kind) => {
        const batch = fresh.filter((job) => job.kind === kind);
        if (batch.length > 0)
          await queues[kind].addBulk(batch.map((job) => ({ name: kind, data: job.data, opts: jobOptions(job) })));
      }),
    );
    result.added += fresh.length;
    return result;
  }

  async function retryOne({ kind, id }: JobRef, data: (before: JobData) => JobData): Promise<boolean> {
    const job = await queues[kind].getJob(id);
    if (!job || !(await job.isFailed())) return false;
    const [before, after] = [job.data as JobData, data(job.data as JobData)];
    if (before !== after) await job.updateData(after);
    await job.retry('failed', { resetAttemptsMade: true, resetAttemptsStarted: true });
    return true;
  }

  function consume(kind: JobKind, handler: Handler, { concurrency = 1, onOutcome }: ConsumeOptions = {}): Consumer {
    const aborter = new AbortController();
    // Every running job listens to it, several times.
    setMaxListeners(0, aborter.signal);
    async function processJob(bull: BullJob, token?: string, lost?: AbortSignal): Promise<void> {
      const signal = lost ? AbortSignal.any([aborter.signal, lost]) : aborter.signal;
      const job: Job = {
        kind,
        id: bull.id!,
        data: bull.data as JobData,
        attempt: bull.attemptsMade + 1,
        addedAt: bull.timestamp,
        signal,
      };
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
      ...telemetry,
    });
    worker.on('error', onError);
    let closing: Promise<void> | null = null;
    const consumer: Consumer = {
      close(graceMs = 30_000) {
        closing ??= (async () => {
          // worker.close() waits for running jobs, and for Redis, without a limit of its own.
          const abort = setTimeout(() => aborter.abort(), graceMs);
          if (!(await within(graceMs + FORCE_AFTER_MS, worker.close()))) await within(CLOSE_MS, worker.disconnect());
          clearTimeout(abort);
          consumers.delete(consumer);
        })();
        return closing;
      },
    };
    consumers.add(consumer);
    return consumer;
  }

  async function failures({ kind, ids, limit = 1000 }: FailureFilter = {}): Promise<Failure[]> {
    const kinds = kind ? [kind] : JOB_KINDS;
    const found = await Promise.all(
      kinds.map(async (each) => {
        const jobs = ids
          ? (await Promise.all(ids.map((id) => queues[each].getJob(id)))).filter((job): job is BullJob => job != null)
          : (await queues[each].getFailed(0, limit - 1)).filter((job) => job != null);
        return jobs
          .filter((job) => job.finishedOn && job.failedReason)
          .map(
            (job): Failure => ({
              kind: each,
              id: job.id!,
              data: job.data as JobData,
              ...parseReason(job.failedReason),
              attempts: job.attemptsMade,
              failedAt: new Date(job.finishedOn!).toISOString(),
            }),
          );
      }),
    );
    return found
      .flat()
      .sort((a, b) => b.failedAt.localeCompare(a.failedAt))
      .slice(0, limit);
  }

  return {
    name: 'bullmq',
    queues,
    redis,
    add,
    consume,
    failures,
    async counts() {
      const entries = await Promise.all(
        JOB_KINDS.map(async (kind): Promise<[JobKind, Counts]> => {
          const found = await queues[kind].getJobCounts('waiting', 'prioritized', 'active', 'delayed', 'failed');
          return [
            kind,
            {
              waiting: (found.waiting ?? 0) + (found.prioritized ?? 0),
              active: found.active ?? 0,
              delayed: found.delayed ?? 0,
              failed: found.failed ?? 0,
            },
          ];
        }),
      );
      return Object.fromEntries(entries) as Record<JobKind, Counts>;
    },
    async standing(jobs) {
      return (await stand(jobs)).map(({ exists, failed }) => (failed ? 'failed' : exists ? 'live' : 'gone'));
    },
    async retry({ kind, ids } = {}, run) {
      const retried: JobRef[] = [];
      for (const each of kind ? [kind] : JOB_KINDS) {
        // Collected first: retried jobs leave the set that is being read.
        const chosen = ids ?? (await redis.zrange(queues[each].toKey('failed'), '0', '-1'));
        for (let at = 0; at < chosen.length; at += 50) {
          const some = chosen.slice(at, at + 50).map((id): JobRef => ({ kind: each, id }));
          const done = await Promise.all(some.map((job) => retryOne(job, (data) => dataForRun(each, data, run))));
          retried.push(...some.filter((_, i) => done[i]));
        }
      }
      return retried;
    },
    async activity() {
      const entries = await Promise.all(
        JOB_KINDS.map(async (kind) => {
          const [workers, metrics] = await Promise.all([
            queues[kind].getWorkersCount(),
            queues[kind].getMetrics('completed', 0, 0),
          ]);
          return [kind, { workers, done: Number(metrics.meta.count) }];
        }),
      );
      return Object.fromEntries(entries);
    },
    async setSchedules(schedules) {
      const wanted = new Set(schedules.map(({ kind, name }) => `${kind} ${name}`));
      for (const kind of JOB_KINDS) {
        for (const { key } of await queues[kind].getJobSchedulers()) {
          if (!wanted.has(`${kind} ${key}`)) await queues[kind].removeJobScheduler(key);
        }
      }
      for (const { name, cron, kind, data } of schedules) {
        const { jobId: _, ...opts } = jobOptions({ kind, id: name, data });
        await queues[kind].upsertJobScheduler(name, { pattern: cron, tz: TIME_ZONE }, { name: kind, data, opts });
      }
    },
    async schedules() {
      const found = await Promise.all(JOB_KINDS.map((kind) => queues[kind].getJobSchedulers()));
      return found.flat().map(({ key, pattern, next }) => ({
        name: key,
        cron: pattern ?? '',
        next: next ? new Date(next).toISOString() : null,
      }));
    },
    async ping() {
      try {
        await redis.ping();
      } catch (cause) {
        throw new QueueError(
          `cannot reach the queue at ${withoutPassword(url)}: ${(lastError ?? (cause as Error)).message}; is redis-server running?`,
          { cause },
        );
      }
    },
    async close() {
      await Promise.all([...consumers].map((consumer) => consumer.close()));
      await Promise.all(
        Object.values(queues).map(async (queue) => {
          if (!(await within(CLOSE_MS, queue.close()))) await within(CLOSE_MS, queue.disconnect());
        }),
      );
      redis.disconnect();
    },
  };
}

export function withoutPassword(url: string): string {
  return url.replace(/\/\/[^@/]*@/, '//');
}
