/** @module PDFKit's pages rewritten by poppler's cairo back end: other font programs, other operators, same page. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Laid } from '../layout/pages.js';
import { fixDates } from './fixed-date.js';
import { writePdfkit } from './pdfkit.js';

const run = promisify(execFile);

export async function writeCairo(laid: Laid): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-cairo-'));
  try {
    await writeFile(join(folder, 'a.pdf'), await writePdfkit(laid));
    await run('pdftocairo', ['-pdf', '-origpagesizes', join(folder, 'a.pdf'), join(folder, 'b.pdf')]);
    return fixDates(await readFile(join(folder, 'b.pdf')));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
