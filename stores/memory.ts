/** @module ObjectStore in this process's memory: for tests and for callers who want the result only. */
import { byKey, checkKey, checkPrefix, toBytes } from './keys.js';
import type { ObjectStore } from './object-store.js';

export function createMemoryStore(): ObjectStore {
  const objects = new Map<string, Uint8Array>();
  return {
    name: 'memory',
    location: 'memory:',
    async put(key, body, options = {}) {
      checkKey(key);
      if (options.ifAbsent && objects.has(key)) return 'exists';
      // Copied both ways: a caller who goes on writing into its buffer must not change what is stored.
      objects.set(key, toBytes(body).slice());
      return 'written';
    },
    async get(key) {
      checkKey(key);
      return objects.get(key)?.slice() ?? null;
    },
    async getRange(key, start, end) {
      checkKey(key);
      return objects.get(key)?.slice(start, end) ?? null;
    },
    async head(key) {
      checkKey(key);
      const body = objects.get(key);
      return body ? { key, bytes: body.length } : null;
    },
    async *list(prefix) {
      checkPrefix(prefix);
      for (const key of [...objects.keys()].filter((candidate) => candidate.startsWith(prefix)).sort(byKey)) {
        const body = objects.get(key);
        if (body) yield { key, bytes: body.length };
      }
    },
    async delete(key) {
      checkKey(key);
      objects.delete(key);
    },
    async close() {},
  };
}
