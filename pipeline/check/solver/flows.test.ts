import { describe, expect, it } from 'vitest';
import { account, change } from '../../../test/support/check/account.js';
import type { ColumnSpec } from '../../../test/support/check/document.js';
import { document, findings, tally } from '../../../test/support/check/document.js';
import { solvedRule } from './rules.js';

describe('carryover-balance', () => {
  const rule = solvedRule('carryover-balance');
  it('finds a row that does not balance', () => {
    const [finding] = findings(
      rule,
      change(account(), { table: 'government_fund', row: '212', column: 'closing_carryover' }, '5.00'),
    );
    expect(finding).toMatchObject({ severity: 'error', reported: '5.00', computed: '3.00', tolerance: '0.02' });
    expect(finding!.message).toContain('年初结转和结余 5.00 + 本年收入 10.00 − ');
  });
  it('leaves out a shape that prints expenditure alone, and an empty table', () => {
    const table = (value: string | null) =>
      document().table({
        kind: 'state_capital',
        columns: [
          ['total', '合计'],
          ['closing_carryover', '年末结转和结余'],
        ],
        rows: [['total', '合计', value, value]],
      });
    expect(tally(rule, table('1.00'))).toEqual({});
    expect(tally(rule, table(null))).toEqual({});
  });
  it('passes the clean account', () => expect(findings(rule, account())).toEqual([]));
});

describe('summary-sides', () => {
  const rule = solvedRule('summary-sides');
  it('finds a side that does not add to its 总计, and two 总计 that differ', () => {
    const wrong = change(
      account(),
      { table: 'income_expenditure_summary', row: 'income.grand_total', column: 'amount' },
      '132.00',
    );
    expect(findings(rule, wrong)).toMatchObject([
      { severity: 'error', reported: '132.00', computed: '123.00' },
      { severity: 'error', reported: '132.00', computed: '123.00' },
    ]);
  });
  it('passes the clean account', () => expect(findings(rule, account())).toEqual([]));
});

describe('change-against-prior', () => {
  const rule = solvedRule('change-against-prior');
  const columns: ColumnSpec[] = [
    ['total', '2023年执行数', 'prior_year'],
    ['total', '2024年预算数'],
    ['change', '增减额', 'statistic'],
    ['change_rate', '增减（%）', 'statistic'],
  ];
  const right: [string, string, string, string, string, string][] = Array.from({ length: 5 }, (_, i) => [
    String(201 + i),
    '类',
    '80.00',
    '100.00',
    '20.00',
    '25.00%',
  ]);
  const table = (...values: (string | null)[]) =>
    document({ kind: 'budget' }).table({
      kind: 'general_public_budget_expenditure',
      title: '一般公共预算支出表',
      columns,
      rows: [...right, ['210', '卫生健康支出', ...values]],
    });

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
    expect(findings(rule, table(null, '80.00', null, null))).toEqual([]));
  it('passes a clean row, and tables without comparison', () => {
    expect(findings(rule, table('80.00', '100.00', '20.00', '25.00%'))).toEqual([]);
    expect(tally(rule, account())).toEqual({});
  });
});
