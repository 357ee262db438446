/**
 * @module Where the two readers differ, page by page; with --documents, where the documents made from them differ.
 * Usage: tsx bench/compare-readers.ts [--documents] FILES|FOLDERS
 * Prints one line for each page (part of a document) that differs, and a summary; exit status 1 when anything differs.
 */
import { readFileSync } from 'node:fs';
import type { Glyph, PageContent, Ruling } from '../pipeline/model.js';
import { extractDocument } from '../pipeline/extract.js';
import { DEFAULT_OPTIONS } from '../pipeline/options.js';
import { openPdf } from '../pipeline/read/index.js';
import { pdfsOf } from './arguments.js';

/** Points; below this, glyph boxes count as equal (PDFium keeps advance widths as whole thousandths of an em). */
const TOLERANCE = 0.15;

/** What differs between two readings of one page; empty when they agree. */
export function differences(a: PageContent, b: PageContent): string[] {
  const found: string[] = [];
  if (a.width !== b.width || a.height !== b.height || a.rotation !== b.rotation) {
    found.push(`page ${a.width}×${a.height}@${a.rotation} / ${b.width}×${b.height}@${b.rotation}`);
  }
  if (a.unmappedGlyphs !== b.unmappedGlyphs) found.push(`unmapped ${a.unmappedGlyphs} / ${b.unmappedGlyphs}`);
  if (a.hiddenGlyphs !== b.hiddenGlyphs) found.push(`hidden ${a.hiddenGlyphs} / ${b.hiddenGlyphs}`);
  if (a.glyphs.length !== b.glyphs.length) found.push(`glyphs ${a.glyphs.length} / ${b.glyphs.length}`);
  const left = sortedGlyphs(a.glyphs);
  const right = sortedGlyphs(b.glyphs);
  const onlyLeft = missing(left, right);
  const onlyRight = missing(right, left);
  if (onlyLeft.length > 0) found.push(`only first: ${sample(onlyLeft)}`);
  if (onlyRight.length > 0) found.push(`only second: ${sample(onlyRight)}`);
  const order = (page: PageContent): string => page.glyphs.map((glyph) => glyph.raw).join('');
  if (onlyLeft.length + onlyRight.length === 0 && order(a) !== order(b)) found.push('order');
  for (const [name, one, other] of [
    ['first', a.rulings, b.rulings],
    ['second', b.rulings, a.rulings],
  ] as const) {
    const lacking = one.filter((ruling) => !other.some((candidate) => sameRuling(ruling, candidate)));
    if (lacking.length > 0)
      found.push(`${lacking.length} rulings only ${name}: ${lacking.slice(0, 2).map(rulingText).join(' ')}`);
  }
  const boxes = (page: PageContent): string =>
    page.areas
      .map(({ kind, box }) => `${kind} ${box.map(Math.round).join(' ')}`)
      .sort()
      .join('|');
  if (boxes(a) !== boxes(b)) found.push(`areas ${a.areas.length} / ${b.areas.length}`);
  return found;
}

function sortedGlyphs(glyphs: readonly Glyph[]): Map<string, Glyph[]> {
  const byText = new Map<string, Glyph[]>();
  for (const glyph of glyphs) {
    const list = byText.get(glyph.raw);
    if (list) list.push(glyph);
    else byText.set(glyph.raw, [glyph]);
  }
  return byText;
}

function missing(these: Map<string, Glyph[]>, those: Map<string, Glyph[]>): Glyph[] {
  const lacking: Glyph[] = [];
  for (const [text, glyphs] of these) {
    const others = those.get(text) ?? [];
    for (const glyph of glyphs) if (!others.some((other) => near(glyph, other))) lacking.push(glyph);
  }
  return lacking;
}

function near(a: Glyph, b: Glyph): boolean {
  return (
    Math.abs(a.x0 - b.x0) <= TOLERANCE &&
    Math.abs(a.y0 - b.y0) <= TOLERANCE &&
    Math.abs(a.x1 - b.x1) <= TOLERANCE &&
    Math.abs(a.y1 - b.y1) <= TOLERANCE &&
    a.direction === b.direction &&
    a.font === b.font
  );
}

function sample(glyphs: Glyph[]): string {
  const [first] = glyphs;
  return `${glyphs.length} ${JSON.stringify(
    glyphs
      .slice(0, 12)
      .map((glyph) => glyph.raw)
      .join(''),
  )} at ${first!.x0},${first!.y0} to ${first!.x1},${first!.y1} ${first!.font}`;
}

function sameRuling(a: Ruling, b: Ruling): boolean {
  return (
    a.orientation === b.orientation &&
    Math.abs(a.at - b.at) <= 0.05 &&
    Math.abs(a.from - b.from) <= 0.05 &&
    Math.abs(a.to - b.to) <= 0.05 &&
    Math.abs(a.width - b.width) <= 0.05 &&
    a.hidden === b.hidden &&
    a.kind === b.kind
  );
}

function rulingText({ orientation, at, from, to, width, kind, hidden }: Ruling): string {
  return `${orientation[0]} ${at} [${from} ${to}] w${width} ${kind}${hidden ? ` ${hidden}` : ''}`;
}

/**
 * Parts of the two documents that differ, with what stands at the first difference. The reader's own name does not
 * count.
 */
export async function documentDifferences(bytes: Uint8Array): Promise<string[]> {
  const of = async (reader: 'pdfium' | 'pdfjs') => {
    const document = await extractDocument(
      new Uint8Array(bytes),
      { uri: 'file:compared.pdf', file_name: 'compared.pdf' },
      { ...DEFAULT_OPTIONS, reader, ocr: 'never' },
    );
    const { pipeline: _, ...rest } = document;
    return rest as Record<string, unknown>;
  };
  const [one, other] = [await of('pdfium'), await of('pdfjs')];
  const found: string[] = [];
  for (const part of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const [a, b] = [JSON.stringify(one[part]) ?? '', JSON.stringify(other[part]) ?? ''];
    if (a === b) continue;
    let i = 0;
    while (a[i] === b[i]) i++;
    const near = (text: string): string => text.slice(Math.max(0, i - 60), i + 60);
    found.push(`${part}: …${near(a)}… / …${near(b)}…`);
  }
  return found;
}

async function compareDocuments(paths: string[]): Promise<void> {
  let differing = 0;
  for (const path of paths) {
    const found = await documentDifferences(readFileSync(path)).catch((error: Error) => [
      `cannot be compared: ${error.message}`,
    ]);
    for (const difference of found) console.log(`${path} ${difference}`);
    if (found.length > 0) differing++;
  }
  console.log(`${paths.length} documents, ${differing} differ`);
  process.exitCode = differing > 0 ? 1 : 0;
}

async function main(paths: string[]): Promise<void> {
  let pages = 0;
  let differing = 0;
  for (const path of paths) {
    const bytes = readFileSync(path);
    const open = (reader: 'pdfium' | 'pdfjs') => openPdf(bytes, { reader }).catch((error: Error) => error);
    const [a, b] = [await open('pdfium'), await open('pdfjs')];
    if (a instanceof Error || b instanceof Error) {
      const outcome = (file: unknown): string => (file instanceof Error ? file.message.slice(0, 90) : 'opens');
      if (a instanceof Error !== b instanceof Error) {
        differing++;
        console.log(`${path}: pdfium: ${outcome(a)}; pdfjs: ${outcome(b)}`);
      }
    }
    if (!(a instanceof Error) && !(b instanceof Error)) {
      if (JSON.stringify(a.info) !== JSON.stringify(b.info))
        console.log(`${path}: info ${JSON.stringify(a.info)} / ${JSON.stringify(b.info)}`);
      for (let number = 1; number <= Math.max(a.pageCount, b.pageCount); number++) {
        pages++;
        const [one, other] = [
          await a.readPage(number).catch((error: Error) => error),
          await b.readPage(number).catch((error: Error) => error),
        ];
        const found =
          one instanceof Error || other instanceof Error
            ? one instanceof Error && other instanceof Error
              ? []
              : [
                  `${one instanceof Error ? one.message : 'reads'} / ` +
                    `${other instanceof Error ? other.message : 'reads'}`,
                ]
            : differences(one, other);
        if (found.length > 0) {
          differing++;
          console.log(`${path} page ${number}: ${found.join('; ')}`);
        }
      }
    }
    if (!(a instanceof Error)) await a.close();
    if (!(b instanceof Error)) await b.close();
  }
  console.log(`${pages} pages, ${differing} differ`);
  process.exitCode = differing > 0 ? 1 : 0;
}

if (process.argv[1]?.includes('compare-readers')) {
  const given = process.argv.slice(2);
  const files = given.filter((argument) => argument !== '--documents');
  if (given.includes('--documents')) await compareDocuments(pdfsOf(files));
  else await main(pdfsOf(files));
}
