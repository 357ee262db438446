import { expect, test } from 'vitest';
import { findings, tally } from '../../../../test/support/check/document.js';
import { said } from '../../../../test/support/check/prose.js';
import { rule } from './text-contents-headings.js';

const CONTENTS =
  '目录\n第一部分示例局概况..........1\n一、主要职能..........1\n第二部分示例局2024年度部门决算情况说明..........3\n一、' +
  '收入支出决算总体情况说明..........3\n二、其他重要事项说明..........4\f';

test('a heading in other words', () => {
  const body =
    '第一部分示例局概况\n一、主要职能\n第二部分示例局2024年度部门决算情况说明\n一、收入支出决算总体情况说明\n二、其他重要事项的情况说明';
  const found = findings(rule, said(CONTENTS + body));
  expect(found.map((f) => [f.severity, f.reported, f.computed])).toEqual([
    ['warning', '二、其他重要事项说明', '二、其他重要事项的情况说明'],
  ]);
  expect(found[0]!.evidence.map((e) => e.page)).toEqual([1, 2]);
});

test('a part that does not come, or comes without its number', () => {
  const body =
    '第一部分示例局概况\n一、主要职能\n    示例局2024年度部门决算情况说明\n一、收入支出决算总体情况说明\n二、其他重要事项说明';
  expect(findings(rule, said(CONTENTS + body)).map((f) => f.reported)).toEqual([
    '第二部分示例局2024年度部门决算情况说明',
  ]);
});

test('the same headings pass', () => {
  const body =
    '第一部分示例局概况\n一、主要职能\n第二部分示例局2024年度部门决算情况说明\n一、收入支出决算总体情况说明\n二、其他重要事项说明';
  expect(tally(rule, said(CONTENTS + body))).toEqual({ pass: 5 });
});

test('no table of contents', () => {
  expect(tally(rule, said('一、主要职能\n二、说明'))).toEqual({});
});

test('a heading, or a part, that stands on two lines', () => {
  const body = (part: string, other: string): string =>
    `第一部分示例局概况\n一、主要职能\n${part}\n一、收入支出决算总体情况说明\n${other}`;
  const lines = said(CONTENTS + body('第二部分\n示例局2024年度部门决算情况说明', '二、其他重要\n事项说明'));
  expect(findings(rule, lines)).toEqual([]);
  const four = said(CONTENTS + body('第二部分\n2024年度\n示例局\n部门决算情况说明', '二、其他重要事项说明'));
  expect(findings(rule, four)).toEqual([]);
});
