import { describe, expect, it } from 'vitest';
import type { Ruling } from '../model.js';
import { doubtedNumbers, type ReadLine } from './doubt.js';
import type { Recognition } from './engine.js';
import { decimalsOf, isPlainNumber } from '../domain/number-shapes.js';
import { isNumberLike } from './numeric.js';
import { type Read, weigh } from './opinions.js';

describe('how numbers are written', () => {
  it.each(['0', '12', '1,234', '1,234,567.89', '0.00', '-12.30', '99.5%', '2080505'])('%s is well formed', (text) =>
    expect(isPlainNumber(text)).toBe(true),
  );
  it.each(['1,23', '12,34.5', '1.2.3', '00.5', '1,234,56', '-', '', '12.', '1O.00'])('"%s" is not', (text) =>
    expect(isPlainNumber(text)).toBe(false),
  );
  it('knows look-alike signs', () =>
    expect(['１２．５０', '1，234。50', '－3'].map(isNumberLike)).toEqual([true, true, true]));
  it('counts decimals', () => expect(['1,234.50', '12', '9.5%'].map(decimalsOf)).toEqual([2, 0, 1]));
});

const line = (text: string, row: number, probability = 0.99): ReadLine => ({
  box: [110, row * 20 + 4, 150, row * 20 + 16],
  text,
  probability,
});
const rulings: Ruling[] = [
  ...[0, 20, 40, 60, 80, 100, 120].map(
    (at): Ruling => ({ orientation: 'horizontal', at, from: 0, to: 200, width: 1, kind: 'stroke', hidden: null }),
  ),
  ...[0, 100, 200].map(
    (at): Ruling => ({ orientation: 'vertical', at, from: 0, to: 120, width: 1, kind: 'stroke', hidden: null }),
  ),
];

describe('numbers that need a second opinion', () => {
  it('are unsure, odd, or unlike their column', () => {
    const lines = [
      line('决算数', 0),
      line('12.50', 1),
      line('3l.00', 2),
      line('45.00', 3, 0.7),
      line('7800', 4),
      line('1.00', 5),
    ];
    expect([...doubtedNumbers(lines, rulings)]).toEqual(
      expect.arrayContaining([
        [2, 'grammar'],
        [3, 'probability'],
      ]),
    );
    expect(
      doubtedNumbers(
        [line('决算数', 0), ...['1.00', '2.00', '3.00', '4.00'].map((t, i) => line(t, i + 1)), line('7800', 5)],
        rulings,
      ),
    ).toEqual(new Map([[5, 'magnitude']]));
    expect(
      doubtedNumbers(
        [line('决算数', 0), ...['1.00', '2.00', '3.00', '4.00'].map((t, i) => line(t, i + 1)), line('12.5', 5)],
        rulings,
      ),
    ).toEqual(new Map([[5, 'decimals']]));
    expect(
      doubtedNumbers(
        [line('预算数', 0), ...['1,000', '2,500', '300', '47,000'].map((t, i) => line(t, i + 1)), line('7.800', 5)],
        rulings,
      ),
    ).toEqual(new Map([[5, 'magnitude']]));
  });

  it('stand in a row of column numbers and are letters', () => {
    const cell = (text: string, column: number): ReadLine => ({
      box: [column * 40 + 10, 24, column * 40 + 20, 36],
      text,
      probability: 0.9,
    });
    const grid: Ruling[] = [
      ...[0, 20, 40, 60].map(
        (at): Ruling => ({ orientation: 'horizontal', at, from: 0, to: 240, width: 1, kind: 'stroke', hidden: null }),
      ),
      ...[0, 40, 80, 120, 160, 200, 240].map(
        (at): Ruling => ({ orientation: 'vertical', at, from: 0, to: 60, width: 1, kind: 'stroke', hidden: null }),
      ),
    ];
    const row = ['栏次', 'l', '2', '3', '4', 'S'].map(cell);
    expect(doubtedNumbers(row, grid)).toEqual(
      new Map([
        [1, 'column'],
        [5, 'column'],
      ]),
    );
  });

  it('are none in a clean column, nor are labels and dashes', () => {
    expect(
      doubtedNumbers(
        [line('决算数', 0), line('12.50', 1), line('-', 2), line('45.00', 3), line('8.00', 4), line('1.00', 5)],
        rulings,
      ).size,
    ).toBe(0);
    expect(doubtedNumbers([line('一般公共服务支出', 1, 0.4)], rulings).size).toBe(0);
  });
});

describe('second opinions', () => {
  const first = (text: string, probability: number): Recognition => ({
    text,
    characters: [...text].map((c, i) => ({ text: c, probability, from: i / text.length, to: (i + 1) / text.length })),
  });
  /** Every reader says the same. */
  const say = (text: string, probability: number, ...readers: string[]): Read[] =>
    readers.map((by) => ({ text, probability, by }));
  const least = (r: Recognition): number => Math.min(...r.characters.map((c) => c.probability));

  it('that agree make a number surer, another kind of engine more than another scale', () => {
    const alone = weigh(first('12.50', 0.7), say('12.50', 0.9, 'ppocr', 'ppocr, other scale'), 'ppocr');
    const both = weigh(first('12.50', 0.7), say('12.50', 0.9, 'ppocr', 'ppocr, other scale', 'tesseract'), 'ppocr');
    expect([alone.agreed, both.agreed]).toEqual([true, true]);
    expect(least(alone.recognition)).toBeGreaterThan(0.7);
    expect(least(both.recognition)).toBeGreaterThan(least(alone.recognition));
  });

  it('that agree on a number of another magnitude than its column leave it doubtful', () => {
    const { agreed, recognition } = weigh(
      first('167399', 0.99),
      say('167399', 0.99, 'ppocr', 'ppocr, other scale', 'tesseract'),
      'ppocr',
      true,
    );
    expect([agreed, recognition.text]).toEqual([true, '167399']);
    expect(least(recognition)).toBe(0.5);
  });

  it('that differ make it doubtful, and keep what was read', () => {
    const { agreed, recognition, readings } = weigh(
      first('12.50', 0.85),
      [
        { text: '12.50', probability: 0.8, by: 'ppocr' },
        { text: '72.50', probability: 0.7, by: 'ppocr, other scale' },
        { text: '12.50', probability: 0.9, by: 'tesseract' },
      ],
      'ppocr',
    );
    expect(agreed).toBe(false);
    expect(recognition.text).toBe('12.50');
    expect(least(recognition)).toBeLessThanOrEqual(0.5);
    expect(readings.map((r) => [r.text, r.by])).toEqual([
      ['12.50', 'ppocr + tesseract'],
      ['72.50', 'ppocr, other scale'],
    ]);
  });

  it('that all name another number overrule what is none, and stay unsure', () => {
    const { recognition, overruled } = weigh(
      first('1Z.50', 0.6),
      say('12.50', 0.9, 'ppocr', 'ppocr, other scale', 'tesseract'),
      'ppocr',
    );
    expect([recognition.text, overruled]).toEqual(['12.50', true]);
    expect(least(recognition)).toBeLessThan(0.8);
  });

  it('never vote a sign or a point away, whoever saw it', () => {
    const seen = (text: string, ...readings: Read[]): [string, number] => {
      const { recognition } = weigh(first(text, 0.95), readings, 'ppocr');
      return [recognition.text, least(recognition)];
    };
    const others = say('12.50', 0.96, 'ppocr', 'ppocr, other scale');
    // One engine's sureness is not credited to the other: the minus that only one of them saw stays, in doubt.
    expect(seen('12.50', ...others, ...say('-12.50', 0.6, 'tesseract'))).toEqual(['-12.50', 0.5]);
    expect(seen('-12.50', ...others, ...say('12.50', 0.9, 'tesseract'))).toEqual(['-12.50', 0.5]);
    expect(
      seen('1250', ...say('1250', 0.9, 'ppocr', 'ppocr, other scale'), ...say('12.50', 0.5, 'tesseract')),
    ).toEqual(['12.50', 0.5]);
  });

  it('do not let one engine alone overrule', () => {
    const { recognition } = weigh(first('12.50', 0.7), say('72.50', 0.99, 'tesseract'), 'ppocr');
    expect([recognition.text, least(recognition)]).toEqual(['12.50', 0.5]);
  });

  it('take a letter that is drawn as a digit for the digit', () => {
    const { recognition, agreed } = weigh(first('o', 0.9), say('0', 0.97, 'ppocr', 'ppocr, other scale'), 'ppocr');
    expect([recognition.text, agreed]).toEqual(['0', true]);
    expect(least(recognition)).toBeGreaterThan(0.8);
  });
});
