/** @module What became of a crawl's or a queue's documents and jobs -> the record of the run, the same shape as an extraction here writes. */
import { type Origin, type UrlRecord, originKey, readJson, urlKey } from '../../crawl/records.js';
import { type DocumentSummary, findReplaced, writtenKeys } from '../../pipeline/publish/index.js';
import { PIPELINE_VERSION } from '../../pipeline/versions.js';
import type { Run, RunFailure } from '../../schemas/index.js';
import type { ObjectStore } from '../../stores/object-store.js';
import type { Failure } from '../queue/job-queue.js';

export interface DoneDocument {
  sha256: string;
  /** null: was published already. */
  summary: DocumentSummary | null;
  milliseconds: number;
}

export interface DoneRun {
  runId: string;
  startedAt: string;
  /** Documents asked for. */
  inputs: number;
  documents: readonly DoneDocument[];
  failures: readonly RunFailure[];
}

/** @throws ObjectStoreError */
export async function recordOf(store: ObjectStore, { runId, startedAt, inputs, documents, failures }: DoneRun): Promise<Run> {
  const written = documents.flatMap(({ summary }) => summary ?? []);
  const sum = (value: (summary: DocumentSummary) => number) => written.reduce((total, summary) => total + value(summary), 0);
  const placed = await Promise.all(documents.map(async (document) => ({ ...document, uri: (await readJson<Origin>(store, originKey(document.sha256)))?.uri ?? '' })));
  const replaced = await findReplaced(store, placed.filter(({ summary }) => summary !== null));
  return {
    run_id: runId,
    started_at: startedAt,
    finished_at: new Date().toISOString(),
    gongkai_version: PIPELINE_VERSION,
    node_version: process.version,
    counts: {
      inputs, written: written.length, skipped: documents.length - written.length,
      partial: written.filter((summary) => summary.document.status === 'partial').length, failed: failures.length,
      pages: sum((summary) => summary.document.page_count), tables: sum((summary) => summary.tables), facts: sum((summary) => summary.facts),
      errors: sum((summary) => summary.findings.error), warnings: sum((summary) => summary.findings.warning), infos: sum((summary) => summary.findings.info),
    },
    documents: placed.map(({ sha256, uri, summary, milliseconds }) => ({
      sha256, uri, status: summary?.document.status ?? 'skipped' as const, revision_of: replaced.get(sha256) ?? null, milliseconds,
      keys: summary ? writtenKeys(summary.document) : null,
    })).sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1)),
    failures: [...failures, ...placed.flatMap(({ sha256, uri, summary }) => (summary ? failedPages(summary, sha256, uri) : []))],
  };
}

/** As the record of an extraction here has them: pages that could not be read, of documents that are written all the same. */
function failedPages({ failed_pages }: DocumentSummary, sha256: string, uri: string): RunFailure[] {
  return failed_pages.map(({ page, reason }) => {
    const [code = 'page_failed', ...rest] = reason.split(': ');
    return { uri, sha256, stage: 'read', code, message: rest.join(': '), page };
  });
}

export async function failureOf(store: ObjectStore, failure: Failure): Promise<RunFailure> {
  return {
    uri: await uriOf(store, failure), sha256: typeof failure.data.sha256 === 'string' ? failure.data.sha256 : null,
    stage: failure.kind === 'extract' || failure.kind === 'recognise' ? failure.kind : 'acquire', code: failure.code, message: failure.message, page: null,
  };
}

/** Job data hold hashes; people want to see addresses. */
export async function uriOf(store: ObjectStore, failure: Pick<Failure, 'data'>): Promise<string> {
  const { sha256, url, run } = failure.data;
  if (typeof sha256 === 'string') return (await readJson<Origin>(store, originKey(sha256)))?.uri ?? `sha256:${sha256}`;
  if (typeof url === 'string') return (await readJson<UrlRecord>(store, urlKey(url)))?.url ?? `url:${url}`;
  return typeof run === 'string' ? `run ${run}` : '';
}
