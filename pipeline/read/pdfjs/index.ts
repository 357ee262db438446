/** @module Reader driver: Mozilla's pdf.js (npm pdfjs-dist, legacy build for Node). Reads; does not render. */
import type { PdfReader, ReadError } from '../reader.js';
import { openDocument } from './file.js';
import { pdfjs } from './library.js';

export const pdfjsReader: PdfReader = {
  name: 'pdfjs',
  version: 'pdfjs-dist 5.6.205',
  async open(bytes, password) {
    const library = await pdfjs();
    try {
      return await openDocument(library, bytes, password);
    } catch (error) {
      // AES-256 of revision 5 wants UTF-8, which pdf.js makes of the password for revision 6 alone.
      const utf8 = Buffer.from(password ?? '', 'utf8').toString('latin1');
      if ((error as ReadError).code !== 'encrypted' || utf8 === (password ?? '')) throw error;
      return openDocument(library, bytes, utf8);
    }
  },
};
