/** @module The record of a run (everything that varies from run to run) -> runs/<run_id>.json. */
import { randomBytes } from 'node:crypto';
import type { Run } from '../../schemas/index.js';
import type { ObjectStore } from '../../stores/object-store.js';
import { runKey } from './keys.js';

/** Sorts by time, unique without a registry: 20261122T130114Z-9f3a1c. */
export function newRunId(now: Date = new Date()): string {
  const time = now.toISOString().replace(/[-:]|\.\d+/g, '');
  return `${time}-${randomBytes(3).toString('hex')}`;
}

/** @throws ObjectStoreError */
export async function publishRun(store: ObjectStore, run: Run): Promise<void> {
  await store.put(runKey(run.run_id), `${JSON.stringify(run, null, 2)}\n`, { contentType: 'application/json' });
}
