/** @module Bytes of a PDF -> an opened file, by the reader asked for. */
import type { PageContent } from '../model.js';
import type { PdfFile } from './reader.js';

export * from './reader.js';
export { agree } from './agreement.js';

export interface OpenedPdf extends PdfFile {
  /** The reader that opened the file. */
  readonly readerName: string;
  /** The page as the other reader gives it; null when it cannot. Present with reader "auto". */
  secondOpinion?(number: number): Promise<PageContent | null>;
}

/** Throws ReadError. The bytes must not change while the file is open. */
export async function openPdf(
  bytes: Uint8Array,
  { reader, password = '' }: { reader: 'auto' | 'pdfium' | 'pdfjs'; password?: string },
): Promise<OpenedPdf> {
  if (reader === 'auto') return (await import('./auto.js')).openAuto(bytes, password);
  const driver =
    reader === 'pdfjs'
      ? (await import('./pdfjs/index.js')).pdfjsReader
      : (await import('./pdfium/index.js')).pdfiumReader;
  return Object.assign(await driver.open(bytes, password), { readerName: driver.name });
}

/** Compiles the reader of most files, mostly in other threads, before the first file is opened. */
export async function prepareReader(): Promise<void> {
  await (await import('./pdfium/library.js')).pdfium();
}
