/**
 * What the queue costs: `npx tsx bench/queue.ts [jobs]` (needs redis-server). CPU of the producer, the consumer and Redis for one
 * document's job with a handler that does nothing, and the memory that waiting jobs take in Redis.
 */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { startRedis } from '../test/setup/redis.js';
import { extractJob } from '../workers/handlers.js';
import { createBullmqQueue } from '../workers/queue/bullmq/index.js';
import { wholeNumber } from './arguments.js';

const JOBS = wholeNumber('jobs', process.argv[2], 10_000);
/** Linux counts processes' time in hundredths of a second. */
const TICKS_MS = 10;

/** CPU milliseconds of another process. */
async function cpuOf(pid: number): Promise<number> {
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICKS_MS;
}

const own = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const redis = await startRedis({ aof: true });
const queue = createBullmqQueue({ url: redis.url });
try {
  const info = async (name: string) => Number(new RegExp(`^${name}:(\\d+)`, 'm').exec(await queue.redis.info())?.[1]);
  const pid = await info('process_id');
  await queue.add([extractJob('f'.repeat(64))]);
  const jobs = Array.from({ length: JOBS }, () => extractJob(randomBytes(32).toString('hex')));
  const memoryBefore = await info('used_memory');
  let [cpu, redisCpu] = [own(), await cpuOf(pid)];
  for (let at = 0; at < jobs.length; at += 500) await queue.add(jobs.slice(at, at + 500));
  const add = { producer: own() - cpu, redis: (await cpuOf(pid)) - redisCpu };
  const bytesPerJob = ((await info('used_memory')) - memoryBefore) / JOBS;

  [cpu, redisCpu] = [own(), await cpuOf(pid)];
  let done = 0;
  const began = performance.now();
  const consumer = queue.consume(
    'extract',
    async () => {
      done += 1;
    },
    { concurrency: 3 },
  );
  while (done < JOBS + 1) await sleep(50);
  const seconds = (performance.now() - began) / 1000;
  const work = { consumer: own() - cpu, redis: (await cpuOf(pid)) - redisCpu };
  await consumer.close();
  const per = (value: number) => Number((value / JOBS).toFixed(3));
  console.log(
    JSON.stringify(
      {
        jobs: JOBS,
        cpu_ms_per_job: {
          add: per(add.producer),
          add_redis: per(add.redis),
          consume: per(work.consumer),
          consume_redis: per(work.redis),
          sum: per(add.producer + add.redis + work.consumer + work.redis),
        },
        redis_bytes_per_waiting_job: Math.round(bytesPerJob),
        jobs_per_second_one_consumer: Math.round(JOBS / seconds),
      },
      null,
      2,
    ),
  );
} finally {
  await queue.close();
  await redis.stop();
}
