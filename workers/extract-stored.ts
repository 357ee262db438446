/** @module The hash of stored bytes -> the published document. Doing it twice, or in two workers at once, changes nothing. */
import { type Origin, originKey, readJson } from '../crawl/records.js';
import { type RenderedDocument, isCurrent, publishRendered, rawKey, readPublishedHead } from '../pipeline/publish/index.js';
import type { PageResult } from '../pipeline/recognise-pages.js';
import type { DividedRecognition } from '../pipeline/recognise/session.js';
import type { ObjectStore } from '../stores/object-store.js';
import { forgetPages } from './page-store.js';
import { GiveUpError } from './queue/errors.js';

export interface ExtractInput {
  bytes: Uint8Array;
  sha256: string;
  source: { uri: string; file_name: string };
  signal: AbortSignal;
}

/** CPU work: done in other processes, awaited here. */
export interface Extractor {
  /** @throws DocumentFailure, RecognitionDeferred */
  extract(input: ExtractInput, divided: DividedRecognition): Promise<RenderedDocument>;
  /** @throws DocumentFailure */
  recognise(input: ExtractInput, pages: readonly number[]): Promise<PageResult[]>;
}

export interface ExtractTask {
  sha256: string;
  /** Also when this version has published it. */
  force: boolean;
  divided: DividedRecognition;
}

/** @returns null when what is published is already what this program would write */
export async function extractStored(store: ObjectStore, extractor: Extractor, task: ExtractTask, signal: AbortSignal): Promise<RenderedDocument | null> {
  const { sha256, force, divided } = task;
  if (!force && await isPublished(store, sha256)) return null;
  const rendered = await extractor.extract(await readInput(store, sha256, signal), divided);
  // A worker that was taken for dead may come back with what another has published meanwhile.
  if (!force && await isPublished(store, sha256)) return null;
  signal.throwIfAborted();
  await publishRendered(store, rendered, null);
  await forgetPages(store, sha256);
  return rendered;
}

/** @throws GiveUpError when the bytes are not there */
export async function readInput(store: ObjectStore, sha256: string, signal: AbortSignal): Promise<ExtractInput> {
  const [bytes, origin] = await Promise.all([store.get(rawKey(sha256)), readJson<Origin>(store, originKey(sha256))]);
  if (!bytes) throw new GiveUpError('no_source', `${store.location} has no ${rawKey(sha256)}; enqueue the file again`);
  return { bytes, sha256, signal, source: { uri: origin?.uri ?? rawKey(sha256), file_name: origin?.file_name ?? `${sha256}.pdf` } };
}

async function isPublished(store: ObjectStore, sha256: string): Promise<boolean> {
  const head = await readPublishedHead(store, sha256);
  return head !== null && isCurrent(head);
}
