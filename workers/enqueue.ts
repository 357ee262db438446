/**
 * @module A PDF at hand -> its bytes and origin in the store and a job in the queue; or everything stored that is not
 * read yet.
 */
import { type Origin, writeJson } from '../crawl/records.js';
import type { Acquired } from '../pipeline/acquire/index.js';
import { noteSeen, putRaw } from '../pipeline/publish/index.js';
import { hashOfRaw, originKey, RAW } from '../stores/layout.js';
import type { ObjectStore } from '../stores/object-store.js';
import { extractJob } from './handlers.js';
import type { JobQueue, NewJob } from './queue/job-queue.js';
import { type OpenRun, type Runs, openRun } from './runs/open-run.js';

/** known: it waits or runs already. */
export type Enqueued = 'added' | 'known';

export interface EnqueueOptions {
  /** Extract although this version has published the document. @default false */
  force?: boolean;
  /** @default "person" */
  priority?: NewJob['priority'];
  /** Run whose record shall name the document. @default none */
  run?: OpenRun;
  /** When the input was taken; from one rising clock for several. @default now */
  at?: Date;
}

/**
 * A person who asks again for what failed gets it tried again. Whether the document is done already, the job finds
 * out at the cost of one look: only the workers know what options they read with.
 */
export async function enqueueDocument(
  store: ObjectStore,
  queue: Pick<JobQueue, 'add'>,
  document: Acquired,
  options: EnqueueOptions = {},
): Promise<Enqueued> {
  const { sha256, uri } = document;
  const { force = false, priority = 'person', run, at = new Date() } = options;
  const origin: Origin = { uri, file_name: document.file_name, source: null };
  await putRaw(store, sha256, document.bytes);
  await writeJson(store, originKey(sha256), origin, true);
  await noteSeen(store, { uri, sha256 }, at);
  const { added } = await (run ?? queue).add(
    [extractJob(sha256, { force, priority, ...(run ? { run: run.id } : {}) })],
    { retryFailed: true },
  );
  return added > 0 ? 'added' : 'known';
}

/** Jobs are added in batches: one round trip for so many. */
const BATCH = 500;
/** A run's record holds a line a document and is written in one piece. */
const MOST_A_RUN = 50_000;

/**
 * Everything under raw/, for jobs to read what is not published: after an upgrade, or when a queue was lost. @returns
 * jobs added, and the runs they count for
 */
export async function enqueueStored(
  runs: Runs,
  options: { force?: boolean } = {},
): Promise<{ seen: number; added: number; runs: string[] }> {
  let [seen, added] = [0, 0];
  const ids: string[] = [];
  let [run, inRun, batch]: [OpenRun | null, number, string[]] = [null, 0, []];
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return;
    if (!run) {
      run = await openRun(runs);
      ids.push(run.id);
    }
    const { id } = run;
    added += (await run.add(batch.map((sha256) => extractJob(sha256, { ...options, run: id })))).added;
    inRun += batch.length;
    batch = [];
    if (inRun >= MOST_A_RUN) await close();
  };
  const close = async (): Promise<void> => {
    await run?.close();
    [run, inRun] = [null, 0];
  };
  try {
    for await (const { key } of runs.store.list(RAW)) {
      const sha256 = hashOfRaw(key);
      if (!sha256) continue;
      seen += 1;
      batch.push(sha256);
      if (batch.length >= BATCH) await flush();
    }
    await flush();
  } finally {
    await close();
  }
  return { seen, added, runs: ids };
}
