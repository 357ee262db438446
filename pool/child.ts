/**
 * @module Entry of a forked child: runs pipeline/extract.ts on one document at a time, or recognises some of its
 * pages.
 */
import { readFile } from 'node:fs/promises';
import type { ExtractOptions } from '../pipeline/options.js';
import type { RecognisedPage } from '../pipeline/recognise/session.js';
import type { Task } from './protocol.js';
import { serveJobs } from './serve.js';

/** The job of a document child. */
export interface DocumentJob {
  source: { uri: string; file_name: string };
  options: ExtractOptions;
  /** Recognition divided over processes; `known` is a file of RecognisedPage[] as JSON. */
  divided?: { deferOver: number | null; known: string };
}

/** The other job: these pages of the document recognised. */
export interface PagesJob {
  pages: readonly number[];
  options: ExtractOptions;
}

// Started before the first job arrives: modules load while the parent still reads and hashes the file.
const pipeline = Promise.all([import('../pipeline/extract.js'), import('../pipeline/publish/render.js')]);
const reader = import('../pipeline/read/index.js').then(({ prepareReader }) => prepareReader());
for (const early of [pipeline, reader]) early.catch(() => {}); // reported by the first job

serveJobs(async (bytes, job, onProgress): ReturnType<Task> => {
  if ('pages' in (job as PagesJob)) {
    const { pages, options } = job as PagesJob;
    const { recognisePages } = await import('../pipeline/recognise-pages.js');
    const results = await recognisePages(bytes, pages, options, onProgress);
    return { summary: null, files: { pages: Buffer.from(JSON.stringify(results)) } };
  }
  const [{ extractDocument }, { renderDocument }] = await pipeline;
  const { source, options, divided } = job as DocumentJob;
  const known = divided ? (JSON.parse(await readFile(divided.known, 'utf8')) as RecognisedPage[]) : [];
  try {
    const document = await extractDocument(bytes, source, options, onProgress, {
      deferOver: divided?.deferOver ?? null,
      known,
    });
    const { summary, document: json, facts, anomalies } = renderDocument(document);
    return { summary, files: { document: json, facts, anomalies } };
  } catch (error) {
    if ((error as Error).name !== 'RecognitionDeferred') throw error;
    return { summary: { deferred: (error as unknown as { pages: number[] }).pages }, files: {} };
  }
});
