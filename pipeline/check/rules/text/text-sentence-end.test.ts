import { expect, test } from 'vitest';
import { findings } from '../../../../test/support/check/document.js';
import { said } from '../../../../test/support/check/prose.js';
import { rule } from './text-sentence-end.js';

const list = (second: string): string =>
  `一、主要职责\n    1.负责建设工程项目规划土地管理相关工作，组织开展调查。\n    2.负责自然资源调查监测评价，推进基础调查工作${second}\n    3.完成区委、区政府交办的其他任务，以及其他工作。`;

test('one item of a list without its full stop', () => {
  expect(findings(rule, said(list(''))).map((f) => f.severity)).toEqual(['warning']);
  expect(findings(rule, said(list('。')))).toEqual([]);
});

test('names, titles and notes are no sentences', () => {
  expect(
    findings(rule, said('一、主要职责\n    1.上海市普陀区土地发展中心\n    2.上海市普陀区自然资源确权登记事务中心')),
  ).toEqual([]);
  expect(findings(rule, said('收入决算表\n    注：本表反映部门本年度取得的各项收入情况，单位万元'))).toEqual([]);
});
