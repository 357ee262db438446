import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCrawlContext } from '../../crawl/context.js';
import { createMemoryGate } from '../../crawl/host-gate.js';
import { DEFAULT_OPTIONS } from '../../pipeline/options.js';
import { type Pool, createPool } from '../../pool/index.js';
import { createMemoryStore } from '../../stores/memory.js';
import { documentKey, factsKey } from '../../stores/layout.js';
import type { ObjectStore } from '../../stores/object-store.js';
import { enqueueDocument } from '../../workers/enqueue.js';
import type { Extractor } from '../../workers/extract-stored.js';
import { createHandlers } from '../../workers/handlers.js';
import { extractInPool } from '../../workers/pool-extract.js';
import { GiveUpError } from '../../workers/queue/errors.js';
import { type Failure, JOB_KINDS, type Job, type JobKind } from '../../workers/queue/job-queue.js';
import { createMemoryQueue } from '../../workers/queue/memory.js';
import { QUICK_POLICIES } from '../conformance/job-queue.js';
import { pagesOf } from '../setup/pdfs.js';

/** Every page from its picture, whatever its text layer says: a scan. */
const OPTIONS = { ...DEFAULT_OPTIONS, ocr: 'always' as const };

describe('long scans', () => {
  let pool: Pool;
  let bytes: Buffer;
  let sha256: string;
  let whole: Uint8Array;
  beforeAll(async () => {
    pool = createPool({ jobs: 2 });
    bytes = await pagesOf('liaoning-service-centre-2023.pdf', [1, 7, 8]);
    sha256 = createHash('sha256').update(bytes).digest('hex');
    const source = { uri: 'file:scan.pdf', file_name: 'scan.pdf' };
    whole = (await pool.extract({ input: { bytes }, sha256, bytes: bytes.length, source, options: OPTIONS }))
      .document;
  }, 240_000);
  afterAll(async () => {
    await pool?.close();
  });

  /** Runs the document through the queue, two pages and more divided, one page a job. */
  async function divided(extractor: Extractor): Promise<{ store: ObjectStore; done: Job[]; failures: Failure[] }> {
    const [store, queue, done] = [createMemoryStore(), createMemoryQueue({ policies: QUICK_POLICIES }), [] as Job[]];
    const handlers = createHandlers({
      store,
      queue,
      extractor,
      division: { over: 1, pagesAJob: 1 },
      crawl: createCrawlContext({ store, gate: createMemoryGate(), version: '0' }),
    });
    const consumers = JOB_KINDS.map(<K extends JobKind>(kind: K) =>
      queue.consume(kind, handlers[kind], {
        concurrency: 2,
        onOutcome: (job, { decision }) => {
          if (decision === 'done') done.push(job);
        },
      }),
    );
    await enqueueDocument(store, queue, { uri: 'file:scan.pdf', file_name: 'scan.pdf', sha256, bytes, path: null });
    await queue.idle();
    await Promise.all(consumers.map((consumer) => consumer.close()));
    const failures = await queue.failures();
    await queue.close();
    return { store, done, failures };
  }
  const text = (body: Uint8Array | null) => new TextDecoder().decode(body ?? new Uint8Array());
  const leftovers = async (store: ObjectStore) => {
    const keys: string[] = [];
    for await (const { key } of store.list('recognised/')) keys.push(key);
    return keys;
  };

  it('are recognised page by page in several jobs, to the same bytes as in one', async () => {
    const { store, done, failures } = await divided(extractInPool(pool, OPTIONS));
    expect(failures).toEqual([]);
    expect(
      done.map((job) => (job.kind === 'recognise' ? `recognise ${job.data.pages.join()}` : job.kind)).sort(),
    ).toEqual(['extract', 'recognise 1', 'recognise 2', 'recognise 3']);
    const document = text(await store.get(documentKey(sha256)));
    expect(document).toBe(text(whole));
    expect(document).toContain('"text_source":"ocr"');
    expect(
      await store.head(factsKey((JSON.parse(document) as { document: Parameters<typeof factsKey>[0] }).document)),
    ).not.toBeNull();
    expect(await leftovers(store)).toEqual([]);
  }, 240_000);

  it('are read all the same when a part has failed for good', async () => {
    const extractor = extractInPool(pool, OPTIONS);
    const { store, failures } = await divided({
      ...extractor,
      recognise: async (input, pages) => {
        if (pages.includes(2)) throw new GiveUpError('crash', 'its child process died');
        return extractor.recognise(input, pages);
      },
    });
    expect(failures.map((failure) => `${failure.kind} ${failure.code}`)).toEqual(['recognise crash']);
    expect(text(await store.get(documentKey(sha256)))).toBe(text(whole));
  }, 240_000);
});
