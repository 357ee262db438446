/**
 * @module Exact decimal numbers, as amounts of money need them. In: printed decimals. Out: sums, products and
 * comparisons without rounding; quotients to 20 places. An integer and the place of its point: adding two figures of
 * one table is one addition of integers, a tenth of what a general decimal library takes, and the checks do little
 * else.
 */

/** A number must be an integer: others have passed through floating point already. */
export type DecimalLike = Decimal | string | number;

/** Places of a quotient. */
const QUOTIENT = 20;
const PLAIN = /^-?\d+(?:\.\d+)?$/;

const POWERS: bigint[] = [];
/** Kept for the places that documents print; a hostile number of a million digits must not stay in memory. */
function power(places: number): bigint {
  return places > 64 ? 10n ** BigInt(places) : (POWERS[places] ??= 10n ** BigInt(places));
}

/** What Decimal.of takes: -12.30, no grouping, no unit. */
export function isDecimal(text: string): boolean {
  return PLAIN.test(text);
}

export class Decimal {
  static readonly ZERO = new Decimal(0n, 0);

  /** coefficient ÷ 10^scale */
  private constructor(
    private readonly coefficient: bigint,
    private readonly scale: number,
  ) {}

  /** @throws RangeError for text that is no plain decimal, and for a number that is no integer */
  static of(value: DecimalLike): Decimal {
    if (value instanceof Decimal) return value;
    if (typeof value === 'number') return new Decimal(BigInt(value), 0);
    if (!PLAIN.test(value))
      throw new RangeError(
        `“${value.slice(0, 40)}” is no decimal number: digits, with one point at most, were expected`,
      );
    const point = value.indexOf('.');
    return point < 0
      ? new Decimal(BigInt(value), 0)
      : new Decimal(BigInt(value.slice(0, point) + value.slice(point + 1)), value.length - point - 1);
  }

  /** 5 × 10^-places: half of a last digit. */
  static half(places: number): Decimal {
    return new Decimal(5n, places + 1);
  }

  plus(value: DecimalLike): Decimal {
    const other = Decimal.of(value);
    if (this.scale === other.scale) return new Decimal(this.coefficient + other.coefficient, this.scale);
    return this.scale > other.scale
      ? new Decimal(this.coefficient + other.at(this.scale), this.scale)
      : new Decimal(this.at(other.scale) + other.coefficient, other.scale);
  }

  minus(value: DecimalLike): Decimal {
    const other = Decimal.of(value);
    if (this.scale === other.scale) return new Decimal(this.coefficient - other.coefficient, this.scale);
    return this.scale > other.scale
      ? new Decimal(this.coefficient - other.at(this.scale), this.scale)
      : new Decimal(this.at(other.scale) - other.coefficient, other.scale);
  }

  times(value: DecimalLike): Decimal {
    const other = Decimal.of(value);
    return new Decimal(this.coefficient * other.coefficient, this.scale + other.scale);
  }

  /** To 20 places, half away from zero. @throws RangeError by zero */
  div(value: DecimalLike): Decimal {
    const other = Decimal.of(value),
      shift = QUOTIENT + other.scale - this.scale;
    return shift >= 0
      ? new Decimal(rounded(this.coefficient * power(shift), other.coefficient), QUOTIENT)
      : new Decimal(rounded(this.coefficient, other.coefficient * power(-shift)), QUOTIENT);
  }

  /** × 10^places, exact: 万元 into 元 and back. */
  shift(places: number): Decimal {
    const scale = this.scale - places;
    return scale >= 0 ? new Decimal(this.coefficient, scale) : new Decimal(this.coefficient * power(-scale), 0);
  }

  neg(): Decimal {
    return new Decimal(-this.coefficient, this.scale);
  }
  abs(): Decimal {
    return this.coefficient < 0n ? this.neg() : this;
  }

  /** To so many places, half away from zero, or cut off there. */
  round(places = 0, mode: 'half_up' | 'down' = 'half_up'): Decimal {
    if (places >= this.scale) return this;
    const unit = power(this.scale - places);
    return new Decimal(mode === 'down' ? this.coefficient / unit : rounded(this.coefficient, unit), places);
  }

  isZero(): boolean {
    return this.coefficient === 0n;
  }

  /** Below zero, zero or above: less, equal, greater. */
  cmp(value: DecimalLike): -1 | 0 | 1 {
    const other = Decimal.of(value),
      scale = Math.max(this.scale, other.scale),
      a = this.at(scale),
      b = other.at(scale);
    return a < b ? -1 : a > b ? 1 : 0;
  }

  eq(value: DecimalLike): boolean {
    return this.cmp(value) === 0;
  }
  lt(value: DecimalLike): boolean {
    return this.cmp(value) < 0;
  }
  lte(value: DecimalLike): boolean {
    return this.cmp(value) <= 0;
  }
  gt(value: DecimalLike): boolean {
    return this.cmp(value) > 0;
  }
  gte(value: DecimalLike): boolean {
    return this.cmp(value) >= 0;
  }

  /** Plain digits: as many places as it needs, or as many as are asked for. Never "-0". */
  toFixed(places?: number): string {
    const { coefficient, scale } = places === undefined ? this : this.round(places);
    const digits = (coefficient < 0n ? -coefficient : coefficient).toString().padStart(scale + 1, '0');
    const whole = digits.slice(0, digits.length - scale);
    const fraction = digits.slice(digits.length - scale);
    const printed = places === undefined ? fraction.replace(/0+$/, '') : fraction.padEnd(places, '0');
    return `${coefficient < 0n ? '-' : ''}${whole}${printed === '' ? '' : `.${printed}`}`;
  }

  private at(scale: number): bigint {
    return scale === this.scale ? this.coefficient : this.coefficient * power(scale - this.scale);
  }
}

function rounded(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor,
    rest = dividend % divisor;
  const twice = (rest < 0n ? -rest : rest) * 2n,
    size = divisor < 0n ? -divisor : divisor;
  if (twice < size) return quotient;
  return dividend < 0n === divisor < 0n ? quotient + 1n : quotient - 1n;
}
