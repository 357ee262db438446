/** @module The pool of children as the steps of queues that compute. */
import type { ExtractOptions } from '../pipeline/options.js';
import type { Pool } from '../pool/index.js';
import type { Extractor } from './extract-stored.js';

export function extractInPool(pool: Pool, options: ExtractOptions): Extractor {
  return {
    options,
    extract: ({ bytes, sha256, source, signal }, divided) =>
      pool.extract({ input: { bytes }, sha256, bytes: bytes.length, source, options, signal, divided }),
    recognise: ({ bytes, sha256, source, signal }, pages) =>
      pool.recognise({ input: { bytes }, sha256, bytes: bytes.length, source, options, signal }, pages),
  };
}
