/** @module Reader driver: Mozilla's pdf.js (npm pdfjs-dist, legacy build for Node). Reads; does not render. */
import type { PdfReader } from '../reader.js';
import { openDocument } from './file.js';
import { pdfjs } from './library.js';

export const pdfjsReader: PdfReader = {
  name: 'pdfjs',
  version: 'pdfjs-dist 5.6.205',
  async open(bytes) {
    return openDocument(await pdfjs(), bytes);
  },
};
