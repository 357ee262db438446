/** @module What every OCR engine must do; runs against each driver with crops of a real page. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OcrEngine } from '../../pipeline/recognise/engine.js';
import type { Bitmap } from '../../pipeline/read/reader.js';
import { lineCrops } from '../support/scan.js';

const SAMPLE = 'shanghai-street-budget-2025.pdf';

/** @param least share of the amounts that must be read exactly */
export function ocrEngineConformance(name: string, create: () => Promise<OcrEngine>, least: number): void {
  describe(`OCR engine ${name}`, () => {
    let engine: OcrEngine;
    let amounts: { text: string; crop: Bitmap }[];
    let labels: { text: string; crop: Bitmap }[];

    beforeAll(async () => {
      engine = await create();
      const lines = await lineCrops(SAMPLE, 9);
      amounts = lines.filter((l) => /^[\d,]{7,}$/.test(l.text)).slice(0, 24);
      labels = lines.filter((l) => /^[一-鿿]{4,10}$/.test(l.text)).slice(0, 6);
      expect(amounts.length).toBeGreaterThan(10);
      expect(labels.length).toBeGreaterThan(2);
    });
    afterAll(() => engine.close());

    it('reads printed amounts digit by digit', async () => {
      let exact = 0;
      for (const { text, crop } of amounts) {
        const read = await engine.recognise(crop, { expect: 'numeric' });
        if ((read.readings?.[0]?.text ?? '') === text) exact++;
      }
      expect(exact / amounts.length).toBeGreaterThanOrEqual(least);
    });

    it('reads Chinese labels', async () => {
      const read = await Promise.all(labels.map(({ crop }) => engine.recognise(crop, { expect: 'text' })));
      expect(read.map((r) => r.text.replace(/\s/g, ''))).toEqual(labels.map((l) => l.text));
    });

    it('gives probabilities and places that rise from left to right within the crop', async () => {
      const { text, characters } = await engine.recognise(amounts[0]!.crop, { expect: 'text' });
      expect(characters.map((c) => c.text).join('')).toBe(text);
      expect(characters.length).toBeGreaterThan(3);
      let before = -1;
      for (const c of characters) {
        expect(c.probability).toBeGreaterThan(0);
        expect(c.probability).toBeLessThanOrEqual(1);
        expect(c.from).toBeGreaterThanOrEqual(0);
        expect(c.to).toBeLessThanOrEqual(1);
        expect(c.to).toBeGreaterThan(c.from);
        expect(c.from).toBeGreaterThan(before);
        before = c.from;
      }
    });

    it('reads the same whatever was read before', async () => {
      const [a, b] = [amounts[0]!.crop, labels[0]!.crop];
      const first = await engine.recognise(a, { expect: 'text' });
      await engine.recognise(b, { expect: 'text' });
      await engine.recognise(b, { expect: 'numeric' });
      expect(await engine.recognise(a, { expect: 'text' })).toEqual(first);
    });

    it('reads nothing on blank paper', async () => {
      const blank: Bitmap = {
        width: 120,
        height: 48,
        channels: 1,
        data: new Uint8Array(120 * 48).fill(255),
        dpi: 300,
      };
      expect((await engine.recognise(blank, { expect: 'text' })).text.trim()).toBe('');
      expect((await engine.recognise(blank, { expect: 'numeric' })).readings ?? []).toEqual([]);
    });

    it('refuses coloured crops', async () => {
      await expect(
        engine.recognise(
          { width: 8, height: 48, channels: 4, data: new Uint8Array(8 * 48 * 4), dpi: 300 },
          { expect: 'text' },
        ),
      ).rejects.toThrow(TypeError);
    });
  });
}
