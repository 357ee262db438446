/** @module A printed number in any of its forms in; an exact decimal string, or null where it is not surely one number, out. */
import { fold } from './text.js';

export interface PrintedNumber {
  /** Decimal string without grouping, trailing zeros kept; null: nothing printed, a dash, or not surely a number. */
  value: string | null;
  /** A unit printed behind the number: 万元, %, 人, … */
  unit: string | null;
}

/** Cells are looked at several times on the way from grid to fact, and the same amounts stand in several tables. */
const REMEMBERED = 5_000;
const remembered = new Map<string, PrintedNumber>();

const NONE: PrintedNumber = { value: null, unit: null };
const DASHES = /^[-–—―−－_~/\\]+$/;
const PLAIN = /^(\d+)(?:\.(\d+))?$/;
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const MINUS = /^[-–—―−－△▲Δ∆]/;
const TRAILING_UNIT = /(亿元|万元|千元|百元|元|%|‰)$/;

/** True for a cell that prints nothing, or a stroke in place of a number. */
export function isBlank(text: string): boolean {
  const folded = fold(text);
  return folded === '' || DASHES.test(folded);
}

/** Digits, grouping and point -> decimal string, or null. */
function digits(text: string): string | null {
  if (GROUPED.test(text)) return text.replaceAll(',', '');
  if (PLAIN.test(text)) return text;
  return /^\.\d+$/.test(text) ? `0${text}` : null;
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
  if (GROUPED.test(joined))
    return (
      !parts.every((part) => digits(fold(part)) !== null && !/^\d{3}$/.test(fold(part))) || unsure < parts.length - 1
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

function parse(text: string, raw: string): PrintedNumber {
  let body = fold(text);
  if (!/\d/.test(body)) return NONE;
  let unit: string | null = null;
  const trailing = TRAILING_UNIT.exec(body);
  if (trailing) {
    unit = trailing[1]!;
    body = body.slice(0, -unit.length);
  }
  body = body.replace(/^[¥￥]/, '');
  let negative = false;
  const bracketed = /^\((.+)\)$/.exec(body);
  if (bracketed) {
    // (12.30) and (1,200) are negative amounts; (1) or (12) may be a numbering.
    if (!/[.,]|\d{3}/.test(bracketed[1]!)) return NONE;
    negative = true;
    body = bracketed[1]!;
  } else if (MINUS.test(body)) {
    negative = true;
    body = body.slice(1);
  } else if (body.startsWith('+')) body = body.slice(1);
  body = body.replace(/^[¥￥]/, '');
  const value = digits(body);
  if (value === null) return NONE;
  if (
    /\s/.test(raw.trim()) &&
    !joinsSurely(
      raw
        .trim()
        .replace(/^[^\d]+/, '')
        .replace(/[^\d.,，．]+$/, ''),
      body,
    )
  )
    return NONE;
  return { value: negative ? `-${value}` : value, unit };
}

const OPERATOR = /^(>=|<=|=>|=<|≥|≤|=|>|<|≧|≦|不低于|不少于|不高于|不超过)/;
const MEASURED = /^([^\d]{0,3}?)([-−－]?[\d,.]+)(%|‰|[\u4e00-\u9fff㎡²³a-zA-Z/·()]{0,8})$/;

/** A target or result as performance tables print it: operator, number, unit in one cell ("≥95%", "=64元", "400万元"). */
export function parseMeasured(text: string, raw: string = text): PrintedNumber & { operator: string | null } {
  const folded = fold(text);
  const sign = OPERATOR.exec(folded);
  const body = sign ? folded.slice(sign[0].length) : folded;
  const operator = sign ? sign[1]! : null;
  const plain = parseNumber(body, sign ? body : raw);
  if (plain.value !== null) return { ...plain, operator };
  const match = MEASURED.exec(body);
  if (match?.[1] !== '') return { ...NONE, operator };
  const unit = match[3]!;
  // 2023年 is a date, 2023年度 and 12月 are too; so is anything that goes on after its unit.
  if (/^(年度?|月|日)/.test(unit) && /^(19|20)\d\d$/.test(match[2]!)) return { ...NONE, operator };
  if (/^(月|日|年度|年底|年前|年末)/.test(unit)) return { ...NONE, operator };
  const number = parseNumber(match[2]!);
  return { value: number.value, unit: number.value === null ? null : unit || null, operator };
}
