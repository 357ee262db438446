import { describe, expect, it } from 'vitest';
import { classNear, codeByName, codeInLabel, codesNamed, schemeOf } from './schemes.js';

describe('codes', () => {
  it.each([
    ['2080505', 'function'],
    ['30217', 'economic'],
    ['50201', 'government_economic'],
    ['201001001', null],
    ['306', null],
    ['418', null],
    ['299', null],
  ])('%s belongs to %s', (code, scheme) => expect(schemeOf(code)).toBe(scheme));

  it.each([
    ['[208]社会保障和就业支出', '208', '社会保障和就业支出'],
    ['30217-公务接待费', '30217', '公务接待费'],
    ['2080505机关事业单位基本养老保险缴费支出', '2080505', '机关事业单位基本养老保险缴费支出'],
  ])('%s prints its code', (label, code, name) => expect(codeInLabel(label)).toEqual({ code, name }));

  it('are none in a label that only begins with digits', () => expect(codeInLabel('100万元以上设备')).toBeNull());
});

describe('names without codes', () => {
  it('mean the 类 where one has the name', () =>
    expect(codeByName('function', '八、社会保障和就业支出', [])).toBe('208'));
  it('mean the code below the line above', () => {
    expect(codeByName('function', '行政运行', ['20103', '201'])).toBe('2010301');
    expect(codeByName('function', '行政运行', [])).toBeNull();
  });
  it('change with the years', () => {
    expect(codesNamed('economic', '其他社会保障缴费', 2026)).toEqual(['30112']);
    expect(codesNamed('economic', '其他社会保障缴费', 2017)).toContain('30104');
  });
  it('are near to one class alone in recognised text', () => {
    expect(classNear('function', '八、杜会保障和就业支出')).toBe('208');
    expect(classNear('function', '其他支出')).toBeNull();
  });
});
