import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { UNJUDGED } from './check/judge/finding.js';
import type { Anomaly, Fact } from '../schemas/index.js';
import { type OpenedPdf, openPdf } from './read/index.js';
import { disputedFacts, doubtDisputed, withDoubt } from './second-opinion.js';

const bytes = () => new Uint8Array(readFileSync(new URL('../samples/shaanxi-errors-2023.pdf', import.meta.url)));

/** A fact over the whole of a page's text, in an error-severity finding. */
const over = (page: number, box: [number, number, number, number]): { fact: Fact; anomaly: Anomaly } => ({
  fact: { id: 'f', page, boxes: [box], source: 'text_layer', confidence: 1 } as unknown as Fact,
  anomaly: {
    id: 'a',
    rule: 'row-sum',
    severity: 'error',
    message: '不符',
    message_en: 'differs',
    reported: '1.00',
    computed: '2.00',
    difference: '-1.00',
    tolerance: '0.01',
    ...UNJUDGED,
    evidence: [{ fact_id: 'f', page, boxes: [box] }],
  },
});

const NONE: ReadonlySet<string> = new Set();

describe('second opinion', () => {
  it('leaves findings as they are where both readers give the same figure', async () => {
    const file = await openPdf(bytes(), { reader: 'auto' });
    try {
      const content = await file.readPage(8);
      const { fact, anomaly } = over(8, [0, 0, content.width, content.height]);
      expect(await disputedFacts(file, [content], [fact], [anomaly], NONE)).toEqual(new Set());
      expect(withDoubt([fact], new Set())).toEqual([fact]);
      expect(doubtDisputed([anomaly], new Set())).toEqual([anomaly]);
    } finally {
      await file.close();
    }
  });

  it('doubts a figure that the readers give differently, and lowers the finding to a warning', async () => {
    const file = await openPdf(bytes(), { reader: 'auto' });
    try {
      const content = await file.readPage(8);
      const glyph = content.glyphs.find((g) => /\d/.test(g.text))!;
      const lost = { ...content, glyphs: content.glyphs.filter((g) => g !== glyph) };
      const { fact, anomaly } = over(8, [glyph.x0 - 1, glyph.y0 - 1, glyph.x1 + 1, glyph.y1 + 1]);
      const disputed = await disputedFacts(file, [lost], [fact], [anomaly], NONE);
      expect(disputed).toEqual(new Set(['f']));
      expect(withDoubt([fact], disputed)[0]!.confidence).toBe(0.5);
      expect(fact.confidence).toBe(1);
      expect(doubtDisputed([anomaly], disputed)[0]).toMatchObject({
        severity: 'warning',
        message_en: expect.stringContaining('two PDF readers differ'),
      });
    } finally {
      await file.close();
    }
  });

  it("asks nobody about a figure that only the prose contradicts and that its table's sums hold", async () => {
    const { fact, anomaly } = over(8, [0, 0, 500, 500]);
    const inProse: Anomaly = {
      ...anomaly,
      rule: 'narrative-amount',
      evidence: [{ quote: '支出2.00万元', page: 3, boxes: [] }, ...anomaly.evidence],
    };
    const file = await openPdf(bytes(), { reader: 'auto' });
    try {
      const asked = vi.spyOn(file, 'secondOpinion');
      const content = await file.readPage(8);
      await disputedFacts(file, [content], [fact], [inProse], new Set(['f']));
      expect(asked).not.toHaveBeenCalled();
      await disputedFacts(file, [content], [fact], [inProse], NONE);
      await disputedFacts(file, [content], [fact], [anomaly], new Set(['f']));
      expect(asked.mock.calls).toEqual([[8], [8]]);
    } finally {
      await file.close();
    }
  });

  it('asks nobody where one reader was asked for by name', async () => {
    const file = await openPdf(bytes(), { reader: 'pdfium' });
    const { fact, anomaly } = over(8, [0, 0, 10, 10]);
    expect(await disputedFacts(file as OpenedPdf, [], [fact], [anomaly], NONE)).toEqual(new Set());
    await file.close();
  });
});
