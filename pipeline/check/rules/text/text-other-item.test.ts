import { expect, test } from 'vitest';
import { findings } from '../../../../test/support/check/document.js';
import { GENERAL, PROCUREMENT, said } from '../../../../test/support/check/prose.js';
import { rule } from './text-other-item.js';

const item = (name: string, text: string): string =>
  `${GENERAL}  1、住房保障支出（类）住房改革支出（款）${name}（项）。${text}。`;

test('the housing fund explained as medical insurance', () => {
  expect(findings(rule, said(item('住房公积金', '主要用于：职工医疗保险缴费支出')))[0]).toMatchObject({
    severity: 'error',
    reported: '医疗保险',
  });
});

test('a reason of another item is a warning', () => {
  expect(
    findings(rule, said(item('住房公积金', '支出决算为1.00万元，决算数小于预算数的主要原因：医疗保险基数变更'))).map(
      (f) => f.severity,
    ),
  ).toEqual(['warning']);
});

test('goods measured against works', () => {
  const text = (of: string): string =>
    `${PROCUREMENT}  货物采购授予中小企业合同金额占${of}支出金额的100%；服务采购授予中小企业合同金额占服务支出金额的100%。`;
  expect(findings(rule, said(text('工程'))).map((f) => [f.severity, f.reported, f.computed])).toEqual([
    ['error', '工程', '货物'],
  ]);
  expect(findings(rule, said(text('货物')))).toEqual([]);
});

test('its own words, or no topic at all', () => {
  expect(
    findings(rule, said(item('住房公积金', '主要用于：缴纳职工住房公积金，决算数小于预算数的主要原因：人员变动'))),
  ).toEqual([]);
});
