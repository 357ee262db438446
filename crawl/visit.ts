/** @module One listing or article page -> the PDFs and further pages that stand on it, remembered in the store. */
import pLimit from 'p-limit';
import { urlKey } from '../stores/layout.js';
import type { ObjectStore } from '../stores/object-store.js';
import { type CrawlContext, CrawlError, statusError } from './context.js';
import { readListing, templatePage } from './listing.js';
import { conditions, fetchHeld } from './conditions.js';
import { type Link, type UrlRecord, hashOf, newUrlRecord, readJson, writeJson } from './records.js';

/** Small enough to stand in a queue: hashes and numbers. */
export interface VisitTask {
  /** Hash of the source's snapshot. */
  source: string;
  run: string;
  /** Hash of the page's URL. */
  url: string;
  /** 1 for a listing page itself, counted up by paging. */
  page: number;
  /** 0 for listing pages, counted up from page to followed article. */
  depth: number;
}

export interface Visit {
  /** Hashes of the URLs of PDFs. */
  pdfs: string[];
  next: VisitTask[];
}

/** Records of new URLs are written side by side; more would only queue up at the store. */
const WRITES_AT_ONCE = 16;

/** The tasks with which a run of the source begins. */
export async function firstVisits(context: CrawlContext, sourceHash: string, run: string): Promise<VisitTask[]> {
  const { source } = await context.source(sourceHash);
  return Promise.all(
    source.listing.map(async (listing) => ({
      source: sourceHash,
      run,
      url: await remember(context.store, 'page', source.id, { url: new URL(listing).href, text: source.name }, null),
      page: 1,
      depth: 0,
    })),
  );
}

/** @throws CrawlError, FetchError, Disallowed, AskedToWait, HostBusy, ObjectStoreError */
export async function visitPage(context: CrawlContext, task: VisitTask, signal?: AbortSignal): Promise<Visit> {
  const { store } = context;
  const { source, contact } = await context.source(task.source);
  const record = await readJson<UrlRecord>(store, urlKey(task.url));
  if (!record) throw new CrawlError('no_record', `the store has no record ${urlKey(task.url)}`, false);

  if (record.last_run !== task.run || record.links === null) {
    const answer = await fetchHeld(
      context.fetcher,
      {
        url: record.url,
        purpose: 'page',
        source,
        contact,
        run: task.run,
        headers: record.links ? conditions(record) : {},
        ...(signal ? { signal } : {}),
      },
      record.links !== null,
    );
    // The page after the last one of a template: not found, and that is how it ends.
    if (answer.status === 404 && task.page > 1 && source.paging?.template) return { pdfs: [], next: [] };
    if (answer.status !== 304 && answer.status !== 200) throw statusError(record.url, answer.status);
    if (answer.status === 200) {
      record.links = readListing(answer.body, answer.headers['content-type'], answer.finalUrl, source);
      record.etag = answer.headers.etag ?? null;
      record.last_modified = answer.headers['last-modified'] ?? null;
    }
    record.last_run = task.run;
    record.last_fetch = new Date().toISOString();
    record.waits = 0;
    await writeJson(store, urlKey(task.url), record);
  }

  const links = record.links!;
  const limit = pLimit(WRITES_AT_ONCE);
  const note = (kind: UrlRecord['kind'], link: Link) =>
    limit(() => remember(store, kind, source.id, link, record.url));
  const pdfs = await Promise.all(links.pdfs.map((link) => note('pdf', link)));
  const follow =
    task.depth < source.links.follow_depth ? await Promise.all(links.follow.map((link) => note('page', link))) : [];
  const next: VisitTask[] = follow.map((url) => ({ ...task, url, page: 1, depth: task.depth + 1 }));
  const following =
    task.depth === 0 && links.pdfs.length + links.follow.length > 0
      ? nextPage(source, task, links.next, record)
      : null;
  if (following)
    next.push({ ...task, url: await note('page', { url: following, text: record.text }), page: task.page + 1 });
  return { pdfs, next };
}

function nextPage(
  source: Parameters<typeof templatePage>[0],
  task: VisitTask,
  linked: string | null,
  record: UrlRecord,
): string | null {
  if (!source.paging || task.page >= source.paging.max_pages) return null;
  // Templates are relative to the listing, which every page of it lies beside.
  return source.paging.next ? linked : templatePage(source, record.url, task.page + 1);
}

/** @returns the URL's hash. An existing record is left as it is. */
async function remember(
  store: ObjectStore,
  kind: UrlRecord['kind'],
  sourceId: string,
  link: Link,
  foundOn: string | null,
): Promise<string> {
  const hash = hashOf(link.url);
  if (!(await store.head(urlKey(hash))))
    await writeJson(store, urlKey(hash), newUrlRecord(kind, sourceId, link, foundOn), true);
  return hash;
}
