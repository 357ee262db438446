/**
 * @module The ObjectStore port: named byte objects. Drivers: fs.ts, memory.ts, s3.ts; one conformance suite in
 * test/conformance/object-store.ts runs against every driver.
 */

/** Keys: segments of [A-Za-z0-9._=-] joined by "/", no empty, "." or ".." segment. */
export type ObjectKey = string;

export interface PutOptions {
  contentType?: string;
  /**
   * Write only when the key does not exist yet; put() then returns "exists" and leaves the object as it is. @default
   * false
   */
  ifAbsent?: boolean;
}

export interface ObjectInfo {
  key: ObjectKey;
  bytes: number;
}

export interface ObjectStore {
  readonly name: string;
  /** Where the store is, for people: a folder, s3://bucket/prefix. */
  readonly location: string;
  /** A reader sees the whole object or none. */
  put(key: ObjectKey, body: Uint8Array | string, options?: PutOptions): Promise<'written' | 'exists'>;
  /** null when there is no such object. */
  get(key: ObjectKey): Promise<Uint8Array | null>;
  /** Bytes from `start` (inclusive) to `end` (exclusive); null when there is no such object. */
  getRange(key: ObjectKey, start: number, end: number): Promise<Uint8Array | null>;
  head(key: ObjectKey): Promise<ObjectInfo | null>;
  /** Keys that start with the prefix, in lexical order. */
  list(prefix: string): AsyncIterable<ObjectInfo>;
  /** No error when absent. */
  delete(key: ObjectKey): Promise<void>;
  close(): Promise<void>;
}

export class ObjectStoreError extends Error {
  constructor(
    message: string,
    readonly retryable: boolean,
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = 'ObjectStoreError';
  }
}
