import { expect, test } from 'vitest';
import { findings } from '../../../../test/support/check/document.js';
import { said } from '../../../../test/support/check/prose.js';
import { rule } from './text-typo.js';

const found = (text: string) => findings(rule, said(`一、主要职责\n  ${text}`));

test('one character for another of nearly the same shape', () => {
  expect(found('负责征收集体士地房屋补偿工作。')[0]).toMatchObject({
    severity: 'error',
    reported: '士地',
    computed: '土地',
  });
  expect(found('一般公共预算财政拔款支出。')[0]).toMatchObject({ computed: '拨款' });
  expect(found('决算数小干预算数。')[0]).toMatchObject({ computed: '小于预算' });
});

test('the same characters in words of their own', () => {
  expect(
    found('提高党外人士地位，实现社区党建全覆盖，选拔入围，自己经营，期末完成，几千部法律，用干部，毕竟争取。'),
  ).toEqual([]);
});

test('what a recogniser read proves nothing', () => {
  expect(findings(rule, said('一、主要职责\n  负责征收集体士地房屋补偿工作。', undefined, { ocr: true }))).toEqual(
    [],
  );
});

test('a long term but for one character is a warning; joining words and other terms are not', () => {
  expect(found('政府性基金预算财政波款收入。').map((f) => [f.severity, f.computed])).toEqual([
    ['warning', '政府性基金预算财政拨款'],
  ]);
  expect(found('公务用车购置和运行维护费，社会保障与就业支出，公共安全支出。')).toEqual([]);
});
