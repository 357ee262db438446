/** @module Entry of a forked child: runs pipeline/extract.ts on one document at a time. */
import type { ExtractOptions } from '../pipeline/options.js';
import { serveJobs } from './serve.js';

/** The job of a document child. */
export interface DocumentJob {
  source: { uri: string; file_name: string };
  options: ExtractOptions;
}

// Started before the first job arrives: modules load while the parent still reads and hashes the file.
const pipeline = Promise.all([import('../pipeline/extract.js'), import('../pipeline/publish/render.js')]);
pipeline.catch(() => {}); // reported by the first job

serveJobs(async (bytes, job, onProgress) => {
  const [{ extractDocument }, { renderDocument }] = await pipeline;
  const { source, options } = job as DocumentJob;
  const { summary, document, facts, anomalies } = renderDocument(await extractDocument(bytes, source, options, onProgress));
  return { summary, files: { document, facts, anomalies } };
});
