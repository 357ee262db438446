/** @module The queue that --queue names, opened for the time of one command. */
import type { BullmqQueue } from '../workers/queue/bullmq/index.js';
import { JOB_KINDS, type JobKind } from '../workers/queue/job-queue.js';
import type { Runs } from '../workers/runs/open-run.js';
import { CommandFailure, UsageError } from './errors.js';
import type { Settings } from './settings.js';

/** @throws UsageError without an address, CommandFailure when nobody answers there */
export async function withQueue<T>(settings: Settings, use: (queue: BullmqQueue) => Promise<T>): Promise<T> {
  const url = queueUrl(settings);
  const { createBullmqQueue } = await import('../workers/queue/bullmq/index.js');
  const queue = createBullmqQueue({ url });
  try {
    await queue.ping().catch((error: Error) => {
      throw new CommandFailure(error.message, { cause: error });
    });
    return await use(queue);
  } finally {
    await queue.close();
  }
}

/** The queue with the store that --out names, and the book of runs that are not over. */
export async function withRuns<T>(
  settings: Settings,
  use: (runs: Omit<Runs, 'queue'> & { queue: BullmqQueue }) => Promise<T>,
): Promise<T> {
  queueUrl(settings);
  const [{ openStore }, { createRunLedger }] = await Promise.all([
    import('../stores/index.js'),
    import('../workers/runs/ledger.js'),
  ]);
  const store = await openStore(settings.out);
  try {
    return await withQueue(settings, (queue) => use({ store, queue, ledger: createRunLedger(queue.redis) }));
  } finally {
    await store.close();
  }
}

/** @throws UsageError */
export function queueUrl(settings: Settings): string {
  if (settings.queue === '')
    throw new UsageError('there is no queue: give --queue redis://host:6379 or set GONGKAI_QUEUE');
  if (!/^rediss?:\/\//.test(settings.queue))
    throw new UsageError(`--queue: "${settings.queue}" is no redis:// or rediss:// address`);
  return settings.queue;
}

/** @throws UsageError */
export function kindsOf(names: readonly string[]): JobKind[] {
  const wrong = names.find((name) => !(JOB_KINDS as readonly string[]).includes(name));
  if (wrong !== undefined) throw new UsageError(`"${wrong}" is no kind of job: ${JOB_KINDS.join(', ')}`);
  return names.length > 0 ? JOB_KINDS.filter((kind) => names.includes(kind)) : [...JOB_KINDS];
}
