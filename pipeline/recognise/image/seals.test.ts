import { describe, expect, it } from 'vitest';
import type { Grey } from './pixels.js';
import { canFade, fadedByLevel, ringTakenOut, strokesDividedOut } from './renderings.js';
import { rulingsThroughSeals } from './sealed-rulings.js';
import { sealsOf, turnedSeal } from './seals.js';

const DPI = 300;
const RING = { x: 560, y: 480, rx: 250, ry: 228 };

/** A ruled sheet with dark strokes of print and, if asked for, an elliptic ring with a star's disc in its middle. */
function sheet(level: number | null): Grey {
  const width = 1200,
    height = 1000,
    data = new Uint8Array(width * height).fill(252);
  const bar = (x0: number, y0: number, x1: number, y1: number, v: number): void => {
    for (let y = y0; y < y1; y++)
      for (let x = x0; x < x1; x++) data[y * width + x] = Math.round((data[y * width + x]! * v) / 255);
  };
  if (level !== null)
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const share = Math.hypot((x - RING.x) / RING.rx, (y - RING.y) / RING.ry);
        if (Math.abs(share - 1) < 0.026 || share < 0.2) data[y * width + x] = level;
      }
  for (const y of [200, 350, 500, 650, 800]) bar(100, y, 1100, y + 3, 40);
  for (const x of [100, 400, 700, 1097]) bar(x, 200, x + 3, 803, 40);
  for (let x = 440; x < 660; x += 14) bar(x, 410, x + 5, 440, 60);
  return { width, height, data };
}

const at = (grey: Grey, x: number, y: number): number => grey.data[Math.round(y) * grey.width + Math.round(x)]!;

describe('a seal', () => {
  it.each([20, 90, 140])('of level %i is found as the ellipse that it is', (level) => {
    const [seal, ...more] = sealsOf(sheet(level), DPI);
    expect(more).toHaveLength(0);
    expect(Math.abs(seal!.x - RING.x)).toBeLessThan(4);
    expect(Math.abs(seal!.y - RING.y)).toBeLessThan(4);
    expect(Math.abs(seal!.rx - RING.rx)).toBeLessThan(6);
    expect(Math.abs(seal!.ry - RING.ry)).toBeLessThan(6);
    expect(Math.abs(seal!.middle - level)).toBeLessThan(12);
  });

  it('is not found where there is none', () => expect(sealsOf(sheet(null), DPI)).toHaveLength(0));

  it('turns with its page', () => {
    const seal = { ...RING, level: 100, middle: 100 };
    expect(turnedSeal(seal, { width: 1200, height: 1000 }, 1)).toMatchObject({ x: 520, y: 560, rx: 228, ry: 250 });
    expect(turnedSeal(seal, { width: 1200, height: 1000 }, 3)).toMatchObject({ x: 480, y: 640 });
  });

  it('hides no ruling and makes none', () => {
    const plain = rulingsThroughSeals(sheet(null), DPI, []);
    for (const level of [20, 140]) {
      const page = sheet(level);
      const rulings = rulingsThroughSeals(page, DPI, sealsOf(page, DPI));
      expect(rulings.map((r) => [r.orientation, Math.round(r.at / 4)])).toEqual(
        plain.map((r) => [r.orientation, Math.round(r.at / 4)]),
      );
    }
  });
});

describe('renderings of a page with a seal', () => {
  const page = sheet(140),
    [seal] = sealsOf(page, DPI);

  it('without its strokes keep the print below and beside them', () => {
    const out = strokesDividedOut(page, DPI, seal!);
    expect(at(out, RING.x + RING.rx, RING.y - 40)).toBe(255);
    expect(at(out, 442, 425)).toBeLessThan(80);
  });

  it('faded by level lose the seal', () => {
    expect(canFade(seal!)).toBe(true);
    const out = fadedByLevel(page, seal!);
    expect(at(out, RING.x + RING.rx, RING.y - 40)).toBe(255);
    expect(at(out, 442, 425)).toBeLessThan(80);
  });

  it('without ring and star are paper where those were, whatever their level', () => {
    const black = sheet(20),
      [ring] = sealsOf(black, DPI);
    expect(canFade(ring!)).toBe(false);
    const out = ringTakenOut(black, DPI, ring!);
    expect(at(out, RING.x + RING.rx, RING.y - 40)).toBe(255);
    expect(at(out, RING.x, RING.y)).toBe(255);
  });
});
