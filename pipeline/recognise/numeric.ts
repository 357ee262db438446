/** @module Recognised text -> is it meant as a number, and is it written as numbers are? */

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

/** Digits and the signs between them only. */
export function isNumberLike(text: string): boolean {
  const plain = [...text].map(numericSign).join('');
  return /\d/.test(plain) && /^[-(]?[\d.,\s]+[)%]*$/.test(plain);
}

/** Mostly digits, but with something that no number has: a misread digit, or a code with a letter. */
export function isNearlyNumber(text: string): boolean {
  const plain = [...text].map(numericSign);
  const digits = plain.filter((c) => c >= '0' && c <= '9').length;
  return digits >= 2 && digits >= plain.length * 0.6 && !/[一-鿿]/.test(text);
}

/** Amounts, counts, shares and codes: digits, whole groups of three, one decimal point. */
export function isWellFormed(text: string): boolean {
  return /^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?%?$/.test(text) && !/^-?0\d+\./.test(text);
}

/** Decimals printed: 2 in "1,234.50", 0 in "1,234"; null for what is no number. */
export function decimalsOf(text: string): number | null {
  if (!isWellFormed(text)) return null;
  const point = text.replace('%', '').lastIndexOf('.');
  return point < 0 ? 0 : text.replace('%', '').length - point - 1;
}
