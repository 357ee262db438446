/** @module Bytes of a PDF -> an opened file, by the reader asked for. */
import type { PdfFile, PdfReader } from './reader.js';

export * from './reader.js';

export async function openPdf(bytes: Uint8Array, { reader }: { reader: 'auto' | 'pdfium' | 'pdfjs' }): Promise<PdfFile & { readerName: string }> {
  const driver: PdfReader = reader === 'pdfjs' ? (await import('./pdfjs/index.js')).pdfjsReader : (await import('./pdfium/index.js')).pdfiumReader;
  const file = await driver.open(bytes);
  return Object.assign(file, { readerName: driver.name });
}
