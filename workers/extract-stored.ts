/** @module The hash of stored bytes -> the published document. Doing it twice, or in two workers at once, changes nothing. */
import { type Origin, originKey, readJson } from '../crawl/records.js';
import { type RenderedDocument, isCurrent, publishRendered, rawKey, readPublishedHead } from '../pipeline/publish/index.js';
import type { ObjectStore } from '../stores/object-store.js';
import { GiveUpError } from './queue/errors.js';

export interface ExtractInput {
  bytes: Uint8Array;
  sha256: string;
  source: { uri: string; file_name: string };
  signal: AbortSignal;
}

/** CPU work: done in another process, awaited here. @throws DocumentFailure */
export type Extract = (input: ExtractInput) => Promise<RenderedDocument>;

/** @returns null when what is published is already what this program would write */
export async function extractStored(store: ObjectStore, extract: Extract, task: { sha256: string; force: boolean }, signal: AbortSignal): Promise<RenderedDocument | null> {
  const { sha256, force } = task;
  if (!force && await isPublished(store, sha256)) return null;
  const [bytes, origin] = await Promise.all([store.get(rawKey(sha256)), readJson<Origin>(store, originKey(sha256))]);
  if (!bytes) throw new GiveUpError('no_source', `${store.location} has no ${rawKey(sha256)}; enqueue the file again`);
  const source = { uri: origin?.uri ?? rawKey(sha256), file_name: origin?.file_name ?? `${sha256}.pdf` };
  const rendered = await extract({ bytes, sha256, source, signal });
  // A worker that was taken for dead may come back with what another has published meanwhile.
  if (!force && await isPublished(store, sha256)) return null;
  signal.throwIfAborted();
  await publishRendered(store, rendered, null);
  return rendered;
}

async function isPublished(store: ObjectStore, sha256: string): Promise<boolean> {
  const head = await readPublishedHead(store, sha256);
  return head !== null && isCurrent(head);
}
