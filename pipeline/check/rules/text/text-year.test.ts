import { expect, test } from 'vitest';
import { findings, tally } from '../../../../test/support/check/document.js';
import { GENERAL, generalBudget, said } from '../../../../test/support/check/prose.js';
import { rule } from './text-year.js';

test('a title of another year', () => {
  expect(findings(rule, said('第三部分2023年度部门决算情况说明\n  说明。'))[0]).toMatchObject({
    severity: 'error',
    reported: '2023',
    computed: '2024',
  });
});

test('a sentence that gives this year’s figure under another year', () => {
  expect(
    findings(rule, said(`${GENERAL}  2023年度一般公共预算财政拨款支出100.00万元。`, generalBudget())),
  ).toHaveLength(1);
});

test('this year’s figure under another year, whoever’s it is said to be', () => {
  const spent = (text: string) => findings(rule, said(`${GENERAL}  ${text}`, generalBudget()));
  expect(spent('2023年度我局一般公共预算财政拨款支出100.00万元。')).toHaveLength(1);
  expect(spent('2023年度一般公共预算财政拨款支出80.00万元。2024年度一般公共预算财政拨款支出100.00万元。')).toEqual(
    [],
  );
  expect(
    spent('2023年我局一般公共预算财政拨款支出100.00万元，2024年为100.00万元，一般公共预算财政拨款支出与上年持平。'),
  ).toEqual([]);
});

test('a sentence without a figure', () => {
  expect(
    findings(
      rule,
      said('八、政府性基金预算财政拨款收入支出决算情况说明\n  本单位2022年度无政府性基金预算财政拨款收支。'),
    ),
  ).toHaveLength(1);
});

test('stock taken at another year’s end, in final accounts only', () => {
  const text = '九、国有资产占用情况说明\n  截至2023年12月31日，共有车辆5辆。';
  expect(findings(rule, said(text))).toHaveLength(1);
  expect(findings(rule, said(text, undefined, { identity: { kind: 'budget' } }))).toEqual([]);
});

test('comparisons, last year’s own figure, old documents', () => {
  expect(
    findings(rule, said(`${GENERAL}  与2023年度相比，一般公共预算财政拨款支出增加20.00万元。`, generalBudget())),
  ).toEqual([]);
  expect(
    findings(rule, said(`${GENERAL}  2023年一般公共预算财政拨款支出80.00万元中含上年结转。`, generalBudget())),
  ).toEqual([]);
  expect(findings(rule, said(`${GENERAL}  根据《关于2019年度部门决算公开的通知》执行。`))).toEqual([]);
});

test('without a fiscal year nothing can be said', () => {
  expect(tally(rule, said(GENERAL, undefined, { identity: { fiscal_year: null } }))).toEqual({ not_evaluable: 1 });
});

test('a comparison is with the year before', () => {
  const text = (year: number): string => `${GENERAL}  与${year}年度相比，一般公共预算财政拨款支出增加20.00万元。`;
  expect(findings(rule, said(text(2022), generalBudget()))[0]).toMatchObject({
    severity: 'error',
    reported: '2022',
    computed: '2023',
  });
  expect(findings(rule, said(text(2023), generalBudget()))).toEqual([]);
  expect(
    findings(rule, said(`${GENERAL}  与2024年初预算相比，一般公共预算财政拨款支出增加20.00万元。`, generalBudget())),
  ).toEqual([]);
});

test('the line over a table', () => {
  expect(findings(rule, said('收入决算表\n  单位：示例市示例局2023年度金额单位：万元'))).toHaveLength(1);
});
