/** @module One suite for every JobQueue driver. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GiveUpError, RetryError, WaitError } from '../../workers/queue/errors.js';
import {
  type Consumer,
  type Handler,
  JOB_KINDS,
  type Job,
  type JobKind,
  type JobQueue,
  type NewJob,
  type Outcome,
  QueueError,
  jobId,
} from '../../workers/queue/job-queue.js';
import type { RetryPolicies } from '../../workers/queue/policy.js';

const quick = { attempts: 3, backoffMs: 20, maxBackoffMs: 100 };
/** Real policies with short pauses: the suite waits for retries. */
export const QUICK_POLICIES: RetryPolicies = {
  crawl: quick,
  download: quick,
  recognise: quick,
  extract: quick,
  publish: quick,
};

const hash = (index: number) => index.toString(16).padStart(64, 'a');
const extract = (index: number) => ({
  kind: 'extract' as const,
  id: jobId('extract', hash(index)),
  data: { sha256: hash(index) },
});

const download = (index: number) => ({
  kind: 'download' as const,
  id: jobId('download', hash(index)),
  data: { source: hash(0).slice(32), run: 'run-1', url: hash(index) },
});

async function until(condition: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (const end = Date.now() + 15_000; Date.now() < end; await sleep(10)) if (await condition()) return;
  throw new Error(`waited in vain for ${what}`);
}

export function jobQueueConformance(name: string, create: () => Promise<JobQueue>): void {
  describe(`JobQueue: ${name}`, () => {
    let queue: JobQueue;
    let consumers: Consumer[] = [];
    const outcomes: Outcome[] = [];
    beforeEach(async () => {
      queue = await create();
      outcomes.length = 0;
    });
    afterEach(async () => {
      await Promise.all(consumers.map((consumer) => consumer.close(0)));
      consumers = [];
      await queue.close();
    });
    const consumeKind = <K extends JobKind>(kind: K, handler: Handler<K>, concurrency = 1) => {
      const consumer = queue.consume(kind, handler, {
        concurrency,
        onOutcome: (_job, outcome) => outcomes.push(outcome),
      });
      consumers.push(consumer);
      return consumer;
    };
    const consume = (handler: Handler<'extract'>, concurrency = 1) => consumeKind('extract', handler, concurrency);
    const empty = async () =>
      Object.values(await queue.counts()).every((count) => count.waiting + count.active + count.delayed === 0);

    it('hands every job to a handler once, with its data', async () => {
      const seen: Job<'extract'>[] = [];
      consume(async (job) => {
        seen.push(job);
      }, 4);
      expect(await queue.add([1, 2, 3, 4, 5].map(extract))).toEqual({ added: 5, known: 0, failed: 0 });
      await until(empty, 'an empty queue');
      expect(seen.map((job) => job.data.sha256).sort()).toEqual([1, 2, 3, 4, 5].map(hash).sort());
      expect(seen.every((job) => job.attempt === 1 && Math.abs(Date.now() - job.addedAt) < 60_000)).toBe(true);
      expect(outcomes.map((outcome) => outcome.decision)).toEqual(Array(5).fill('done'));
    });

    it('keeps a job once, however often it is added, also within one call', async () => {
      expect(await queue.add([extract(1), extract(1), extract(2)])).toEqual({ added: 2, known: 1, failed: 0 });
      expect(await queue.add([extract(1)])).toEqual({ added: 0, known: 1, failed: 0 });
      expect((await queue.counts()).extract).toEqual({ waiting: 2, active: 0, delayed: 0, failed: 0 });
      expect(await queue.standing([extract(1), extract(2), extract(3)])).toEqual(['live', 'live', 'gone']);
    });

    it('takes a finished job again', async () => {
      let runs = 0;
      consume(async () => {
        runs += 1;
      });
      await queue.add([extract(1)]);
      await until(empty, 'the first run');
      expect((await queue.add([extract(1)])).added).toBe(1);
      await until(async () => runs === 2 && (await empty()), 'the second run');
    });

    it("puts a person's request before bulk work", async () => {
      await queue.add([extract(1), extract(2)]);
      await queue.add([
        { ...extract(3), priority: 'person' },
        { ...extract(4), priority: 'person' },
      ]);
      const order: unknown[] = [];
      consume(async (job) => {
        order.push(job.data.sha256);
      });
      await until(() => order.length === 4, 'four jobs');
      expect(order).toEqual([3, 4, 1, 2].map(hash));
    });

    it('runs no more than the concurrency at the same time', async () => {
      let running = 0;
      let most = 0;
      consume(async () => {
        running += 1;
        most = Math.max(most, running);
        await sleep(20);
        running -= 1;
      }, 3);
      await queue.add(Array.from({ length: 12 }, (_, index) => extract(index)));
      await until(empty, 'an empty queue');
      expect(most).toBe(3);
    });

    it('keeps the kinds apart', async () => {
      const seen: string[] = [];
      consumeKind('download', async () => {
        seen.push('download');
      });
      await queue.add([extract(1), download(9)]);
      await until(() => seen.length === 1, 'the download');
      expect((await queue.counts()).extract.waiting).toBe(1);
    });

    it('retries with growing pauses until it works', async () => {
      const attempts: number[] = [];
      consume(async (job) => {
        attempts.push(job.attempt);
        if (job.attempt < 3) throw new RetryError('deadline', 'too slow');
      });
      await queue.add([extract(1)]);
      await until(empty, 'an empty queue');
      expect(attempts).toEqual([1, 2, 3]);
      expect(outcomes.map((outcome) => outcome.decision)).toEqual(['retry', 'retry', 'done']);
      expect(await queue.failures()).toEqual([]);
    });

    it('stops a poison job after its attempts, keeps the reason, and tries again when told', async () => {
      let poison = true;
      let runs = 0;
      const seen: unknown[] = [];
      consume(async (job) => {
        runs += 1;
        seen.push(job.data.run);
        if (poison) throw new RetryError('memory', 'more than 512 MB');
      });
      await queue.add([extract(1)]);
      await until(async () => (await queue.counts()).extract.failed === 1, 'the failure');
      expect(runs).toBe(3);
      expect(outcomes.at(-1)?.decision).toBe('give_up');
      const [failure] = await queue.failures({ kind: 'extract' });
      expect(failure).toMatchObject({
        kind: 'extract',
        id: extract(1).id,
        data: { sha256: hash(1) },
        code: 'memory',
        message: 'more than 512 MB',
        attempts: 3,
      });
      expect(Date.now() - Date.parse(failure!.failedAt)).toBeLessThan(60_000);
      expect(await queue.add([extract(1)])).toEqual({ added: 0, known: 0, failed: 1 });
      poison = false;
      expect(await queue.standing([extract(1), extract(2)])).toEqual(['failed', 'gone']);
      expect(await queue.retry({ ids: [extract(1).id] }, 'run-2')).toEqual([{ kind: 'extract', id: extract(1).id }]);
      await until(async () => runs === 4 && (await empty()), 'the retried job');
      expect(seen).toEqual([undefined, undefined, undefined, 'run-2']);
      expect(await queue.standing([extract(1)])).toEqual(['gone']);
      expect(await queue.failures()).toEqual([]);
    });

    it('gives bad input up at once', async () => {
      let runs = 0;
      consume(async () => {
        runs += 1;
        throw new GiveUpError('not_a_pdf', 'starts with "<html"');
      });
      await queue.add([extract(1)]);
      await until(async () => (await queue.counts()).extract.failed === 1, 'the failure');
      await sleep(150);
      expect(runs).toBe(1);
      expect((await queue.failures())[0]).toMatchObject({ code: 'not_a_pdf', attempts: 1 });
    });

    it('retries a fault of an unknown class and keeps it as internal', async () => {
      consume(async () => {
        throw new TypeError('undefined is not a function');
      });
      await queue.add([extract(1)]);
      await until(async () => (await queue.counts()).extract.failed === 1, 'the failure');
      expect((await queue.failures())[0]).toMatchObject({
        code: 'internal',
        message: 'undefined is not a function',
        attempts: 3,
      });
    });

    it('waits without counting an attempt', async () => {
      const attempts: number[] = [];
      consume(async (job) => {
        attempts.push(job.attempt);
        if (attempts.length < 6) throw new WaitError('host_busy', 'its turn is later', 15);
      });
      await queue.add([extract(1)]);
      await until(empty, 'an empty queue');
      expect(attempts).toEqual([1, 1, 1, 1, 1, 1]);
      expect(await queue.failures()).toEqual([]);
    });

    it('retries by kind, and a failed job that is enqueued anew when asked to', async () => {
      let broken = true;
      const handler = async () => {
        if (broken) throw new GiveUpError('encrypted', 'needs a password');
      };
      consume(handler);
      consumeKind('download', handler);
      await queue.add([extract(1), extract(2), download(9)]);
      await until(async () => (await queue.failures()).length === 3, 'three failures');
      expect(await queue.failures({ limit: 2 })).toHaveLength(2);
      expect(await queue.failures({ kind: 'download' })).toHaveLength(1);
      broken = false;
      expect(await queue.retry({ kind: 'download' })).toHaveLength(1);
      expect(await queue.add([extract(1)], { retryFailed: true })).toEqual({ added: 1, known: 0, failed: 0 });
      await until(async () => (await queue.failures()).length === 1, 'two recoveries');
      expect(await queue.retry()).toHaveLength(1);
      await until(async () => (await queue.failures()).length === 0 && (await empty()), 'the last recovery');
    });

    it('lets running jobs finish when it closes, and starts no other', async () => {
      const done: unknown[] = [];
      const started: unknown[] = [];
      const consumer = consume(async (job) => {
        started.push(job.data.sha256);
        await sleep(150);
        done.push(job.data.sha256);
      });
      await queue.add([extract(1), extract(2)]);
      await until(() => started.length === 1, 'the first job');
      await consumer.close(5_000);
      expect(done).toEqual([hash(1)]);
      await sleep(200);
      expect(started).toEqual([hash(1)]);
      expect((await queue.counts()).extract).toMatchObject({ waiting: 1, active: 0 });
    });

    it('aborts what runs past the grace period and puts it back without a counted attempt', async () => {
      let started = false;
      const consumer = consume(async (job) => {
        started = true;
        await new Promise((_, reject) => {
          job.signal.addEventListener('abort', () => reject(new Error('cancelled')), { once: true });
        });
      });
      await queue.add([extract(1)]);
      await until(() => started, 'the job');
      const began = Date.now();
      await consumer.close(100);
      expect(Date.now() - began).toBeLessThan(4_000);
      const attempts: number[] = [];
      consume(async (job) => {
        attempts.push(job.attempt);
      });
      await until(() => attempts.length === 1, 'the job in another consumer');
      expect(attempts).toEqual([1]);
    });

    it('carries the data of every kind through the queue as they were', async () => {
      const [source, run, sha256] = [hash(0).slice(32), 'run-1', hash(1)];
      const jobs: NewJob[] = [
        { kind: 'crawl', id: jobId('crawl', 'a'), data: { source } },
        { kind: 'crawl', id: jobId('crawl', 'b'), data: { source, run, url: hash(2), page: 1, depth: 0 } },
        { kind: 'download', id: jobId('download', 'a'), data: { source, run, url: hash(3) } },
        { kind: 'recognise', id: jobId('recognise', 'a'), data: { sha256, pages: [1, 2, 30] } },
        { kind: 'extract', id: jobId('extract', 'a'), data: { sha256, force: true, run } },
        { kind: 'publish', id: jobId('publish', 'a'), data: { run } },
      ];
      const seen: [string, unknown][] = [];
      for (const kind of JOB_KINDS)
        consumeKind(kind, async ({ id, data }) => {
          seen.push([id, data]);
          throw new GiveUpError('seen', 'so that it can be looked at as a failure, too');
        });
      await queue.add(jobs);
      await until(async () => (await queue.failures()).length === jobs.length, 'six failures');
      const expected = Object.fromEntries(jobs.map(({ id, data }) => [id, data]));
      expect(Object.fromEntries(seen)).toEqual(expected);
      expect(Object.fromEntries((await queue.failures()).map(({ id, data }) => [id, data]))).toEqual(expected);
    });

    it('refuses data of another kind, large data, and ids that would break a driver', async () => {
      const data = { sha256: hash(1), page: 3 };
      await expect(queue.add([{ ...extract(1), data }])).rejects.toThrow(/Unrecognized key: "page"/);
      await expect(queue.add([{ ...extract(1), data: { sha256: 'x'.repeat(64) } }])).rejects.toThrow(/sha256: a SHA/);
      const pages = Array.from({ length: 400 }, (_, i) => i + 1);
      const large: NewJob = { kind: 'recognise', id: jobId('recognise', 'a'), data: { sha256: hash(1), pages } };
      await expect(queue.add([large])).rejects.toThrow(QueueError);
      await expect(queue.add([{ ...extract(1), id: '12345' }])).rejects.toThrow(/jobId/);
      await expect(queue.add([{ ...extract(1), id: 'extract:1' }])).rejects.toThrow(/jobId/);
    });
  });
}
