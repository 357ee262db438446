import { expect, test } from 'vitest';
import { findings, tally } from '../../../../test/support/check/document.js';
import { GENERAL, generalBudget, said } from '../../../../test/support/check/prose.js';
import { rule } from './narrative-item-use.js';

const rows = (project: string): Parameters<typeof generalBudget>[0] => [
  ['212', '城乡社区支出', '68.77', '60.00', project],
  ['21201', '城乡社区管理事务', '68.77', '60.00', project],
  ['2120101', '行政运行', '68.77', '60.00', project],
];
const item = (use: string): string =>
  `${GENERAL}  1、城乡社区支出（类）城乡社区管理事务（款）行政运行（项）。主要用于：${use}。年初预算为70.00万元，支出决算为68.77万元。`;

test('staff and running costs only, over a line with project expenditure', () => {
  expect(findings(rule, said(item('行政单位人员支出、公用支出'), generalBudget(rows('8.77'))))[0]).toMatchObject({
    severity: 'warning',
    computed: '8.77',
  });
});

test('projects named, 等, or no project money: nothing to say', () => {
  expect(tally(rule, said(item('人员支出、公用支出、项目支出'), generalBudget(rows('8.77'))))).toEqual({ pass: 1 });
  expect(findings(rule, said(item('人员支出、公用支出等'), generalBudget(rows('8.77'))))).toEqual([]);
  expect(findings(rule, said(item('人员支出、公用支出'), generalBudget(rows('0.00'))))).toEqual([]);
});
