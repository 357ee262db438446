/**
 * @module The URL of a PDF -> its bytes in the store by content hash; a changed content is a new version beside the
 * old.
 */
import { createHash } from 'node:crypto';
import { FILE_TYPES, sniff } from '../pipeline/acquire/sniff.js';
import type { SafeResponse } from '../pipeline/acquire/safe-fetch.js';
import { noteSeen, putRaw } from '../pipeline/publish/index.js';
import { conditions, fetchHeld } from './conditions.js';
import { type CrawlContext, CrawlError, statusError } from './context.js';
import { Disallowed } from './polite-fetch.js';
import { type Origin, type UrlRecord, hashOf, readJson, writeJson } from './records.js';
import { originKey, rawKey, urlKey } from '../stores/layout.js';

export interface DownloadTask {
  source: string;
  run: string;
  /** Hash of the PDF's URL. */
  url: string;
}

export interface Download {
  /** Content to extract, if that has not been done yet; null when robots.txt keeps us out. */
  sha256: string | null;
  outcome: 'new' | 'revision' | 'duplicate' | 'unchanged' | 'disallowed';
}

/** @throws CrawlError, FetchError, Disallowed (for now), AskedToWait, HostBusy, ObjectStoreError */
export async function downloadPdf(
  context: CrawlContext,
  task: DownloadTask,
  signal?: AbortSignal,
): Promise<Download> {
  const { store } = context;
  const { source, contact } = await context.source(task.source);
  const key = urlKey(task.url);
  const record = await readJson<UrlRecord>(store, key);
  if (!record) throw new CrawlError('no_record', `the store has no record ${key}`, false);
  const latest = record.versions.at(-1) ?? null;
  // A store can lose what its record speaks of; then the record's ETag is of no use.
  const held = record.rejected !== null || (latest !== null && (await store.head(rawKey(latest.sha256))) !== null);
  if (held && isFresh(record, task.run, source.politeness.recheck_hours)) return unchanged(record);

  const wanted = {
    url: record.url,
    purpose: 'pdf' as const,
    source,
    contact,
    run: task.run,
    headers: held ? conditions(record) : {},
  };
  let answer: SafeResponse;
  try {
    answer = await fetchHeld(context.fetcher, { ...wanted, ...(signal ? { signal } : {}) }, held);
  } catch (error) {
    if (error instanceof Disallowed && !error.unreachable) return { sha256: null, outcome: 'disallowed' };
    throw error;
  }
  if (answer.status !== 304 && answer.status !== 200) throw statusError(record.url, answer.status);
  record.last_run = task.run;
  record.last_fetch = new Date().toISOString();
  record.waits = 0;
  if (answer.status === 304) {
    await writeJson(store, key, record);
    return unchanged(record);
  }

  record.etag = answer.headers.etag ?? null;
  record.last_modified = answer.headers['last-modified'] ?? null;
  const type = sniff(answer.body);
  record.rejected =
    type === 'pdf'
      ? null
      : `${record.url} is not a PDF: it is ${FILE_TYPES[type]}; ` +
        `${answer.headers['content-type'] ?? 'no content type'}, ${answer.body.length} bytes`;
  if (record.rejected !== null) {
    await writeJson(store, key, record);
    return unchanged(record);
  }
  const sha256 = createHash('sha256').update(answer.body).digest('hex');
  if (latest?.sha256 === sha256) {
    if (!held) await putRaw(store, sha256, answer.body);
    await writeJson(store, key, record);
    return { sha256, outcome: 'unchanged' };
  }
  // Bytes first, then where they came from, then that we have them: whatever is cut off in between is done again.
  const stored = await putRaw(store, sha256, answer.body);
  const origin: Origin = {
    uri: record.url,
    file_name: fileName(answer.headers['content-disposition'], answer.finalUrl),
    source: source.id,
  };
  await writeJson(store, originKey(sha256), origin, true);
  record.versions.push({ sha256, bytes: answer.body.length, first_seen: record.last_fetch });
  for (const version of record.versions)
    await noteSeen(store, { uri: record.url, sha256: version.sha256 }, new Date(version.first_seen));
  await writeJson(store, key, record);
  return { sha256, outcome: latest ? 'revision' : stored === 'exists' ? 'duplicate' : 'new' };
}

function isFresh(record: UrlRecord, run: string, recheckHours: number): boolean {
  if (record.last_fetch === null) return false;
  return (
    record.last_run === run ||
    (record.versions.length > 0 && Date.now() - Date.parse(record.last_fetch) < recheckHours * 3_600_000)
  );
}

/** @throws CrawlError when what stands there is no PDF, now as then */
function unchanged(record: UrlRecord): Download {
  if (record.rejected !== null) throw new CrawlError('not_a_pdf', record.rejected, false);
  return { sha256: record.versions.at(-1)?.sha256 ?? null, outcome: 'unchanged' };
}

/** RFC 6266: filename* (UTF-8), then filename, then the last segment of the path; never a path. */
export function fileName(disposition: string | undefined, url: string): string {
  const extended = /filename\*\s*=\s*utf-8'[^']*'([^;]+)/i.exec(disposition ?? '')?.[1];
  const plain = /filename\s*=\s*(?:"([^"]*)"|([^;]+))/i.exec(disposition ?? '');
  const last = new URL(url).pathname.split('/').at(-1) ?? '';
  const name = decode(extended?.trim()) ?? plain?.[1] ?? plain?.[2]?.trim() ?? decode(last) ?? last;
  return name.split(/[/\\]/).at(-1)!.trim() || `${hashOf(url).slice(0, 16)}.pdf`;
}

function decode(text: string | undefined): string | null {
  if (text === undefined) return null;
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
