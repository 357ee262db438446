import { describe, expect, it, test } from 'vitest';
import { CLASS_LABELS, className, FUNCTION_CLASSES } from './classes.js';
import { isClassificationCode, isClassOrOther, isCode, isCodeForName } from './codes.js';
import { codesNamed, namesOf, usualNamesOf } from './names-of-codes.js';

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

test('forms of codes', () => {
  expect(['208', '20805', '2080505', '208050501', '20', '2080', '[208]'].filter(isCode)).toEqual([
    '208',
    '20805',
    '2080505',
  ]);
  expect(['2080505', '208050501', '2080', null].map(isClassificationCode)).toEqual([true, true, false, false]);
});
