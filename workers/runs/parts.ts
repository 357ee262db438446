/**
 * @module What a run has done so far, one small object each, until its record is written: a document, or an input
 * that failed.
 */
import pLimit from 'p-limit';
import { readJson, writeJson } from '../../crawl/records.js';
import type { DocumentSummary } from '../../pipeline/publish/index.js';
import type { RunFailure } from '../../schemas/index.js';
import { runPartKey, runPartsPrefix } from '../../stores/layout.js';
import type { ObjectStore } from '../../stores/object-store.js';

/** A document that the run has written, or is about to write. */
export interface WrittenPart {
  summary: DocumentSummary;
  milliseconds: number;
}

/**
 * Before document.json, which is written last: a worker that dies in between does it all again; the other way round
 * nobody would know.
 */
export async function savePart(store: ObjectStore, run: string, part: WrittenPart): Promise<void> {
  await writeJson(store, runPartKey(run, part.summary.document.id), part);
}

const READS_AT_ONCE = 16;

export async function readParts(
  store: ObjectStore,
  run: string,
): Promise<{ written: Map<string, WrittenPart>; failures: RunFailure[] }> {
  const limit = pLimit(READS_AT_ONCE);
  const reads: Promise<WrittenPart | RunFailure | null>[] = [];
  for await (const { key } of store.list(runPartsPrefix(run)))
    reads.push(limit(() => readJson<WrittenPart | RunFailure>(store, key)));
  const parts = (await Promise.all(reads)).filter((part) => part !== null);
  return {
    written: new Map(parts.flatMap((part) => ('summary' in part ? [[part.summary.document.id, part] as const] : []))),
    failures: parts.filter((part): part is RunFailure => !('summary' in part)),
  };
}

export async function forgetParts(store: ObjectStore, run: string): Promise<void> {
  const limit = pLimit(READS_AT_ONCE);
  const keys: string[] = [];
  for await (const { key } of store.list(runPartsPrefix(run))) keys.push(key);
  await Promise.all(keys.map((key) => limit(() => store.delete(key))));
}
