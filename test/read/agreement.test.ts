/** @module The two readers against each other: on generated pages, and on the real documents where they are at hand. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences, documentDifferences } from '../../bench/compare-readers.js';
import { openPdf } from '../../pipeline/read/index.js';
import { type PageSpec, makePdf, mappedFont } from './make-pdf.js';

const REAL = join(dirname(fileURLToPath(import.meta.url)), '../../../shared/real/putuo');

async function disagreements(bytes: Uint8Array): Promise<string[]> {
  const [one, other] = [await openPdf(bytes, { reader: 'pdfium' }), await openPdf(bytes, { reader: 'pdfjs' })];
  try {
    const found: string[] = [];
    expect(one.pageCount).toBe(other.pageCount);
    expect(one.info).toEqual(other.info);
    for (let number = 1; number <= one.pageCount; number++) {
      found.push(
        ...differences(await one.readPage(number), await other.readPage(number)).map(
          (difference) => `page ${number}: ${difference}`,
        ),
      );
    }
    return found;
  } finally {
    await one.close();
    await other.close();
  }
}

const at = fc.integer({ min: 20, max: 560 });
const length = fc.integer({ min: 4, max: 200 });
/** Pieces of content as producers write them: each leaves the graphics state as it found it. */
const piece = fc.oneof(
  fc
    .tuple(at, at, fc.integer({ min: 6, max: 20 }), fc.constantFrom('1234.56', '(12)', 'ABC', 'GH', 'A B'))
    .map(
      ([x, y, size, text]) =>
        `q BT /F${text === 'GH' ? 2 : 1} ${size} Tf ${x} ${y} Td (${text.replace(/[()]/g, '\\$&')}) Tj ET Q`,
    ),
  fc
    .tuple(at, at, fc.integer({ min: 80, max: 120 }), fc.integer({ min: 0, max: 3 }))
    .map(([x, y, tz, tc]) => `q BT /F1 9 Tf ${tz} Tz ${tc} Tc 1 0 0 1 ${x} ${y} Tm [(12) -200 (34)] TJ ET Q`),
  fc
    .tuple(at, at, length, fc.constantFrom('0 G', '1 G', '.5 G'))
    .map(([x, y, l, colour]) => `q ${colour} .7 w ${x} ${y} m ${x + l} ${y} l S Q`),
  fc
    .tuple(at, at, length, length, fc.constantFrom('f', 'S', 'B', 'f*'))
    .map(([x, y, w, h, paint]) => `q .8 g ${x} ${y} ${w} ${h} re ${paint} Q`),
  fc.tuple(at, at, length).map(([x, y, l]) => `${x} ${y} .48 ${l} re f`),
  fc
    .tuple(at, at, length, length)
    .map(
      ([x, y, w, h]) =>
        `q ${x} ${y} ${w} ${h} re W n BT /F1 10 Tf ${x + 3} ${y + 2} Td (clipped 5)` +
        ` Tj ET .5 w ${x - 9} ${y + 1} m ${x + 300} ${y + 1} l S Q`,
    ),
  fc
    .tuple(at, at)
    .map(([x, y]) => `q .5 0 0 .5 ${x} ${y} cm BT /F1 20 Tf 0 1 -1 0 10 10 Tm (up) Tj ET 0 0 100 100 re S Q`),
);
const page: fc.Arbitrary<PageSpec> = fc.record({
  content: fc.array(piece, { minLength: 1, maxLength: 25 }).map((pieces) => pieces.join('\n')),
  rotate: fc.constantFrom(0, 90, 180, 270),
  cropBox: fc.constantFrom([0, 0, 600, 800], [10, 20, 500, 700]),
});

describe('pdfium and pdfjs agree', () => {
  it('on generated pages', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(page, { minLength: 1, maxLength: 3 }), async (pages) => {
        expect(
          await disagreements(
            makePdf({ pages, ...mappedFont(['一', '二', '三', '四', '五', '六', '公开', '\u2eda']) }),
          ),
        ).toEqual([]);
      }),
      { numRuns: 40, seed: 20240917 },
    );
  }, 300_000);

  it
    .skipIf(!existsSync(REAL))
    .each(existsSync(REAL) ? readdirSync(REAL).filter((name) => name.endsWith('.pdf')) : ['real documents'])(
    'on %s and in the document made of it',
    async (name) => {
      const bytes = readFileSync(join(REAL, name));
      expect(await disagreements(bytes)).toEqual([]);
      expect(await documentDifferences(bytes)).toEqual([]);
    },
    300_000,
  );
});
