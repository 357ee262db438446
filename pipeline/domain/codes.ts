/**
 * @module Classification codes. In: digits as printed, or the words of a header. Out: the scheme a code belongs to, its level and parent, the
 * code that a label prints before its name.
 */
import { fold } from './labels.js';

/**
 * function: 支出功能分类, 类 208, 款 20805, 项 2080505. department_economic: 部门预算支出经济分类, 301, 30101. government_economic: 政府预算支出经济分类,
 * 501, 50101. institution: 单位代码, 部门代码, whose digits may look like any of these.
 */
export const SCHEMES = ['function', 'department_economic', 'government_economic', 'institution'] as const;
export type Scheme = (typeof SCHEMES)[number];

/** First digit and numbers of digits of each classification; some places divide 项 and 款 further, by two digits. */
const FORMS: Readonly<Record<Exclude<Scheme, 'institution'>, { first: string; lengths: readonly number[] }>> = {
  function: { first: '2', lengths: [3, 5, 7] },
  department_economic: { first: '3', lengths: [3, 5] },
  government_economic: { first: '5', lengths: [3, 5] },
};

const CODE = /^\d{3}(?:\d\d){0,2}$/;
const FINEST = /^\d{3}(?:\d\d){0,3}$/;
/** [208]社会…, (208)社会…, 30217-公务接待费, 2080505机关事业单位…: the code that a label prints before its name. */
const LEADING = /^[[(]?(\d{3}(?:\d\d){0,2})[\])]?[-—]?(?=[\u3400-\u9fff])/;
/** As LEADING, with the space between: what is left is the name. */
const PRINTED_COPY = /^[[(]?\d{3}(?:\d\d){0,3}[\])]?[-—]?(?=[\u3400-\u9fff])/;

/** 3, 5 or 7 digits: a code of any classification, or the digits of one. */
export function isCode(text: string): boolean {
  return CODE.test(text);
}

/** 3, 5, 7 or 9 digits: what gives a row its id. */
export function isClassificationCode(code: string | null): code is string {
  return code !== null && FINEST.test(code);
}

/** A class, or the group of a class's other expenditure, whose only item repeats its code: 219, 21999. */
export function isClassOrOther(code: string): boolean {
  return /^\d{3}(?:99)?$/.test(code);
}

/** 3 to 7 digits: a code that stands for a name, whatever its classification. */
export function isCodeForName(text: string): boolean {
  return /^\d{3,7}$/.test(text);
}

/** Digits that have the form of a scheme's codes. Which scheme a column holds its header says; digits alone never do for institutions. */
export function hasFormOf(scheme: Exclude<Scheme, 'institution'>, code: string): boolean {
  const { first, lengths } = FORMS[scheme];
  return code.startsWith(first) && lengths.includes(code.length) && /^\d+$/.test(code);
}

/** A code of the expenditure classifications: 2…, 3…, 5… (and 4…, which older budgets print), of 3, 5 or 7 digits. */
export function isExpenditureCode(code: string): boolean {
  return CODE.test(code) && code >= '2' && code < '6';
}

/** The code one level up: 20805 of 2080505; null of a class. */
export function parentCode(code: string): string | null {
  return code.length > 3 ? code.slice(0, -2) : null;
}

/** 类 0, 款 1, 项 2 and what places divide further. */
export function codeLevel(code: string): number {
  return (code.length - 3) / 2;
}

/** A code printed before the name in the label cell itself: 2080505机关事业单位基本养老保险缴费支出. */
export function leadingCode(label: string): string | null {
  return LEADING.exec(fold(label))?.[1] ?? null;
}

/** A label without the copy of its code: [208]社会保障和就业支出 -> 社会保障和就业支出; 30217-公务接待费 -> 公务接待费. */
export function withoutCode(label: string): string {
  return fold(label).replace(PRINTED_COPY, '');
}

/** Words of headers that name a scheme, the narrower first. */
const HEADERS: readonly { scheme: Scheme; words: readonly string[] }[] = [
  { scheme: 'government_economic', words: ['政府预算支出经济', '政府预算经济', '政府支出经济', '政府经济'] },
  {
    scheme: 'department_economic',
    words: ['部门预算支出经济', '部门预算经济', '部门支出经济', '部门经济', '经济分类', '经济科目'],
  },
  { scheme: 'function', words: ['功能分类', '功能科目', '支出功能'] },
  { scheme: 'institution', words: ['单位代码', '单位编码', '部门代码', '部门编码', '预算单位代码', '预算代码'] },
];

/** The scheme that a column's header path names; null where it names none (科目编码 alone leaves it to the table). */
export function schemeOfHeader(header: string): Scheme | null {
  const text = fold(header);
  return HEADERS.find(({ words }) => words.some((word) => text.includes(word)))?.scheme ?? null;
}
