/** @module Some pages of a document -> the same pages recognised, to be handed to extractDocument later, in this process or another. */
import type { ExtractOptions } from './options.js';
import { openPdf } from './read/index.js';
import { type RecognisedPage, Recogniser } from './recognise/session.js';

/** A page as recognised; or why it could not be: extractDocument then tries for itself and reports it. */
export type PageResult = ({ number: number } & RecognisedPage) | { number: number; failed: string };

/** @throws ReadError when the file as a whole cannot be read */
export async function recognisePages(
  bytes: Uint8Array,
  numbers: readonly number[],
  options: ExtractOptions,
  onProgress?: (progress: { done: number; pages: number }) => void,
): Promise<PageResult[]> {
  const file = await openPdf(bytes, { reader: options.reader });
  const recogniser = new Recogniser(file, options);
  const results: PageResult[] = [];
  try {
    for (const number of numbers) {
      try {
        const content = await recogniser.improve(await file.readPage(number));
        results.push(
          recogniser.used === null
            ? { number, failed: 'the page needs no recognition' }
            : { number, engine: recogniser.used, content },
        );
      } catch (error) {
        results.push({ number, failed: error instanceof Error ? error.message : String(error) });
      }
      onProgress?.({ done: results.length, pages: numbers.length });
    }
    return results;
  } finally {
    await recogniser.close();
    await file.close();
  }
}
