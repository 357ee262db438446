import { expect, test } from 'vitest';
import { findings, tally } from '../../../../test/support/check/document.js';
import { GENERAL, generalBudget, PROCUREMENT, said, THREE_PUBLIC } from '../../../../test/support/check/prose.js';
import { rule } from './narrative-parts-sum.js';

const procurement = (total: string): string =>
  `${PROCUREMENT}  政府采购支出总额${total}万元，其中：政府采购货物支出122.43万元、政府采购工程支出1387.72万元、政府采购服务支出809.07万元。`;

test('procurement beyond rounding is an error, within it info', () => {
  expect(findings(rule, said(procurement('2419.22')))[0]).toMatchObject({
    severity: 'error',
    reported: '2419.22',
    computed: '2319.22',
  });
  expect(findings(rule, said(procurement('2319.21'))).map((f) => f.severity)).toEqual(['info']);
  expect(tally(rule, said(procurement('2319.22')))).toEqual({ pass: 1 });
});

test('what a table prints too is compared there: here a warning', () => {
  const text = `${GENERAL}  一般公共预算财政拨款支出100.00万元，主要用于以下方面：卫生健康支出（类）90.00万元；住房保障支出（类）30.00万元。`;
  expect(findings(rule, said(text, generalBudget())).map((f) => f.severity)).toEqual(['warning']);
});

test('vehicles by use', () => {
  const text = (other: number): string =>
    `九、国有资产占用情况说明\n  截至2024年12月31日，共有车辆5辆，其中：主要领导干部用车0辆、机要通信用车1辆、应急保障用车1辆、执法执勤用车0辆、其他用车${other}辆。`;
  expect(findings(rule, said(text(2))).map((f) => f.severity)).toEqual(['error']);
  expect(findings(rule, said(text(3)))).toEqual([]);
});

test('a part of procurement that is more than the whole', () => {
  expect(
    findings(rule, said(`${PROCUREMENT}  政府采购支出总额10.00万元，授予中小企业合同金额12.00万元。`)).map(
      (f) => f.severity,
    ),
  ).toEqual(['warning']);
});

test('receptions at home and abroad make up the reception expenses', () => {
  const text = (home: string, abroad = '0', inside = true): string =>
    `${THREE_PUBLIC}  公务接待费支出4.72万元，共接待8批次。国内接待费${home}万元${inside ? '，其中外事接待费' : '；国（境）外接待费'}${abroad}万元。`;
  expect(findings(rule, said(text('5.72')))[0]).toMatchObject({
    severity: 'error',
    reported: '4.72',
    computed: '5.72',
  });
  expect(findings(rule, said(text('4.72')))).toEqual([]);
  expect(findings(rule, said(text('4.72', '1.00')))).toEqual([]);
  expect(findings(rule, said(text('3.72', '1.00', false)))).toEqual([]);
});
