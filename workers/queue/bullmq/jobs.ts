/** @module Jobs into their queues, what stands there, and what failed: read, or put back with fresh attempts. */
import type { Job as BullJob, JobsOptions } from 'bullmq';
import { parseReason } from '../errors.js';
import { decodeJobData, encodeJobData, JobDataError, type StoredData } from '../job-data.js';
import {
  type AddResult,
  dataForRun,
  type Failure,
  type FailureFilter,
  JOB_KINDS,
  type JobKind,
  type JobQueue,
  type JobRef,
  type NewJob,
  storedData,
} from '../job-queue.js';
import type { RetryPolicies } from '../policy.js';
import type { Connection } from './connection.js';
import { append } from '../../../pipeline/domain/extremes.js';

/** BullMQ takes jobs without priority first. */
const PRIORITY = { person: 0, bulk: 10 } as const;
/** Failed jobs put back at the same time. */
const RETRIES_AT_ONCE = 50;

export function jobOptions(policies: RetryPolicies, { kind, priority = 'bulk' }: Omit<NewJob, 'data'>): JobsOptions {
  return { attempts: policies[kind].attempts, backoff: { type: 'by_kind' }, priority: PRIORITY[priority] };
}

export function createJobs({
  queues,
  redis,
  options: { policies },
}: Connection): Pick<JobQueue, 'add' | 'standing' | 'failures' | 'retry'> {
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

  async function retryOne({ kind, id }: JobRef, data: (before: unknown) => StoredData | null): Promise<boolean> {
    const job = await queues[kind].getJob(id);
    if (!job || !(await job.isFailed())) return false;
    const after = data(job.data);
    if (after !== null) await job.updateData(after);
    await job.retry('failed', { resetAttemptsMade: true, resetAttemptsStarted: true });
    return true;
  }

  return {
    async add(jobs, { retryFailed = false } = {}) {
      const stored = new Map(jobs.map((job) => [job, storedData(job)]));
      const result: AddResult = { added: 0, known: 0, failed: 0 };
      if (jobs.length === 0) return result;
      const fresh: NewJob[] = [];
      const seen = new Set<string>();
      for (const [index, { exists, failed }] of (await stand(jobs)).entries()) {
        const job = jobs[index]!;
        if (seen.has(job.id)) result.known += 1;
        else if (failed && retryFailed) result.added += (await retryOne(job, () => stored.get(job)!)) ? 1 : 0;
        else if (failed) result.failed += 1;
        else if (exists) result.known += 1;
        else fresh.push(job);
        seen.add(job.id);
      }
      await Promise.all(
        JOB_KINDS.map(async (kind) => {
          const batch = fresh
            .filter((job) => job.kind === kind)
            .map((job) => ({
              name: kind,
              data: stored.get(job),
              opts: { jobId: job.id, ...jobOptions(policies, job) },
            }));
          if (batch.length > 0) await queues[kind].addBulk(batch);
        }),
      );
      result.added += fresh.length;
      return result;
    },

    async standing(jobs) {
      return (await stand(jobs)).map(({ exists, failed }) => (failed ? 'failed' : exists ? 'live' : 'gone'));
    },

    async failures({ kind, ids, limit = 1000 }: FailureFilter = {}) {
      const found = await Promise.all(
        (kind ? [kind] : JOB_KINDS).map(async (each) => {
          const jobs = ids
            ? (await Promise.all(ids.map((id) => queues[each].getJob(id)))).filter(
                (job): job is BullJob => job != null,
              )
            : (await queues[each].getFailed(0, limit - 1)).filter((job) => job != null);
          return jobs.filter((job) => job.finishedOn && job.failedReason).map((job) => failureOf(each, job));
        }),
      );
      return found
        .flat()
        .sort((a, b) => b.failedAt.localeCompare(a.failedAt))
        .slice(0, limit);
    },

    async retry({ kind, ids } = {}, run) {
      const retried: JobRef[] = [];
      for (const each of kind ? [kind] : JOB_KINDS) {
        // Collected first: retried jobs leave the set that is being read.
        const chosen = ids ?? (await redis.zrange(queues[each].toKey('failed'), '0', '-1'));
        for (let at = 0; at < chosen.length; at += RETRIES_AT_ONCE) {
          const some = chosen.slice(at, at + RETRIES_AT_ONCE).map((id): JobRef => ({ kind: each, id }));
          const done = await Promise.all(some.map((job) => retryOne(job, (before) => forRun(each, before, run))));
          append(
            retried,
            some.filter((_, i) => done[i]),
          );
        }
      }
      return retried;
    },
  };
}

/** null: as it stands. What this version does not read fails again, and says why. */
function forRun(kind: JobKind, stored: unknown, run: string | undefined): StoredData | null {
  if (run === undefined) return null;
  const data = readable(kind, stored);
  return data === null ? null : encodeJobData(kind, dataForRun(kind, data, run));
}

function failureOf(kind: JobKind, job: BullJob): Failure {
  return {
    kind,
    id: job.id!,
    data: readable(kind, job.data),
    ...parseReason(job.failedReason),
    attempts: job.attemptsMade,
    failedAt: new Date(job.finishedOn!).toISOString(),
  } as Failure;
}

function readable<K extends JobKind>(kind: K, stored: unknown) {
  try {
    return decodeJobData(kind, stored);
  } catch (error) {
    if (error instanceof JobDataError) return null;
    throw error;
  }
}
