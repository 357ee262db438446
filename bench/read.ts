/**
 * @module CPU milliseconds a page of each reader, warm, beside pdf.js' bare operator list. Usage: tsx bench/read.ts
 * [--rounds N] FILES|FOLDERS CPU time of this process (user and system), so that a busy machine distorts little; the
 * best round counts.
 */
import { readFileSync } from 'node:fs';
import { openPdf } from '../pipeline/read/index.js';
import { pdfjs } from '../pipeline/read/pdfjs/library.js';
import { pdfsOf, wholeNumber } from './arguments.js';

const ANNOTATIONS_OFF = 0;

const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

async function withReader(bytes: Uint8Array, reader: 'auto' | 'pdfium' | 'pdfjs'): Promise<number> {
  const file = await openPdf(bytes, { reader });
  for (let number = 1; number <= file.pageCount; number++) await file.readPage(number);
  await file.close();
  return file.pageCount;
}

/** What pdf.js needs at the least: its operator list, thrown away. */
async function floor(bytes: Uint8Array): Promise<number> {
  const library = await pdfjs();
  const document = await library.module.getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: library.cMapUrl,
    cMapPacked: true,
    standardFontDataUrl: library.standardFontDataUrl,
    wasmUrl: library.wasmUrl,
    verbosity: 0,
  }).promise;
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    await page.getOperatorList({ annotationMode: ANNOTATIONS_OFF });
    page.cleanup();
  }
  const pages = document.numPages;
  await document.destroy();
  return pages;
}

const argv = process.argv.slice(2);
const at = argv.indexOf('--rounds');
const rounds = at >= 0 ? wholeNumber('--rounds', argv.splice(at, 2)[1] ?? '', 5) : 5;
const files = pdfsOf(argv).map((path) => readFileSync(path));
const ways: [string, (bytes: Uint8Array) => Promise<number>][] = [
  ['pdfium', (bytes) => withReader(bytes, 'pdfium')],
  ['auto', (bytes) => withReader(bytes, 'auto')],
  ['pdfjs', (bytes) => withReader(bytes, 'pdfjs')],
  ['pdf.js operator list (floor)', floor],
];
for (const [name, read] of ways) {
  const loading = cpu();
  await read(files[0]!);
  const first = cpu() - loading;
  const perPage: number[] = [];
  for (let round = 0; round < rounds; round++) {
    let pages = 0;
    const start = cpu();
    for (const bytes of files) pages += await read(bytes);
    perPage.push((cpu() - start) / pages);
  }
  perPage.sort((a, b) => a - b);
  const median = perPage[Math.floor(perPage.length / 2)]!;
  console.log(
    `${name.padEnd(30)} best ${perPage[0]!.toFixed(2)}  median ${median.toFixed(2)} ms a page;` +
      ` first file, loading included ${first.toFixed(0)} ms;` +
      ` RSS ${(process.memoryUsage().rss / 1048576).toFixed(0)} MB`,
  );
}
process.exit(0);
