/**
 * What is read twice when S3 is away: `npx tsx bench/store-away.ts [documents] [seconds away]` (needs `npm run build`
 * and Ceph's radosgw). Documents go through the queue's handlers; half-way the server is killed, and started again
 * after 20 s.
 */
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createCrawlContext } from '../crawl/context.js';
import { createMemoryGate } from '../crawl/host-gate.js';
import { DEFAULT_OPTIONS } from '../pipeline/options.js';
import { createPool } from '../pool/index.js';
import { createS3Store } from '../stores/s3.js';
import { startCeph } from '../test/setup/ceph.js';
import { sample, variantOf } from '../test/setup/pdfs.js';
import { enqueueDocument } from '../workers/enqueue.js';
import { createHandlers } from '../workers/handlers.js';
import { extractInPool } from '../workers/pool-extract.js';
import { createMemoryQueue } from '../workers/queue/memory.js';
import { wholeNumber } from './arguments.js';

const [documents, away] = [
  wholeNumber('documents', process.argv[2], 60),
  wholeNumber('seconds away', process.argv[3], 20),
];
const JOBS = 2;

const ceph = await startCeph();
const pool = createPool({ jobs: JOBS });
const store = createS3Store({ bucket: 'away', prefix: 'run', endpoint: ceph.endpoint, credentials: ceph });
const queue = createMemoryQueue();
try {
  await ceph.createBucket('away');
  const real = await sample('liaoning-service-centre-2023.pdf');
  for (let index = 0; index < documents; index++) {
    const bytes = variantOf(real, `away ${index}`);
    await enqueueDocument(store, queue, {
      uri: 'file:away.pdf',
      file_name: 'away.pdf',
      sha256: createHash('sha256').update(bytes).digest('hex'),
      bytes,
      path: null,
    });
  }
  const extractor = extractInPool(pool, DEFAULT_OPTIONS);
  let [read, waits, written] = [0, 0, 0];
  const times: number[] = [];
  const handlers = createHandlers({
    store,
    queue,
    crawl: createCrawlContext({ store, gate: createMemoryGate(), version: '0' }),
    extractor: {
      ...extractor,
      async extract(input, divided) {
        read += 1;
        const began = performance.now();
        try {
          return await extractor.extract(input, divided);
        } finally {
          times.push(performance.now() - began);
        }
      },
    },
    onDocument: () => {
      written += 1;
    },
  });
  const began = performance.now();
  const consumer = queue.consume('extract', handlers.extract, {
    concurrency: JOBS + 1,
    onOutcome: (_job, { decision }) => {
      if (decision === 'wait') waits += 1;
    },
  });
  while (written < documents / 2) await sleep(50);
  await ceph.pause();
  await sleep(away * 1000);
  await ceph.resume();
  await queue.idle();
  await consumer.close();
  const seconds = (performance.now() - began) / 1000;
  const mean = times.reduce((sum, each) => sum + each, 0) / times.length;
  console.log(
    JSON.stringify(
      {
        documents,
        written,
        secondsAway: away,
        read,
        readTwice: read - documents,
        secondsADocument: mean / 1000,
        jobsThatWaited: waits,
        seconds,
      },
      null,
      2,
    ),
  );
} finally {
  await queue.close();
  await pool.close();
  await store.close();
  await ceph.stop();
}
