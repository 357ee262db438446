/** @module Both readers, and auto, against one conformance suite. */
import { openPdf } from '../../pipeline/read/index.js';
import { pdfReaderConformance } from '../conformance/pdf-reader.js';

for (const reader of ['pdfium', 'pdfjs', 'auto'] as const) {
  pdfReaderConformance(reader, async () => ({
    open: (bytes, password) => openPdf(bytes, { reader, ...(password === undefined ? {} : { password }) }),
  }));
}
