import { expect, test } from 'vitest';
import { document, findings, tally } from '../../../test/support/check/document.js';
import { GENERAL, generalBudget, said } from '../../../test/support/check/prose.js';
import { rule } from '../rules/narrative/narrative-amount.js';
import { meaningOf } from './coordinates.js';

test('a statement has the coordinates of the figures that print it, whatever the table', () => {
  expect(meaningOf('general.expenditure.basic', 'general')!.exact).toContainEqual({
    flow: 'expenditure',
    fund: 'general_public_budget',
    type: 'basic',
  });
  expect(meaningOf('function.2080505', 'general')!.exact).toEqual([
    { flow: 'expenditure', fund: 'general_public_budget', function: '2080505' },
  ]);
  expect(meaningOf('three_public.vehicle_running', 'three_public')!.exact[0]).toEqual({
    flow: 'expenditure',
    item: 'vehicles.running',
  });
  expect(meaningOf('performance.projects', 'performance')).toBeNull();
});

test('the code in brackets decides the subject, not the name of its class', () => {
  const of = (amount: string) =>
    findings(rule, said(`${GENERAL}  卫生健康支出（2101504）${amount}万元。`, generalBudget()));
  expect(of('30.00')).toEqual([]);
  expect(of('31.00')).toMatchObject([{ severity: 'error', reported: '31.00', computed: '30.00' }]);
});

test('a list of one part of its items is compared with that part', () => {
  const text = (part: string, amount: string): string =>
    `${GENERAL}  （1）${part}：①行政单位医疗（2101101）60.00万元；②信息化建设（2101504）${amount}万元。`;
  expect(findings(rule, said(text('项目支出', '30.00'), generalBudget()))).toMatchObject([{ reported: '60.00' }]);
  expect(tally(rule, said(text('专项业务经费', '1.00'), generalBudget()))).toEqual({ not_evaluable: 2 });
});

test('where most of an account fails, its form is not understood', () => {
  const text = `${GENERAL}  行政单位医疗（2101101）1.00万元，信息化建设（2101504）2.00万元，住房公积金（2210201）3.00万元。`;
  expect(tally(rule, said(text, generalBudget()))).toEqual({ not_evaluable: 3 });
});

test('whole 万元 cut off instead of rounded is an info', () => {
  const table = document({ kind: 'budget' }).table({
    kind: 'expenditure',
    title: '支出预算总表',
    unit: '元',
    columns: [['total', '合计']],
    rows: [['total', '合计', '12,376,671']],
  });
  const found = (amount: string) =>
    findings(rule, said(`一、支出预算情况说明\n  支出预算${amount}万元。`, table, { identity: { kind: 'budget' } }));
  expect(found('1,237').map((f) => f.severity)).toEqual(['info']);
  expect(found('1,247').map((f) => f.severity)).toEqual(['error']);
});

test('a change of an expenditure is not the expenditure', () => {
  expect(tally(rule, said(`${GENERAL}  因政策调整，增加基本支出844.15万元。`, generalBudget()))).toEqual({});
});
