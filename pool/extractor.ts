/** @module The library's door: a file, URL or bytes -> the document, read in children of its own pool. */
import {
  type AcquireOptions,
  acquire,
  type Acquired,
  type AcquireError,
  checkType,
  expandInputs,
  fileUri,
} from '../pipeline/acquire/index.js';
import { DEFAULT_OPTIONS, type ExtractOptions } from '../pipeline/options.js';
import { noteSeen, publishRendered, type RenderedDocument } from '../pipeline/publish/index.js';
import type { GongkaiDocument } from '../schemas/index.js';
import type { ObjectStore } from '../stores/object-store.js';
import { extractDivided } from './divided.js';
import { createPool, type Limits, type ProgressReport } from './index.js';

/** A path, an http(s) address, or bytes with a name for people. */
export type ExtractInput = string | URL | { bytes: Uint8Array; fileName: string };

export interface ExtractCallOptions extends Partial<ExtractOptions> {
  onProgress?: (progress: ProgressReport) => void;
  signal?: AbortSignal;
  /** Also publish the result here, as the command line does. */
  store?: ObjectStore;
  /** For downloads. */
  acquire?: Omit<AcquireOptions, 'signal'>;
}

export interface ExtractorOptions {
  /** Documents read at the same time. @default 1 */
  jobs?: number;
  limits?: Partial<Limits>;
}

export interface Extractor {
  /** @throws AcquireError, DocumentFailure, ObjectStoreError */
  extract(input: ExtractInput, options?: ExtractCallOptions): Promise<GongkaiDocument>;
  close(): Promise<void>;
}

const CALL_KEYS: ReadonlySet<string> = new Set([
  ...Object.keys(DEFAULT_OPTIONS),
  'onProgress',
  'signal',
  'store',
  'acquire',
]);

/** Keeps its children between documents: what to use for more than one. */
export function createExtractor({ jobs = 1, limits = {} }: ExtractorOptions = {}): Extractor {
  const pool = createPool({ jobs, limits });
  pool.warm(1);
  return {
    async extract(input, options = {}) {
      const unknown = Object.keys(options).find((key) => !CALL_KEYS.has(key));
      if (unknown !== undefined)
        throw new TypeError(`extract() has no option "${unknown}"; there are ${[...CALL_KEYS].join(', ')}`);
      const { onProgress, signal, store, acquire: acquireOptions, ...chosen } = options;
      const { path, bytes, sha256, uri, file_name } = await take(input, {
        ...acquireOptions,
        ...(signal ? { signal } : {}),
      });
      const rendered = await extractDivided(
        pool,
        {
          input: path === null ? { bytes } : { path },
          sha256,
          bytes: bytes.length,
          source: { uri, file_name },
          options: { ...DEFAULT_OPTIONS, ...chosen },
          ...(onProgress ? { onProgress } : {}),
          ...(signal ? { signal } : {}),
        },
        jobs,
      );
      if (store) {
        await noteSeen(store, { uri, sha256 }, new Date());
        await publishRendered(store, rendered, bytes);
      }
      return parse(rendered);
    },
    close: () => pool.close(),
  };
}

/**
 * One document; its child ends with it.
 * @throws AcquireError, DocumentFailure, ObjectStoreError
 */
export async function extract(
  input: ExtractInput,
  options: ExtractCallOptions & { limits?: Partial<Limits> } = {},
): Promise<GongkaiDocument> {
  const { limits, ...rest } = options;
  const extractor = createExtractor(limits ? { limits } : {});
  try {
    return await extractor.extract(input, rest);
  } finally {
    await extractor.close();
  }
}

async function take(input: ExtractInput, options: AcquireOptions): Promise<Acquired> {
  if (typeof input === 'object' && 'bytes' in input) {
    checkType(input.bytes, input.fileName);
    const { createHash } = await import('node:crypto');
    const sha256 = createHash('sha256').update(input.bytes).digest('hex');
    return { bytes: input.bytes, sha256, path: null, file_name: input.fileName, uri: fileUri(input.fileName) };
  }
  if (input instanceof URL && input.protocol === 'file:') {
    const { fileURLToPath } = await import('node:url');
    return acquire({ kind: 'file', path: fileURLToPath(input) }, options);
  }
  for await (const found of expandInputs([String(input)])) {
    if (found.kind === 'missing') throw found.error satisfies AcquireError;
    return acquire(found, options);
  }
  throw new TypeError(`extract() takes one file or address, not "${String(input)}"`);
}

function parse({ document }: RenderedDocument): GongkaiDocument {
  return JSON.parse(new TextDecoder().decode(document)) as GongkaiDocument;
}
