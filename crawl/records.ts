/**
 * @module What the crawl remembers, as small JSON objects in the store: one a URL, one a source, one a document's
 * origin.
 */
import { createHash } from 'node:crypto';
import { sourceKey } from '../stores/layout.js';
import type { ObjectStore } from '../stores/object-store.js';
import type { CrawlSource } from './sources.js';

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A link as found on a listing page. */
export interface Link {
  url: string;
  /** Text of the link, white space collapsed. */
  text: string;
}

export interface Version {
  sha256: string;
  bytes: number;
  /** ISO 8601, UTC. */
  first_seen: string;
}

/** One URL over all runs. */
export interface UrlRecord {
  url: string;
  kind: 'page' | 'pdf';
  source: string;
  /** Page on which the link stood first, and the link's text. */
  found_on: string | null;
  text: string;
  first_seen: string;
  /** Run in which it was asked for last: within one run nothing is asked for twice. */
  last_run: string | null;
  last_fetch: string | null;
  etag: string | null;
  last_modified: string | null;
  /** PDFs: every content seen at this URL, oldest first. */
  versions: Version[];
  /** PDFs: why the last content was not taken ("not_a_pdf: …"), so that a 304 says the same again. */
  rejected: string | null;
  /** Pages: what stood on it, so that a 304 needs no body. */
  links: { pdfs: Link[]; follow: Link[]; next: string | null } | null;
  /** Times in a row that the server asked us to wait (Retry-After). */
  waits: number;
}

/**
 * Where a document came from first; written once, so that its document.json is the same whichever worker makes it.
 */
export interface Origin {
  uri: string;
  file_name: string;
  source: string | null;
}

/** A source as a run uses it: what jobs refer to by key. */
export interface SourceSnapshot {
  contact: string;
  source: CrawlSource;
}

export function newUrlRecord(kind: UrlRecord['kind'], source: string, link: Link, foundOn: string | null): UrlRecord {
  return {
    url: link.url,
    kind,
    source,
    found_on: foundOn,
    text: link.text,
    first_seen: new Date().toISOString(),
    last_run: null,
    last_fetch: null,
    etag: null,
    last_modified: null,
    versions: [],
    rejected: null,
    links: null,
    waits: 0,
  };
}

export async function readJson<T>(store: ObjectStore, key: string): Promise<T | null> {
  const bytes = await store.get(key);
  return bytes ? (JSON.parse(new TextDecoder().decode(bytes)) as T) : null;
}

export async function writeJson(
  store: ObjectStore,
  key: string,
  value: unknown,
  ifAbsent = false,
): Promise<'written' | 'exists'> {
  return store.put(key, `${JSON.stringify(value)}\n`, { contentType: 'application/json', ifAbsent });
}

/** @returns the snapshot's hash: the same source has the same one. */
export async function saveSource(store: ObjectStore, snapshot: SourceSnapshot): Promise<string> {
  const hash = hashOf(JSON.stringify(snapshot)).slice(0, 32);
  await writeJson(store, sourceKey(hash), snapshot, true);
  return hash;
}
