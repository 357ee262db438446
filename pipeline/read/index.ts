/** @module Bytes of a PDF -> an opened file, by the reader asked for. */
import { pdfiumReader } from './pdfium/index.js';
import type { PdfFile } from './reader.js';

export * from './reader.js';

export async function openPdf(bytes: Uint8Array, _options: { reader: 'auto' | 'pdfium' | 'pdfjs' }): Promise<PdfFile & { readerName: string }> {
  const file = await pdfiumReader.open(bytes);
  return Object.assign(file, { readerName: 'pdfium' });
}
