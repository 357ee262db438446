import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readJson } from '../../crawl/records.js';
import { acquire, expandInputs } from '../../pipeline/acquire/index.js';
import { DEFAULT_OPTIONS } from '../../pipeline/options.js';
import { risingClock } from '../../pipeline/publish/index.js';
import { runBatch } from '../../pool/batch.js';
import { type Pool, createPool } from '../../pool/index.js';
import { Run } from '../../schemas/index.js';
import { createFsStore } from '../../stores/fs.js';
import { rawKey, runKey } from '../../stores/layout.js';
import type { ObjectStore } from '../../stores/object-store.js';
import { enqueueDocument, enqueueStored } from '../../workers/enqueue.js';
import { type BullmqQueue, createBullmqQueue } from '../../workers/queue/bullmq/index.js';
import { WaitError } from '../../workers/queue/errors.js';
import { type RunLedger, createRunLedger } from '../../workers/runs/ledger.js';
import { openRun, type Runs } from '../../workers/runs/open-run.js';
import { savePart } from '../../workers/runs/parts.js';
import { publishRecord } from '../../workers/runs/publish-run.js';
import { startWorker } from '../../workers/worker.js';
import { pagesOf, tinyPdf, variantOf } from '../setup/pdfs.js';
import { type RedisServer, redisInstalled, startRedis } from '../setup/redis.js';

const SLOW = 240_000;
const log = pino({ level: 'silent' });
const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe.skipIf(!redisInstalled)('records of runs through the queue, with redis-server', () => {
  let redis: RedisServer;
  let queue: BullmqQueue;
  let ledger: RunLedger;
  let dir: string;
  let pool: Pool;
  let small: Buffer;
  beforeAll(async () => {
    redis = await startRedis();
    queue = createBullmqQueue({ url: redis.url });
    ledger = createRunLedger(queue.redis);
    dir = await mkdtemp(join(tmpdir(), 'gongkai-runs-'));
    pool = createPool({ jobs: 2 });
    small = await pagesOf('liaoning-service-centre-2023.pdf', [1, 7]);
  });
  afterAll(async () => {
    await pool?.close();
    await queue?.close();
    await redis?.stop();
    if (dir) await rm(dir, { recursive: true, force: true });
  });
  const place = (name: string): Runs => ({ store: createFsStore({ root: join(dir, name) }), queue, ledger });
  const withWorkers = async (store: ObjectStore, work: () => Promise<void>): Promise<void> => {
    const workers = await Promise.all(
      [1, 2].map(() => startWorker({ store, queueUrl: redis.url, log, options: DEFAULT_OPTIONS, lockMs: 4000 })),
    );
    try {
      await work();
    } finally {
      await Promise.all(workers.map((worker) => worker.stop(5000)));
    }
  };
  const recordOf = async (store: ObjectStore, run: string): Promise<Run> => {
    for (const end = Date.now() + 60_000; Date.now() < end; await sleep(200)) {
      const record = await readJson(store, runKey(run));
      if (record) return Run.parse(record);
    }
    throw new Error(`waited in vain for the record of ${run}`);
  };
  const enqueue = async (runs: Runs, files: readonly string[]): Promise<string> => {
    const run = await openRun(runs);
    const clock = risingClock();
    for (const path of files)
      await enqueueDocument(runs.store, queue, await acquire({ kind: 'file', path }), { run, at: clock() });
    await run.close();
    return run.id;
  };
  const keysOf = async (store: ObjectStore, prefix: string): Promise<string[]> => {
    const keys: string[] = [];
    for await (const { key } of store.list(prefix)) keys.push(key);
    return keys;
  };
  /** What two records of the same history must share. */
  const same = ({ counts, documents }: Run) => ({
    counts,
    documents: documents
      .map(({ sha256, status, revision_of, keys }) => ({ sha256, status, revision_of, keys }))
      .sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1)),
  });

  it(
    'name what was written, what was done already and what failed, as a run here does; revisions, too',
    async () => {
      const [first, second] = ['v1', 'v2'].map((name) => join(dir, 'in', name));
      for (const folder of [first!, second!]) await mkdir(folder, { recursive: true });
      const files: [string, string, Uint8Array][] = [
        // The same department and year under the same name, with other bytes: a revision. One page of text says
        // neither: another file.
        [first!, '决算.pdf', small],
        [second!, '决算.pdf', variantOf(small, 'corrected')],
        [first!, 'note.pdf', await tinyPdf('one')],
        [second!, 'note.pdf', await tinyPdf('two')],
        [first!, 'same.pdf', variantOf(small, 'same')],
        [second!, 'same.pdf', variantOf(small, 'same')],
        [second!, 'bad.pdf', Buffer.from('%PDF-1.7\nnothing that a reader could use')],
      ];
      for (const [folder, name, bytes] of files) await writeFile(join(folder, name), bytes);
      const paths = (folder: string): string[] =>
        files
          .filter(([each]) => each === folder)
          .map(([, name]) => join(folder, name))
          .sort();

      const [here, there] = [createFsStore({ root: join(dir, 'here') }), place('there')];
      const embedded = [] as Run[];
      for (const folder of [first!, second!]) {
        embedded.push(
          await runBatch({
            inputs: expandInputs(paths(folder)),
            store: here,
            pool,
            jobs: 2,
            options: DEFAULT_OPTIONS,
            resume: true,
          }),
        );
      }
      const distributed = [] as Run[];
      await withWorkers(there.store, async () => {
        for (const folder of [first!, second!])
          distributed.push(await recordOf(there.store, await enqueue(there, paths(folder))));
      });
      expect(embedded[1]!.counts).toMatchObject({ inputs: 4, written: 2, skipped: 1, failed: 1 });
      expect(
        embedded[1]!.documents.find(({ sha256 }) => sha256 === hash(variantOf(small, 'corrected'))),
      ).toMatchObject({ status: 'complete', revision_of: hash(small) });
      expect(embedded[1]!.documents.filter(({ revision_of }) => revision_of !== null)).toHaveLength(1);
      expect(distributed.map(same)).toEqual(embedded.map(same));
      expect(distributed[1]!.failures.map(({ uri, code }) => [uri, code])).toEqual([
        ['file:bad.pdf', embedded[1]!.failures[0]!.code],
      ]);
      for (const key of await keysOf(here, 'documents/'))
        expect(await there.store.get(key), key).toEqual(await here.get(key));
      expect(await keysOf(there.store, 'runs/parts/')).toEqual([]);
      expect(await queue.redis.keys('*:run:*')).toEqual([]);
    },
    SLOW,
  );

  it(
    'are written once for everything in the store, and for what is tried again',
    async () => {
      const runs = place('stored');
      const good = await tinyPdf('stored');
      const bad = Buffer.from('%PDF-1.7\nnothing');
      for (const bytes of [good, bad]) await runs.store.put(rawKey(hash(bytes)), bytes);
      await withWorkers(runs.store, async () => {
        const { seen, added, runs: ids } = await enqueueStored(runs);
        expect({ seen, added, runs: ids.length }).toEqual({ seen: 2, added: 2, runs: 1 });
        expect((await recordOf(runs.store, ids[0]!)).counts).toMatchObject({ inputs: 2, written: 1, failed: 1 });
        const again = await openRun(runs);
        await again.adopt(await queue.retry({ ids: [`extract-${hash(bad)}`] }, again.id));
        await again.close();
        expect(await recordOf(runs.store, again.id)).toMatchObject({
          counts: { inputs: 1, written: 0, failed: 1 },
          failures: [{ sha256: hash(bad), stage: 'extract' }],
        });
      });
    },
    SLOW,
  );

  it(
    'wait for every job and for whoever still adds, and survive being cut off anywhere',
    async () => {
      const runs = place('cut');
      const { store } = runs;
      const files = await Promise.all(
        [1, 2].map(async (n) => {
          const path = join(dir, `cut-${n}.pdf`);
          await writeFile(path, variantOf(small, `cut ${n}`));
          return path;
        }),
      );
      const run = await openRun(runs);
      for (const path of files) await enqueueDocument(store, queue, await acquire({ kind: 'file', path }), { run });
      await expect(publishRecord(runs, run.id), 'held').rejects.toThrow(WaitError);
      await run.close();
      await expect(publishRecord(runs, run.id), 'jobs wait').rejects.toThrow('2 of 2 jobs');
      await withWorkers(store, async () => {
        const record = await recordOf(store, run.id);
        expect(record.counts).toMatchObject({ inputs: 2, written: 2 });
        // The worker died after the record and before its parts were all gone: the record stands as it is.
        const bytes = await store.get(runKey(run.id));
        await ledger.open(run.id, new Date());
        await ledger.add(
          run.id,
          record.documents.map(({ sha256 }) => ({ kind: 'extract', id: `extract-${sha256}` })),
        );
        await savePart(store, run.id, {
          summary: { document: { id: record.documents[0]!.sha256 } } as never,
          milliseconds: 1,
        });
        await publishRecord(runs, run.id);
        expect(await store.get(runKey(run.id))).toEqual(bytes);
        expect(await keysOf(store, 'runs/parts/')).toEqual([]);
        expect(await ledger.startedAt(run.id)).toBeNull();
      });
    },
    SLOW,
  );

  it(
    'count a document for the one run that wrote it',
    async () => {
      const runs = place('twice');
      const path = join(dir, 'twice.pdf');
      await writeFile(path, variantOf(small, 'twice'));
      const ids = [await enqueue(runs, [path]), await enqueue(runs, [path])];
      await withWorkers(runs.store, async () => {
        const records = await Promise.all(ids.map((id) => recordOf(runs.store, id)));
        expect(records.map(({ counts: { written, skipped } }) => [written, skipped])).toEqual([
          [1, 0],
          [0, 1],
        ]);
        expect(records.flatMap(({ documents }) => documents).filter(({ keys }) => keys !== null)).toHaveLength(1);
      });
    },
    SLOW,
  );
});
