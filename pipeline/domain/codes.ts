/** @module Digits as printed in; whether they have the form of a classification code out. Which scheme a code belongs to says schemes.ts. */

/**
 * function: 支出功能分类, 类 208, 款 20805, 项 2080505. department_economic: 部门预算支出经济分类, 301, 30101. government_economic: 政府预算支出经济分类,
 * 501, 50101. institution: 单位代码, 部门代码, whose digits may look like any of these.
 */
export const SCHEMES = ['function', 'department_economic', 'government_economic', 'institution'] as const;
export type Scheme = (typeof SCHEMES)[number];

const CODE = /^\d{3}(?:\d\d){0,2}$/;
const FINEST = /^\d{3}(?:\d\d){0,3}$/;

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
