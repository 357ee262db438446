/**
 * @module A printed figure in; an exact interval out: its value and half of its last printed digit as integers of one scale, so that
 * figures in 元 and in 万元 add without a thought. A figure whose unit is no money keeps its own unit and meets only its like.
 */

/** Digits behind the point of one 元 (or of one piece) that amounts keep. */
const SCALE = 16;
const POWERS: Readonly<Record<string, number>> = { 元: 0, 百元: 2, 千元: 3, 万元: 4, 百万元: 6, 亿元: 8 };

export interface Amount {
  /** A last digit that the figure has less than its column, where it prints decimals at all; else 0. */
  readonly cut: bigint;
  readonly value: bigint;
  /** Half of the last printed digit. */
  readonly half: bigint;
  /** Money in 元, or the unit as printed: only equal ones are added. */
  readonly of: string;
}

const powers: bigint[] = [];
const power = (n: number): bigint => (powers[n] ??= 10n ** BigInt(n));
const moneyOf = new Map<string, number | null>();

/** 元 in one unit as a power of ten; null where it is no unit of money. */
export function moneyPower(unit: string | null): number | null {
  if (unit === null) return null;
  let known = moneyOf.get(unit);
  if (known === undefined) {
    const name = /(百万|亿|万|千|百)?元/.exec(unit)?.[0];
    known = name === undefined ? null : (POWERS[name] ?? null);
    if (moneyOf.size > 1000) moneyOf.clear();
    moneyOf.set(unit, known);
  }
  return known;
}

export function decimalsOf(value: string): number {
  const point = value.indexOf('.');
  return point < 0 ? 0 : value.length - point - 1;
}

/**
 * @param decimals digits behind the point that the column prints, where the figure itself drops trailing zeros
 * @returns null where the figure has more digits than amounts keep
 */
export function amountOf(value: string, unit: string | null, decimals = 0): Amount | null {
  const own = decimalsOf(value);
  const money = moneyPower(unit);
  const shift = SCALE + (money ?? 0);
  const places = Math.max(own, decimals);
  if (places >= shift) return null;
  const digits = own === 0 ? value : value.replace('.', '');
  return {
    value: BigInt(digits) * power(shift - own),
    half: 5n * power(shift - places - 1),
    cut: own > 0 && own < places ? power(shift - own) : 0n,
    of: money === null ? (unit ?? '') : '元',
  };
}

export const abs = (n: bigint): bigint => (n < 0n ? -n : n);

/** An amount in a printed unit, as a plain decimal; at least so many digits behind the point. */
export function printed(value: bigint, unit: string | null, decimals = 0): string {
  const shift = SCALE + (moneyPower(unit) ?? 0);
  const digits = abs(value)
    .toString()
    .padStart(shift + 1, '0');
  const whole = digits.slice(0, digits.length - shift);
  const fraction = digits
    .slice(digits.length - shift)
    .replace(/0+$/, '')
    .padEnd(decimals, '0');
  return `${value < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}
