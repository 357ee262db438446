import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBullmqQueue } from '../../workers/queue/bullmq/index.js';
import { jobHash, jobId } from '../../workers/queue/job-queue.js';
import { createMemoryQueue } from '../../workers/queue/memory.js';
import { QUICK_POLICIES, jobQueueConformance } from '../conformance/job-queue.js';
import { type RedisServer, redisInstalled, startRedis } from '../setup/redis.js';

jobQueueConformance('memory', async () => createMemoryQueue({ policies: QUICK_POLICIES }));

describe.skipIf(!redisInstalled)('with redis-server', () => {
  let redis: RedisServer;
  let suite = 0;
  beforeAll(async () => {
    redis = await startRedis({ aof: true });
  });
  afterAll(async () => {
    await redis?.stop();
  });
  const create = (prefix = `{t${++suite}}`) =>
    createBullmqQueue({
      url: redis.url,
      prefix,
      policies: QUICK_POLICIES,
      lockMs: 1000,
      stalledCheckMs: 500,
      patient: true,
    });

  jobQueueConformance('bullmq', async () => create());

  it('keeps its jobs over a restart of Redis, and a consumer goes on', async () => {
    const queue = create();
    const ids = Array.from({ length: 20 }, (_, index) => jobId('extract', index.toString(16).padStart(64, 'b')));
    const done: string[] = [];
    const consumer = queue.consume('extract', async (job) => {
      await sleep(20);
      done.push(job.id);
    });
    await queue.add(ids.map((id) => ({ kind: 'extract' as const, id, data: { sha256: jobHash(id) } })));
    while (done.length < 3) await sleep(10);
    await redis.restart('SIGKILL', 300);
    for (const end = Date.now() + 40_000; new Set(done).size < 20 && Date.now() < end; ) await sleep(50);
    expect(new Set(done)).toEqual(new Set(ids));
    expect(await queue.failures()).toEqual([]);
    await consumer.close();
    await queue.close();
  });

  it('says where the queue is when it cannot be reached, without the password', async () => {
    const queue = createBullmqQueue({ url: 'redis://user:secret@127.0.0.1:1' });
    const message = await queue.ping().then(
      () => '',
      (error: Error) => error.message,
    );
    expect(message).toMatch(/cannot reach the queue at redis:\/\/127\.0\.0\.1:1/);
    expect(message).not.toContain('secret');
    await queue.close();
  });
});
