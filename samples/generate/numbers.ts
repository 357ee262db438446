/** @module Decimal strings as documents print them, and back to the number that truth files hold. */
import { Big } from 'big.js';

export type NumberStyle = 'plain' | 'grouped' | 'spaced' | 'fullwidth';
export type NegativeStyle = 'minus' | 'triangle' | 'brackets';

function group(s: string): string {
  const [whole = '', part] = s.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return part === undefined ? grouped : `${grouped}.${part}`;
}

export function print(value: string, style: NumberStyle, negative: NegativeStyle = 'minus'): string {
  if (!/^-?\d+(\.\d+)?$/.test(value)) return value;
  const minus = value.startsWith('-');
  const bare = minus ? value.slice(1) : value;
  let out = style === 'plain' ? bare : group(bare);
  if (style === 'spaced') out = out.replace(/([.,])/g, '$1 ');
  if (style === 'fullwidth') out = out.replaceAll(',', '，');
  if (!minus) return out;
  return negative === 'triangle' ? `△${out}` : negative === 'brackets' ? `（${out}）` : `-${out}`;
}

/** The number a printed value place states; null when it prints none ("", "-", "———", words). */
export function parse(printed: string): number | null {
  const s = printed.normalize('NFKC').replace(/[\s,]/g, '');
  const m = /^(?:(△|-)?(\d+(?:\.\d+)?)|\((\d+(?:\.\d+)?)\))$/.exec(s);
  if (!m) return null;
  const n = Number(m[2] ?? m[3]);
  return m[1] || m[3] ? -n : n;
}

/** The figure inside a performance value: "≥95%" 95, "=64元" 64, "2部" 2; null for words, dates and lists of figures. */
export function parseMeasured(printed: string): number | null {
  const s = printed.normalize('NFKC').replace(/[\s,]/g, '');
  const m = /^(?:[=≥≤<>]=?|=)?(-?\d+(?:\.\d+)?)(?:%|[^\d年月日;:]{0,4})$/.exec(s);
  return m ? Number(m[1]) : null;
}

export function sum(values: (string | undefined)[]): string {
  return values.reduce<Big>((a, v) => (v && /^-?[\d.]+$/.test(v) ? a.plus(v) : a), new Big(0)).toFixed(2);
}
export function minus(a: string, b: string): string {
  return new Big(a || 0).minus(b || 0).toFixed(2);
}
/** Percentage of the whole, two decimals, half up; "0.00" on a zero base. */
export function share(part: string, whole: string): string {
  const w = new Big(whole || 0);
  return w.eq(0) ? '0.00' : new Big(part || 0).times(100).div(w).toFixed(2);
}
