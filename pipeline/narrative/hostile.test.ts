/**
 * Paragraphs made to hurt: what counts is that they end; a pattern that backtracks would not within the test's time.
 */
import { expect, test } from 'vitest';
import { CheckContext } from '../check/context.js';
import { rules } from '../check/rules/index.js';
import type { CheckInput } from '../check/types.js';
import type { Paragraph } from '../model.js';
import { proseOf } from './index.js';

const MEGABYTE = 1_000_000;
const identity = {
  kind: 'final_accounts',
  scope: 'unit',
  fiscal_year: 2024,
  title: null,
  entity: { name: '示例市示例区规划和自然资源局', division_code: null, division_name: null },
} as const;
const prose = rules.filter((rule) => /^(?:narrative|text)-/.test(rule.id));

test.each([
  ['names', '支出决算预算收入总计'],
  ['digits', '1'],
  ['grouped digits', '1,111'],
  ['leaders', '.…'],
  ['brackets', '（'],
  ['anchors', '中中中（类）'],
  ['shares', '占'],
  ['years', '2023年'],
  ['the entity', '示例市示例区规划和'],
  ['figures', '收入总计1.00万元，占收入总计的50%，完成年初预算的50%。'],
  ['lists', '主要包括：人员经费、'],
  ['a row of names', '收入总计、'],
  ['a row of figures', '收入总计分别为1.00万元、'],
])(
  'one megabyte of %s',
  (_, unit) => {
    const text = unit.repeat(Math.ceil(MEGABYTE / unit.length));
    const paragraphs = [paragraph('一、收入支出决算总体情况说明'), paragraph(text)];
    const input: CheckInput = { identity, tables: [], facts: [], layouts: [], prose: proseOf(paragraphs, identity) };
    let outcomes = 0;
    for (const rule of prose) for (const _ of rule.evaluate(new CheckContext(input))) outcomes++;
    expect(outcomes).toBeGreaterThan(prose.length / 2);
  },
  60_000,
);

function paragraph(text: string): Paragraph {
  return { text, glyphs: new Array(text.length).fill(null), pages: new Array(text.length).fill(1) };
}
