import { expect, test } from 'vitest';
import { findings, tally } from '../../../../test/support/check/document.js';
import { GENERAL, generalBudget, said } from '../../../../test/support/check/prose.js';
import { rule } from './narrative-unknown-subject.js';

const item = (name: string, actual = '60.00'): string =>
  `${GENERAL}  1、${name}。年初预算为60.00万元，支出决算为${actual}万元。`;

test('an item that no table has, with the one that is meant', () => {
  const found = findings(rule, said(item('卫生健康支出（类）行政事业单位医疗（款）公费医疗（项）'), generalBudget()));
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({
    severity: 'error',
    computed: '卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）',
  });
});

test('the wrong group above a right item', () => {
  const found = findings(
    rule,
    said(item('住房保障支出（类）住房保障支出（款）住房公积金（项）', '10.00'), generalBudget()),
  );
  expect(found[0]).toMatchObject({
    severity: 'error',
    reported: '住房保障支出（类）住房保障支出（款）',
    computed: '住房保障支出（类）住房改革支出（款）',
  });
});

test('right names pass, with code digits inside or levels left out', () => {
  expect(
    tally(rule, said(item('卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）'), generalBudget())),
  ).toEqual({ pass: 1 });
  expect(
    tally(rule, said(item('卫生健康支出（210类）行政事业单位医疗（11款）行政单位医疗（01项）'), generalBudget())),
  ).toEqual({ pass: 1 });
  expect(tally(rule, said(item('行政单位医疗（项）'), generalBudget()))).toEqual({ pass: 1 });
});

test('nothing spent needs no line', () => {
  expect(
    tally(rule, said(item('卫生健康支出（类）公共卫生（款）疾病预防控制机构（项）', '0.00'), generalBudget())),
  ).toEqual({ not_applicable: 1 });
});

test('another closing word is a looser name, a warning', () => {
  expect(
    findings(
      rule,
      said(item('住房保障支出（类）住房改革支出（款）住房公积金支出（项）', '10.00'), generalBudget()),
    ).map((f) => f.severity),
  ).toEqual(['warning']);
});

test('tables without items tell nothing', () => {
  expect(
    tally(
      rule,
      said(
        item('卫生健康支出（类）行政事业单位医疗（款）公费医疗（项）'),
        generalBudget([['210', '卫生健康支出', '60.00', '60.00', '0.00']]),
      ),
    ),
  ).toEqual({ not_evaluable: 1 });
});
