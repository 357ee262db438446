import { describe, expect, it } from 'vitest';
import { account } from '../../../../test/support/check/account.js';
import { document, findings, tally } from '../../../../test/support/check/document.js';
import type { ColumnSpec } from '../../../../test/support/check/document.js';
import { rule } from './change-against-prior.js';

const columns: ColumnSpec[] = [
  ['total', '2023年执行数', 'prior_year'],
  ['total', '2024年预算数'],
  ['change', '增减额', 'statistic'],
  ['change_rate', '增减（%）', 'statistic'],
];
const table = (...values: (string | null)[]) =>
  document({ kind: 'budget' }).table({
    kind: 'general_public_budget_expenditure',
    title: '一般公共预算支出表',
    columns,
    rows: [['208', '社会保障和就业支出', ...values]],
  });

describe('change-against-prior', () => {
  it('finds a change that is not this year − last year', () => {
    expect(findings(rule, table('80.00', '100.00', '12.00', '25.00%'))).toMatchObject([
      { severity: 'error', reported: '12.00', computed: '20.00' },
    ]);
  });
  it('finds a growth rate that is not change ÷ last year', () => {
    expect(findings(rule, table('80.00', '100.00', '20.00', '20.00%'))).toMatchObject([
      { severity: 'error', reported: '20.00', computed: '25.00' },
    ]);
  });
  it('a fall is negative, and nothing spent is −100 %', () => {
    expect(findings(rule, table('100.00', '80.00', '-20.00', '-20.00%'))).toEqual([]);
    expect(findings(rule, table('100.00', null, '-100.00', '-100.00%'))).toEqual([]);
  });
  it('leaves out bases of zero and empty comparisons', () =>
    expect(tally(rule, table(null, '80.00', null, null))).toEqual({ not_applicable: 1 }));
  it('leaves out tables with several columns of last year', () => {
    expect(
      tally(
        rule,
        document({ kind: 'budget' }).table({
          kind: 'expenditure',
          columns: [...columns, ['basic', '2023年基本支出', 'prior_year']],
          rows: [['208', '类', '1.00', '2.00', '9.00', '9%', '1.00']],
        }),
      ),
    ).toEqual({});
  });
  it('passes a clean row, and tables without comparison', () => {
    expect(tally(rule, table('80.00', '100.00', '20.00', '25.00%'))).toEqual({ pass: 2 });
    expect(tally(rule, account())).toEqual({});
  });
});
