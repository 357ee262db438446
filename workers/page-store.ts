/** @module Recognised pages of a document that is not finished, in the store; gone when it is published. */
import { readJson, writeJson } from '../crawl/records.js';
import type { PageResult } from '../pipeline/recognise-pages.js';
import type { RecognisedPage } from '../pipeline/recognise/session.js';
import { PIPELINE_VERSION, STAGE_VERSIONS } from '../pipeline/versions.js';
import type { ObjectStore } from '../stores/object-store.js';

/** Another version reads pages differently: it does not find these. */
const VERSION = [PIPELINE_VERSION, ...Object.values(STAGE_VERSIONS)].join('-');

const folder = (sha256: string): string => `recognised/${sha256}/`;
const pageKey = (sha256: string, number: number): string => `${folder(sha256)}${VERSION}/page-${String(number).padStart(5, '0')}.json`;
const planKey = (sha256: string): string => `${folder(sha256)}${VERSION}/plan.json`;

export interface RecognitionPlan { pages: readonly number[]; }

export async function savePlan(store: ObjectStore, sha256: string, plan: RecognitionPlan): Promise<void> {
  await writeJson(store, planKey(sha256), plan);
}

export async function readPlan(store: ObjectStore, sha256: string): Promise<RecognitionPlan | null> {
  return readJson<RecognitionPlan>(store, planKey(sha256));
}

export async function savePages(store: ObjectStore, sha256: string, results: readonly PageResult[]): Promise<void> {
  await Promise.all(results.map((result) => writeJson(store, pageKey(sha256, result.number), result)));
}

/** Pages that nobody has tried yet, in order. */
export async function missingPages(store: ObjectStore, sha256: string, plan: RecognitionPlan): Promise<number[]> {
  const there = new Set<string>();
  for await (const { key } of store.list(`${folder(sha256)}${VERSION}/`)) there.add(key);
  return plan.pages.filter((number) => !there.has(pageKey(sha256, number)));
}

/** Those that could be recognised; the others are left to the extraction, which reports them. */
export async function readPages(store: ObjectStore, sha256: string, plan: RecognitionPlan): Promise<RecognisedPage[]> {
  const results = await Promise.all(plan.pages.map((number) => readJson<PageResult>(store, pageKey(sha256, number))));
  return results.flatMap((result) => (result && 'content' in result ? [{ engine: result.engine, content: result.content }] : []));
}

export async function forgetPages(store: ObjectStore, sha256: string): Promise<void> {
  for await (const { key } of store.list(folder(sha256))) await store.delete(key);
}
