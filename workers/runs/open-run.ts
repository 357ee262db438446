/**
 * @module A run that a command begins: its id, jobs given to it, inputs that failed; its record follows when the last
 * job has ended.
 */
import { writeJson } from '../../crawl/records.js';
import { newRunId } from '../../pipeline/publish/index.js';
import type { RunFailure } from '../../schemas/index.js';
import { failedInputKey } from '../../stores/layout.js';
import type { ObjectStore } from '../../stores/object-store.js';
import {
  type AddOptions,
  type AddResult,
  type JobQueue,
  type JobRef,
  type NewJob,
  jobId,
} from '../queue/job-queue.js';
import type { RunLedger } from './ledger.js';

export interface Runs {
  store: ObjectStore;
  queue: JobQueue;
  ledger: RunLedger;
}

export interface OpenRun {
  readonly id: string;
  /** To the queue; jobs that stand there already are waited for, too. */
  add(jobs: readonly NewJob[], options?: AddOptions): Promise<AddResult>;
  /** Jobs that are in the queue become the run's. */
  adopt(jobs: readonly JobRef[]): Promise<void>;
  /** An input that did not even become a job. */
  fail(failure: RunFailure): Promise<void>;
  /**
   * No more will come. Without it, half a minute after the process has gone the run is taken to be complete as it is.
   */
  close(): Promise<void>;
}

const HOLD_SECONDS = 30;

export async function openRun({ store, queue, ledger }: Runs, id: string = newRunId()): Promise<OpenRun> {
  let failures = 0;
  await ledger.open(id, new Date());
  await ledger.hold(id, HOLD_SECONDS);
  await queue.add([publishJob(id)]);
  const timer = setInterval(() => {
    ledger.hold(id, HOLD_SECONDS).catch(() => {});
  }, HOLD_SECONDS * 300).unref();
  return {
    id,
    async add(jobs, options) {
      await ledger.add(id, jobs);
      return queue.add(jobs, options);
    },
    adopt: (jobs) => ledger.add(id, jobs),
    async fail(failure) {
      failures += 1;
      await writeJson(store, failedInputKey(id, failures), failure);
    },
    async close() {
      clearInterval(timer);
      await ledger.release(id);
    },
  };
}

/** Writes the run's record when its last job has ended. */
export function publishJob(run: string): NewJob {
  return { kind: 'publish', id: jobId('publish', run), data: { run }, priority: 'person' };
}
