import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageContent } from '../../pipeline/model.js';
import { openPdf } from '../../pipeline/read/index.js';
import { displayedBox } from '../../pipeline/recognise/displayed.js';
import type { OcrEngine } from '../../pipeline/recognise/engine.js';
import { createOcrEngine, recognisePage, recognitionReason } from '../../pipeline/recognise/index.js';
import { layoutPage } from '../../pipeline/tables/index.js';
import { scanOf } from '../support/scan.js';

const SAMPLE = 'shanghai-street-budget-2025.pdf';
const PAGE = 9;
const LEAN = 0.9;

describe('a scanned table page that leans', () => {
  let engine: OcrEngine;
  let read: PageContent, truth: PageContent, reason: string | null;

  beforeAll(async () => {
    const scan = await scanOf(SAMPLE, [PAGE], { dpi: 200, lean: LEAN });
    truth = scan.truth[0]!;
    engine = await createOcrEngine('auto');
    const file = await openPdf(scan.bytes, { reader: 'auto' });
    const page = await file.readPage(1);
    reason = recognitionReason(page);
    read = await recognisePage(file, page, engine, reason ?? '');
    await file.close();
  });
  afterAll(() => engine.close());

  it('is taken for a scan, its text layer is not', () => {
    expect(reason).toMatch(/^no text/);
    expect(recognitionReason(truth)).toBeNull();
    expect(read.textSource).toBe('ocr');
    expect(read.imageQuality).toBe('good');
  });

  it('gives the same cells as the text layer', () => {
    const cells = (content: PageContent) =>
      layoutPage(content).tables.map((t) => t.cells.map((c) => [c.row, c.column, c.row_span, c.column_span, c.text]));
    expect(cells(read)).toEqual(cells(truth));
  });

  it('puts every cell where it is displayed', () => {
    const a = (LEAN * Math.PI) / 180,
      cos = Math.cos(a),
      sin = Math.sin(a),
      mx = truth.width / 2,
      my = truth.height / 2;
    const want = layoutPage(truth).tables.flatMap((t) => t.cells),
      have = layoutPage(read).tables.flatMap((t) => t.cells);
    expect(read.upright).toBeDefined();
    for (const [i, cell] of want.entries()) {
      const [x0, y0, x1, y1] = cell.boxes[0]!,
        dx = (x0 + x1) / 2 - mx,
        dy = (y0 + y1) / 2 - my;
      const box = displayedBox(have[i]!.boxes[0]!, read.upright!);
      expect(Math.abs((box[0] + box[2]) / 2 - (mx + dx * cos - dy * sin))).toBeLessThan(2);
      expect(Math.abs((box[1] + box[3]) / 2 - (my + dx * sin + dy * cos))).toBeLessThan(2);
    }
  });

  it('places every character of an amount within its cell, in order', () => {
    for (const cell of layoutPage(read)
      .tables.flatMap((t) => t.cells)
      .filter((c) => /^[\d,]{7,}$/.test(c.text))) {
      const [x0, y0, x1, y1] = cell.boxes[0]!;
      const inside = read.glyphs.filter((g) => g.x0 >= x0 && g.x1 <= x1 && g.y0 >= y0 && g.y1 <= y1);
      expect(inside.map((g) => g.text).join('')).toBe(cell.text);
      for (let i = 1; i < inside.length; i++) expect(inside[i]!.x0).toBeGreaterThanOrEqual(inside[i - 1]!.x1 - 0.02);
    }
  });
});
