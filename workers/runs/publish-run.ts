/**
 * @module A run in the ledger -> runs/<run_id>.json, once its last job has ended. Cut off anywhere, it is done again
 * and gives one record.
 */
import pLimit from 'p-limit';
import { publishRun } from '../../pipeline/publish/index.js';
import type { RunFailure } from '../../schemas/index.js';
import { WaitError } from '../queue/errors.js';
import { type JobRef, jobHash } from '../queue/job-queue.js';
import type { Runs } from './open-run.js';
import { forgetParts, readParts } from './parts.js';
import { type DoneDocument, failureOf, recordOf } from './record.js';
import { documentKey, runKey } from '../../stores/layout.js';

/** The run is looked at again after this. */
const LOOK_AGAIN_MS = 5_000;
/** Jobs looked at in one round trip. */
const LOOK = 500;
const LOOKS_AT_ONCE = 16;

/** @throws WaitError while jobs of the run are under way, ObjectStoreError */
export async function publishRecord(runs: Runs, run: string): Promise<void> {
  const { store, ledger } = runs;
  const startedAt = await ledger.startedAt(run);
  if (startedAt === null) return;
  if (!(await store.head(runKey(run)))) {
    await requireEnd(runs, run);
    await publishRun(store, await collect(runs, run, startedAt));
  }
  // From here on the record stands: parts that are gone already must not be missed by a second try.
  await forgetParts(store, run);
  await ledger.forget(run);
}

async function requireEnd({ queue, ledger }: Runs, run: string): Promise<void> {
  const wait = async (): Promise<never> => {
    const { jobs, pending } = await ledger.counts(run);
    throw new WaitError('run_open', `${pending} of ${jobs} jobs of run ${run} have not ended`, LOOK_AGAIN_MS);
  };
  // First this, then what is pending: whoever holds the run adds before letting go.
  if (await ledger.isHeld(run)) await wait();
  for (;;) {
    const some = await ledger.pending(run, LOOK);
    if (some.length === 0) return;
    const states = await queue.standing(some);
    const ended = some.filter((_, i) => states[i] !== 'live');
    await ledger.settle(run, ended);
    if (ended.length < some.length) await wait();
  }
}

async function collect({ store, queue, ledger }: Runs, run: string, startedAt: string) {
  const { written, failures } = await readParts(store, run);
  const members = new Map<string, JobRef>();
  for await (const batch of ledger.members(run)) for (const job of batch) members.set(job.id, job);
  const failed = new Map<string, RunFailure>();
  const all = [...members.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (let at = 0; at < all.length; at += LOOK) {
    const some = all.slice(at, at + LOOK);
    const states = await queue.standing(some);
    const ids = some.filter((_, i) => states[i] === 'failed').map(({ id }) => id);
    if (ids.length === 0) continue;
    for (const failure of await queue.failures({ ids, limit: ids.length }))
      failed.set(failure.id, await failureOf(store, failure));
  }
  const limit = pLimit(LOOKS_AT_ONCE);
  const extracted = all.filter(({ kind, id }) => kind === 'extract' && !failed.has(id));
  const documents = await Promise.all(
    extracted.map(({ id }) =>
      limit(async (): Promise<DoneDocument | RunFailure> => {
        const sha256 = jobHash(id);
        if (await store.head(documentKey(sha256)))
          return { sha256, ...(written.get(sha256) ?? { summary: null, milliseconds: 0 }) };
        return {
          uri: `sha256:${sha256}`,
          sha256,
          stage: 'extract',
          code: 'lost',
          message: 'the queue has lost its job; gongkai enqueue --stored makes it anew',
          page: null,
        };
      }),
    ),
  );
  const downloads = all.filter(({ kind }) => kind === 'download').length;
  const isDone = (each: DoneDocument | RunFailure): each is DoneDocument => 'summary' in each;
  return recordOf(store, {
    runId: run,
    startedAt,
    inputs: (downloads > 0 ? downloads : all.filter(({ kind }) => kind === 'extract').length) + failures.length,
    documents: documents.filter(isDone),
    failures: [...failures, ...failed.values(), ...documents.filter((each): each is RunFailure => !isDone(each))],
  });
}
