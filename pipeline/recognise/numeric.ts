/** @module Recognised text -> is it meant as a number, and is it written as numbers are? */
import { isFigure } from '../domain/number-shapes.js';

/** Full-width and look-alike signs of numbers, as recognisers and fonts give them. */
const SIGNS: Record<string, string> = {
  '，': ',',
  '．': '.',
  '。': '.',
  '·': '.',
  '－': '-',
  '—': '-',
  '–': '-',
  '−': '-',
  '％': '%',
  '（': '(',
  '）': ')',
  '、': ',',
  '：': ':',
};

/** A character as a number would print it, or unchanged. */
export function numericSign(c: string): string {
  const code = c.codePointAt(0)!;
  if (code >= 0xff10 && code <= 0xff19) return String.fromCharCode(code - 0xff10 + 48);
  return SIGNS[c] ?? c;
}

/** Digits and the signs of numbers only. */
export function isNumberLike(text: string): boolean {
  return isFigure([...text].map(numericSign).join(''));
}

/** Mostly digits, but with something that no number has: a misread digit, or a code with a letter. */
export function isNearlyNumber(text: string): boolean {
  const plain = [...text].map(numericSign);
  const digits = plain.filter((c) => c >= '0' && c <= '9').length;
  return digits >= 2 && digits >= plain.length * 0.6 && !/[一-鿿]/.test(text);
}

/** A ring by itself: in a column of numbers it is a nought, whatever alphabet it was read in. */
export function isLoneNought(text: string): boolean {
  return /^[oOQD〇○。0]$/.test(text);
}
