import { describe, expect, it } from 'vitest';
import type { Bitmap } from '../../read/reader.js';
import { eraseRulings } from './erase.js';
import { darken } from './flatten.js';
import { type Grey, toGrey, turn } from './pixels.js';
import { contentToDisplayed, prepare } from './prepare.js';
import { imageQuality } from './quality.js';
import { rulingsOf } from './rulings.js';
import { skewOf } from './skew.js';
import { apply } from './warp.js';
import { turnedRulings } from '../orientation.js';
import { unreadInk } from '../unread.js';

const DPI = 300;

/** A grid of 3-pixel lines with grey edges, leaning clockwise about the page's centre. */
function gridPage(width: number, height: number, xs: number[], ys: number[], degrees = 0): Grey {
  const data = new Uint8Array(width * height).fill(250);
  const a = (degrees * Math.PI) / 180,
    c = Math.cos(a),
    s = Math.sin(a);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const dx = x + 0.5 - width / 2,
        dy = y + 0.5 - height / 2,
        u = dx * c + dy * s + width / 2,
        v = -dx * s + dy * c + height / 2;
      if (u < xs[0]! - 1 || u > xs.at(-1)! + 1 || v < ys[0]! - 1 || v > ys.at(-1)! + 1) continue;
      const away = Math.min(...xs.map((l) => Math.abs(u - l)), ...ys.map((l) => Math.abs(v - l)));
      if (away < 2) data[y * width + x] = away < 1 ? 20 : 20 + (away - 1) * 230;
    }
  return { width, height, data };
}
const xs = [200, 500, 800, 1100],
  ys = [150, 250, 350, 450, 550];

describe('skew', () => {
  it.each([0, 0.4, -1.3, 2.5])('of %f degrees is found to a twentieth', (degrees) => {
    expect((skewOf(gridPage(1300, 700, xs, ys, degrees), DPI) * 180) / Math.PI).toBeCloseTo(degrees, 1);
  });
});

describe('rulings from dots', () => {
  it('are found where they are drawn', () => {
    const found = rulingsOf(gridPage(1300, 700, xs, ys), DPI);
    const near = (have: number, want: number): void => expect(Math.abs(have - want)).toBeLessThanOrEqual(1);
    for (const [orientation, places, ends] of [
      ['vertical', xs, [150, 550]],
      ['horizontal', ys, [200, 1100]],
    ] as const) {
      const lines = found.filter((r) => r.orientation === orientation);
      expect(lines).toHaveLength(places.length);
      lines.forEach((line, i) => {
        near(line.at, places[i]!);
        near(line.from, ends[0]);
        near(line.to, ends[1]);
      });
    }
  });

  it('are not made of rows of letters', () => {
    const page = gridPage(1300, 700, [200, 1100], [150, 550]);
    // Strokes of 34 dots with gaps of 10: the upper edges of digits.
    for (let x = 300; x < 1000; x += 44)
      for (let y = 300; y < 304; y++) page.data.fill(20, y * 1300 + x, y * 1300 + x + 34);
    expect(rulingsOf(page, DPI)).toHaveLength(4);
  });
});

/** White, with what `paint` puts at each dot. */
function picture(size: number, paint: (x: number, y: number) => [number, number, number] | null): Bitmap {
  const data = new Uint8Array(size * size * 4).fill(255);
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) data.set(paint(x, y) ?? [255, 255, 255], (y * size + x) * 4);
  return { width: size, height: size, channels: 4, data, dpi: 200 };
}

describe('red ink', () => {
  const red: [number, number, number] = [210, 40, 40],
    black: [number, number, number] = [20, 18, 20],
    darkened: [number, number, number] = [60, 8, 8];
  const ring = (x: number, y: number): boolean => Math.abs(Math.hypot(x - 150, y - 150) - 100) < 5;
  const rule = (y: number): boolean => y >= 60 && y < 63;
  const figure = (x: number, y: number): boolean => x >= 320 && x < 380 && y >= 300 && y < 318 && x % 10 < 4;
  const { data, redShare } = toGrey(
    picture(400, (x, y) =>
      rule(y)
        ? ring(x, y)
          ? darkened
          : black
        : ring(x, y) || figure(x, y) || Math.hypot(x - 150, y - 150) < 20
          ? red
          : null,
    ),
  );
  const at = (x: number, y: number): number => data[y * 400 + x]!;

  it('of a seal fades to paper, black print under it stays', () => {
    expect(at(50, 150)).toBeGreaterThan(235);
    expect(at(150, 250)).toBeGreaterThan(235);
    expect(at(150, 150)).toBeGreaterThan(235);
    expect(at(200, 61)).toBeLessThan(70);
    expect(at(106, 61)).toBeLessThan(90);
    expect(redShare).toBeGreaterThan(0.03);
  });

  it('of figures stays', () => {
    expect(at(321, 308)).toBeLessThan(100);
    expect(at(326, 308)).toBeGreaterThan(235);
  });

  it('of a ruled table stays, its figures with it', () => {
    const grid = (x: number, y: number): boolean =>
      (x >= 20 && x < 580 && y >= 20 && y < 583 && (y - 20) % 70 < 3) ||
      (y >= 20 && y < 580 && x >= 20 && x < 583 && (x - 20) % 140 < 3);
    const digit = (x: number, y: number): boolean =>
      (x - 60) % 140 >= 0 && (x - 60) % 140 < 60 && x % 10 < 4 && (y - 45) % 70 >= 0 && (y - 45) % 70 < 18;
    const table = toGrey(picture(600, (x, y) => (grid(x, y) || digit(x, y) ? red : null))).data;
    expect(table[300 * 600 + 21]).toBeLessThan(110);
    expect(table[50 * 600 + 61]).toBeLessThan(110);
    expect(table[50 * 600 + 67]).toBeGreaterThan(235);
  });
});

describe('shading', () => {
  it('in a light colour is paper, ink on it stays', () => {
    const { data } = toGrey(picture(4, (x) => (x < 2 ? [141, 180, 226] : x === 2 ? [30, 38, 48] : [10, 20, 160])));
    expect(data[0]).toBeGreaterThan(200);
    expect(data[2]).toBeLessThan(60);
    expect(data[3]).toBeLessThan(60);
  });
});

describe('quality', () => {
  const soft = gridPage(1300, 700, xs, ys);
  const hard: Grey = { ...soft, data: soft.data.map((v) => (v < 128 ? 0 : 255)) };
  it('tells one bit a dot, few dots, and good pictures apart', () => {
    expect(imageQuality(soft, 200, 8)).toBe('good');
    expect(imageQuality(soft, 100, 8)).toBe('low_resolution');
    expect(imageQuality(soft, 300, 1)).toBe('bilevel');
    expect(imageQuality(hard, 300, null)).toBe('bilevel');
  });
});

describe('the way back to the page as displayed', () => {
  it('leads from upright content to where it is drawn', () => {
    const page = gridPage(1300, 700, xs, ys, 1.1),
      width = (1300 * 72) / DPI,
      height = (700 * 72) / DPI;
    const rgba = new Uint8Array(page.data.length * 4);
    for (const [i, v] of page.data.entries()) rgba.fill(v, i * 4, i * 4 + 3);
    const work = prepare(
      { width: 1300, height: 700, channels: 4, data: rgba, dpi: DPI },
      { width, height },
      [0, 0, width, height],
      { dpi: DPI, bitsPerComponent: 8 },
    );
    const corner = apply(work.matrix, (xs[0]! * 72) / DPI, (ys[0]! * 72) / DPI);
    const a = (1.1 * Math.PI) / 180,
      dx = ((xs[0]! - 650) * 72) / DPI,
      dy = ((ys[0]! - 350) * 72) / DPI;
    expect(corner[0]).toBeCloseTo(width / 2 + dx * Math.cos(a) - dy * Math.sin(a), 0);
    expect(corner[1]).toBeCloseTo(height / 2 + dx * Math.sin(a) + dy * Math.cos(a), 0);
  });

  it.each([0, 1, 2, 3] as const)('knows pages on their side: %i quarter turns', (quarters) => {
    const m = contentToDisplayed({ width: 600, height: 800 }, 0, quarters);
    // The upright page's top left corner, where a reader of the displayed page finds it.
    const want = [
      [0, 0],
      [0, 800],
      [600, 800],
      [600, 0],
    ][quarters]!;
    const [x, y] = apply(m, 0, 0);
    expect(x).toBeCloseTo(want[0]!, 6);
    expect(y).toBeCloseTo(want[1]!, 6);
  });
});

describe('a page that is turned', () => {
  const page = gridPage(1300, 700, xs, ys);
  it.each([1, 2, 3] as const)(
    'has its rulings where they are found on the turned picture: %i quarters',
    (quarters) => {
      const want = rulingsOf(turn(page, quarters), DPI),
        have = turnedRulings(rulingsOf(page, DPI), { grey: page }, quarters);
      expect(have.map((r) => r.orientation)).toEqual(want.map((r) => r.orientation));
      for (const [i, r] of have.entries())
        for (const side of ['at', 'from', 'to'] as const)
          expect(Math.abs(r[side] - want[i]![side])).toBeLessThan(4.5);
    },
  );

  it('turned four times is itself', () => {
    expect(turn(turn(page, 1), 3).data).toEqual(page.data);
    expect(turn(turn(page, 1), 1).data).toEqual(turn(page, 2).data);
  });
});

describe('ink that gave no text', () => {
  const page: Grey = { width: 900, height: 600, data: new Uint8Array(900 * 600).fill(255) };
  const ink = (x0: number, y0: number, x1: number, y1: number): void => {
    for (let y = y0; y < y1; y++) page.data.fill(0, y * 900 + x0, y * 900 + x1);
  };
  it('is found beside what was read; dust and what is left of rulings are not', () => {
    ink(100, 100, 200, 130);
    ink(400, 100, 412, 130);
    ink(600, 300, 603, 303);
    ink(100, 404, 180, 407);
    const ruling = { orientation: 'horizontal' as const, at: 401, from: 50, to: 850, width: 2 };
    const found = unreadInk(page, 300, [{ x0: 100, y0: 100, x1: 200, y1: 130 }], [ruling]);
    expect(found).toHaveLength(1);
    expect(found[0]!.x0).toBeLessThanOrEqual(400);
    expect(found[0]!.x1).toBeGreaterThanOrEqual(412);
    expect(found[0]!.ink).toBe(360);
  });
});

describe('rulings that bow and wear', () => {
  /** Lying lines that bow by eight dots at the left, with gaps, and figures between them. */
  const width = 900,
    height = 500;
  const bow = (x: number): number => Math.round(8 * Math.max(0, 1 - x / 300) ** 2);
  const grey = (): { width: number; height: number; data: Uint8Array } => {
    const data = new Uint8Array(width * height).fill(255);
    for (const y of [50, 150, 250, 350])
      for (let x = 50; x < 850; x++)
        if (x % 97 > 6) for (let k = 0; k < 3; k++) data[(y + k - bow(x)) * width + x] = 20;
    for (const x of [50, 450, 847])
      for (let y = 50; y < 353; y++)
        if (y % 83 > 5) for (let k = 0; k < 3; k++) data[(y - (x === 50 ? 8 : 0)) * width + x + k] = 20;
    for (const x of [520, 540, 560])
      for (let y = 180; y < 220; y++) for (let k = 0; k < 5; k++) data[y * width + x + k] = 20;
    return { width, height, data };
  };

  it('close their grid, and are erased wherever they go while figures stay', () => {
    const page = grey(),
      rulings = rulingsOf(page, 300);
    expect(rulings.filter((r) => r.orientation === 'horizontal')).toHaveLength(4);
    const last = rulings.filter((r) => r.orientation === 'horizontal').at(-1)!;
    expect(last.from).toBeLessThan(60);
    expect(last.to).toBeGreaterThan(840);
    eraseRulings(page, rulings, 300);
    const ink = (x0: number, y0: number, x1: number, y1: number): number => {
      let n = 0;
      for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) if (page.data[y * width + x]! < 190) n++;
      return n;
    };
    expect(ink(500, 170, 600, 230)).toBe(600);
    expect(ink(60, 140, 440, 155)).toBe(0);
    expect(ink(60, 230, 440, 255)).toBe(0);
  });
});

describe('a pen', () => {
  it('that leaves a stroke in a cell makes no ruling there', () => {
    const page = gridPage(1300, 700, xs, ys),
      before = rulingsOf(page, DPI).length;
    // Between the first two standing lines and the first two lying ones, clear of all.
    const x0 = xs[0]! + 12,
      x1 = xs[1]! - 12,
      y = Math.round((ys[0]! + ys[1]!) / 2);
    for (let k = 0; k < 3; k++) page.data.fill(30, (y + k) * 1300 + x0, (y + k) * 1300 + x1);
    expect(x1 - x0).toBeGreaterThan(DPI * 0.42);
    expect(rulingsOf(page, DPI)).toHaveLength(before);
  });
});

describe('faint print', () => {
  /** Paper with rows of strokes, as dark as `ink`, on a shaded head. */
  const sheet = (ink: number): Grey => {
    const data = new Uint8Array(400 * 400).fill(252);
    for (let y = 40; y < 80; y++) data.fill(217, y * 400 + 40, y * 400 + 360);
    for (let y = 100; y < 360; y++)
      for (let x = 50; x < 350; x++) if (y % 20 < 12 && x % 8 < 2) data[y * 400 + x] = ink;
    return { width: 400, height: 400, data };
  };

  it('is made as dark as usual; usual print and its shading stay as they are', () => {
    const faint = sheet(150),
      usual = sheet(70);
    darken(faint);
    darken(usual);
    expect(faint.data[100 * 400 + 56]).toBeLessThan(100);
    expect(Buffer.compare(usual.data, sheet(70).data)).toBe(0);
  });

  it('on an empty sheet is none: grain is not amplified', () => {
    const empty: Grey = {
      width: 400,
      height: 400,
      data: Uint8Array.from({ length: 160_000 }, (_, i) => 225 + (i % 23)),
    };
    const before = empty.data.slice();
    darken(empty);
    expect(Buffer.compare(empty.data, before)).toBe(0);
  });
});
