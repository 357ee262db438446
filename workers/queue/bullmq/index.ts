/**
 * @module JobQueue on BullMQ: one Redis queue a kind, shared by any number of workers; survives the death of each of
 * them.
 */
import type { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { type Consumer, type Counts, JOB_KINDS, type JobKind, type JobQueue } from '../job-queue.js';
import { type BullmqQueueOptions, connect } from './connection.js';
import { consumeKind } from './consume.js';
import { createJobs } from './jobs.js';
import { createSchedules, type Schedules } from './schedules.js';

export type { BullmqQueueOptions } from './connection.js';

export interface BullmqQueue extends JobQueue, Schedules {
  /** One BullMQ queue a kind, for Bull Board. */
  readonly queues: Readonly<Record<JobKind, Queue>>;
  /** The connection for what is no job (the politeness gate). */
  readonly redis: Redis;
  /** Workers of each kind that are connected now, and jobs done since the queue was made. */
  activity(): Promise<Record<JobKind, { workers: number; done: number }>>;
}

export function createBullmqQueue(options: BullmqQueueOptions): BullmqQueue {
  const connection = connect(options);
  const { queues, redis } = connection;
  const consumers = new Set<Consumer>();
  return {
    name: 'bullmq',
    queues,
    redis,
    ...createJobs(connection),
    ...createSchedules(connection),
    consume(kind, handler, options) {
      const consumer = consumeKind(connection, kind, handler, options);
      consumers.add(consumer);
      return consumer;
    },
    counts: () =>
      byKind(async (kind): Promise<Counts> => {
        const found = await queues[kind].getJobCounts('waiting', 'prioritized', 'active', 'delayed', 'failed');
        return {
          waiting: (found.waiting ?? 0) + (found.prioritized ?? 0),
          active: found.active ?? 0,
          delayed: found.delayed ?? 0,
          failed: found.failed ?? 0,
        };
      }),
    activity: () =>
      byKind(async (kind) => {
        const [workers, metrics] = await Promise.all([
          queues[kind].getWorkersCount(),
          queues[kind].getMetrics('completed', 0, 0),
        ]);
        return { workers, done: Number(metrics.meta.count) };
      }),
    ping: () => connection.ping(),
    async close() {
      await Promise.all([...consumers].map((consumer) => consumer.close()));
      await connection.close();
    },
  };
}

async function byKind<T>(ask: (kind: JobKind) => Promise<T>): Promise<Record<JobKind, T>> {
  const entries = await Promise.all(JOB_KINDS.map(async (kind) => [kind, await ask(kind)] as const));
  return Object.fromEntries(entries) as Record<JobKind, T>;
}
