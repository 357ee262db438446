/**
 * @module Child process of the hostile-file test: reads each file it is told to, and reports; being killed is part of
 * its job.
 */
import { readFileSync } from 'node:fs';
import { openPdf } from '../../pipeline/read/index.js';

export interface Task {
  path: string;
  reader: 'auto' | 'pdfium' | 'pdfjs';
}

export interface Outcome {
  /** Null when the file opened. */
  error: { name: string; code: string; message: string } | null;
  pages: number;
  /** Codes of the pages that failed. */
  failed: string[];
  glyphs: number;
  /** Resident memory after the file, in MB. */
  rss: number;
}

async function outcomeOf({ path, reader }: Task): Promise<Outcome> {
  const outcome: Outcome = { error: null, pages: 0, failed: [], glyphs: 0, rss: 0 };
  try {
    const file = await openPdf(readFileSync(path), { reader });
    for (let number = 1; number <= file.pageCount; number++) {
      try {
        outcome.glyphs += (await file.readPage(number)).glyphs.length;
        outcome.pages++;
      } catch (error) {
        outcome.failed.push((error as { code?: string }).code ?? String(error));
      }
    }
    await file.close();
  } catch (error) {
    const { name, message, code } = error as Error & { code?: string };
    outcome.error = { name, message, code: code ?? '' };
  }
  outcome.rss = Math.round(process.memoryUsage().rss / 1048576);
  return outcome;
}

process.on('message', (task: Task) => {
  void outcomeOf(task).then((outcome) => process.send!(outcome));
});
