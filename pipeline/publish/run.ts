/** @module The record of a run (everything that varies from run to run) -> runs/<run_id>.json. */
import { randomBytes } from 'node:crypto';
import type { Run, RunFailure } from '../../schemas/index.js';
import { runKey, writtenKeys } from '../../stores/layout.js';
import type { ObjectStore } from '../../stores/object-store.js';
import { PIPELINE_VERSION } from '../versions.js';
import type { DocumentSummary } from './render.js';

/** Sorts by time, unique without a registry: 20261122T130114Z-9f3a1c. */
export function newRunId(now: Date = new Date()): string {
  const time = now.toISOString().replace(/[-:]|\.\d+/g, '');
  return `${time}-${randomBytes(3).toString('hex')}`;
}

/** @throws ObjectStoreError */
export async function publishRun(store: ObjectStore, run: Run): Promise<void> {
  await store.put(runKey(run.run_id), `${JSON.stringify(run, null, 2)}\n`, { contentType: 'application/json' });
}

export interface RunDocument {
  sha256: string;
  uri: string;
  /** null: was published already. */
  summary: DocumentSummary | null;
  milliseconds: number;
}

/** What a run did, however it was done. */
export interface RunAccount {
  runId: string;
  /** ISO 8601. */
  startedAt: string;
  /** Documents asked for. */
  inputs: number;
  /** Documents that gave nothing. */
  failed: number;
  documents: readonly RunDocument[];
  /** Addresses' earlier contents by the hash of what replaces them. */
  replaced: ReadonlyMap<string, string>;
  failures: RunFailure[];
}

/** The record as of now. */
export function runRecord({ runId, startedAt, inputs, failed, documents, replaced, failures }: RunAccount): Run {
  const written = documents.flatMap(({ summary }) => summary ?? []);
  const sum = (value: (summary: DocumentSummary) => number): number =>
    written.reduce((total, summary) => total + value(summary), 0);
  return {
    run_id: runId,
    started_at: startedAt,
    finished_at: new Date().toISOString(),
    gongkai_version: PIPELINE_VERSION,
    node_version: process.version,
    counts: {
      inputs,
      written: written.length,
      skipped: documents.length - written.length,
      partial: sum((summary) => (summary.document.status === 'partial' ? 1 : 0)),
      failed,
      pages: sum((summary) => summary.document.page_count),
      tables: sum((summary) => summary.tables),
      facts: sum((summary) => summary.facts),
      errors: sum((summary) => summary.findings.error),
      warnings: sum((summary) => summary.findings.warning),
      infos: sum((summary) => summary.findings.info),
    },
    documents: documents.map(({ sha256, uri, summary, milliseconds }) => ({
      sha256,
      uri,
      status: summary?.document.status ?? 'skipped',
      revision_of: summary ? (replaced.get(sha256) ?? null) : null,
      milliseconds,
      keys: summary ? writtenKeys(summary.document) : null,
    })),
    failures,
  };
}

/** Pages that could not be read, of a document that is written all the same. */
export function failedPages({ sha256, uri, summary }: RunDocument): RunFailure[] {
  return (summary?.failed_pages ?? []).map(({ page, reason }) => {
    const [code = 'page_failed', ...rest] = reason.split(': ');
    return { uri, sha256, stage: 'read', code, message: rest.join(': '), page };
  });
}
