/** Against big.js, which does the same more slowly. */
import Big from 'big.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Decimal, isDecimal } from './decimal.js';

const printed = fc
  .tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.integer({ min: 0, max: 9 }), fc.boolean())
  .map(([n, places, small]) => {
    const value = new Big((small ? n % 1000n : n).toString()).div(new Big(10).pow(places)).toFixed(places);
    return /^-0(\.0*)?$/.test(value) ? value.slice(1) : value;
  });
const plain = (value: Big): string => value.toFixed().replace(/^-0$/, '0');

test('sums, products, comparisons and printing are those of big.js', () => {
  fc.assert(
    fc.property(printed, printed, (a, b) => {
      const x = Decimal.of(a),
        y = Decimal.of(b),
        p = new Big(a),
        q = new Big(b);
      expect(x.plus(y).toFixed()).toBe(plain(p.plus(q)));
      expect(x.minus(b).toFixed()).toBe(plain(p.minus(q)));
      expect(x.times(y).toFixed()).toBe(plain(p.times(q)));
      expect([x.shift(4).toFixed(), x.shift(-4).toFixed()]).toEqual([
        plain(p.times(10000)),
        plain(p.times('0.0001')),
      ]);
      expect(x.neg().abs().toFixed()).toBe(plain(p.abs()));
      expect([x.cmp(y), x.eq(y), x.lt(y), x.lte(y), x.gt(y), x.gte(y), x.isZero()]).toEqual([
        p.cmp(q),
        p.eq(q),
        p.lt(q),
        p.lte(q),
        p.gt(q),
        p.gte(q),
        p.eq(0),
      ]);
      expect(x.minus(x).isZero()).toBe(true);
    }),
  );
});

test('quotients and rounding are those of big.js', () => {
  fc.assert(
    fc.property(printed, printed, fc.integer({ min: 0, max: 12 }), (a, b, places) => {
      const x = Decimal.of(a),
        p = new Big(a);
      expect(x.round(places).toFixed()).toBe(plain(p.round(places, Big.roundHalfUp)));
      expect(x.round(places, 'down').toFixed()).toBe(plain(p.round(places, Big.roundDown)));
      expect(x.toFixed(places)).toBe(p.toFixed(places).replace(/^-(?=[0.]+$)/, ''));
      fc.pre(!new Big(b).eq(0));
      expect(x.div(b).toFixed()).toBe(plain(p.div(b)));
    }),
  );
});

test('only what is printed as a decimal is one', () => {
  expect(Decimal.of('-012.50').toFixed()).toBe('-12.5');
  expect(Decimal.half(2).toFixed()).toBe('0.005');
  for (const text of ['', ' 1', '1e5', '0x10', '1.', '.5', '1,000', '1.2.3'])
    expect(() => Decimal.of(text)).toThrow(RangeError);
  expect(() => Decimal.of(0.5)).toThrow(RangeError);
  expect(() => Decimal.of('1').div(0)).toThrow(RangeError);
});

test('what it takes as text', () => {
  expect(['-12.30', '1200', '1,200', '12.', '12%'].map(isDecimal)).toEqual([true, true, false, false, false]);
});
