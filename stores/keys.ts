/**
 * @module Object keys checked before any driver sees them: no way out of the store, no surprise on any file system.
 */
import { ObjectStoreError, type ObjectKey } from './object-store.js';

const SEGMENT = /^[A-Za-z0-9._=-]+$/;
/** S3 allows 1024 bytes; file systems allow 255 a segment. */
const MAX_KEY = 900;
const MAX_SEGMENT = 200;

/** @throws ObjectStoreError when the key is not well formed (never retryable). */
export function checkKey(key: ObjectKey): void {
  const segments = key.split('/');
  const bad =
    key.length > MAX_KEY ||
    segments.some(
      (segment) => segment === '.' || segment === '..' || segment.length > MAX_SEGMENT || !SEGMENT.test(segment),
    );
  if (bad)
    throw new ObjectStoreError(`"${key}" is not an object key: segments of A-Z a-z 0-9 . _ = - joined by "/"`, false);
}

/** A prefix is the start of a key: "" for everything, "facts/", "documents/ab". */
export function checkPrefix(prefix: string): void {
  if (prefix !== '') checkKey(prefix.endsWith('/') ? prefix.slice(0, -1) : prefix);
}

export function toBytes(body: Uint8Array | string): Uint8Array {
  return typeof body === 'string' ? new TextEncoder().encode(body) : body;
}

/** Order of UTF-8 bytes, which is what S3 lists in; keys are ASCII, so code units will do. */
export function byKey(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
