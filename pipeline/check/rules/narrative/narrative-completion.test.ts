import { expect, test } from 'vitest';
import { findings, tally } from '../../../../test/support/check/document.js';
import { GENERAL, generalBudget, said, THREE_PUBLIC, threePublic } from '../../../../test/support/check/prose.js';
import { rule } from './narrative-completion.js';

const item = (p: string): string =>
  `${GENERAL}  1、卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）。主要用于：医疗保险。年初预算为80.00万元，支出决算为60.00万元，完成年初预算的${p}%。`;

test('actual over budget', () => {
  expect(findings(rule, said(item('75.00'), generalBudget()))).toEqual([]);
  expect(findings(rule, said(item('85.00'), generalBudget()))[0]).toMatchObject({
    severity: 'error',
    reported: '85.00%',
    computed: '75.00%',
  });
});

test('what an item is used for does not take its figures', () => {
  expect(tally(rule, said(item('75.00').replace('医疗保险', '人员经费、项目支出'), generalBudget()))).toEqual({
    pass: 1,
  });
});

test('the budget may stand in the table only', () => {
  const text = `${THREE_PUBLIC}  1.公务接待费0.39万元，完成预算的13.68%。`;
  expect(findings(rule, said(text, threePublic(['2.85', null, '2.85'], ['0.39', null, '0.39'])))).toEqual([]);
  expect(findings(rule, said(text, threePublic(['3.85', null, '3.85'], ['0.39', null, '0.39'])))).toHaveLength(1);
});

test('a project’s own budget and execution', () => {
  const text = (p: string): string =>
    `十、预算绩效情况说明\n  项目自评综述：项目全年预算数为134万元，执行数为123.88万元，完成预算的${p}%。`;
  expect(findings(rule, said(text('92.45')))).toEqual([]);
  expect(findings(rule, said(text('95.45')))).toHaveLength(1);
});

test('no budget, no rate to judge', () => {
  expect(tally(rule, said(`${GENERAL}  卫生健康支出（类）60.00万元，完成年初预算的75.00%。`))).toEqual({
    not_evaluable: 1,
  });
});
