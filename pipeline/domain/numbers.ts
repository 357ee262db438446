/** @module A printed number in any of its forms in; an exact decimal string, or null where it is not surely one number, out. */
import { fold } from './labels.js';
import { digitsOf, isGrouped, isWellFormed, MINUS_SIGNS } from './number-shapes.js';
import { readOdd } from './odd-numbers.js';
import { unitBehind } from './units.js';

export { isAmount } from './number-shapes.js';

export interface PrintedNumber {
  /** Decimal string without grouping, trailing zeros kept; null: nothing printed, a dash, or not surely a number. */
  value: string | null;
  /** A unit printed behind the number: 万元, %, 人, … */
  unit: string | null;
}

/**
 * How a cell prints its number. `number`: as numbers are; `broken`: one number over two lines, sure by its signs alone (21,118.5|1);
 * `odd`: no rule allows it, yet it can mean one number only (120258,600); `several`: more than one figure; `blank`: nothing or a stroke;
 * `other`: anything else.
 */
export type NumberForm = 'number' | 'broken' | 'odd' | 'several' | 'blank' | 'other';

export interface ReadNumber extends PrintedNumber {
  form: NumberForm;
  /** What is odd, for the record of a repair. */
  why?: string;
  /** The figures of a cell that prints several, in order. */
  figures?: string[];
}

/** Cells are looked at several times on the way from grid to fact, and the same amounts stand in several tables. */
const REMEMBERED = 5_000;
const remembered = new Map<string, PrintedNumber>();

const NONE: PrintedNumber = { value: null, unit: null };
const DASHES = /^[-–—―−－_~/\\]+$/;
const MINUS = new RegExp(`^[${MINUS_SIGNS}]`);

/** True for a cell that prints nothing, or a stroke in place of a number. */
export function isBlank(text: string): boolean {
  const folded = fold(text);
  return folded === '' || DASHES.test(folded);
}

/**
 * White space and line ends inside a number: harmless beside grouping or point ("1, 673. 77") and between single,
 * letter-spaced characters; otherwise two neighbouring numbers may have run together, and the join is not sure.
 */
function joinsSurely(raw: string, joined: string): boolean {
  const parts = raw.trim().split(/\s+/);
  if (parts.length === 1) return true;
  if (parts.every((part) => part.length === 1)) return true;
  let unsure = 0;
  for (let i = 1; i < parts.length; i++) {
    if (/\d$/.test(fold(parts[i - 1]!)) && /^\d/.test(fold(parts[i]!))) unsure++;
  }
  if (unsure === 0) return true;
  // A narrow cell wraps anywhere: grouping that is right only after the join, or the second decimal alone on its line.
  if (isGrouped(joined))
    return (
      !parts.every((part) => digitsOf(fold(part)) !== null && !/^\d{3}$/.test(fold(part))) ||
      unsure < parts.length - 1
    );
  return (
    parts.length === 2 && raw.includes('\n') && /^\d+\.\d$/.test(fold(parts[0]!)) && /^\d$/.test(fold(parts[1]!))
  );
}

/**
 * @param text the cell's text, white space removed or not
 * @param raw the cell as printed, when it is known: decides whether a number broken by white space is one number
 */
export function parseNumber(text: string, raw: string = text): PrintedNumber {
  if (text === raw && text.length < 24) {
    let known = remembered.get(text);
    if (known === undefined) {
      known = parse(text, raw);
      if (remembered.size >= REMEMBERED) remembered.clear();
      remembered.set(text, known);
    }
    return known;
  }
  return parse(text, raw);
}

interface Taken {
  sign: '' | '-';
  /** What is left without sign, currency, brackets and unit. */
  body: string;
  unit: string | null;
}

/** Sign, currency sign, brackets and unit taken off; null where a bracket is a numbering. */
function takeSigns(text: string): Taken | null {
  let body = fold(text);
  const unit = unitBehind(body);
  if (unit !== null) body = body.slice(0, -unit.length);
  body = body.replace(/^[¥￥]/, '');
  let sign: '' | '-' = '';
  const bracketed = /^\((.+)\)$/.exec(body);
  if (bracketed) {
    // (12.30) and (1,200) are negative amounts; (1) or (12) may be a numbering.
    if (!/[.,]|\d{3}/.test(bracketed[1]!)) return null;
    sign = '-';
    body = bracketed[1]!;
  } else if (MINUS.test(body)) {
    sign = '-';
    body = body.slice(1);
  } else if (body.startsWith('+')) body = body.slice(1);
  return { sign, body: body.replace(/^[¥￥]/, ''), unit };
}

function parse(text: string, raw: string): PrintedNumber {
  if (!/\d/.test(fold(text))) return NONE;
  const taken = takeSigns(text);
  const value = taken === null ? null : digitsOf(taken.body);
  if (taken === null || value === null) return NONE;
  if (/\s/.test(raw.trim()) && !joinsSurely(digitsAndSigns(raw), taken.body)) return NONE;
  return { value: taken.sign + value, unit: taken.unit };
}

/** A cell as printed, without what stands before its first digit and behind its last. */
function digitsAndSigns(raw: string): string {
  return raw
    .trim()
    .replace(/^[^\d]+/, '')
    .replace(/[^\d.,，．]+$/, '');
}

/** A number as parseNumber reads it; where that finds none, what else the cell prints: a broken or odd number, several figures. */
export function readNumber(text: string, raw: string = text): ReadNumber {
  if (isBlank(text)) return { ...NONE, form: 'blank' };
  const plain = parseNumber(text, raw);
  if (plain.value !== null) return { ...plain, form: 'number' };
  const taken = takeSigns(text);
  if (taken === null || !/\d/.test(taken.body)) return { ...NONE, form: 'other' };
  const lines = digitsAndSigns(raw).split(/\s+/);
  const { sign, body, unit } = taken;
  if (lines.length > 1) {
    const whole = digitsOf(body);
    if (whole !== null && raw.includes('\n') && isBroken(lines)) return { value: sign + whole, unit, form: 'broken' };
    const figures = raw.trim().split(/\s+/);
    return figures.every(isWellFormed)
      ? { ...NONE, form: 'several', figures: figures.map((figure) => parseNumber(figure).value!) }
      : { ...NONE, form: 'other' };
  }
  const glued = twoAmounts(body);
  const odd = readOdd(body);
  // 1.673.99 is 1,673.99 with a point for its comma, or 1.67 and 3.99.
  if (glued) return odd ? { ...NONE, form: 'other' } : { ...NONE, form: 'several', figures: glued };
  return odd ? { value: sign + odd.value, unit, form: 'odd', why: odd.why } : { ...NONE, form: 'other' };
}

/** 21,118.5 over 1: amounts have two decimals, and a grouped one with a single decimal above a single digit lacks its second. */
function isBroken(lines: readonly string[]): boolean {
  const [first, second] = lines.map(fold);
  return lines.length === 2 && isGrouped(first!) && /\.\d$/.test(first!) && /^\d$/.test(second!);
}

/** 1,234.56789.00: two amounts of two decimals without a gap; each must be well formed by itself. */
function twoAmounts(body: string): string[] | null {
  const match = /^(\d[\d,]*\.\d\d)(\d[\d,]*\.\d\d)$/.exec(body);
  const figures = match ? [digitsOf(match[1]!), digitsOf(match[2]!)] : [];
  return figures.length > 0 && figures.every((figure) => figure !== null) ? (figures as string[]) : null;
}
