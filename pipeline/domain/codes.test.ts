import { describe, expect, it, test } from 'vitest';
import { CLASS_LABELS, className, FUNCTION_CLASSES } from './classes.js';
import {
  codeLevel,
  hasFormOf,
  isClassOrOther,
  isCodeForName,
  isExpenditureCode,
  leadingCode,
  parentCode,
  schemeOfHeader,
  withoutCode,
} from './codes.js';
import { codesNamed, namesOf, usualNamesOf } from './names-of-codes.js';

describe('codes', () => {
  it('have level and parent', () => {
    expect(['208', '20805', '2080505', '208050501'].map(codeLevel)).toEqual([0, 1, 2, 3]);
    expect(['208', '20805', '2080505'].map(parentCode)).toEqual([null, '208', '20805']);
    expect(['208', '30101', '50101', '101', '601', '20', '2080505'].map(isExpenditureCode)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      true,
    ]);
    expect(hasFormOf('function', '2080505') && hasFormOf('department_economic', '30101')).toBe(true);
    expect(hasFormOf('department_economic', '3010101')).toBe(false);
  });

  it.each([
    ['[208]社会保障和就业支出', '208', '社会保障和就业支出'],
    ['30217-公务接待费', '30217', '公务接待费'],
    ['2080505机关事业单位基本养老保险缴费支出', '2080505', '机关事业单位基本养老保险缴费支出'],
    ['公务接待费', null, '公务接待费'],
    ['2024年预算', null, '2024年预算'],
  ])('a label prints its code: %s', (label, code, name) => {
    expect(leadingCode(label)).toBe(code);
    expect(withoutCode(label)).toBe(name);
  });

  it.each([
    ['政府预算支出经济分类科目/科目编码', 'government_economic'],
    ['部门预算支出经济分类/编码', 'department_economic'],
    ['支出功能分类科目编码', 'function'],
    ['单位编码', 'institution'],
    ['部门代码', 'institution'],
    ['科目编码', null],
  ])('a header names the scheme: %s', (header, scheme) => {
    expect(schemeOfHeader(header)).toBe(scheme);
  });
});

describe('names of codes', () => {
  it('are valid for years', () => {
    expect(namesOf('function', '20805', 2018)).toEqual(['行政事业单位离退休']);
    expect(namesOf('function', '20805', 2024)).toEqual(['行政事业单位养老支出']);
    expect(namesOf('function', '20805')).toHaveLength(2);
    expect(namesOf('department_economic', '30311', 2017)).toEqual(['住房公积金']);
    expect(namesOf('government_economic', '50101')).toEqual(['工资奖金津补贴']);
  });

  it('lead back to one code, or to several', () => {
    expect(codesNamed('function', '机关事业单位职业年金缴费支出', 2024)).toEqual(['2080506']);
    expect(codesNamed('department_economic', '因公出国(境)费用')).toEqual(['30212']);
    expect(codesNamed('function', '行政运行').length).toBeGreaterThan(5);
    expect(codesNamed('function', '行政事业单位离退休', 2024)).toEqual([]);
  });

  it('are a measure only where they are printed widely', () => {
    expect(usualNamesOf('function', '2010201')).toBeUndefined();
    expect(namesOf('function', '2010201')).toEqual(['行政运行']);
  });
});

test('the list of classes and the names of their codes agree', () => {
  for (const { code, name } of FUNCTION_CLASSES) {
    const names = namesOf('function', code);
    if (names.length > 0) expect(names, code).toContain(name);
  }
  expect(new Set(FUNCTION_CLASSES.map(({ code }) => code)).size).toBe(FUNCTION_CLASSES.length);
  const labels = Object.values(CLASS_LABELS).flat();
  expect(new Set(labels).size).toBe(labels.length);
});

test('codes that repeat below themselves, and codes that stand for names', () => {
  expect(['219', '21999', '20805', '2199999'].map(isClassOrOther)).toEqual([true, true, false, false]);
  expect(['208', '2080505', '20', '人员经费'].map(isCodeForName)).toEqual([true, true, false, false]);
  expect(className('208')).toBe('社会保障和就业支出');
});
