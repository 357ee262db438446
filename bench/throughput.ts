/**
 * Extraction through the queue: `npx tsx bench/throughput.ts [documents] [workers…]` (needs `npm run build` and redis-server), for
 * example `bench/throughput.ts 200 1 2`. For each number of workers: documents a second, CPU of workers and their children, and the
 * memory of a worker over its life. Workers are real processes with one child each, held to one core each as machines of their own
 * would be; the store is a folder.
 */
import { createHash } from 'node:crypto';
import { spawn } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createWorkFolder } from '../pool/work-folder.js';
import { createFsStore } from '../stores/fs.js';
import { pagesOf, variantOf } from '../test/setup/pdfs.js';
import { startRedis } from '../test/setup/redis.js';
import { enqueueDocument } from '../workers/enqueue.js';
import { createBullmqQueue } from '../workers/queue/bullmq/index.js';
import { wholeNumber } from './arguments.js';

const CLI = process.env.GONGKAI_CLI ?? fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const DOCUMENTS = wholeNumber('documents', process.argv[2], 200);
const FLEETS = process.argv.slice(3).map((text) => wholeNumber('workers', text, 1));
const TICKS_MS = 10;

interface Sample {
  rssMb: number;
  cpuMs: number;
}

/** A process and its children. */
async function look(pid: number): Promise<{ worker: Sample; children: Sample }> {
  const one = async (id: number): Promise<Sample & { parent: number; endedMs: number }> => {
    const stat = (await readFile(`/proc/${id}/stat`, 'utf8')).split(') ')[1]!.split(' ').map(Number) as number[];
    const [user, system, endedUser, endedSystem] = stat.slice(11, 15) as [number, number, number, number];
    return {
      parent: stat[1]!,
      rssMb: (stat[21]! * 4096) / 1024 / 1024,
      cpuMs: (user + system) * TICKS_MS,
      endedMs: (endedUser + endedSystem) * TICKS_MS,
    };
  };
  const worker = await one(pid);
  // Children that were replaced count too.
  const children: Sample = { rssMb: 0, cpuMs: worker.endedMs };
  for (const id of (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)) {
    const found = await one(id).catch(() => null);
    if (found?.parent !== pid) continue;
    children.rssMb += found.rssMb;
    children.cpuMs += found.cpuMs;
  }
  return { worker, children };
}

async function measure(workers: number): Promise<object> {
  const folder = createWorkFolder('throughput');
  const dir = folder.path;
  const redis = await startRedis({ aof: true });
  const queue = createBullmqQueue({ url: redis.url });
  const store = createFsStore({ root: dir });
  const small = await pagesOf('liaoning-service-centre-2023.pdf', [1, 7, 8, 9]);
  const fleet = Array.from({ length: workers }, (_, index) =>
    spawn(
      'taskset',
      [
        '-c',
        String(index % availableParallelism()),
        process.execPath,
        CLI,
        'worker',
        '--only',
        'extract',
        '--jobs',
        '1',
        '--queue',
        redis.url,
        '--out',
        dir,
        '--quiet',
      ],
      { stdio: 'inherit' },
    ),
  );
  try {
    // Children load their modules and the compiler warms up before the clock starts.
    const add = async (count: number, label: string) => {
      for (let index = 0; index < count; index++) {
        const bytes = variantOf(small, `${label} ${index}`);
        await enqueueDocument(
          store,
          queue,
          {
            uri: 'file:a.pdf',
            file_name: 'a.pdf',
            sha256: createHash('sha256').update(bytes).digest('hex'),
            bytes,
            path: null,
          },
          { priority: 'bulk' },
        );
      }
    };
    const drained = async (each: () => Promise<void>) => {
      for (;;) {
        const { waiting, active, delayed } = (await queue.counts()).extract;
        await each();
        if (waiting + active + delayed === 0) return;
        await sleep(100);
      }
    };
    await add(10 * workers, 'warm');
    await drained(async () => {});
    const before = await Promise.all(fleet.map((child) => look(child.pid!)));
    for (const kind of Object.values(queue.queues)) await kind.pause();
    await add(DOCUMENTS, 'timed');
    const rss: { worker: number; children: number }[] = [];
    let looks = 0;
    const began = performance.now();
    for (const kind of Object.values(queue.queues)) await kind.resume();
    await drained(async () => {
      // Looking through /proc takes CPU from those who are measured.
      if (looks++ % 10 > 0) return;
      const { worker, children } = await look(fleet[0]!.pid!);
      rss.push({ worker: worker.rssMb, children: children.rssMb });
    });
    const seconds = (performance.now() - began) / 1000;
    const after = await Promise.all(fleet.map((child) => look(child.pid!)));
    const sum = (pick: (each: { worker: Sample; children: Sample }) => number) =>
      after.reduce((total, each, index) => total + pick(each) - pick(before[index]!), 0) / DOCUMENTS;
    const quarter = (from: number, pick: (each: (typeof rss)[number]) => number) => {
      const part = rss.slice(Math.floor(rss.length * from), Math.floor(rss.length * (from + 0.25)));
      return Math.round(part.reduce((total, each) => total + pick(each), 0) / Math.max(1, part.length));
    };
    const quarters = (pick: (each: (typeof rss)[number]) => number) =>
      [0, 0.25, 0.5, 0.75].map((from) => quarter(from, pick));
    return {
      workers,
      documents: DOCUMENTS,
      seconds: Number(seconds.toFixed(1)),
      documents_per_second: Number((DOCUMENTS / seconds).toFixed(2)),
      cpu_ms_per_document: {
        worker: Math.round(sum((each) => each.worker.cpuMs)),
        child: Math.round(sum((each) => each.children.cpuMs)),
      },
      rss_mb_by_quarter: { worker: quarters((each) => each.worker), child: quarters((each) => each.children) },
    };
  } finally {
    for (const child of fleet) child.kill('SIGKILL');
    await queue.close();
    await redis.stop();
    await folder.remove();
  }
}

for (const workers of FLEETS.length > 0 ? FLEETS : [1, 2]) console.log(JSON.stringify(await measure(workers)));
