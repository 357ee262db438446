import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveSource } from '../../crawl/records.js';
import { Sources } from '../../crawl/sources.js';
import { DEFAULT_OPTIONS } from '../../pipeline/options.js';
import { createPool } from '../../pool/index.js';
import { createFsStore } from '../../stores/fs.js';
import type { ObjectStore } from '../../stores/object-store.js';
import { createBoard } from '../../workers/board.js';
import { crawlOnce } from '../../workers/embedded.js';
import { startJob } from '../../workers/handlers.js';
import { extractInPool } from '../../workers/pool-extract.js';
import { type BullmqQueue, createBullmqQueue } from '../../workers/queue/bullmq/index.js';
import { type RunningWorker, startWorker } from '../../workers/worker.js';
import { pagesOf, tinyPdf, variantOf } from '../setup/pdfs.js';
import { type RedisServer, redisInstalled, startRedis } from '../setup/redis.js';
import { type Site, startSite } from '../setup/site.js';

const CLI = process.env.GONGKAI_CLI ?? fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const HOSTS = ['a.test', 'b.test'];
const log = pino({ level: 'silent' });
const resolve = async (): Promise<string[]> => ['127.0.0.1'];

async function until(condition: () => Promise<boolean>, what: string, deadlineMs = 90_000): Promise<void> {
  for (const end = Date.now() + deadlineMs; Date.now() < end; await sleep(100))
    if (await condition().catch(() => false)) return;
  throw new Error(`waited in vain for ${what}`);
}

async function objects(store: ObjectStore, ...prefixes: string[]): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const prefix of prefixes)
    for await (const { key } of store.list(prefix))
      found[key] = Buffer.from((await store.get(key))!).toString('latin1');
  return found;
}

describe.skipIf(!redisInstalled)('workers, with redis-server', () => {
  let redis: RedisServer;
  let queue: BullmqQueue;
  let dir: string;
  beforeAll(async () => {
    redis = await startRedis();
    queue = createBullmqQueue({ url: redis.url });
    dir = await mkdtemp(join(tmpdir(), 'gongkai-workers-'));
  });
  afterAll(async () => {
    await queue?.close();
    await redis?.stop();
    if (dir) await rm(dir, { recursive: true, force: true });
  });
  const idle = async () =>
    Object.values(await queue.counts()).every((count) => count.waiting + count.active + count.delayed === 0);
  const worker = (store: ObjectStore, more: object = {}) =>
    startWorker({ store, queueUrl: redis.url, log, options: DEFAULT_OPTIONS, lockMs: 4000, resolve, ...more });

  describe('a crawl through the queue', () => {
    let site: Site;
    let sources: Sources;
    beforeAll(async () => {
      site = await startSite();
      const small = await pagesOf('liaoning-service-centre-2023.pdf', [1, 7]);
      for (const host of HOSTS) {
        const links = Array.from({ length: 8 }, (_, index) => `<a href="${index}.pdf">x</a>`).join('');
        site.file(host, '/', Buffer.from(links), 'text/html');
        for (let index = 0; index < 8; index++)
          site.file(host, `/${index}.pdf`, variantOf(small, `${host} ${index}`));
      }
      sources = Sources.parse({
        contact: 'mailto:crawl@example.org',
        sources: HOSTS.map((host) => ({
          id: host.replace('.', '-'),
          name: host,
          listing: [site.url(host, '/')],
          politeness: { delay_seconds: 0.2 },
          allow_hosts: HOSTS.map((each) => `${each}:${site.port}`),
        })),
      });
    });
    afterAll(async () => {
      await site?.stop();
    });

    it('gives byte for byte what the embedded crawl gives, and is polite over all workers', async () => {
      const [distributed, embedded] = [
        createFsStore({ root: join(dir, 'distributed') }),
        createFsStore({ root: join(dir, 'embedded') }),
      ];
      const workers = await Promise.all([worker(distributed), worker(distributed)]);
      for (const source of sources.sources)
        await queue.add([startJob(await saveSource(distributed, { contact: sources.contact, source }), 'run-1')]);
      await until(idle, 'the crawl');
      await Promise.all(workers.map((each) => each.stop(5000)));
      expect(await queue.failures()).toEqual([]);
      for (const host of HOSTS) {
        const hits = site.hits.filter((hit) => hit.host === host);
        expect(site.most.get(host)).toBe(1);
        expect(
          hits
            .filter((hit) => hit.path.endsWith('.pdf'))
            .map((hit) => hit.path)
            .sort(),
        ).toEqual(Array.from({ length: 8 }, (_, index) => `/${index}.pdf`));
        // Each worker reads robots.txt for itself; the pauses hold over both.
        for (const [index, hit] of hits.slice(1).entries())
          expect(hit.began - hits[index]!.ended).toBeGreaterThanOrEqual(198);
      }
      const pool = createPool({ jobs: 1 });
      try {
        await crawlOnce({ sources, store: embedded, resolve, extractor: extractInPool(pool, DEFAULT_OPTIONS) });
      } finally {
        await pool.close();
      }
      const published = ['raw/', 'documents/', 'facts/', 'anomalies/', 'crawl/origins/'];
      const [one, other] = [await objects(distributed, ...published), await objects(embedded, ...published)];
      expect(Object.keys(one).filter((key) => key.startsWith('documents/'))).toHaveLength(16);
      expect(one).toEqual(other);
    }, 240_000);

    it('starts runs by the clock, and forgets schedules that are gone', async () => {
      const store = createFsStore({ root: join(dir, 'scheduled') });
      const source = await saveSource(store, { contact: sources.contact, source: sources.sources[0]! });
      await queue.setSchedules([{ name: 'source-old', cron: '0 3 * * *', kind: 'crawl', data: { source } }]);
      await queue.setSchedules([{ name: 'source-a', cron: '* * * * * *', kind: 'crawl', data: { source } }]);
      expect((await queue.schedules()).map((schedule) => schedule.name)).toEqual(['source-a']);
      const before = site.hits.length;
      const running = await worker(store, { only: ['crawl', 'download'] });
      await until(async () => site.hits.slice(before).some((hit) => hit.path === '/0.pdf'), 'a scheduled run');
      await queue.setSchedules([]);
      expect(await queue.schedules()).toEqual([]);
      await running.stop(5000);
      for (const each of Object.values(queue.queues)) await each.obliterate({ force: true });
    }, 120_000);
  });

  describe('health', () => {
    it('tells alive from ready, and counts', async () => {
      const own = await startRedis();
      const store = createFsStore({ root: join(dir, 'health') });
      const running: RunningWorker = await worker(store, {
        queueUrl: own.url,
        listen: { host: '127.0.0.1', port: 0 },
        telemetry: true,
      });
      const get = async (path: string) => {
        const answer = await fetch(`http://127.0.0.1:${running.port}${path}`);
        return { status: answer.status, text: await answer.text() };
      };
      expect((await get('/healthz')).status).toBe(200);
      expect(await get('/readyz')).toMatchObject({ status: 200 });
      const { text } = await get('/metrics');
      expect(text).toMatch(/gongkai_queue_jobs\{kind="extract",state="waiting"\} 0/);
      expect(text).toMatch(/process_resident_memory_bytes \d+/);
      await own.stop();
      const unready = await get('/readyz');
      expect(unready.status).toBe(503);
      expect(JSON.parse(unready.text)).toMatchObject({ checks: { worker: 'ok', store: 'ok' } });
      expect((await get('/healthz')).status).toBe(200);
      await running.stop(0);
    }, 60_000);
  });

  it('shows the queues on a board', async () => {
    const board = createBoard(queue, '/queues');
    const page = await board.request('/');
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('gongkai');
    const api = await board.request('/api/queues?page=1&jobsPerPage=10');
    expect(
      ((await api.json()) as { queues: { name: string; readOnlyMode: boolean }[] }).queues.map((each) => [
        each.name,
        each.readOnlyMode,
      ]),
    ).toEqual([
      ['crawl', true],
      ['download', true],
      ['recognise', true],
      ['extract', true],
      ['publish', true],
    ]);
  });

  describe('the commands', () => {
    const run = (args: string[]) =>
      new Promise<{ code: number | null; out: string; err: string }>((done) => {
        const child = spawn(process.execPath, [CLI, ...args], {
          cwd: dir,
          env: { ...process.env, GONGKAI_QUEUE: redis.url, GONGKAI_OUT: join(dir, 'cli') },
        });
        let [out, err] = ['', ''];
        child.stdout.on('data', (chunk) => {
          out += chunk;
        });
        child.stderr.on('data', (chunk) => {
          err += chunk;
        });
        child.once('close', (code) => done({ code, out, err }));
      });

    it('enqueue, work, stop in good order, list failures with reasons, retry', async () => {
      await writeFile(join(dir, 'good.pdf'), await tinyPdf('good'));
      // A header and nothing behind it: bad input, given up at once.
      await writeFile(join(dir, 'bad.pdf'), '%PDF-1.7\nnothing that a reader could use');
      await writeFile(join(dir, 'no.pdf'), '<html></html>');
      const enqueued = await run(['enqueue', 'good.pdf', 'bad.pdf', 'no.pdf']);
      expect(enqueued).toMatchObject({ code: 1, out: 'added  good.pdf\nadded  bad.pdf\n' });
      expect(enqueued.err).toMatch(/^failed no\.pdf is not a PDF: .*\n {2}next: /m);
      expect(await run(['enqueue', 'good.pdf'])).toMatchObject({ code: 0, out: 'known  good.pdf\n' });

      const process_ = spawn(process.execPath, [CLI, 'worker', '--jobs', '1', '--lock', '5', '--grace', '20'], {
        cwd: dir,
        env: { ...process.env, GONGKAI_QUEUE: redis.url, GONGKAI_OUT: join(dir, 'cli') },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let output = '';
      process_.stdout.on('data', (chunk) => {
        output += chunk;
      });
      const ended = new Promise<number | null>((done) => {
        process_.once('exit', done);
      });
      await until(idle, 'the jobs');
      const status = JSON.parse((await run(['status', '--json'])).out) as {
        kinds: { kind: string; failed: number; done: number; workers: number }[];
      };
      expect(status.kinds.find((row) => row.kind === 'extract')).toMatchObject({ failed: 1, done: 1, workers: 1 });
      const began = Date.now();
      process_.kill('SIGTERM');
      expect(await ended).toBe(0);
      expect(Date.now() - began).toBeLessThan(20_000);
      for (const line of output.trim().split('\n')) expect(JSON.parse(line)).toHaveProperty('msg');

      const failures = JSON.parse((await run(['failed', '--json'])).out) as {
        id: string;
        uri: string;
        code: string;
        attempts: number;
        message: string;
      }[];
      expect(failures).toHaveLength(1);
      expect(failures[0]).toMatchObject({ uri: 'file:bad.pdf', attempts: 1 });
      expect(failures[0]!.message.length).toBeGreaterThan(10);
      expect((await run(['failed'])).out).toContain(`${failures[0]!.code} after 1 try`);
      expect(await run(['retry', failures[0]!.id])).toMatchObject({
        code: 0,
        out: '1 job goes back into the queue\n',
      });
      expect(await run(['retry', 'extract-unknown'])).toMatchObject({ code: 1 });
      expect((await queue.counts()).extract).toMatchObject({ waiting: 1, failed: 0 });
      expect(await run(['enqueue', 'good.pdf'])).toMatchObject({ code: 0, out: 'added  good.pdf\n' });
    }, 240_000);

    it('crawl here, and through the queue', async () => {
      const site = await startSite();
      try {
        const pdf = await tinyPdf('crawled');
        site.file('127.0.0.1', '/', Buffer.from('<a href="a.pdf">a</a><a href="gone.pdf">b</a>'), 'text/html');
        site.file('127.0.0.1', '/a.pdf', pdf);
        const source =
          `  - id: local\n    name: local\n    listing: [${site.url('127.0.0.1', '/')}]\n    ` +
          `allow_hosts: ["127.0.0.1:${site.port}"]\n    politeness: { delay_seconds: 0.01 }\n    schedule:` +
          ' "0 3 * * *"\n';
        await writeFile(join(dir, 'local.yaml'), `contact: mailto:crawl@example.org\nsources:\n${source}`);
        const here = await run(['crawl', 'local.yaml', '--out', 'here', '--queue', '']);
        expect(here.out).toMatch(
          /^2 PDFs asked for, 1 documents written, 0 already there, 1 failures \(runs\/.*\.json\)\n$/,
        );
        expect(here.err).toContain('/gone.pdf: http_status: ');
        expect(here.code).toBe(1);
        expect(await run(['crawl', 'local.yaml'])).toMatchObject({
          code: 0,
          out: expect.stringMatching(/^1 sources given to the workers/),
        });
        expect((await queue.counts()).crawl.waiting).toBe(1);
        expect(await run(['crawl', 'local.yaml', '--schedule'])).toMatchObject({
          code: 0,
          out: expect.stringMatching(/^source-local {2}0 3 \* \* \* {2}next 20/),
        });
        await queue.setSchedules([]);
      } finally {
        await site.stop();
      }
    }, 120_000);

    it('say what is wrong with the call', async () => {
      expect(await run(['retry'])).toMatchObject({ code: 2 });
      expect(await run(['worker', '--only', 'cook'])).toMatchObject({
        code: 2,
        err: expect.stringContaining('crawl, download, recognise, extract, publish'),
      });
      expect(await run(['status', '--queue', 'redis://127.0.0.1:1'])).toMatchObject({
        code: 1,
        err: expect.stringContaining('is redis-server running?'),
      });
      await writeFile(join(dir, 'sources.yaml'), 'contact: nobody\nsources: []\n');
      expect(await run(['crawl', 'sources.yaml'])).toMatchObject({
        code: 2,
        err: expect.stringMatching(/sources\.yaml:1:1: contact: .*\n.*sources\.yaml:2:1: sources: /s),
      });
    }, 60_000);
  });
});
