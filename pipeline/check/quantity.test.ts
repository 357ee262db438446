import { describe, expect, it } from 'vitest';
import { Decimal } from '../domain/decimal.js';
import { close, decimal, decimalsOf, exact, halfDigit, inUnit, quantity, yuanPer } from './quantity.js';

const part = (value: string, unit: string | null = '万元') => ({ q: quantity(value, unit), sign: 1 as const });

describe('quantity', () => {
  it('knows units of money however they are printed', () => {
    expect(['元', '万元', '金额单位：万元', '人民币亿元', '千元'].map((u) => yuanPer(u)?.toFixed())).toEqual([
      '1',
      '10000',
      '10000',
      '100000000',
      '1000',
    ]);
    expect([null, '辆', '%', ''].map(yuanPer)).toEqual([null, null, null, null]);
  });

  it('half of the last printed digit, of the table’s digits where the value drops zeros', () => {
    expect([0, 1, 2, 6].map((d) => halfDigit(d).toFixed())).toEqual(['0.5', '0.05', '0.005', '0.0000005']);
    expect(quantity('15', '万元', 2).half.toFixed()).toBe('0.005');
    expect(quantity('1.2345', '万元', 2).half.toFixed()).toBe('0.00005');
    expect(exact('3', '辆').half.toFixed()).toBe('0');
  });

  it('the tolerance of n parts of two decimals is 0.005·(n+1): met, it is rounding; one digit on, it is not', () => {
    const parts = ['1.11', '2.22', '3.33'].map((v) => part(v));
    expect(close(quantity('6.66', '万元'), parts)).toMatchObject({ verdict: 'equal' });
    expect(close(quantity('6.68', '万元'), parts)).toMatchObject({ verdict: 'rounding' });
    expect(close(quantity('6.69', '万元'), parts)).toMatchObject({ verdict: 'beyond' });
    expect(close(quantity('6.68', '万元'), parts).tolerance.toFixed()).toBe('0.02');
  });

  it('general for any decimals: 元 without, 万元 with six', () => {
    expect(close(quantity('94995790', '元'), [part('77381546', '元'), part('17614243', '元')])).toMatchObject({
      verdict: 'rounding',
    });
    expect(close(quantity('0.300002', '万元'), [part('0.1', '万元'), part('0.2', '万元')]).verdict).toBe('rounding');
    expect(
      close(quantity('0.300002', '万元', 6), [
        { q: quantity('0.1', '万元', 6), sign: 1 },
        { q: quantity('0.2', '万元', 6), sign: 1 },
      ]).verdict,
    ).toBe('beyond');
  });

  it('compares 元 with 万元, each with its own rounding', () => {
    expect(close(quantity('1.35', '万元'), [part('13500', '元')]).verdict).toBe('equal');
    expect(close(quantity('1.35', '万元'), [part('13540', '元')]).verdict).toBe('rounding');
    expect(close(quantity('1.35', '万元'), [part('13560', '元')]).verdict).toBe('beyond');
    expect(inUnit(quantity('5', '辆'), '万元')).toMatchObject({ unit: '辆' });
  });

  it('subtracts parts with a minus sign, and prints plain decimals', () => {
    const { difference, computed } = close(quantity('3.00', '万元'), [
      part('5.00'),
      part('10.00'),
      { q: quantity('12.00', '万元'), sign: -1 },
    ]);
    expect([decimal(difference, 2), decimal(computed, 2)]).toEqual(['0.00', '3.00']);
    expect(decimal(Decimal.of('-0'), 2)).toBe('0.00');
    expect(decimal(Decimal.of('0.0000000010'))).toBe('0.000000001');
    expect(decimalsOf('-12.340')).toBe(3);
  });
});
