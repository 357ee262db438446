/** @module Recognised pages of a document that is not finished, in the store; gone when it is published. */
import { readJson, writeJson } from '../crawl/records.js';
import { type ExtractOptions, shapingOptions } from '../pipeline/options.js';
import type { PageResult } from '../pipeline/recognise-pages.js';
import type { RecognisedPage } from '../pipeline/recognise/session.js';
import { PIPELINE_VERSION, STAGE_VERSIONS } from '../pipeline/versions.js';
import { recognisedFolder, recognisedPageKey, recognisedPlanKey, recognisedPrefix } from '../stores/layout.js';
import type { ObjectStore } from '../stores/object-store.js';

export interface RecognitionPlan {
  pages: readonly number[];
}

export interface PageStore {
  savePlan(plan: RecognitionPlan): Promise<void>;
  readPlan(): Promise<RecognitionPlan | null>;
  savePages(results: readonly PageResult[]): Promise<void>;
  /** Pages that nobody has tried yet, in order. */
  missingPages(plan: RecognitionPlan): Promise<number[]>;
  /** Those that could be recognised; the others are left to the extraction, which reports them. */
  readPages(plan: RecognitionPlan): Promise<RecognisedPage[]>;
}

export function pageStore(store: ObjectStore, sha256: string, options: ExtractOptions): PageStore {
  // Another version, or other options, read pages differently: they do not find these. Words have no part in it.
  const { vocabulary: _, ...readWith } = shapingOptions(options);
  const reading = [PIPELINE_VERSION, ...Object.values(STAGE_VERSIONS), ...Object.values(readWith)];
  const folder = recognisedFolder(sha256, reading.join('-'));
  const pageKey = (number: number): string => recognisedPageKey(folder, number);
  return {
    savePlan: async (plan) => {
      await writeJson(store, recognisedPlanKey(folder), plan);
    },
    readPlan: () => readJson<RecognitionPlan>(store, recognisedPlanKey(folder)),
    async savePages(results) {
      await Promise.all(results.map((result) => writeJson(store, pageKey(result.number), result)));
    },
    async missingPages({ pages }) {
      const there = new Set<string>();
      for await (const { key } of store.list(folder)) there.add(key);
      return pages.filter((number) => !there.has(pageKey(number)));
    },
    async readPages({ pages }) {
      const results = await Promise.all(pages.map((number) => readJson<PageResult>(store, pageKey(number))));
      return results.flatMap((result) =>
        result && 'content' in result ? [{ engine: result.engine, content: result.content }] : [],
      );
    },
  };
}

export async function forgetPages(store: ObjectStore, sha256: string): Promise<void> {
  for await (const { key } of store.list(recognisedPrefix(sha256))) await store.delete(key);
}
