/**
 * @module A job and a pool -> the rendered document, the pages of a long scan recognised by several children at the
 * same time.
 */
import type { RenderedDocument } from '../pipeline/publish/render.js';
import type { PageResult } from '../pipeline/recognise-pages.js';
import { type RecognisedPage, RecognitionDeferred } from '../pipeline/recognise/session.js';
import { DocumentFailure } from './failure.js';
import type { Pool, PoolJob } from './index.js';

export interface Division {
  /** More pages than this to be recognised, and the document is divided. */
  over: number;
  pagesAPart: number;
}

/** A page takes one to two seconds of CPU: six are not worth opening the file again. Small parts end together. */
const DIVISION: Division = { over: 6, pagesAPart: 3 };

/**
 * As pool.extract, and the same bytes. Parts that fail are left to the extraction, which tries for itself and says
 * why.
 * @param jobs children of the pool
 * @throws DocumentFailure
 */
export async function extractDivided(
  pool: Pool,
  job: PoolJob,
  jobs: number,
  division: Division = DIVISION,
): Promise<RenderedDocument> {
  if (jobs < 2) return pool.extract(job);
  try {
    return await pool.extract({ ...job, divided: { deferOver: division.over, known: [] } });
  } catch (error) {
    if (!(error instanceof RecognitionDeferred)) throw error;
    const known = await recogniseParts(pool, job, error.pages, division.pagesAPart);
    const { onProgress } = job;
    return pool.extract({
      ...job,
      divided: { deferOver: null, known },
      ...(onProgress && {
        onProgress: (report) =>
          onProgress({ ...report, done: Math.max(report.done, Math.min(known.length, report.pages)) }),
      }),
    });
  }
}

async function recogniseParts(
  pool: Pool,
  job: PoolJob,
  pages: readonly number[],
  size: number,
): Promise<RecognisedPage[]> {
  const done = new Map<number, number>();
  const parts = Array.from({ length: Math.ceil(pages.length / size) }, (_, i) =>
    pages.slice(i * size, (i + 1) * size),
  );
  const { onProgress } = job;
  const results = await Promise.all(
    parts.map(async (part, i): Promise<PageResult[]> => {
      try {
        return await pool.recognise(
          {
            ...job,
            ...(onProgress && {
              onProgress: (report) => {
                done.set(i, report.done);
                onProgress({ done: [...done.values()].reduce((sum, n) => sum + n, 0), pages: pages.length });
              },
            }),
          },
          part,
        );
      } catch (error) {
        if (error instanceof DocumentFailure && error.code !== 'cancelled') return [];
        throw error;
      }
    }),
  );
  return results.flat().filter((result): result is Extract<PageResult, RecognisedPage> => !('failed' in result));
}
