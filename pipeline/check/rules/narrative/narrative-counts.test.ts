import { expect, test } from 'vitest';
import { findings, tally } from '../../../../test/support/check/document.js';
import { said, THREE_PUBLIC } from '../../../../test/support/check/prose.js';
import { rule } from './narrative-counts.js';

test('vehicles on the road and vehicles held', () => {
  const text = (held: number): string =>
    `${THREE_PUBLIC}  财政拨款开支运行维护费的公务用车保有量${held}辆。\n九、国有资产占用情况说明\n  截至2024年12月31日，共有车辆5辆。`;
  expect(findings(rule, said(text(6))).map((f) => f.severity)).toEqual(['warning']);
  expect(findings(rule, said(text(5)))).toEqual([]);
});

test('money without a count, and a count without money', () => {
  const text = (money: string, groups: number): string =>
    `${THREE_PUBLIC}  因公出国（境）费支出${money}万元。全年安排因公出国（境）团组${groups}个。`;
  expect(findings(rule, said(text('3.00', 0)))).toHaveLength(1);
  expect(findings(rule, said(text('0.00', 2)))).toHaveLength(1);
  expect(findings(rule, said(text('3.00', 2)))).toEqual([]);
  expect(tally(rule, said(text('0.00', 0))).pass).toBe(1);
});
