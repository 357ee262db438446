/**
 * @module Printed numbers as intervals: a value, and half of its last printed digit. In: facts and stated figures. Out:
 * differences with the tolerance that rounding explains. All arithmetic is exact.
 */
import { moneyPower } from '../domain/units.js';
import { Decimal } from '../domain/decimal.js';

/** 元 in one `unit`, or null where it is no money unit ("人民币万元", "单位：万元" and "（万元）" are understood). */
export function yuanPer(unit: string | null): Decimal | null {
  const power = moneyPower(unit);
  return power === null ? null : Decimal.of(1).shift(power);
}

export interface Quantity {
  readonly value: Decimal;
  /** Half of the last printed digit. */
  readonly half: Decimal;
  readonly unit: string | null;
}

/** An exact number: a count, a score. */
export function exact(text: string, unit: string | null): Quantity {
  return { value: Decimal.of(text), half: Decimal.ZERO, unit };
}

/** Digits after the point. */
export function decimalsOf(value: string): number {
  const point = value.indexOf('.');
  return point < 0 ? 0 : value.length - point - 1;
}

const HALVES: Decimal[] = [];
/** Half of the last of `decimals` digits: 0.5, 0.05, 0.005… */
export function halfDigit(decimals: number): Decimal {
  HALVES[decimals] ??= Decimal.half(decimals);
  return HALVES[decimals];
}

/** @param decimals digits that the table prints, where the value itself drops trailing zeros ("15" among "21.56") */
export function quantity(value: string, unit: string | null, decimals = 0): Quantity {
  return { value: Decimal.of(value), half: halfDigit(Math.max(decimals, decimalsOf(value))), unit };
}

/** The same quantity in another unit. Units that are no money, or unknown, are left as they are. */
export function inUnit(q: Quantity, unit: string | null): Quantity {
  if (q.unit === unit) return q;
  const from = moneyPower(q.unit),
    to = moneyPower(unit);
  if (from === null || to === null || from === to) return q;
  return { value: q.value.shift(from - to), half: q.half.shift(from - to), unit };
}

export interface Closure {
  /** total − parts, in the total's unit. */
  difference: Decimal;
  computed: Decimal;
  /** Sum of the half digits of every printed figure: 0.005·(n+1) for n parts of two decimals. */
  tolerance: Decimal;
  verdict: 'equal' | 'rounding' | 'beyond';
}

/** Does `total` equal the signed sum of `parts`? The intervals must meet. Everything is compared in the total's unit. */
export function close(total: Quantity, parts: { q: Quantity; sign: 1 | -1 }[]): Closure {
  let computed = Decimal.ZERO,
    tolerance = total.half;
  for (const { q, sign } of parts) {
    const same = inUnit(q, total.unit);
    computed = sign === 1 ? computed.plus(same.value) : computed.minus(same.value);
    tolerance = tolerance.plus(same.half);
  }
  const difference = total.value.minus(computed);
  const verdict = difference.isZero() ? 'equal' : difference.abs().lte(tolerance) ? 'rounding' : 'beyond';
  return { difference, computed, tolerance, verdict };
}

/** Plain digits, with at least so many after the point. */
export function decimal(value: Decimal, decimals = 0): string {
  const text = value.toFixed();
  return decimalsOf(text) >= decimals ? text : value.toFixed(decimals);
}
