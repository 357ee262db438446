/**
 * @module The JobQueue port: named jobs with small data, handled by whoever consumes their kind. Drivers: memory.ts
 * (one process, nothing kept) and bullmq/ (Redis, shared by any number of workers); one conformance suite in
 * test/conformance/job-queue.ts.
 */
import type { JobDecision } from './errors.js';
import { encodeJobData, type JobData, JobDataError, type JobKind, type StoredData } from './job-data.js';

export { JOB_KINDS, type JobData, type JobKind } from './job-data.js';

/** Jobs that belong to a run. The others serve them. */
export const COUNTED_KINDS: ReadonlySet<JobKind> = new Set(['crawl', 'download', 'extract']);

export interface JobRef {
  kind: JobKind;
  id: string;
}

/** A person's request goes before bulk work of the same kind. */
export type Priority = 'person' | 'bulk';

/** The id is from jobId(): the same work has the same id, so that it stands in the queue once. */
export type NewJob<K extends JobKind = JobKind> = {
  [P in K]: {
    readonly kind: P;
    readonly id: string;
    readonly data: JobData[P];
    /** @default "bulk" */
    readonly priority?: Priority;
  };
}[K];

/** What a handler is told of a job, whatever its kind. */
interface Attempt {
  /** 1 for the first try. Waiting (WaitError) and the loss of a worker do not count. */
  readonly attempt: number;
  /** Milliseconds since 1970 when the job was added: the same in every attempt. */
  readonly addedAt: number;
  /**
   * Aborted when the consumer's grace period has passed; the job then goes back to the queue without a counted
   * attempt.
   */
  readonly signal: AbortSignal;
}

export type Job<K extends JobKind = JobKind> = {
  [P in K]: Attempt & { readonly kind: P; readonly id: string; readonly data: JobData[P] };
}[K];

/** Resolves when the work is done; what it throws decides what happens next, see errors.ts. */
export type Handler<K extends JobKind = JobKind> = (job: Job<K>) => Promise<void>;

export type Handlers = { readonly [K in JobKind]: Handler<K> };

export interface AddOptions {
  /** Jobs of these ids that have failed are tried again with fresh attempts and the new data. @default false */
  retryFailed?: boolean;
}

export interface AddResult {
  added: number;
  /** Already waiting, delayed or running. */
  known: number;
  /** Failed before: kept out unless retryFailed (then counted as added). */
  failed: number;
}

export type Standing = 'live' | 'failed' | 'gone';

export interface Counts {
  waiting: number;
  active: number;
  delayed: number;
  failed: number;
}

export type Failure = {
  [K in JobKind]: {
    kind: K;
    id: string;
    /** null: another version has left what this one does not read. */
    data: JobData[K] | null;
    /** Stable reason code: deadline, not_a_pdf, http_status, worker_lost, … */
    code: string;
    message: string;
    attempts: number;
    /** ISO 8601, UTC. */
    failedAt: string;
  };
}[JobKind];

export interface FailureFilter {
  kind?: JobKind;
  ids?: readonly string[];
  /** @default 1000 */
  limit?: number;
}

export interface ConsumeOptions {
  /** Jobs of this kind at the same time in this process. @default 1 */
  concurrency?: number;
  /** Told what became of every attempt; for logs and metrics. */
  onOutcome?: (job: Job, outcome: Outcome) => void;
}

export interface Outcome {
  decision: 'done' | JobDecision;
  /** Milliseconds the handler ran. */
  milliseconds: number;
  error?: Error;
}

export interface Consumer {
  /**
   * Takes no new job, waits for the running ones up to the grace period, then aborts them and puts them back. Safe to
   * call twice.
   */
  close(graceMs?: number): Promise<void>;
}

export interface JobQueue {
  readonly name: string;
  /**
   * Adds what is not there yet. A finished job may be added again (whether its work is still needed, the handler
   * finds in the object store); a failed one stays failed until retry().
   * @throws QueueError for data or ids that break the rules above
   */
  add(jobs: readonly NewJob[], options?: AddOptions): Promise<AddResult>;
  consume<K extends JobKind>(kind: K, handler: Handler<K>, options?: ConsumeOptions): Consumer;
  counts(): Promise<Record<JobKind, Counts>>;
  /** Newest first. */
  failures(filter?: FailureFilter): Promise<Failure[]>;
  /** Puts failed jobs back with fresh attempts; says which. @param run becomes the run of those that count for one */
  retry(filter?: Omit<FailureFilter, 'limit'>, run?: string): Promise<JobRef[]>;
  /** Of each job: live (waiting, delayed, running), failed, or gone (done, or never added). */
  standing(jobs: readonly JobRef[]): Promise<Standing[]>;
  /** Throws when the queue cannot be reached. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export class QueueError extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'QueueError';
  }
}

/** "extract-<hash>": no ":" (BullMQ separates with it) and never digits only (BullMQ numbers its own jobs). */
export function jobId(kind: JobKind, hash: string): string {
  return `${kind}-${hash}`;
}

/** What stands behind the kind in an id. */
export function jobHash(id: string): string {
  return id.slice(id.indexOf('-') + 1);
}

/** The data of a job that is tried again: what counts for a run counts for this one now. */
export function dataForRun<K extends JobKind>(kind: K, data: JobData[K], run: string | undefined): JobData[K] {
  return run !== undefined && COUNTED_KINDS.has(kind) ? { ...data, run } : data;
}

/** @returns the data as a driver keeps them. @throws QueueError */
export function storedData(job: NewJob): StoredData {
  if (!/^[a-z]+-[A-Za-z0-9._-]+$/.test(job.id))
    throw new QueueError(`"${job.id}" is no job id; make it with jobId(kind, hash)`);
  try {
    return encodeJobData(job.kind, job.data);
  } catch (error) {
    if (error instanceof JobDataError) throw new QueueError(`job ${job.id}: ${error.message}`, { cause: error });
    throw error;
  }
}
