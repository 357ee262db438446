/**
 * @module What became of a crawl's or a queue's documents and jobs -> the record of the run, the same shape as an
 * extraction here writes.
 */
import { type Origin, type UrlRecord, readJson } from '../../crawl/records.js';
import { failedPages, findReplaced, type RunDocument, runRecord } from '../../pipeline/publish/index.js';
import type { Run, RunFailure } from '../../schemas/index.js';
import { originKey, urlKey } from '../../stores/layout.js';
import type { ObjectStore } from '../../stores/object-store.js';
import type { Failure } from '../queue/job-queue.js';

export type DoneDocument = Omit<RunDocument, 'uri'>;

export interface DoneRun {
  runId: string;
  startedAt: string;
  /** Documents asked for. */
  inputs: number;
  documents: readonly DoneDocument[];
  failures: readonly RunFailure[];
}

/** @throws ObjectStoreError */
export async function recordOf(
  store: ObjectStore,
  { runId, startedAt, inputs, documents, failures }: DoneRun,
): Promise<Run> {
  const placed = await Promise.all(
    documents.map(async (document) => ({
      ...document,
      uri: (await readJson<Origin>(store, originKey(document.sha256)))?.uri ?? '',
    })),
  );
  const replaced = await findReplaced(
    store,
    placed.filter(({ summary }) => summary !== null),
  );
  return runRecord({
    runId,
    startedAt,
    inputs,
    failed: failures.length,
    documents: [...placed].sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1)),
    replaced,
    failures: [...failures, ...placed.flatMap(failedPages)],
  });
}

export async function failureOf(store: ObjectStore, failure: Failure): Promise<RunFailure> {
  return {
    uri: await uriOf(store, failure),
    sha256: failure.data && 'sha256' in failure.data ? failure.data.sha256 : null,
    stage: failure.kind === 'extract' || failure.kind === 'recognise' ? failure.kind : 'acquire',
    code: failure.code,
    message: failure.message,
    page: null,
  };
}

/** Job data hold hashes; people want to see addresses. */
export async function uriOf(store: ObjectStore, failure: Pick<Failure, 'data'>): Promise<string> {
  const { data } = failure;
  if (data === null) return '';
  if ('sha256' in data)
    return (await readJson<Origin>(store, originKey(data.sha256)))?.uri ?? `sha256:${data.sha256}`;
  if ('url' in data) return (await readJson<UrlRecord>(store, urlKey(data.url)))?.url ?? `url:${data.url}`;
  return data.run !== undefined ? `run ${data.run}` : '';
}
