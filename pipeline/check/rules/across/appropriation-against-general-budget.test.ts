import { describe, expect, it } from 'vitest';
import { account, change, without } from '../../../../test/support/check/account.js';
import { findings, tally } from '../../../../test/support/check/document.js';
import { rule } from './appropriation-against-general-budget.js';

describe('appropriation-against-general-budget', () => {
  it('finds a line of the general public budget that differs from its table', () => {
    expect(
      findings(
        rule,
        change(
          account(),
          { table: 'fiscal_appropriation_summary', row: 'expenditure.210', column: 'general_public_budget' },
          '60.00',
        ),
      ),
    ).toMatchObject([{ severity: 'error', reported: '60.00', computed: '66.00' }]);
  });

  it('leaves out lines of the other funds', () => {
    expect(
      findings(
        rule,
        change(
          account(),
          { table: 'fiscal_appropriation_summary', row: 'expenditure.212', column: 'government_fund' },
          '99.00',
        ),
      ),
    ).toEqual([]);
  });

  it('without a column of the general public budget nothing is judged', () => {
    const input = account();
    expect(
      tally(rule, { ...input, facts: input.facts.filter((f) => f.column_id !== 'general_public_budget') }),
    ).toEqual({ not_evaluable: 1 });
  });

  it('a missing table is never a pass', () =>
    expect(tally(rule, without(account(), 'general_public_budget_expenditure'))).toEqual({ not_evaluable: 1 }));
  it('passes the clean account', () => expect(findings(rule, account())).toEqual([]));
});
