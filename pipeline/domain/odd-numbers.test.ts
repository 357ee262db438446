import { describe, expect, it } from 'vitest';
import { parseNumber, readNumber } from './numbers.js';

describe('readNumber', () => {
  it.each([
    ['120258,600', '120258600', 'a grouping comma is missing'],
    ['-16933,575', '-16933575', 'a grouping comma is missing'],
    ['12,34.56', '1234.56', 'its grouping commas stand in the wrong places'],
    ['1,,234.50', '1234.50', 'a grouping comma is printed twice'],
    ['11.673.991.99', '11673991.99', 'points stand where its grouping is'],
    ['1.234.567', '1234567', 'points stand where its grouping is'],
    ['12..34', '12.34', 'its point is printed twice'],
  ])('%s can mean %s only', (text, value, why) => {
    expect(readNumber(text)).toEqual({ form: 'odd', value, unit: null, why });
    expect(parseNumber(text).value).toBeNull();
  });

  it.each(['12,34', '1,2', '12,3456', '1.2.3', '12a', '3=1+2', '1.673.99'])('%s stays unknown', (text) => {
    expect(readNumber(text)).toMatchObject({ form: 'other', value: null });
  });

  it('puts the last decimal back that a narrow cell wrapped', () => {
    expect(readNumber('21,118.51', '21,118.5\n1')).toEqual({ form: 'broken', value: '21118.51', unit: null });
    expect(readNumber('-143,999.00', '-143,999.0\n0')).toMatchObject({ form: 'broken', value: '-143999.00' });
  });

  it('never joins two figures', () => {
    expect(readNumber('21,118.5012.00', '21,118.50\n12.00')).toEqual({
      form: 'several',
      value: null,
      unit: null,
      figures: ['21118.50', '12.00'],
    });
    expect(readNumber('1,234.56789.00')).toMatchObject({ form: 'several', figures: ['1234.56', '789.00'] });
    expect(readNumber('21,118.51', '21,118.5 1').value).toBeNull();
    expect(readNumber('12', '1 2.0').value).toBeNull();
  });

  it('says what is no number', () => {
    expect(['', '—', '1,234.00', '(1)', '一、'].map((text) => readNumber(text).form)).toEqual([
      'blank',
      'blank',
      'number',
      'other',
      'other',
    ]);
  });
});
