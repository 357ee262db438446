/**
 * @module Many inputs -> published documents and one run record, embedded: no queue, no service. Every input ends as
 * written, skipped or failed with its reason; none of them ends the batch.
 */
import {
  type AcquireOptions,
  acquire,
  type Acquired,
  type Input,
  inputName,
  type MissingInput,
} from '../pipeline/acquire/index.js';
import type { ExtractOptions } from '../pipeline/options.js';
import {
  failedPages,
  findReplaced,
  isCurrent,
  newRunId,
  noteSeen,
  publishRendered,
  publishRun,
  readWholeHead,
  risingClock,
  runRecord,
  type DocumentSummary,
  type RenderedDocument,
  type RunDocument,
  type Seen,
} from '../pipeline/publish/index.js';
import type { Run, RunFailure } from '../schemas/index.js';
import type { ObjectStore } from '../stores/object-store.js';
import { extractDivided } from './divided.js';
import type { Pool, ProgressReport } from './index.js';
import { append } from '../pipeline/domain/extremes.js';

export type BatchEvent =
  | { type: 'started'; name: string }
  | ({ type: 'progress'; name: string } & ProgressReport)
  | { type: 'written'; name: string; rendered: RenderedDocument; milliseconds: number }
  | { type: 'skipped'; name: string; sha256: string; why: 'done' | 'duplicate' }
  | { type: 'failed'; name: string; failure: RunFailure };

export interface BatchOptions {
  inputs: AsyncIterable<Input | MissingInput>;
  store: ObjectStore;
  pool: Pool;
  /** Documents under way at once; the pool's number of children is the right one. */
  jobs: number;
  options: ExtractOptions;
  acquire?: AcquireOptions;
  /**
   * Leave out documents that this version has already published. Failed ones were never published, so they are tried
   * again.
   */
  resume?: boolean;
  onEvent?: (event: BatchEvent) => void;
  signal?: AbortSignal;
}

type Outcome =
  // The summary only: a batch of thousands must not hold what it has written.
  | { status: 'complete' | 'partial'; summary: DocumentSummary; milliseconds: number }
  | { status: 'skipped' }
  | { status: 'failed'; failure: Omit<RunFailure, 'uri'> };

interface Settled {
  index: number;
  name: string;
  uri: string | null;
  sha256: string | null;
  outcome: Outcome;
}

/** @throws ObjectStoreError when not even the run record can be written */
export async function runBatch(batch: BatchOptions): Promise<Run> {
  const started = new Date();
  const settled: Settled[] = [];
  const underWay = new Map<string, Promise<Outcome>>();
  const taken = acquireInOrder(batch);
  const work = async (): Promise<void> => {
    for (let next = await taken.next(); !next.done; next = await taken.next()) {
      settled.push(await settle(next.value, batch, underWay));
    }
  };
  // One more than the pool has children: its file is read and hashed while they work.
  await Promise.all(Array.from({ length: batch.jobs + 1 }, work));
  settled.sort((a, b) => a.index - b.index);
  const run = recordOf(
    newRunId(started),
    started,
    settled,
    await findReplaced(batch.store, settled.filter(isWritten)),
  );
  await publishRun(batch.store, run);
  return run;
}

interface Taken {
  index: number;
  name: string;
  at: Date;
  acquired: Acquired | null;
  error: unknown;
}

/**
 * One at a time and in order, so that of two inputs with the same bytes the first one named gives the document its
 * name.
 */
async function* acquireInOrder({ inputs, acquire: options, signal }: BatchOptions): AsyncGenerator<Taken> {
  let index = 0;
  const clock = risingClock();
  for await (const input of inputs) {
    if (signal?.aborted) return;
    const taken = { index: index++, name: inputName(input), at: clock() };
    try {
      if (input.kind === 'missing') throw input.error;
      yield { ...taken, error: null, acquired: await acquire(input, { ...options, ...(signal ? { signal } : {}) }) };
    } catch (error) {
      yield { ...taken, error, acquired: null };
    }
  }
}

async function settle(
  { index, name, at, acquired, error }: Taken,
  batch: BatchOptions,
  underWay: Map<string, Promise<Outcome>>,
): Promise<Settled> {
  const emit = batch.onEvent ?? (() => {});
  const sha256 = acquired?.sha256 ?? null;
  let outcome: Outcome;
  let why: 'done' | 'duplicate' = 'done';
  if (acquired === null) {
    outcome = { status: 'failed', failure: explain(error, sha256, 'acquire') };
  } else {
    const same = underWay.get(acquired.sha256);
    const work = same ?? processDocument(acquired, name, at, batch);
    underWay.set(acquired.sha256, work);
    outcome = await work;
    // The same bytes under a second name: done once; where they failed, both failed.
    if (same && outcome.status !== 'failed') [outcome, why] = [{ status: 'skipped' }, 'duplicate'];
  }
  if (outcome.status === 'failed') emit({ type: 'failed', name, failure: { uri: name, ...outcome.failure } });
  else if (outcome.status === 'skipped') emit({ type: 'skipped', name, sha256: sha256 ?? '', why });
  return { index, name, uri: acquired?.uri ?? null, sha256, outcome };
}

async function processDocument(acquired: Acquired, name: string, at: Date, batch: BatchOptions): Promise<Outcome> {
  const emit = batch.onEvent ?? (() => {});
  const { sha256, bytes, path, uri, file_name } = acquired;
  let stage = 'publish';
  try {
    await noteSeen(batch.store, { uri, sha256 }, at);
    if (batch.resume) {
      const head = await readWholeHead(batch.store, sha256);
      if (head && isCurrent(head, batch.options)) return { status: 'skipped' };
    }
    emit({ type: 'started', name });
    stage = 'extract';
    const began = performance.now();
    const rendered = await extractDivided(
      batch.pool,
      {
        input: path === null ? { bytes } : { path },
        sha256,
        bytes: bytes.length,
        source: { uri, file_name },
        options: batch.options,
        onProgress: (progress) => emit({ type: 'progress', name, ...progress }),
        ...(batch.signal ? { signal: batch.signal } : {}),
      },
      batch.jobs,
    );
    stage = 'publish';
    await publishRendered(batch.store, rendered, bytes);
    const milliseconds = Math.round(performance.now() - began);
    emit({ type: 'written', name, rendered, milliseconds });
    return { status: rendered.summary.document.status, summary: rendered.summary, milliseconds };
  } catch (error) {
    return { status: 'failed', failure: explain(error, sha256, stage) };
  }
}

/** Our errors carry a code; a store's do not, and what is left is a fault of the program. */
function explain(error: unknown, sha256: string | null, stage: string): Omit<RunFailure, 'uri'> {
  const known = error as { name?: string; code?: unknown; stage?: unknown; page?: unknown; message?: string };
  const ours = known.name === 'AcquireError' || known.name === 'DocumentFailure';
  return {
    sha256,
    stage: typeof known.stage === 'string' ? known.stage : stage,
    code:
      ours && typeof known.code === 'string' ? known.code : known.name === 'ObjectStoreError' ? 'store' : 'internal',
    message: known.message ?? String(error),
    page: typeof known.page === 'number' ? known.page : null,
  };
}

function isWritten(each: Settled): each is Settled & Seen {
  return each.outcome.status !== 'failed' && each.outcome.status !== 'skipped';
}

function recordOf(runId: string, started: Date, settled: Settled[], replaced: Map<string, string>): Run {
  const documents: RunDocument[] = [];
  const failures: RunFailure[] = [];
  let failed = 0;
  for (const { name: uri, sha256, outcome } of settled) {
    if (outcome.status === 'failed') {
      failed += 1;
      failures.push({ uri, ...outcome.failure });
    } else if (sha256 !== null) {
      const document =
        outcome.status === 'skipped'
          ? { sha256, uri, summary: null, milliseconds: 0 }
          : { sha256, uri, summary: outcome.summary, milliseconds: outcome.milliseconds };
      documents.push(document);
      append(failures, failedPages(document));
    }
  }
  return runRecord({
    runId,
    startedAt: started.toISOString(),
    inputs: settled.length,
    failed,
    documents,
    replaced,
    failures,
  });
}
