/**
 * @module Entry of a forked child: bytes of a PDF, perhaps with its password -> its tables, each with how it was
 * found. The file may be hostile; the password comes over the channel between the two and is written nowhere.
 */
import { extractDocument } from '../../pipeline/extract.js';
import type { ExtractOptions } from '../../pipeline/options.js';
import type { Page } from '../../schemas/index.js';
import type { Task } from '../../pool/protocol.js';
import { serveJobs } from '../../pool/serve.js';
import { type FoundTable, type Origin, originsOf, withFound } from './found.js';

/** The job of a table child. */
export interface TablesJob {
  source: { uri: string; file_name: string };
  options: ExtractOptions;
  /** null: the empty one. */
  password: string | null;
}

export interface TablesFound {
  pages: Pick<Page, 'number' | 'width' | 'height'>[];
  tables: FoundTable[];
}

serveJobs(async (bytes, given, onProgress): ReturnType<Task> => {
  const { source, options, password } = given as TablesJob;
  let origins: Origin[] = [];
  const { pages, tables } = await extractDocument(bytes, source, options, onProgress, undefined, {
    password: password ?? '',
    onLayouts: (layouts) => {
      origins = originsOf(layouts);
    },
  });
  const found: TablesFound = {
    pages: pages.map(({ number, width, height }) => ({ number, width, height })),
    tables: withFound(tables, origins),
  };
  return { summary: null, files: { tables: Buffer.from(JSON.stringify(found)) } };
});
