import { expect, test } from 'vitest';
import { findings } from '../../../../test/support/check/document.js';
import { said } from '../../../../test/support/check/prose.js';
import { rule } from './text-scope-word.js';

test('a unit’s document that speaks of a department in its titles', () => {
  const identity = { scope: 'unit' as const, title: '2024年度单位决算' };
  expect(
    findings(rule, said('第二部分2024年度部门决算情况说明', undefined, { identity })).map((f) => [
      f.severity,
      f.reported,
      f.computed,
    ]),
  ).toEqual([['warning', '部门', '单位']]);
  expect(findings(rule, said('第二部分2024年度单位决算情况说明', undefined, { identity }))).toEqual([]);
});

test('a department’s document may speak of units in its sentences', () => {
  expect(findings(rule, said('第二部分2024年度部门决算情况说明\n  本单位2024年度单位决算已公开。'))).toEqual([]);
});
