/**
 * @module Documents through real workers, Redis and S3 while workers are killed, Redis is restarted and S3 goes away -> what came out,
 * counted. bench/chaos.ts runs it in full, test/chaos.test.ts in small.
 */
import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type ChildProcess, spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { readJson } from '../crawl/records.js';
import { createWorkFolder } from '../pool/work-folder.js';
import { GongkaiDocument, type Run } from '../schemas/index.js';
import type { ObjectStore } from '../stores/object-store.js';
import {
  anomaliesKey,
  DOCUMENTS,
  documentKey,
  factsKey,
  hashOfDocument,
  RUN_PARTS,
  rawKey,
  recordsPrefix,
  runKey,
} from '../stores/layout.js';
import { createS3Store } from '../stores/s3.js';
import { startCeph } from '../test/setup/ceph.js';
import { pagesOf, variantOf } from '../test/setup/pdfs.js';
import { startRedis } from '../test/setup/redis.js';
import { enqueueDocument } from '../workers/enqueue.js';
import { createBullmqQueue } from '../workers/queue/bullmq/index.js';
import type { Counts } from '../workers/queue/job-queue.js';
import { createRunLedger } from '../workers/runs/ledger.js';
import { openRun } from '../workers/runs/open-run.js';

export interface ChaosOptions {
  documents: number;
  workers: number;
  /** Milliseconds between two SIGKILLs; another worker starts in the place of the killed one. */
  killEveryMs: number;
  /** And so many documents: on a busy machine workers take long to start, and killed before that they would never get anything done. */
  killEveryDocuments: number;
  /** Redis is killed and started again this often, spread over the run. */
  redisRestarts: number;
  /** S3 is away for so long, half-way (milliseconds). */
  s3AwayMs: number;
  /** A worker silent for so long is taken for dead (seconds). */
  lockSeconds: number;
  deadlineMs: number;
  log?: (text: string) => void;
}

export interface ChaosResult {
  seconds: number;
  kills: number;
  redisRestarts: number;
  s3Away: number;
  expected: number;
  /** document.json objects that are whole, valid, and about the bytes of their name. */
  written: number;
  missing: number;
  /** Objects that should not be there: half documents, streams of no document, lines that occur twice. */
  broken: string[];
  /** document.json that differ from what one undisturbed extraction of the same bytes gives, save for hash and name. */
  different: number;
  factLines: number;
  /** Documents that the workers' logs say were published more than once (the same bytes again; nothing would be wrong in the store). */
  publishedTwice: number;
  /** Documents that the run's one record names as written: what a loader takes. */
  inRunRecord: number;
  /** Objects of runs that are over. */
  partsLeft: number;
  failedJobs: number;
  leftInQueue: number;
  /** Processes that outlived the run. */
  orphans: number;
}

/** The compiled command: `npm run build` makes it. */
const CLI = process.env.GONGKAI_CLI ?? fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));

export async function runChaos(options: ChaosOptions): Promise<ChaosResult> {
  const log = options.log ?? (() => {});
  const folder = createWorkFolder('chaos');
  const dir = folder.path;
  const [redis, ceph] = await Promise.all([startRedis({ aof: true }), startCeph()]);
  const place = `s3://chaos/run?endpoint=${ceph.endpoint}`;
  const fleet = new Fleet(
    dir,
    [
      'worker',
      '--only',
      'extract,publish',
      '--jobs',
      '1',
      '--lock',
      String(options.lockSeconds),
      '--out',
      place,
      '--queue',
      redis.url,
    ],
    { ...process.env, ...ceph.env },
  );
  const store = createS3Store({ bucket: 'chaos', prefix: 'run', endpoint: ceph.endpoint, credentials: ceph });
  const queue = createBullmqQueue({ url: redis.url, patient: true });
  const began = Date.now();
  try {
    await ceph.createBucket('chaos');
    // Cover and first table of a sample: real facts, a fraction of a second of CPU.
    const small = await pagesOf('liaoning-service-centre-2023.pdf', [1, 7]);
    const wanted = new Set<string>();
    const run = await openRun({ store, queue, ledger: createRunLedger(queue.redis) });
    for (let index = 0; index < options.documents; index++) {
      const bytes = variantOf(small, `chaos ${index}`);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      wanted.add(sha256);
      await enqueueDocument(
        store,
        queue,
        { uri: 'file:chaos.pdf', file_name: 'chaos.pdf', sha256, bytes, path: null },
        { priority: 'bulk', run },
      );
    }
    await run.close();
    log(`${wanted.size} documents in the queue`);
    for (let index = 0; index < options.workers; index++) fleet.start();

    let [kills, restarts, away, done] = [0, 0, 0, 0];
    let lastKill = { at: Date.now(), done: 0 };
    while (done < wanted.size && Date.now() - began < options.deadlineMs) {
      await sleep(300);
      done = await countDocuments(store);
      if (Date.now() - lastKill.at >= options.killEveryMs && done - lastKill.done >= options.killEveryDocuments) {
        fleet.killOne();
        fleet.start();
        kills += 1;
        lastKill = { at: Date.now(), done };
        log(`${done} written; worker killed, ${JSON.stringify((await queue.counts()).extract)}`);
      }
      if (restarts < options.redisRestarts && done >= (wanted.size * (restarts + 1)) / (options.redisRestarts + 1)) {
        restarts += 1;
        log(`${done} written; Redis is killed and starts again`);
        await redis.restart('SIGKILL', 1000);
      }
      if (away === 0 && options.s3AwayMs > 0 && done >= wanted.size / 2) {
        away = 1;
        log(`${done} written; S3 goes away for ${options.s3AwayMs} ms`);
        await ceph.pause();
        await sleep(options.s3AwayMs);
        await ceph.resume();
      }
    }
    // Jobs whose document was written just before their worker was killed run once more and find that out; the run's record comes last.
    let counts = total(await queue.counts());
    while (counts.waiting + counts.active + counts.delayed > 0 && Date.now() - began < options.deadlineMs) {
      await sleep(300);
      counts = total(await queue.counts());
    }
    const seconds = (Date.now() - began) / 1000;
    for (const failure of await queue.failures()) log(`failed: ${failure.id} ${failure.code}: ${failure.message}`);
    await fleet.stop();
    const orphans = await processesWith(place);
    const found = await inspect(store, wanted);
    const record = await readJson<Run>(store, runKey(run.id));
    return {
      seconds,
      kills,
      redisRestarts: restarts,
      s3Away: away,
      expected: wanted.size,
      ...found,
      inRunRecord: new Set(
        record?.documents
          .filter(({ keys, sha256 }) => keys !== null && wanted.has(sha256))
          .map(({ sha256 }) => sha256),
      ).size,
      partsLeft: await countKeys(store, RUN_PARTS),
      publishedTwice: await publishedTwice(dir),
      failedJobs: counts.failed,
      leftInQueue: counts.waiting + counts.active + counts.delayed,
      orphans,
    };
  } finally {
    await fleet.stop();
    await queue.close().catch(() => {});
    await store.close();
    await Promise.all([redis.stop(), ceph.stop()]);
    await folder.remove();
  }
}

/** Workers of the run; killed ones are replaced. */
class Fleet {
  readonly #running: ChildProcess[] = [];
  #number = 0;
  constructor(
    readonly dir: string,
    readonly args: string[],
    readonly env: NodeJS.ProcessEnv,
  ) {}

  start(): void {
    const output = openSync(join(this.dir, `worker-${this.#number++}.log`), 'a');
    const child = spawn(process.execPath, [CLI, ...this.args], { env: this.env, stdio: ['ignore', output, output] });
    this.#running.push(child);
    child.once('exit', () => {
      this.#running.splice(this.#running.indexOf(child), 1);
    });
  }

  /** The one that has lived longest. */
  killOne(): void {
    this.#running[0]?.kill('SIGKILL');
  }

  async stop(): Promise<void> {
    await Promise.all(
      [...this.#running].map(
        (child) =>
          new Promise<void>((resolve) => {
            const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
            child.once('exit', () => {
              clearTimeout(timer);
              resolve();
            });
            child.kill('SIGTERM');
          }),
      ),
    );
  }
}

function total(counts: Record<string, Counts>): Counts {
  const sum = (field: keyof Counts): number => Object.values(counts).reduce((all, each) => all + each[field], 0);
  return { waiting: sum('waiting'), active: sum('active'), delayed: sum('delayed'), failed: sum('failed') };
}

async function countKeys(store: ObjectStore, prefix: string): Promise<number> {
  let count = 0;
  for await (const _ of store.list(prefix)) count += 1;
  return count;
}

async function countDocuments(store: ObjectStore): Promise<number> {
  try {
    let count = 0;
    for await (const { key } of store.list(DOCUMENTS)) if (hashOfDocument(key)) count += 1;
    return count;
  } catch {
    return 0; // S3 is away; asked again soon.
  }
}

type Inspection = Pick<ChaosResult, 'written' | 'missing' | 'broken' | 'different' | 'factLines'>;

async function inspect(store: ObjectStore, wanted: ReadonlySet<string>): Promise<Inspection> {
  const broken: string[] = [];
  const expectedKeys = new Set<string>();
  const lines = new Set<string>();
  const shapes = new Map<string, number>();
  let [written, factLines] = [0, 0];
  for (const sha256 of wanted) {
    const bytes = await store.get(documentKey(sha256));
    if (!bytes) continue;
    const text = new TextDecoder().decode(bytes);
    const parsed = GongkaiDocument.safeParse(tryParse(text));
    if (!parsed.success || parsed.data.document.id !== sha256) {
      broken.push(documentKey(sha256));
      continue;
    }
    const raw = await store.get(rawKey(sha256));
    if (!raw || createHash('sha256').update(raw).digest('hex') !== sha256) broken.push(rawKey(sha256));
    written += 1;
    const { document, facts, anomalies } = parsed.data;
    // The variants differ in nothing that is printed: what one gives, all must give.
    const shape = text.replaceAll(sha256, '').replace(/"bytes":\s*\d+/, '');
    shapes.set(shape, (shapes.get(shape) ?? 0) + 1);
    for (const [key, count] of [
      [factsKey(document), facts.length],
      [anomaliesKey(document), anomalies.length],
    ] as const) {
      expectedKeys.add(key);
      const stream = await store.get(key);
      const records = new TextDecoder()
        .decode(stream ?? new Uint8Array())
        .split('\n')
        .filter(Boolean);
      if (!stream || records.length !== count) broken.push(`${key}: ${records.length} lines, ${count} expected`);
      for (const record of records) {
        const id = `${sha256} ${key.split('/')[0]} ${(tryParse(record) as { id?: string } | null)?.id}`;
        if (lines.has(id)) broken.push(`${key}: ${id} twice`);
        lines.add(id);
      }
      if (key.startsWith(recordsPrefix('facts'))) factLines += records.length;
    }
  }
  for (const prefix of [recordsPrefix('facts'), recordsPrefix('anomalies'), DOCUMENTS]) {
    for await (const { key } of store.list(prefix)) {
      const known = prefix === DOCUMENTS ? wanted.has(hashOfDocument(key) ?? '') : expectedKeys.has(key);
      if (!known) broken.push(`${key}: belongs to no document`);
    }
  }
  const common = Math.max(0, ...shapes.values());
  return { written, missing: wanted.size - written, broken, different: written - common, factLines };
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function publishedTwice(dir: string): Promise<number> {
  const times = new Map<string, number>();
  for (const name of await readdir(dir)) {
    for (const line of (await readFile(join(dir, name), 'utf8')).split('\n')) {
      const entry = tryParse(line) as { msg?: string; sha256?: string; status?: string } | null;
      if (entry?.msg === 'document' && entry.sha256 && entry.status !== 'skipped')
        times.set(entry.sha256, (times.get(entry.sha256) ?? 0) + 1);
    }
  }
  return [...times.values()].filter((count) => count > 1).length;
}

/** Living processes that were started with the text among their arguments or environment. */
async function processesWith(text: string): Promise<number> {
  let count = 0;
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)) {
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    if (command.includes(text)) count += 1;
  }
  return count;
}
