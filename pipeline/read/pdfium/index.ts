/** @module Reader driver: PDFium compiled to WebAssembly (npm @embedpdf/pdfium). Reads and renders. */
import type { PdfReader } from '../reader.js';
import { openDocument } from './file.js';
import { pdfium } from './library.js';

export const pdfiumReader: PdfReader = {
  name: 'pdfium',
  version: '@embedpdf/pdfium 2.15.1',
  async open(bytes, password) {
    return openDocument(await pdfium(), bytes, password);
  },
};
