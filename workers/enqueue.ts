/** @module A PDF at hand -> its bytes and origin in the store and a job in the queue; or everything stored that is not read yet. */
import { type Origin, originKey, writeJson } from '../crawl/records.js';
import type { Acquired } from '../pipeline/acquire/index.js';
import { isCurrent, putRaw, readPublishedHead } from '../pipeline/publish/index.js';
import type { ObjectStore } from '../stores/object-store.js';
import { extractJob } from './handlers.js';
import type { JobQueue, NewJob } from './queue/job-queue.js';

export type Enqueued = 'added' | 'known' | 'done';

export interface EnqueueOptions {
  /** Extract although this version has published the document. @default false */
  force?: boolean;
  /** @default "person" */
  priority?: NewJob['priority'];
}

/** A person who asks again for what failed gets it tried again. */
export async function enqueueDocument(store: ObjectStore, queue: JobQueue, document: Acquired, options: EnqueueOptions = {}): Promise<Enqueued> {
  const { sha256 } = document;
  const origin: Origin = { uri: document.uri, file_name: document.file_name, source: null, revision_of: null };
  await putRaw(store, sha256, document.bytes);
  await writeJson(store, originKey(sha256), origin, true);
  if (!options.force && await isDone(store, sha256)) return 'done';
  const { added } = await queue.add([extractJob(sha256, { force: options.force ?? false, priority: options.priority ?? 'person' })], { retryFailed: true });
  return added > 0 ? 'added' : 'known';
}

/** Jobs are added in batches: one round trip for so many. */
const BATCH = 500;

/** Everything under raw/ that this version has not published: after an upgrade, or when a queue was lost. @returns jobs added */
export async function enqueueStored(store: ObjectStore, queue: JobQueue, options: { force?: boolean } = {}): Promise<{ seen: number; added: number }> {
  let [seen, added] = [0, 0];
  let batch: NewJob[] = [];
  const flush = async () => {
    added += (await queue.add(batch)).added;
    batch = [];
  };
  for await (const { key } of store.list('raw/sha256/')) {
    const sha256 = /([0-9a-f]{64})\.pdf$/.exec(key)?.[1];
    if (!sha256) continue;
    seen += 1;
    // Whether it is done already, the job finds out at the cost of one look, side by side with others.
    batch.push(extractJob(sha256, options));
    if (batch.length >= BATCH) await flush();
  }
  await flush();
  return { seen, added };
}

async function isDone(store: ObjectStore, sha256: string): Promise<boolean> {
  const head = await readPublishedHead(store, sha256);
  return head !== null && isCurrent(head);
}
