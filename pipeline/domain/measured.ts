/**
 * @module A target or a result as performance tables print it in; operator, number and unit out: "≥95.00(%)", "=64元", "20人以上", "400万元"
 * say the same in different ways. Words, dates and several figures at once are no number.
 */
import { fold } from './labels.js';
import { isYear } from './number-shapes.js';
import { type PrintedNumber, parseNumber } from './numbers.js';

type Operator = '>=' | '<=' | '=' | '>' | '<';

interface Measured extends PrintedNumber {
  operator: Operator | null;
}

const SAYINGS: readonly (readonly [Operator, readonly string[]])[] = [
  ['>=', ['>=', '=>', '≥=', '≥', '≧', '》', '不低于', '不少于', '不小于', '大于等于', '大于或等于', '至少']],
  [
    '<=',
    ['<=', '=<', '≤=', '≤', '≦', '《', '不高于', '不超过', '不大于', '不多于', '小于等于', '小于或等于', '至多'],
  ],
  ['>', ['>', '大于', '高于', '超过', '多于']],
  ['<', ['<', '小于', '低于', '少于']],
  ['=', ['=', '等于']],
];
/** Longest first: 大于等于 before 大于. */
const BEFORE = SAYINGS.flatMap(([operator, words]) => words.map((word) => ({ operator, word }))).sort(
  (a, b) => b.word.length - a.word.length,
);
/** 95%以上, 5天以内, 3次及以上. */
const BEHIND: readonly (readonly [Operator, RegExp])[] = [
  ['>=', /(?:\(含\)|\(含本数\)|及|含)?以上(?:\(含\))?$/],
  ['<=', /(?:\(含\)|及|含)?(?:以下|以内|之内)(?:\(含\))?$/],
];

const BODY = /^([-−－]?[\d,.]+)(%|‰|[㐀-鿿㎡²³a-zA-Z/·()℃%]{0,8})$/;
/** 100余场, 3-5个, 12月底: not this number, or no number of something. */
const NO_UNIT = /^(?:余|多|几|至|到|月|日|年度|年底|年前|年末|点|时|号|[./])/;

/** The operator that stands before a figure, and what is left. */
function takeOperator(text: string): { operator: Operator | null; rest: string } {
  const found = BEFORE.find(({ word }) => text.startsWith(word));
  if (found) return { operator: found.operator, rest: text.slice(found.word.length) };
  for (const [operator, pattern] of BEHIND) {
    const rest = text.replace(pattern, '');
    if (rest !== text && /\d/.test(rest)) return { operator, rest };
  }
  return { operator: null, rest: text };
}

/** The operator that a text prints: "≥", "不低于95%". */
export function operatorIn(text: string): Operator | null {
  return takeOperator(fold(text)).operator;
}

export function parseMeasured(text: string, raw: string = text): Measured {
  const folded = fold(text).replace(/^定量[:：]/, '');
  const { operator, rest } = takeOperator(folded);
  const body = rest.replace(/^百分之([\d.]+)$/, '$1%');
  const plain = parseNumber(body, operator ? body : raw);
  if (plain.value !== null) return { ...plain, operator };
  const none: Measured = { value: null, unit: null, operator };
  const match = BODY.exec(body);
  if (match === null) return none;
  const unit = match[2]!.replace(/^\((.*)\)$/, '$1');
  if (NO_UNIT.test(unit) || (/^年/.test(unit) && isYear(match[1]!))) return none;
  const value = parseNumber(match[1]!).value;
  return value === null ? none : { value, unit: unit === '百分比' ? '%' : unit || null, operator };
}
