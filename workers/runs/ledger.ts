/**
 * @module Runs that are not over: which jobs belong to each, and which of them are still under way. In Redis;
 * forgotten when the run's record is written.
 */
import type { Redis } from 'ioredis';
import type { JobRef } from '../queue/job-queue.js';

export interface RunLedger {
  /** Begins a run; again, changes nothing. */
  open(run: string, startedAt: Date): Promise<void>;
  /** null when there is no such run, or it is over. */
  startedAt(run: string): Promise<string | null>;
  /** More jobs may come from outside the run: it is not over for so many seconds, or until release(). */
  hold(run: string, seconds: number): Promise<void>;
  release(run: string): Promise<void>;
  isHeld(run: string): Promise<boolean>;
  /**
   * Before the jobs stand in the queue, and before the job that makes them has ended: a run never looks over while it
   * is not.
   */
  add(run: string, jobs: readonly JobRef[]): Promise<void>;
  counts(run: string): Promise<{ jobs: number; pending: number }>;
  /** Some jobs of the run that are not known to have ended. */
  pending(run: string, limit: number): Promise<JobRef[]>;
  settle(run: string, jobs: readonly JobRef[]): Promise<void>;
  /** Every job the run had, in batches, in no order; one may come twice. */
  members(run: string): AsyncIterable<JobRef[]>;
  forget(run: string): Promise<void>;
}

const written = ({ kind, id }: JobRef): string => `${kind} ${id}`;
const read = (member: string): JobRef => {
  const [kind, id] = member.split(' ') as [JobRef['kind'], string];
  return { kind, id };
};

export function createRunLedger(redis: Redis, prefix = '{gongkai}'): RunLedger {
  const key = (run: string, part: 'started' | 'held' | 'jobs' | 'pending'): string => `${prefix}:run:${run}:${part}`;
  return {
    async open(run, startedAt) {
      await redis.setnx(key(run, 'started'), startedAt.toISOString());
    },
    startedAt: (run) => redis.get(key(run, 'started')),
    async hold(run, seconds) {
      await redis.set(key(run, 'held'), '1', 'EX', seconds);
    },
    async release(run) {
      await redis.del(key(run, 'held'));
    },
    isHeld: async (run) => (await redis.exists(key(run, 'held'))) === 1,
    async add(run, jobs) {
      if (jobs.length === 0) return;
      const members = jobs.map(written);
      await redis
        .multi()
        .sadd(key(run, 'jobs'), ...members)
        .sadd(key(run, 'pending'), ...members)
        .exec();
    },
    async counts(run) {
      const [jobs, pending] = await Promise.all([redis.scard(key(run, 'jobs')), redis.scard(key(run, 'pending'))]);
      return { jobs, pending };
    },
    pending: async (run, limit) => (await redis.srandmember(key(run, 'pending'), limit)).map(read),
    async settle(run, jobs) {
      if (jobs.length > 0) await redis.srem(key(run, 'pending'), ...jobs.map(written));
    },
    async *members(run) {
      for await (const members of redis.sscanStream(key(run, 'jobs'), { count: 500 }) as AsyncIterable<string[]>) {
        if (members.length > 0) yield members.map(read);
      }
    },
    async forget(run) {
      await redis.del(key(run, 'pending'), key(run, 'jobs'), key(run, 'held'), key(run, 'started'));
    },
  };
}
