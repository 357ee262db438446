/** @module A store and a content hash -> the head of what is already published about it, or null. */
import type { GongkaiDocument } from '../../schemas/index.js';
import { documentKey } from '../../stores/layout.js';
import type { ObjectStore } from '../../stores/object-store.js';

export type PublishedHead = Pick<GongkaiDocument, 'schema_version' | 'document' | 'source' | 'pipeline'>;

/** The four head lines of document.json fit in this many times over; the rest may be tens of megabytes. */
const HEAD_BYTES = 16 * 1024;

/** null also for a document.json that no version of ours wrote: it is then written anew. */
export async function readPublishedHead(store: ObjectStore, sha256: string): Promise<PublishedHead | null> {
  const head = await store.getRange(documentKey(sha256), 0, HEAD_BYTES);
  if (head === null) return null;
  const text = new TextDecoder().decode(head);
  const line = (key: string): unknown => {
    const match = new RegExp(`^  "${key}": (.*),$`, 'm').exec(text);
    return match?.[1] === undefined ? null : parse(match[1]);
  };
  const found = {
    schema_version: line('schema_version'),
    document: line('document'),
    source: line('source'),
    pipeline: line('pipeline'),
  };
  return Object.values(found).includes(null) ? null : (found as PublishedHead);
}

/** Ends every document.json that was written to its end. */
const END = '\n}\n';

/**
 * The head of a document.json that is there to its end. A copy that broke off, or a disk that was full, leaves a head
 * that looks like work done.
 */
export async function readWholeHead(store: ObjectStore, sha256: string): Promise<PublishedHead | null> {
  const [head, info] = await Promise.all([readPublishedHead(store, sha256), store.head(documentKey(sha256))]);
  if (head === null || info === null || info.bytes < END.length) return null;
  const tail = await store.getRange(documentKey(sha256), info.bytes - END.length, info.bytes);
  return tail !== null && new TextDecoder().decode(tail) === END ? head : null;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
