import { describe, expect, it } from 'vitest';
import {
  areaOf,
  boxAround,
  type Box,
  centreOf,
  holdsCentre,
  hundredths,
  intersect,
  roundTo,
  standsIn,
} from './geometry.js';

const part = (x0: number, y0: number, x1: number, y1: number) => ({ x0, y0, x1, y1 });

describe('geometry', () => {
  it('rounds lengths to hundredths and shares to the digits asked for', () => {
    expect([hundredths(72.126), hundredths(-0.5), hundredths(3)]).toEqual([72.13, -0.5, 3]);
    expect([roundTo(0.12345, 2), roundTo(0.12345, 3), roundTo(0.12345, 4)]).toEqual([0.12, 0.123, 0.1235]);
  });

  it('measures a box', () => {
    expect(areaOf([1, 2, 4, 6])).toBe(12);
    expect(centreOf([1, 2, 4, 6])).toEqual([2.5, 4]);
  });

  it('cuts boxes to what they share, which may be nothing', () => {
    expect(intersect([0, 0, 10, 10], [5, 6, 20, 8])).toEqual([5, 6, 10, 8]);
    const [x0, , x1] = intersect([0, 0, 1, 1], [5, 0, 6, 1]);
    expect(x1).toBeLessThan(x0);
  });

  it('puts the least box around parts', () => {
    expect(boxAround([part(1.004, 2, 3, 4), part(0, 3, 2, 9.999)])).toEqual([0, 2, 3, 10]);
  });

  it('tells what stands in a box: a glyph also on the edge, a box only inside', () => {
    const box: Box = [0, 0, 10, 10];
    expect(standsIn(part(8, 4, 12, 6), box)).toBe(true);
    expect(standsIn(part(8.1, 4, 12, 6), box)).toBe(false);
    expect(holdsCentre(box, [8, 4, 12, 6])).toBe(false);
    expect(holdsCentre(box, [7, 4, 12, 6])).toBe(true);
  });
});
