import { describe, expect, it } from 'vitest';
import { account, change, without } from '../../../../test/support/check/account.js';
import { findings, tally } from '../../../../test/support/check/document.js';
import { rule } from './appropriation-income.js';

describe('appropriation-income', () => {
  it('finds a fund whose income differs between the two summaries', () => {
    expect(
      findings(
        rule,
        change(
          account(),
          { table: 'fiscal_appropriation_summary', row: 'income.general_public_budget', column: 'amount' },
          '109.00',
        ),
      ),
    ).toMatchObject([{ severity: 'error', reported: '109.00', computed: '100.00' }]);
  });

  it('finds a total that is not 财政拨款收入 of the income table', () => {
    expect(
      findings(
        rule,
        change(account(), { table: 'fiscal_appropriation_summary', row: 'income.total', column: 'amount' }, '101.00'),
      ),
    ).toMatchObject([{ reported: '101.00', computed: '110.00' }]);
  });

  it('a missing table is never a pass', () => {
    expect(tally(rule, without(account(), 'income'))).toEqual({ pass: 2, not_applicable: 1, not_evaluable: 1 });
    expect(tally(rule, without(account(), 'fiscal_appropriation_summary'))).toEqual({ not_evaluable: 2 });
  });
  it('passes the clean account', () => expect(findings(rule, account())).toEqual([]));
});
