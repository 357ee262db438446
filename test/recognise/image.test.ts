import { describe, expect, it } from 'vitest';
import { toGrey, type Grey } from '../../pipeline/recognise/image/pixels.js';
import { contentToDisplayed, prepare } from '../../pipeline/recognise/image/prepare.js';
import { imageQuality } from '../../pipeline/recognise/image/quality.js';
import { rulingsOf } from '../../pipeline/recognise/image/rulings.js';
import { skewOf } from '../../pipeline/recognise/image/skew.js';
import { apply } from '../../pipeline/recognise/image/warp.js';

const DPI = 300;

/** A grid of 3-pixel lines with grey edges, leaning clockwise about the page's centre. */
function gridPage(width: number, height: number, xs: number[], ys: number[], degrees = 0): Grey {
  const data = new Uint8Array(width * height).fill(250);
  const a = (degrees * Math.PI) / 180, c = Math.cos(a), s = Math.sin(a);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) {
    const dx = x + 0.5 - width / 2, dy = y + 0.5 - height / 2, u = dx * c + dy * s + width / 2, v = -dx * s + dy * c + height / 2;
    if (u < xs[0]! - 1 || u > xs.at(-1)! + 1 || v < ys[0]! - 1 || v > ys.at(-1)! + 1) continue;
    const away = Math.min(...xs.map((l) => Math.abs(u - l)), ...ys.map((l) => Math.abs(v - l)));
    if (away < 2) data[y * width + x] = away < 1 ? 20 : 20 + (away - 1) * 230;
  }
  return { width, height, data };
}
const xs = [200, 500, 800, 1100], ys = [150, 250, 350, 450, 550];

describe('skew', () => {
  it.each([0, 0.4, -1.3, 2.5])('of %f degrees is found to a twentieth', (degrees) => {
    expect((skewOf(gridPage(1300, 700, xs, ys, degrees), DPI) * 180) / Math.PI).toBeCloseTo(degrees, 1);
  });
});

describe('rulings from dots', () => {
  it('are found where they are drawn', () => {
    const found = rulingsOf(gridPage(1300, 700, xs, ys), DPI);
    const near = (have: number, want: number): void => expect(Math.abs(have - want)).toBeLessThanOrEqual(1);
    for (const [orientation, places, ends] of [['vertical', xs, [150, 550]], ['horizontal', ys, [200, 1100]]] as const) {
      const lines = found.filter((r) => r.orientation === orientation);
      expect(lines).toHaveLength(places.length);
      lines.forEach((line, i) => { near(line.at, places[i]!); near(line.from, ends[0]); near(line.to, ends[1]); });
    }
  });

  it('are not made of rows of letters', () => {
    const page = gridPage(1300, 700, [200, 1100], [150, 550]);
    // Strokes of 34 dots with gaps of 10: the upper edges of digits.
    for (let x = 300; x < 1000; x += 44) for (let y = 300; y < 304; y++) page.data.fill(20, y * 1300 + x, y * 1300 + x + 34);
    expect(rulingsOf(page, DPI)).toHaveLength(4);
  });
});

describe('red ink', () => {
  it('fades to paper, black print under it stays', () => {
    const pixels: [number, number, number][] = [[250, 250, 250], [215, 40, 45], [240, 160, 160], [40, 12, 14], [30, 30, 30]];
    const { data, redShare } = toGrey({ width: 5, height: 1, channels: 4, data: new Uint8Array(pixels.flatMap((p) => [...p, 255])), dpi: 200 });
    expect(data[1]).toBeGreaterThan(235);
    expect(data[2]).toBeGreaterThan(235);
    expect(data[3]).toBeLessThan(60);
    expect(data[4]).toBe(30);
    expect(redShare).toBeCloseTo(0.4);
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
    const page = gridPage(1300, 700, xs, ys, 1.1), width = (1300 * 72) / DPI, height = (700 * 72) / DPI;
    const rgba = new Uint8Array(page.data.length * 4);
    for (const [i, v] of page.data.entries()) rgba.fill(v, i * 4, i * 4 + 3);
    const work = prepare({ width: 1300, height: 700, channels: 4, data: rgba, dpi: DPI }, { width, height }, [0, 0, width, height], 8);
    const corner = apply(work.matrix, (xs[0]! * 72) / DPI, (ys[0]! * 72) / DPI);
    const a = (1.1 * Math.PI) / 180, dx = ((xs[0]! - 650) * 72) / DPI, dy = ((ys[0]! - 350) * 72) / DPI;
    expect(corner[0]).toBeCloseTo(width / 2 + dx * Math.cos(a) - dy * Math.sin(a), 0);
    expect(corner[1]).toBeCloseTo(height / 2 + dx * Math.sin(a) + dy * Math.cos(a), 0);
  });

  it.each([0, 1, 2, 3] as const)('knows pages on their side: %i quarter turns', (quarters) => {
    const m = contentToDisplayed({ width: 600, height: 800 }, 0, quarters);
    // The upright page's top left corner, where a reader of the displayed page finds it.
    const want = [[0, 0], [0, 800], [600, 800], [600, 0]][quarters]!;
    const [x, y] = apply(m, 0, 0);
    expect(x).toBeCloseTo(want[0]!, 6);
    expect(y).toBeCloseTo(want[1]!, 6);
  });
});
