import { describe, expect, it } from 'vitest';
import { bestPath, likeliest, type Lattice } from './ctc.js';

const DICTIONARY = ['', '1', '7', '.', ' '];

/** Rows of probabilities: blank, 1, 7, point, space. */
function lattice(rows: number[][]): Lattice {
  return { data: Float32Array.from(rows.flat()), steps: rows.length, symbols: DICTIONARY.length };
}

describe('a table of probabilities', () => {
  const clear = lattice([
    [0.99, 0, 0, 0, 0.01],
    [0.02, 0.98, 0, 0, 0],
    [0.1, 0.9, 0, 0, 0],
    [0.95, 0, 0, 0.05, 0],
    [0, 0.3, 0.7, 0, 0],
  ]);

  it('gives repeats once, with their peak and their place', () => {
    const read = bestPath(clear, DICTIONARY, 1);
    expect(read.map((c) => c.text)).toEqual(['1', '7']);
    expect(read[0]!.probability).toBeCloseTo(0.98);
    expect(read[0]!.from).toBeCloseTo(0);
    expect(read[1]!.to).toBeCloseTo(1);
  });

  it('makes the neighbours of a nearly lost point unsure', () => {
    const lost = lattice([
      [0.01, 0.99, 0, 0, 0],
      [0.55, 0, 0, 0.45, 0],
      [0.01, 0, 0.99, 0, 0],
    ]);
    const read = bestPath(lost, DICTIONARY, 1);
    expect(read.map((c) => c.text).join('')).toBe('17');
    expect(Math.min(...read.map((c) => c.probability))).toBeCloseTo(0.55);
  });

  it('gives whole readings, likeliest first, as shares of all', () => {
    const readings = likeliest(clear, DICTIONARY, [1, 2, 3], 4);
    expect(readings[0]!.text).toBe('17');
    expect(readings.map((r) => r.text)).toContain('11');
    expect(readings.reduce((sum, r) => sum + r.probability, 0)).toBeLessThanOrEqual(1.0001);
    for (let i = 1; i < readings.length; i++)
      expect(readings[i]!.probability).toBeLessThanOrEqual(readings[i - 1]!.probability);
  });

  it('gives none where nothing is printed', () => {
    expect(
      likeliest(
        lattice([
          [0.9, 0.05, 0, 0, 0.05],
          [0.9, 0, 0.1, 0, 0],
        ]),
        DICTIONARY,
        [1, 2, 3],
        4,
      ),
    ).toEqual([]);
  });
});
