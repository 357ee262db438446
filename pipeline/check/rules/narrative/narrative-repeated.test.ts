import { expect, test } from 'vitest';
import { findings, tally } from '../../../../test/support/check/document.js';
import { said, THREE_PUBLIC, threePublic } from '../../../../test/support/check/prose.js';
import { rule } from './narrative-repeated.js';

const text = (second: string): string =>
  `七、其他重要事项的情况说明\n  2024年度机关运行经费支出142.80万元。\n  机关运行经费支出${second}万元，比上年减少。`;

test('one figure, two amounts', () => {
  expect(findings(rule, said(text('124.80')))[0]).toMatchObject({
    severity: 'error',
    reported: '124.80',
    computed: '142.80',
  });
  expect(tally(rule, said(text('142.80')))).toEqual({ pass: 1 });
});

test('where a table prints it, the table tells', () => {
  const twice = `${THREE_PUBLIC}  “三公”经费支出2.00万元。\n  “三公”经费支出3.00万元。`;
  expect(tally(rule, said(twice, threePublic(['5.00'], ['2.00'])))).toEqual({ not_applicable: 1 });
});
