import { describe, expect, it } from 'vitest';
import { account, change, without } from '../../../../test/support/check/account.js';
import { findings, tally } from '../../../../test/support/check/document.js';
import { rule } from './appropriation-against-funds.js';

describe('appropriation-against-funds', () => {
  it('finds expenditure of a fund that differs', () => {
    expect(
      findings(
        rule,
        change(
          account(),
          { table: 'fiscal_appropriation_summary', row: 'expenditure.212', column: 'government_fund' },
          '21.00',
        ),
      ),
    ).toMatchObject([{ severity: 'error', reported: '21.00', computed: '12.00' }]);
  });

  it('finds income and carried amounts of a fund that differ', () => {
    expect(
      findings(
        rule,
        change(
          account(),
          { table: 'fiscal_appropriation_summary', row: 'income.government_fund', column: 'amount' },
          '1.00',
        ),
      ),
    ).toMatchObject([{ reported: '1.00', computed: '10.00' }]);
    expect(
      findings(
        rule,
        change(account(), { table: 'government_fund', row: 'total', column: 'closing_carryover' }, '8.00'),
      ),
    ).toMatchObject([{ reported: '3.00', computed: '8.00' }]);
  });

  it('leaves an empty table to rule empty-fund-table', () => {
    expect(tally(rule, account())).toEqual({ pass: 5, not_applicable: 1 });
  });

  it('a missing table is never a pass', () =>
    expect(tally(rule, without(account(), 'government_fund'))).toEqual({ not_evaluable: 1, not_applicable: 1 }));
  it('passes the clean account', () => expect(findings(rule, account())).toEqual([]));
});
