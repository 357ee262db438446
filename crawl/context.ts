/** @module What visiting pages and downloading need, made once a process. */
import type { Resolve } from '../pipeline/acquire/addresses.js';
import { sourceKey } from '../stores/layout.js';
import type { ObjectStore } from '../stores/object-store.js';
import { createFetchLog } from './fetch-log.js';
import { Doorman, type HostGate } from './host-gate.js';
import type { PoliteFetcher } from './polite-fetch.js';
import { type SourceSnapshot, readJson } from './records.js';
import { RobotsCache } from './robots.js';

export interface CrawlContext {
  store: ObjectStore;
  fetcher: PoliteFetcher;
  /** @throws CrawlError when the store does not have it */
  source(hash: string): Promise<SourceSnapshot>;
}

export interface CrawlContextOptions {
  store: ObjectStore;
  gate: HostGate;
  /** gongkai's version, part of the user agent. */
  version: string;
  /** Name service. @default the system's */
  resolve?: Resolve;
}

/** Why a visit gave nothing, with a stable code; retryable when a later try may give something. */
export class CrawlError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly retryable: boolean,
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = 'CrawlError';
  }
}

export function createCrawlContext({ store, gate, version, resolve }: CrawlContextOptions): CrawlContext {
  const sources = new Map<string, SourceSnapshot>();
  return {
    store,
    fetcher: {
      log: createFetchLog(store),
      door: new Doorman(gate),
      robots: new RobotsCache(),
      version,
      ...(resolve ? { resolve } : {}),
    },
    async source(hash) {
      const known = sources.get(hash);
      if (known) return known;
      const snapshot = await readJson<SourceSnapshot>(store, sourceKey(hash));
      if (!snapshot)
        throw new CrawlError(
          'no_source',
          `the store has no source ${sourceKey(hash)}; was another store given to the worker than to the crawl?`,
          false,
        );
      sources.set(hash, snapshot);
      return snapshot;
    },
  };
}

/** Statuses that a later try may change. */
export function statusError(url: string, status: number): CrawlError {
  return new CrawlError(
    'http_status',
    `${url} answered ${status}`,
    status >= 500 || status === 408 || status === 425 || status === 429,
  );
}
