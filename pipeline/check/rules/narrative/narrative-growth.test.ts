import { expect, test } from 'vitest';
import { findings, tally } from '../../../../test/support/check/document.js';
import { GENERAL, generalBudget, said, THREE_PUBLIC, threePublic } from '../../../../test/support/check/prose.js';
import { rule } from './narrative-growth.js';

const grown = (change: string): string => `${GENERAL}  与2023年度相比，一般公共预算财政拨款支出${change}。`;

test('p is the change over last year’s base', () => {
  expect(findings(rule, said(grown('增加20.00万元，增长25.00%'), generalBudget()))).toEqual([]);
  const found = findings(rule, said(grown('增加20.00万元，增长20.00%'), generalBudget()));
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({ severity: 'error', reported: '20.00%', computed: '25.00%' });
});

test('a decrease', () => {
  expect(findings(rule, said(grown('减少25.00万元，下降20.00%'), generalBudget()))).toEqual([]);
  expect(findings(rule, said(grown('减少25.00万元，下降25.00%'), generalBudget()))).toHaveLength(1);
});

test('a choice left in between does not hide the rate', () => {
  expect(findings(rule, said(grown('减少25.00万元，下降（增长）21.00%'), generalBudget()))).toHaveLength(1);
});

test('opposite directions are another rule’s finding', () => {
  expect(findings(rule, said(grown('增加25.00万元，下降20.00%'), generalBudget()))).toEqual([]);
});

test('last year’s amount stated beside this year’s', () => {
  const text = (p: string): string =>
    `${GENERAL}  1、卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）60.00万元。2023年决算数为80.00万元，比2023年决算数减少${p}%。`;
  expect(findings(rule, said(text('25.00'), generalBudget()))).toEqual([]);
  expect(findings(rule, said(text('33.33'), generalBudget()))).toHaveLength(1);
});

test('an increase beyond what there is', () => {
  const doc = threePublic(['5.00'], ['2.00']);
  expect(findings(rule, said(`${THREE_PUBLIC}  “三公”经费支出2.00万元，比上年增加3.00万元。`, doc))[0]).toMatchObject(
    { severity: 'error' },
  );
  expect(findings(rule, said(`${THREE_PUBLIC}  “三公”经费支出2.00万元，比上年增加2.00万元。`, doc))).toEqual([]);
});

test('without this year’s amount nothing can be said', () => {
  expect(tally(rule, said(grown('增加20.00万元，增长25.00%'))).not_evaluable).toBe(2);
});

test('last year’s figure and the budget, where they are stated, differ by the change', () => {
  const spent = (prior: string, change: string): string =>
    `${GENERAL}  一般公共预算财政拨款支出100.00万元，比上年决算数${prior}万元增加${change}。`;
  expect(findings(rule, said(spent('80.00', '20.00万元'), generalBudget()))).toEqual([]);
  expect(findings(rule, said(spent('70.00', '20.00万元'), generalBudget()))[0]).toMatchObject({
    severity: 'error',
    reported: '20.00',
    computed: '30',
  });
  // One wrong figure is one error: the rate tells.
  expect(findings(rule, said(spent('80.00', '30.00万元，增长25.00%'), generalBudget()))).toHaveLength(1);
  const publics = (change: string) =>
    findings(
      rule,
      said(
        `${THREE_PUBLIC}  “三公”经费支出3.00万元，比预算减少${change}万元，与上年持平。`,
        threePublic(
          ['5.00', '0.00', '5.00', '0.00', '0.00', '0.00'],
          ['3.00', '0.00', '3.00', '0.00', '0.00', '0.00'],
        ),
      ),
    );
  expect(publics('2.00')).toEqual([]);
  expect(publics('1.00')).toHaveLength(1);
});
