/** @module The pool of children as the extract step of queues. */
import type { ExtractOptions } from '../pipeline/options.js';
import type { Pool } from '../pool/index.js';
import type { Extract } from './extract-stored.js';

export function extractInPool(pool: Pool, options: ExtractOptions): Extract {
  return ({ bytes, sha256, source, signal }) => pool.extract({ input: { bytes }, sha256, bytes: bytes.length, source, options, signal });
}
