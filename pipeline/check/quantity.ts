/**
 * @module Printed numbers as intervals: a value, and half of its last printed digit. In: facts and stated figures. Out:
 * differences with the tolerance that rounding explains. All arithmetic is exact (big.js).
 */
import Big from 'big.js';

/** 元 in one unit of money. A unit outside this list is no money unit. */
const YUAN: Record<string, Big> = {
  元: new Big(1), 百元: new Big(100), 千元: new Big(1_000), 万元: new Big(10_000), 百万元: new Big(1_000_000), 亿元: new Big(100_000_000),
};

/** 元 in one `unit`, or null where it is no money unit ("人民币万元", "单位：万元" and "（万元）" are understood). */
export function yuanPer(unit: string | null): Big | null {
  if (unit === null) return null;
  const name = /(百万|亿|万|千|百)?元/.exec(unit)?.[0];
  return name === undefined ? null : (YUAN[name] ?? null);
}

export interface Quantity {
  readonly value: Big;
  /** Half of the last printed digit. */
  readonly half: Big;
  readonly unit: string | null;
  /** value × 10^SCALE, where it has no more decimals than that: sums that are exactly equal are told without a Big. */
  readonly scaled?: bigint | null;
}

/** Decimals that `scaled` keeps; published figures have six at most. */
const SCALE = 8;

/** A printed number; the Big is made when arithmetic needs it, which most comparisons never do. */
class PrintedQuantity implements Quantity {
  readonly scaled: bigint | null;
  #value: Big | null = null;
  constructor(readonly text: string, readonly half: Big, readonly unit: string | null) { this.scaled = scaledOf(text); }
  get value(): Big {
    this.#value ??= new Big(this.text);
    return this.#value;
  }
}

function scaledOf(text: string): bigint | null {
  const decimals = decimalsOf(text);
  if (decimals > SCALE) return null;
  return BigInt((decimals === 0 ? text : text.replace('.', '')) + '0'.repeat(SCALE - decimals));
}

/** An exact number: a count, a score. */
export function exact(text: string, unit: string | null): Quantity { return new PrintedQuantity(text, ZERO, unit); }
const ZERO = new Big(0);

export function isZero(q: Quantity): boolean { return q.scaled === undefined || q.scaled === null ? q.value.eq(0) : q.scaled === 0n; }

/** Whether the parts make up the total to the last digit, told without a Big where units and decimals allow; null: not told. */
export function equalsExactly(total: Quantity, parts: { q: Quantity; sign: 1 | -1 }[]): boolean | null {
  let sum = total.scaled;
  if (sum === undefined || sum === null) return null;
  for (const { q, sign } of parts) {
    if (q.scaled === undefined || q.scaled === null || q.unit !== total.unit) return null;
    sum = sign === 1 ? sum - q.scaled : sum + q.scaled;
  }
  return sum === 0n;
}

/** Digits after the point. */
export function decimalsOf(value: string): number {
  const point = value.indexOf('.');
  return point < 0 ? 0 : value.length - point - 1;
}

const HALVES: Big[] = [];
/** Half of the last of `decimals` digits: 0.5, 0.05, 0.005… */
export function halfDigit(decimals: number): Big {
  HALVES[decimals] ??= new Big(`5e-${decimals + 1}`);
  return HALVES[decimals];
}

/** @param decimals digits that the table prints, where the value itself drops trailing zeros ("15" among "21.56") */
export function quantity(value: string, unit: string | null, decimals = 0): Quantity {
  return new PrintedQuantity(value, halfDigit(Math.max(decimals, decimalsOf(value))), unit);
}

/** The same quantity in another unit. Units that are no money, or unknown, are left as they are. */
export function inUnit(q: Quantity, unit: string | null): Quantity {
  if (q.unit === unit) return q;
  const from = yuanPer(q.unit), to = yuanPer(unit);
  if (from === null || to === null || from.eq(to)) return q;
  return { value: q.value.times(from).div(to), half: q.half.times(from).div(to), unit };
}

export interface Closure {
  /** total − parts, in the total's unit. */
  difference: Big;
  computed: Big;
  /** Sum of the half digits of every printed figure: 0.005·(n+1) for n parts of two decimals. */
  tolerance: Big;
  verdict: 'equal' | 'rounding' | 'beyond';
}

/** Does `total` equal the signed sum of `parts`? The intervals must meet. Everything is compared in the total's unit. */
export function close(total: Quantity, parts: { q: Quantity; sign: 1 | -1 }[]): Closure {
  let computed = new Big(0), tolerance = total.half;
  for (const { q, sign } of parts) {
    const same = inUnit(q, total.unit);
    computed = sign === 1 ? computed.plus(same.value) : computed.minus(same.value);
    tolerance = tolerance.plus(same.half);
  }
  const difference = total.value.minus(computed);
  const verdict = difference.eq(0) ? 'equal' : difference.abs().lte(tolerance) ? 'rounding' : 'beyond';
  return { difference, computed, tolerance, verdict };
}

/** A Big as a plain decimal with at least the digits given, never in exponent form, never "-0". */
export function decimal(value: Big, decimals = 0): string {
  const text = value.toFixed();
  const printed = decimalsOf(text) >= decimals ? text : value.toFixed(decimals);
  return /^-0(\.0*)?$/.test(printed) ? printed.slice(1) : printed;
}
