/**
 * @module The hash of stored bytes -> the published document. Doing it twice, or in two workers at once, changes
 * nothing.
 */
import { setTimeout } from 'node:timers/promises';
import { type Origin, readJson } from '../crawl/records.js';
import type { ExtractOptions } from '../pipeline/options.js';
import { type RenderedDocument, isCurrent, publishRendered, readWholeHead } from '../pipeline/publish/index.js';
import type { PageResult } from '../pipeline/recognise-pages.js';
import type { DividedRecognition } from '../pipeline/recognise/session.js';
import { originKey, rawKey } from '../stores/layout.js';
import { type ObjectStore, ObjectStoreError } from '../stores/object-store.js';
import { forgetPages } from './page-store.js';
import { GiveUpError } from './queue/errors.js';
import { savePart } from './runs/parts.js';

export interface ExtractInput {
  bytes: Uint8Array;
  sha256: string;
  source: { uri: string; file_name: string };
  signal: AbortSignal;
}

/** CPU work: done in other processes, awaited here. */
export interface Extractor {
  /** What its documents are read with: those published with other options are not taken for done. */
  readonly options: ExtractOptions;
  /** @throws DocumentFailure, RecognitionDeferred */
  extract(input: ExtractInput, divided: DividedRecognition): Promise<RenderedDocument>;
  /** @throws DocumentFailure */
  recognise(input: ExtractInput, pages: readonly number[]): Promise<PageResult[]>;
}

export interface ExtractTask {
  sha256: string;
  /** Also when this version has published it. */
  force: boolean;
  /** Run whose record shall name the document; null: somebody else keeps the books. */
  run: string | null;
  divided: DividedRecognition;
}

/** @returns null when what is published is already what this program would write */
export async function extractStored(
  store: ObjectStore,
  extractor: Extractor,
  task: ExtractTask,
  signal: AbortSignal,
): Promise<RenderedDocument | null> {
  const { sha256, force, run, divided } = task;
  const began = performance.now();
  if (!force && (await isPublished(store, sha256, extractor.options))) return null;
  const rendered = await extractor.extract(await readInput(store, sha256, signal), divided);
  const milliseconds = Math.round(performance.now() - began);
  return whenStoreIsBack(signal, async () => {
    // A worker that was taken for dead may come back with what another has published meanwhile.
    if (!force && (await isPublished(store, sha256, extractor.options))) return null;
    signal.throwIfAborted();
    if (run !== null) await savePart(store, run, { summary: rendered.summary, milliseconds });
    await publishRendered(store, rendered, null);
    await forgetPages(store, sha256);
    return rendered;
  });
}

const PAUSE_MS = 3_000;
/** By then others should have the memory that the result takes; the job comes back when the store does. */
const MOST_PATIENCE_MS = 15 * 60_000;

/**
 * The result is in hand: while the store is away it is kept and offered again, which costs nothing, where reading the
 * document again would.
 */
async function whenStoreIsBack<T>(signal: AbortSignal, write: () => Promise<T>): Promise<T> {
  for (const end = performance.now() + MOST_PATIENCE_MS; ; ) {
    try {
      return await write();
    } catch (error) {
      if (!(error instanceof ObjectStoreError && error.retryable) || performance.now() > end) throw error;
      await setTimeout(PAUSE_MS, undefined, { signal });
    }
  }
}

/** @throws GiveUpError when the bytes are not there */
export async function readInput(store: ObjectStore, sha256: string, signal: AbortSignal): Promise<ExtractInput> {
  const [bytes, origin] = await Promise.all([store.get(rawKey(sha256)), readJson<Origin>(store, originKey(sha256))]);
  if (!bytes)
    throw new GiveUpError('no_source', `${store.location} has no ${rawKey(sha256)}; enqueue the file again`);
  return {
    bytes,
    sha256,
    signal,
    source: { uri: origin?.uri ?? rawKey(sha256), file_name: origin?.file_name ?? `${sha256}.pdf` },
  };
}

async function isPublished(store: ObjectStore, sha256: string, options: ExtractOptions): Promise<boolean> {
  const head = await readWholeHead(store, sha256);
  return head !== null && isCurrent(head, options);
}
