/**
 * @module The one grammar of printed numbers. In: text that may be a number. Out: whether it is one, how strictly, and how many decimals
 * it prints. Signs: minus in any of its dashes, △, brackets; grouping comma; one point; a percent sign behind.
 */
import { fold } from './labels.js';

/** Dashes and triangles that stand before a negative amount. */
export const MINUS_SIGNS = '-−–—―－△▲Δ∆';
const MINUS = new RegExp(`[${MINUS_SIGNS}]`, 'g');

/** Digits and whole groups of three, one point: 1,234.50 · 1234.5 · 12. What two digits after a comma mean is open. */
const WHOLE = String.raw`(?:\d+|\d{1,3}(?:,\d{3})+)`;
const WELL_FORMED = new RegExp(String.raw`^[-+(]?${WHOLE}(?:\.\d+)?[)%‰]?$`);
const PLAIN_NUMBER = new RegExp(String.raw`^-?${WHOLE}(?:\.\d+)?%?$`);
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const DIVIDED = /^[-△(]?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)\)?$/;
const NON_ZERO_AMOUNT = /^-?[\d,，]*[1-9][\d,，]*\.\d+$|^-?0\.\d*[1-9]\d*$|^-?\d{1,3}([,，]\d{3})+$/;
const NUMBER = /^[-+(]?\d[\d,]*(?:\.\d+)?[)%‰]?$/;
const FIGURE = /^[-+(]*[\d.,]*\d[\d.,]*[)%‰*]{0,2}$/;

/** How a number is printed once full-width forms are ASCII and every minus sign is "-": －１，２３４．５０ -> -1,234.50. */
function plainSigns(text: string): string {
  return fold(text).replace(MINUS, '-');
}

/** Digits and the signs of numbers in any order: a number, perhaps misread, perhaps two run together ("1.234.56", "12.303.40"). */
export function isFigure(text: string): boolean {
  return FIGURE.test(plainSigns(text));
}

/** One number, its grouping not asked about: 120258,600 · -12.30 · (1,200) · 95%. */
export function isNumber(text: string): boolean {
  return NUMBER.test(plainSigns(text));
}

/** One number in whole groups of three: what can be read without a doubt. Years, codes and counts are such numbers too. */
export function isWellFormed(text: string): boolean {
  return WELL_FORMED.test(plainSigns(text));
}

/** As readers that expect numbers give them: ASCII, a minus alone before, no needless zeros: 1,234.50 · -12.3% · 0.05, not 007.5. */
export function isPlainNumber(text: string): boolean {
  return PLAIN_NUMBER.test(text) && !/^-?0\d+\./.test(text);
}

/** One to three digits, a point, three digits: in a column of whole numbers the point may be a grouping comma. */
export function hasTwoMagnitudes(text: string): boolean {
  return /^-?\d{1,3}\.\d{3}$/.test(text);
}

/** An amount of money: well formed, and grouped or with decimals, which years, codes and column numbers never are. */
export function isAmount(text: string): boolean {
  const plain = plainSigns(text);
  return WELL_FORMED.test(plain) && /[.,]/.test(plain) && !plain.endsWith('%') && !plain.endsWith('‰');
}

/** Grouped, or with decimals: 1,234 · △12.50 · (1,234.50); years, codes and column numbers never are, nor is a rate. */
export function isDivided(folded: string): boolean {
  return DIVIDED.test(folded);
}

/** Digits with grouping in its place, and nothing else: 1,234 · 1,234.50. */
export function isGrouped(plain: string): boolean {
  return GROUPED.test(plain);
}

/** Digits that a number prints after its point: 2 in "1,234.50" and "-12.34%", 0 in "1,234". */
export function decimalsOf(number: string): number {
  const point = number.lastIndexOf('.');
  return point < 0 ? 0 : number.slice(point + 1).replace(/\D+$/, '').length;
}

/** Digits and whole groups, one point -> decimal string; null for anything else. ".5" is 0.5. */
export function digitsOf(plain: string): string | null {
  if (GROUPED.test(plain)) return plain.replaceAll(',', '');
  if (/^\d+(?:\.\d+)?$/.test(plain)) return plain;
  return /^\.\d+$/.test(plain) ? `0${plain}` : null;
}

/** Something other than zero is printed. */
export function isNonZero(number: string | null): boolean {
  return number !== null && /[1-9]/.test(number);
}

/** An amount other than zero as a cell prints it, no code or column number: 1,234 · -12.50 · 0.05. */
export function isNonZeroAmount(text: string): boolean {
  return NON_ZERO_AMOUNT.test(text);
}

/** A year that these documents are about: 1900 to 2099. */
export function isYear(text: string): boolean {
  return /^(?:19|20)\d\d$/.test(text);
}
