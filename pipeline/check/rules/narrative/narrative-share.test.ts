import { expect, test } from 'vitest';
import { findings, tally } from '../../../../test/support/check/document.js';
import { BASIC, GENERAL, generalBudget, PROCUREMENT, said } from '../../../../test/support/check/prose.js';
import { rule } from './narrative-share.js';

const share = (p: string): string =>
  `${GENERAL}  一般公共预算财政拨款支出100.00万元，主要用于以下方面：卫生健康支出（类）90.00万元，占${p}%；住房保障支出（类）10.00万元，占10.00%。`;

test('a wrong share is an error', () => {
  const found = findings(rule, said(share('80.00'), generalBudget()));
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({ severity: 'error', reported: '80.00%', computed: '90.00%' });
});

test('a right share passes', () => {
  expect(tally(rule, said(share('90.00'), generalBudget()))).toEqual({ pass: 2 });
});

test('a last digit cut instead of rounded is info', () => {
  const text = `${PROCUREMENT}  政府采购支出总额9759.38万元，授予中小企业合同金额9746.50万元，占政府采购支出总额的99.86%。`;
  expect(findings(rule, said(text)).map((f) => f.severity)).toEqual(['info']);
});

test('a share of something unnamed is not judged', () => {
  expect(tally(rule, said(`${PROCUREMENT}  授予中小企业合同金额76.35万元，占某项目总额的10.00%。`))).toEqual({
    not_evaluable: 1,
  });
});

test('a misprinted amount does not spoil the shares that the table’s amount explains', () => {
  expect(findings(rule, said(share('90.00').replace('90.00万元', '50.00万元'), generalBudget()))).toEqual([]);
});

test('two shares over one misprinted amount without a table are one error', () => {
  const text =
    `${PROCUREMENT}  政府采购支出总额100.00万元，授予中小企业合同金额50.00万元，占政府采购支出总额的80.00%，其中：授予小微企业合同金额40.00万元，` +
    '占授予中小企业合同金额的50.00%。';
  expect(findings(rule, said(text)).map((f) => f.severity)).toEqual(['error', 'warning']);
});

test('a whole per cent may be cut, not raised', () => {
  const text = (p: string): string =>
    `${PROCUREMENT}  政府采购支出总额100.00万元，授予中小企业合同金额50.70万元，占政府采购支出总额的${p}%。`;
  expect(findings(rule, said(text('51')))).toEqual([]);
  expect(findings(rule, said(text('50'))).map((f) => f.severity)).toEqual(['info']);
  expect(findings(rule, said(text('52'))).map((f) => f.severity)).toEqual(['error']);
});

test('an amount in the wrong unit does not make its shares wrong', () => {
  expect(findings(rule, said(share('90.00').replace('90.00万元', '90.00元'), generalBudget()))).toEqual([]);
});

test('a name that is no economic item has no known whole', () => {
  const text = `${BASIC}  一般公共预算财政拨款基本支出70.00万元。上级专项资金6.00万元于年底下达，当年支出2.40万元，占40.00%。专项补助支出1.20万元，占20.00%。`;
  expect(findings(rule, said(text, generalBudget()))).toEqual([]);
});
