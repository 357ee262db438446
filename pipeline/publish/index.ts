/**
 * @module A document and its source bytes -> objects in a store. document.json is written last: who finds it finds
 * everything else. Publishing the same document again, or twice at once, changes nothing.
 */
import type { GongkaiDocument } from '../../schemas/index.js';
import { anomaliesKey, documentKey, factsKey, rawKey } from '../../stores/layout.js';
import type { ObjectStore } from '../../stores/object-store.js';
import { readPublishedHead } from './published.js';
import { renderDocument, type RenderedDocument } from './render.js';

export { isCurrent } from './current.js';
export { findReplaced, noteSeen, risingClock, type Seen } from './history.js';
export { readPublishedHead, readWholeHead } from './published.js';
export { renderDocument, type DocumentSummary, type RenderedDocument } from './render.js';
export { failedPages, newRunId, publishRun, type RunDocument, runRecord } from './run.js';

/** @throws ObjectStoreError */
export async function publishDocument(
  store: ObjectStore,
  document: GongkaiDocument,
  bytes: Uint8Array,
): Promise<void> {
  await publishRendered(store, renderDocument(document), bytes);
}

/**
 * @param bytes the source; null when raw/ is known to hold it already
 * @throws ObjectStoreError
 */
export async function publishRendered(
  store: ObjectStore,
  rendered: RenderedDocument,
  bytes: Uint8Array | null,
): Promise<void> {
  const { document } = rendered.summary;
  if (bytes !== null) await putRaw(store, document.id, bytes);
  await store.put(factsKey(document), rendered.facts, { contentType: JSON_LINES });
  await store.put(anomaliesKey(document), rendered.anomalies, { contentType: JSON_LINES });
  await removeFormerPartition(store, document);
  await store.put(documentKey(document.id), rendered.document, { contentType: 'application/json' });
}

const JSON_LINES = 'application/x-ndjson';

/** Source bytes are never rewritten: the key is their hash. */
export async function putRaw(store: ObjectStore, sha256: string, bytes: Uint8Array): Promise<'written' | 'exists'> {
  return store.put(rawKey(sha256), bytes, { ifAbsent: true, contentType: 'application/pdf' });
}

/**
 * An earlier extraction may have taken the document for another kind or year; its lines would be counted twice.
 * Done before document.json is replaced: interrupted here, the next run still finds the old head and cleans up.
 */
async function removeFormerPartition(
  store: ObjectStore,
  document: RenderedDocument['summary']['document'],
): Promise<void> {
  const former = await readPublishedHead(store, document.id);
  if (former === null || factsKey(former.document) === factsKey(document)) return;
  await store.delete(factsKey(former.document));
  await store.delete(anomaliesKey(former.document));
}
