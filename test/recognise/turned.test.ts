import { degrees, PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OcrEngine } from '../../pipeline/recognise/engine.js';
import { openPdf } from '../../pipeline/read/index.js';
import { displayedBox } from '../../pipeline/recognise/displayed.js';
import { createOcrEngine, recognisePage, recognitionReason } from '../../pipeline/recognise/index.js';
import { layoutPage } from '../../pipeline/tables/index.js';
import { scanOf } from '../support/scan.js';

describe('a sheet that went through the scanner the wrong way', () => {
  let engine: OcrEngine;
  beforeAll(async () => {
    engine = await createOcrEngine('auto');
  });
  afterAll(() => engine.close());

  it.each([90, 180])('turned by %i degrees gives the same table, in places as displayed', async (turn) => {
    const scan = await scanOf('shanghai-street-budget-2025.pdf', [9], { dpi: 150 });
    // The same scan on a page of the turned size, the picture itself turned: no page rotation tells.
    const document = await PDFDocument.create({ updateMetadata: false });
    const [page] = await document.embedPdf(scan.bytes, [0]);
    const { width, height } = scan.truth[0]!;
    const sideways = turn % 180 !== 0;
    document
      .addPage(sideways ? [height, width] : [width, height])
      .drawPage(
        page!,
        sideways ? { x: 0, y: width, rotate: degrees(-90) } : { x: width, y: height, rotate: degrees(180) },
      );
    const file = await openPdf(await document.save({ addDefaultPage: false }), { reader: 'auto' });
    try {
      const displayed = await file.readPage(1);
      const read = await recognisePage(file, displayed, engine, recognitionReason(displayed) ?? '');
      const want = layoutPage(scan.truth[0]!).tables.flatMap((t) => t.cells),
        have = layoutPage(read).tables.flatMap((t) => t.cells);
      expect(have.map((c) => c.text)).toEqual(want.map((c) => c.text));
      const [x0, y0, x1, y1] = displayedBox(have[0]!.boxes[0]!, read.upright!),
        [a, b, c, d] = want[0]!.boxes[0]!;
      const place = sideways ? [height - d, a, height - b, c] : [width - c, height - d, width - a, height - b];
      for (const [i, v] of [x0, y0, x1, y1].entries()) expect(Math.abs(v - place[i]!)).toBeLessThan(2);
      expect([read.upright!.width, read.upright!.height]).toEqual([displayed.width, displayed.height]);
    } finally {
      await file.close();
    }
  });
});
