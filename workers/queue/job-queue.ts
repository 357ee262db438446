/**
 * @module The JobQueue port: named jobs with small data, handled by whoever consumes their kind. Drivers: memory.ts (one process,
 * nothing kept) and bullmq.ts (Redis, shared by any number of workers); one conformance suite in test/conformance/job-queue.ts.
 */
import type { JobDecision } from './errors.js';

/** crawl: one listing page; download: one PDF; recognise: a few pages of a long scan; extract: one document, put into the store; publish: the record of one run. */
export const JOB_KINDS = ['crawl', 'download', 'recognise', 'extract', 'publish'] as const;
export type JobKind = (typeof JOB_KINDS)[number];

/** Jobs that belong to a run. The others serve them. */
export const COUNTED_KINDS: ReadonlySet<JobKind> = new Set(['crawl', 'download', 'extract']);

export interface JobRef {
  kind: JobKind;
  id: string;
}

/** A person's request goes before bulk work of the same kind. */
export type Priority = 'person' | 'bulk';

/** Keys of objects, hashes and small numbers, never contents: what a job works on is in the object store. */
export type JobData = Readonly<Record<string, string | number>>;

/** Serialised job data may not be larger (characters): a queue of a million jobs has to fit in Redis. */
export const MAX_DATA_LENGTH = 1024;

/** The id is from jobId(): the same work has the same id, so that it stands in the queue once. */
export interface NewJob extends JobRef {
  data: JobData;
  /** @default "bulk" */
  priority?: Priority;
}

export interface Job {
  readonly kind: JobKind;
  readonly id: string;
  readonly data: JobData;
  /** 1 for the first try. Waiting (WaitError) and the loss of a worker do not count. */
  readonly attempt: number;
  /** Milliseconds since 1970 when the job was added: the same in every attempt. */
  readonly addedAt: number;
  /** Aborted when the consumer's grace period has passed; the job then goes back to the queue without a counted attempt. */
  readonly signal: AbortSignal;
}

/** Resolves when the work is done; what it throws decides what happens next, see errors.ts. */
export type Handler = (job: Job) => Promise<void>;

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

export interface Failure {
  kind: JobKind;
  id: string;
  data: JobData;
  /** Stable reason code: deadline, not_a_pdf, http_status, worker_lost, … */
  code: string;
  message: string;
  attempts: number;
  /** ISO 8601, UTC. */
  failedAt: string;
}

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
  /** Takes no new job, waits for the running ones up to the grace period, then aborts them and puts them back. Safe to call twice. */
  close(graceMs?: number): Promise<void>;
}

export interface JobQueue {
  readonly name: string;
  /**
   * Adds what is not there yet. A finished job may be added again (whether its work is still needed, the handler finds in the
   * object store); a failed one stays failed until retry().
   * @throws QueueError for data or ids that break the rules above
   */
  add(jobs: readonly NewJob[], options?: AddOptions): Promise<AddResult>;
  consume(kind: JobKind, handler: Handler, options?: ConsumeOptions): Consumer;
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
export function dataForRun(kind: JobKind, data: JobData, run: string | undefined): JobData {
  return run !== undefined && COUNTED_KINDS.has(kind) ? { ...data, run } : data;
}

/** @throws QueueError */
export function checkJob(job: NewJob): void {
  if (!/^[a-z]+-[A-Za-z0-9._-]+$/.test(job.id))
    throw new QueueError(`"${job.id}" is no job id; make it with jobId(kind, hash)`);
  const length = JSON.stringify(job.data).length;
  if (length > MAX_DATA_LENGTH) {
    throw new QueueError(
      `job ${job.id} carries ${length} characters of data, the limit is ${MAX_DATA_LENGTH}: put the content in the object store and pass its key`,
    );
  }
}
