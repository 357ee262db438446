import { expect, test } from 'vitest';
import { findings, tally } from '../../../../test/support/check/document.js';
import { GENERAL, generalBudget, said, THREE_PUBLIC } from '../../../../test/support/check/prose.js';
import { rule } from './narrative-direction.js';

const item = (words: string, rate = '75.00'): string =>
  `${GENERAL}  1、卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）。年初预算为80.00万元，支出决算为60.00万元，完成年初预算的${rate}%，${words}。`;

test('大于 where the numbers say 小于', () => {
  expect(findings(rule, said(item('决算数小于预算数的主要原因：厉行节约'), generalBudget()))).toEqual([]);
  expect(findings(rule, said(item('决算数大于预算数的主要原因：厉行节约'), generalBudget()))[0]).toMatchObject({
    severity: 'error',
    reported: '大于',
    computed: '小于',
  });
  expect(findings(rule, said(item('决算数同预算数持平'), generalBudget()))).toHaveLength(1);
});

test('about equal is not judged', () => {
  expect(findings(rule, said(item('决算数与预算数基本持平'), generalBudget()))).toEqual([]);
});

test('words and rate against an amount: the rate’s rule tells', () => {
  expect(findings(rule, said(item('决算数小于预算数的主要原因：节约').replace('80.00', '20.00')))).toEqual([]);
});

test('change and rate in opposite directions', () => {
  expect(findings(rule, said(`${GENERAL}  一般公共预算财政拨款支出增加20.00万元，下降25.00%。`))).toHaveLength(1);
  expect(findings(rule, said(`${GENERAL}  一般公共预算财政拨款支出增加20.00万元，增长25.00%。`))).toEqual([]);
});

test('a reason for a decrease after an increase', () => {
  expect(
    findings(rule, said(`${GENERAL}  一般公共预算财政拨款支出增加20.00万元，增长25.00%，减少的主要原因是节约。`)),
  ).toHaveLength(1);
  expect(
    findings(rule, said(`${GENERAL}  一般公共预算财政拨款支出增加20.00万元，增长25.00%，增加的主要原因是项目增加。`)),
  ).toEqual([]);
});

test('zero against zero is equal', () => {
  const text = (word: string): string =>
    `${THREE_PUBLIC}  因公出国（境）费年初预算为0.00万元，支出决算为0.00万元，决算数${word}预算数。`;
  expect(findings(rule, said(text('等于')))).toEqual([]);
  expect(findings(rule, said(text('小于')))).toHaveLength(1);
  expect(tally(rule, said(text('等于')))).toEqual({ pass: 1 });
});
