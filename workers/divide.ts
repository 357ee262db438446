/**
 * @module Long scans: their pages are recognised by several jobs, in as many workers as there are; the extraction
 * then puts them together.
 */
import { RecognitionDeferred } from '../pipeline/recognise/session.js';
import type { RenderedDocument } from '../pipeline/publish/index.js';
import type { ObjectStore } from '../stores/object-store.js';
import { type Extractor, extractStored, readInput } from './extract-stored.js';
import { type PageStore, type RecognitionPlan, pageStore } from './page-store.js';
import { WaitError } from './queue/errors.js';
import { type Job, type JobQueue, type NewJob, jobId } from './queue/job-queue.js';
import type { RunLedger } from './runs/ledger.js';

export interface Division {
  /** More pages than this to be recognised, and the document is divided. */
  over: number;
  pagesAJob: number;
}

/**
 * A page takes one to two seconds of CPU: below eight it is not worth the way, and four are some seconds of work for
 * one download.
 */
const DEFAULT_DIVISION: Division = { over: 8, pagesAJob: 4 };
/** The extraction looks again after this. */
const LOOK_AGAIN_MS = 3_000;

export interface DivideContext {
  store: ObjectStore;
  queue: JobQueue;
  extractor: Extractor;
  /** Runs that jobs count for; null: somebody else keeps the books. */
  runs: RunLedger | null;
  /** @default over 8 pages, 4 a job */
  division?: Division;
}

/** @returns as extractStored. @throws WaitError while pages are recognised elsewhere */
export async function extractDivided(
  context: DivideContext,
  { data, signal }: Job<'extract'>,
): Promise<RenderedDocument | null> {
  const { store, extractor, runs, division = DEFAULT_DIVISION } = context;
  const task = {
    sha256: data.sha256,
    force: data.force === true,
    run: data.run !== undefined && runs ? data.run : null,
  };
  const stored = pageStore(store, task.sha256, extractor.options);
  const plan = await stored.readPlan();
  if (plan) {
    await requirePages(context, task.sha256, stored, plan);
    return extractStored(
      store,
      extractor,
      { ...task, divided: { deferOver: null, known: await stored.readPages(plan) } },
      signal,
    );
  }
  try {
    return await extractStored(
      store,
      extractor,
      { ...task, divided: { deferOver: division.over, known: [] } },
      signal,
    );
  } catch (error) {
    if (!(error instanceof RecognitionDeferred)) throw error;
    await stored.savePlan({ pages: error.pages });
    await requirePages(context, task.sha256, stored, { pages: error.pages });
    throw new WaitError('recognising', 'the pages were recognised meanwhile', 0);
  }
}

/**
 * Returns when every page has been tried; pages whose job has failed for good are left to the extraction. @throws
 * WaitError
 */
async function requirePages(
  { queue, division: { pagesAJob } = DEFAULT_DIVISION }: DivideContext,
  sha256: string,
  stored: PageStore,
  plan: RecognitionPlan,
): Promise<void> {
  const missing = await stored.missingPages(plan);
  if (missing.length === 0) return;
  const jobs: NewJob[] = [];
  // Ranges of the plan, not of what is missing: the same pages are the same job whenever this is looked at.
  for (let at = 0; at < plan.pages.length; at += pagesAJob) {
    const pages = plan.pages.slice(at, at + pagesAJob);
    if (!pages.some((page) => missing.includes(page))) continue;
    // Before new documents: what is begun is finished first.
    jobs.push({
      kind: 'recognise',
      id: jobId('recognise', `${sha256}-${pages[0]}`),
      data: { sha256, pages },
      priority: 'person',
    });
  }
  const { failed } = await queue.add(jobs);
  if (failed < jobs.length)
    throw new WaitError(
      'recognising',
      `${missing.length} of ${plan.pages.length} pages are still to be recognised`,
      LOOK_AGAIN_MS,
    );
}

export async function recognisePart(
  { store, extractor }: DivideContext,
  { data: { sha256, pages }, signal }: Job<'recognise'>,
): Promise<void> {
  await pageStore(store, sha256, extractor.options).savePages(
    await extractor.recognise(await readInput(store, sha256, signal), pages),
  );
}
