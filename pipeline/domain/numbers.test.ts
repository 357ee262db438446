import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBlank, parseNumber } from './numbers.js';

describe('parseNumber', () => {
  it.each([
    ['9746.50', '9746.50'],
    ['0.00', '0.00'],
    ['0', '0'],
    ['189,767,551', '189767551'],
    ['1, 673. 77', '1673.77'],
    ['3，707.54', '3707.54'],
    ['１，６７３．７７', '1673.77'],
    ['（12.3）', '-12.3'],
    ['(1,200)', '-1200'],
    ['△1.2', '-1.2'],
    ['-1,920', '-1920'],
    ['－5.00', '-5.00'],
    ['−0.5', '-0.5'],
    ['–3', '-3'],
    ['+12.30', '12.30'],
    ['.50', '0.50'],
    ['¥1,234.00', '1234.00'],
  ])('%s is %s', (text, value) => {
    expect(parseNumber(text)).toEqual({ value, unit: null });
  });

  it.each([
    ['12.5%', '12.5', '%'],
    ['100.00%', '100.00', '%'],
    ['134万元', '134', '万元'],
    ['64元', '64', '元'],
  ])('%s keeps its unit', (text, value, unit) => {
    expect(parseNumber(text)).toEqual({ value, unit });
  });

  it.each([
    '',
    ' ',
    '-',
    '—',
    '———',
    '－',
    '--',
    '一',
    '无',
    '1,23.45',
    '1.673.77',
    '1,673,77',
    '12,34',
    '5.',
    '(1)',
    '1-2',
    '1/2',
    '2O3.5',
    '见附表',
    '1.2.3',
    '12a',
    '①',
  ])('%j is no number', (text) => {
    expect(parseNumber(text).value).toBeNull();
  });

  it('joins a wrapped number only where the join is sure', () => {
    expect(parseNumber('189,767,551', '189,767,\n551').value).toBe('189767551');
    expect(parseNumber('189,767,551', '189,767,55\n1').value).toBe('189767551');
    expect(parseNumber('1673.77', '1 6 7 3 . 7 7').value).toBe('1673.77');
    expect(parseNumber('3707.54', '3707.5\n4').value).toBe('3707.54');
    expect(parseNumber('1234', '12\n34').value).toBeNull();
    expect(parseNumber('118.73', '1 18.73').value).toBeNull();
    expect(parseNumber('1.002.00', '1.00\n2.00').value).toBeNull();
    expect(parseNumber('5100', '5\n100').value).toBeNull();
  });

  it('reads what a number formats to, grouped or not, and never anything else', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
        fc.integer({ min: 0, max: 4 }),
        (scaled, places) => {
          const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, '0');
          const whole = digits.slice(0, digits.length - places);
          const fraction = places > 0 ? `.${digits.slice(-places)}` : '';
          const sign = scaled < 0n ? '-' : '';
          const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
          expect(parseNumber(sign + whole + fraction).value).toBe(sign + whole + fraction);
          expect(parseNumber(sign + grouped + fraction).value).toBe(sign + whole + fraction);
        },
      ),
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { value } = parseNumber(text);
        if (value !== null) expect(value).toMatch(/^-?\d+(\.\d+)?$/);
      }),
    );
  });

  it('knows blanks', () => {
    expect(['', '—', '———', '-', '  '].every(isBlank)).toBe(true);
    expect(isBlank('0')).toBe(false);
  });
});
