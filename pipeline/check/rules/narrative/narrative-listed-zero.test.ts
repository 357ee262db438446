import { expect, test } from 'vitest';
import { findings, tally } from '../../../../test/support/check/document.js';
import { document } from '../../../../test/support/check/document.js';
import { BASIC, said } from '../../../../test/support/check/prose.js';
import { rule } from './narrative-listed-zero.js';

const table = (bonus: string | null) =>
  document().table({
    kind: 'basic_expenditure_by_economic_class',
    title: '一般公共预算财政拨款基本支出决算表',
    columns: [['amount', '决算数']],
    rows: [
      ['30101', '基本工资', '50.00'],
      ['30103', '奖金', bonus],
      ['30399', '其他对个人和家庭的补助', '0.00'],
      ['30201', '办公费', '5.00'],
      ['personnel_total', '人员经费合计', '50.00'],
    ],
  });
const list = (names: string): string =>
  `${BASIC}  一般公共预算财政拨款基本支出55.00万元。其中：人员经费50.00万元，主要包括：${names}；公用经费5.00万元，主要包括：办公费。`;

test('an item of 0.00 that is listed', () => {
  const found = findings(rule, said(list('基本工资、奖金'), table('0.00')));
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({ severity: 'error', reported: '奖金', computed: '0.00' });
  expect(found[0]!.message).toContain('列有“奖金”');
  expect(found[0]!.evidence[0]!.quote).toBe('奖金');
});

test('an empty line counts as nothing spent', () => {
  expect(findings(rule, said(list('基本工资、奖金'), table(null)))).toHaveLength(1);
});

test('prose may add 支出 to the name', () => {
  expect(findings(rule, said(list('基本工资、其他对个人和家庭的补助支出'), table('1.00')))).toHaveLength(1);
});

test('items with amounts pass; an unknown name is not judged; an item with its own amount is compared elsewhere', () => {
  expect(tally(rule, said(list('基本工资、奖金'), table('3.00')))).toEqual({ pass: 3 });
  expect(tally(rule, said(list('基本工资、未知项目'), table('3.00')))).toEqual({ pass: 2, not_evaluable: 1 });
  expect(findings(rule, said(list('基本工资50.00万元、奖金0.00万元'), table('0.00')))).toEqual([]);
});

test('no table, no finding', () => {
  expect(tally(rule, said(list('奖金')))).toEqual({ not_evaluable: 1 });
});
