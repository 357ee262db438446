import { expect, test } from 'vitest';
import { findings, tally } from '../../../../test/support/check/document.js';
import { document } from '../../../../test/support/check/document.js';
import { BASIC, GENERAL, generalBudget, said } from '../../../../test/support/check/prose.js';
import { rule } from './narrative-amount.js';

test('an amount that the table does not print is an error, with both sides as evidence', () => {
  const found = findings(rule, said(`${GENERAL}  一般公共预算财政拨款支出200.00万元。`, generalBudget()));
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({ severity: 'error', reported: '200.00', computed: '100.00', difference: '100' });
  expect(found[0]!.evidence[0]!.quote).toBe('一般公共预算财政拨款支出200.00万元');
  expect(found[0]!.evidence[0]!.boxes).toHaveLength(1);
  expect(found[0]!.evidence[1]!.fact_id).toBeDefined();
});

test('the same amount passes and confirms its fact', () => {
  expect(
    tally(
      rule,
      said(
        `${GENERAL}  一般公共预算财政拨款支出100.00万元，其中：基本支出70.00万元，项目支出30.00万元。`,
        generalBudget(),
      ),
    ),
  ).toEqual({ pass: 3 });
});

test('one last digit is rounding', () => {
  const found = findings(rule, said(`${GENERAL}  卫生健康支出（类）90.01万元。`, generalBudget()));
  expect(found.map((f) => f.severity)).toEqual(['info']);
});

test('an item is found by its names, over line and page breaks', () => {
  const text = `${GENERAL}  1、卫生健康支出（类）行政事业单位医疗（款）行政单位\f医疗（项）。年初预算为50.00万元，支出决算为66.00万元。`;
  const found = findings(rule, said(text, generalBudget()));
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({ severity: 'error', reported: '66.00', computed: '60.00' });
  expect(found[0]!.evidence[0]!.page).toBe(2);
});

test('a figure of the recogniser is a warning', () => {
  expect(
    findings(rule, said(`${GENERAL}  一般公共预算财政拨款支出200.00万元。`, generalBudget(), { ocr: true }))[0]!
      .severity,
  ).toBe('warning');
});

test('money of a budget in 万元 against a table in 元', () => {
  const table = document({ kind: 'budget' }).table({
    kind: 'general_public_budget_expenditure',
    title: '一般公共预算支出功能分类预算表',
    unit: '元',
    columns: [['total', '合计']],
    rows: [['total', '合计', '189,767,551']],
  });
  expect(findings(rule, said(`部门预算编制说明\n  一般公共预算拨款支出预算18,976.76万元。`, table))).toEqual([]);
  expect(findings(rule, said(`部门预算编制说明\n  一般公共预算拨款支出预算18,967.76万元。`, table))[0]).toMatchObject(
    { severity: 'error' },
  );
});

test('another year’s figure is not this year’s', () => {
  expect(
    findings(rule, said(`${GENERAL}  2023年一般公共预算财政拨款支出80.00万元中含上年结转。`, generalBudget())),
  ).toEqual([]);
});

test('without the table there is nothing to compare with', () => {
  expect(tally(rule, said(`${BASIC}  一般公共预算财政拨款基本支出70.00万元。`))).toEqual({ not_evaluable: 1 });
});

test('a figure without the decimals that others have may be rounded', () => {
  const spent = (amount: string): string =>
    `${GENERAL}  一般公共预算财政拨款支出${amount}万元，其中：基本支出70.10万元，项目支出30.30万元。`;
  const table = generalBudget([['total', '合计', '100.40', '70.10', '30.30']]);
  expect(findings(rule, said(spent('100'), table)).map((f) => f.severity)).toEqual(['info']);
  expect(findings(rule, said(spent('101'), table)).map((f) => f.severity)).toEqual(['error']);
});
