/**
 * @module JobQueue in one process: what `gongkai crawl` uses without Redis. Nothing survives the process; the object
 * store does.
 */
import { setMaxListeners } from 'node:events';
import { type DecidedError, type JobDecision, WaitError, decide } from './errors.js';
import { decodeJobData, encodeJobData, type StoredData } from './job-data.js';
import {
  type AddResult,
  type Consumer,
  type Counts,
  type Failure,
  type Handler,
  JOB_KINDS,
  type Job,
  type JobKind,
  type JobQueue,
  type NewJob,
  type ConsumeOptions,
  dataForRun,
  storedData,
} from './job-queue.js';
import { DEFAULT_POLICIES, type RetryPolicies, backoff } from './policy.js';

export interface MemoryQueueOptions {
  /** @default DEFAULT_POLICIES */
  policies?: RetryPolicies;
}

export interface MemoryQueue extends JobQueue {
  /** Resolves when nothing waits, runs or is delayed. */
  idle(): Promise<void>;
}

/** Data are kept as every driver keeps them: what the codec does not carry is lost here, too. */
interface Entry {
  job: Pick<NewJob, 'kind' | 'id' | 'priority'>;
  data: StoredData;
  addedAt: number;
  attempts: number;
  state: 'waiting' | 'active' | 'delayed' | 'failed';
  timer?: NodeJS.Timeout;
  failure?: Failure;
}

/** Sets keep the order of insertion and give up their first element in constant time, whatever their size. */
interface Lane {
  person: Set<Entry>;
  bulk: Set<Entry>;
  consumers: Set<() => void>;
}

export function createMemoryQueue(options: MemoryQueueOptions = {}): MemoryQueue {
  const policies = options.policies ?? DEFAULT_POLICIES;
  const entries = new Map<string, Entry>();
  const lanes = Object.fromEntries(
    JOB_KINDS.map((kind) => [kind, { person: new Set(), bulk: new Set(), consumers: new Set() }]),
  ) as unknown as Record<JobKind, Lane>;
  let idlers: (() => void)[] = [];
  /** Entries that are not failed. */
  let live = 0;
  let closed = false;

  const settle = () => {
    if (live > 0) return;
    for (const resolve of idlers) resolve();
    idlers = [];
  };
  const ready = (entry: Entry) => {
    entry.state = 'waiting';
    lanes[entry.job.kind][entry.job.priority ?? 'bulk'].add(entry);
    for (const wake of lanes[entry.job.kind].consumers) wake();
  };
  const delay = (entry: Entry, milliseconds: number) => {
    entry.state = 'delayed';
    entry.timer = setTimeout(() => ready(entry), milliseconds);
  };
  const take = (kind: JobKind): Entry | undefined => {
    for (const lane of [lanes[kind].person, lanes[kind].bulk]) {
      for (const entry of lane) {
        lane.delete(entry);
        return entry;
      }
    }
    return undefined;
  };
  const fail = (entry: Entry, error: DecidedError) => {
    entry.state = 'failed';
    live -= 1;
    entry.failure = {
      kind: entry.job.kind,
      id: entry.job.id,
      data: decodeJobData(entry.job.kind, entry.data),
      code: error.code,
      message: error.message,
      attempts: entry.attempts,
      failedAt: new Date().toISOString(),
    } as Failure;
  };
  /** A new entry, or a failed one with fresh attempts. */
  const start = (entry: Entry) => {
    entry.attempts = 0;
    delete entry.failure;
    live += 1;
    ready(entry);
  };

  function consume<K extends JobKind>(
    kind: K,
    handler: Handler<K>,
    { concurrency = 1, onOutcome }: ConsumeOptions = {},
  ): Consumer {
    const aborter = new AbortController();
    // Every running job listens to it, several times.
    setMaxListeners(0, aborter.signal);
    const active = new Set<Promise<void>>();
    let open = true;
    const wake = () => {
      while (open && !closed && active.size < concurrency) {
        const entry = take(kind);
        if (!entry) return;
        const work = run(entry).finally(() => {
          active.delete(work);
          wake();
          settle();
        });
        active.add(work);
      }
    };
    async function run(entry: Entry): Promise<void> {
      entry.state = 'active';
      const { id } = entry.job;
      const job = {
        kind,
        id,
        data: decodeJobData(kind, entry.data),
        attempt: entry.attempts + 1,
        addedAt: entry.addedAt,
        signal: aborter.signal,
      } as Job & Job<K>;
      const began = performance.now();
      try {
        await handler(job);
        entries.delete(id);
        live -= 1;
        onOutcome?.(job, { decision: 'done', milliseconds: performance.now() - began });
      } catch (thrown) {
        const error = aborter.signal.aborted
          ? new WaitError('stopping', 'the worker stopped', 0, { cause: thrown })
          : decide(thrown);
        let decision: JobDecision = error.decision;
        if (decision !== 'wait') entry.attempts += 1;
        if (decision === 'retry' && entry.attempts >= policies[kind].attempts) decision = 'give_up';
        if (error instanceof WaitError) delay(entry, error.delayMs);
        else if (decision === 'retry') delay(entry, backoff(policies[kind], entry.attempts));
        else fail(entry, error);
        onOutcome?.(job, { decision, milliseconds: performance.now() - began, error });
      }
    }
    lanes[kind].consumers.add(wake);
    queueMicrotask(wake);
    let closing: Promise<void> | null = null;
    return {
      close(graceMs = 30_000) {
        closing ??= (async () => {
          open = false;
          lanes[kind].consumers.delete(wake);
          const timer = setTimeout(() => aborter.abort(), graceMs);
          await Promise.all(active);
          clearTimeout(timer);
        })();
        return closing;
      },
    };
  }

  const failed = (kind?: JobKind, ids?: readonly string[]) =>
    [...entries.values()].filter(
      (entry) =>
        entry.state === 'failed' && (!kind || entry.job.kind === kind) && (!ids || ids.includes(entry.job.id)),
    );

  return {
    name: 'memory',
    async add(jobs, { retryFailed = false } = {}) {
      const result: AddResult = { added: 0, known: 0, failed: 0 };
      const stored = jobs.map(storedData);
      for (const [index, job] of jobs.entries()) {
        const data = stored[index] as StoredData;
        const entry = entries.get(job.id);
        if (entry && entry.state !== 'failed') result.known += 1;
        else if (entry && !retryFailed) result.failed += 1;
        else {
          result.added += 1;
          const next: Entry = entry ?? { job, data, addedAt: Date.now(), attempts: 0, state: 'waiting' };
          Object.assign(next, { job, data });
          entries.set(job.id, next);
          start(next);
        }
      }
      return result;
    },
    consume,
    async counts() {
      const counts = Object.fromEntries(
        JOB_KINDS.map((kind) => [kind, { waiting: 0, active: 0, delayed: 0, failed: 0 }]),
      ) as Record<JobKind, Counts>;
      for (const entry of entries.values()) counts[entry.job.kind][entry.state] += 1;
      return counts;
    },
    async failures({ kind, ids, limit = 1000 } = {}) {
      return failed(kind, ids)
        .map((entry) => entry.failure!)
        .sort((a, b) => b.failedAt.localeCompare(a.failedAt))
        .slice(0, limit);
    },
    async retry({ kind, ids } = {}, run) {
      const chosen = failed(kind, ids);
      for (const entry of chosen) {
        const { kind: of } = entry.job;
        entry.data = encodeJobData(of, dataForRun(of, decodeJobData(of, entry.data), run));
        start(entry);
      }
      return chosen.map(({ job }) => ({ kind: job.kind, id: job.id }));
    },
    async standing(jobs) {
      return jobs.map(({ id }) => {
        const entry = entries.get(id);
        return entry === undefined ? 'gone' : entry.state === 'failed' ? 'failed' : 'live';
      });
    },
    async ping() {},
    idle() {
      return new Promise((resolve) => {
        idlers.push(resolve);
        settle();
      });
    },
    async close() {
      closed = true;
      for (const entry of entries.values()) clearTimeout(entry.timer);
    },
  };
}
