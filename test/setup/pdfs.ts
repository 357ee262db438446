/** @module Many distinct small PDFs: real ones, each with its number in it. */
import { readFile } from 'node:fs/promises';
import { PDFDocument, StandardFonts } from 'pdf-lib';

/** One page with one line of text. */
export async function tinyPdf(text: string): Promise<Buffer> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  document.addPage([200, 100]).drawText(text, { x: 20, y: 50, size: 12, font });
  // Dates would make every run's bytes different.
  document.setCreationDate(new Date(0));
  document.setModificationDate(new Date(0));
  return Buffer.from(await document.save());
}

/** The same document with other bytes: a comment after the end of the file, which every reader passes over. */
export function variantOf(pdf: Uint8Array, label: string): Buffer {
  return Buffer.concat([pdf, Buffer.from(`\n% ${label}\n`)]);
}

export async function sample(name: string): Promise<Buffer> {
  return readFile(new URL(`../../samples/${name}`, import.meta.url));
}

/** Some pages of a sample, by number from 1: a small document with real tables. */
export async function pagesOf(name: string, numbers: readonly number[]): Promise<Buffer> {
  const from = await PDFDocument.load(await sample(name));
  const document = await PDFDocument.create();
  for (const page of await document.copyPages(
    from,
    numbers.map((number) => number - 1),
  ))
    document.addPage(page);
  document.setCreationDate(new Date(0));
  document.setModificationDate(new Date(0));
  return Buffer.from(await document.save());
}
