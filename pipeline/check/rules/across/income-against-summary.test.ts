import { describe, expect, it } from 'vitest';
import { account, change, without } from '../../../../test/support/check/account.js';
import { findings, tally } from '../../../../test/support/check/document.js';
import { rule } from './income-against-summary.js';

describe('income-against-summary', () => {
  it('finds a total income that differs between the two tables', () => {
    expect(
      findings(
        rule,
        change(account(), { table: 'income_expenditure_summary', row: 'income.total', column: 'amount' }, '151.00'),
      ),
    ).toMatchObject([
      { severity: 'error', reported: '151.00', computed: '115.00', evidence: [{ page: 1 }, { page: 2 }] },
    ]);
  });

  it('finds a source that differs', () => {
    expect(
      findings(rule, change(account(), { table: 'income', row: 'total', column: 'other' }, '9.00')),
    ).toMatchObject([{ reported: '5.00', computed: '9.00' }]);
  });

  it('the three funds together are 财政拨款收入', () => {
    expect(
      findings(rule, change(account(), { table: 'income', row: 'total', column: 'fiscal_appropriation' }, '101.00')),
    ).toMatchObject([{ reported: '101.00', computed: '110.00' }]);
  });

  it('a difference of one last digit between two printed copies is rounding', () => {
    expect(
      findings(rule, change(account(), { table: 'income', row: 'total', column: 'other' }, '5.01')),
    ).toMatchObject([{ severity: 'info', tolerance: '0.01' }]);
  });

  it('a source that only one table has is not judged', () => {
    expect(tally(rule, account())).toEqual({ pass: 3, not_applicable: 1 });
  });

  it('a missing table is never a pass', () =>
    expect(tally(rule, without(account(), 'income'))).toEqual({ not_evaluable: 1 }));
  it('passes the clean account', () => expect(findings(rule, account())).toEqual([]));
});
