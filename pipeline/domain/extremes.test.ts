import { describe, expect, it } from 'vitest';
import { append, greatest, least } from './extremes.js';

describe('lists of any length', () => {
  const many = Array.from({ length: 200_000 }, (_, i) => (i * 7919) % 200_003);

  it('finds the greatest and the least of 200,000 numbers', () => {
    expect(() => Math.max(...many)).toThrow(RangeError);
    expect(greatest(many)).toBe(200_002);
    expect(least(many)).toBe(0);
  });

  it('answers like Math.max and Math.min for none, for one and for NaN', () => {
    for (const few of [[], [3], [-1, -2], [1, Number.NaN, 2]]) {
      expect(greatest(few)).toBe(Math.max(...few));
      expect(least(few)).toBe(Math.min(...few));
    }
  });

  it('appends 200,000 items in their order', () => {
    const list = [-1];
    append(list, many);
    expect(list).toEqual([-1, ...many]);
  });
});
