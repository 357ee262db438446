import { describe, expect, it } from 'vitest';
import { account, change, without } from '../../../../test/support/check/account.js';
import { findings, tally } from '../../../../test/support/check/document.js';
import { rule } from './basic-against-economic.js';

describe('basic-against-economic', () => {
  it('finds basic expenditure that is not the economic total', () => {
    expect(
      findings(
        rule,
        change(account(), { table: 'general_public_budget_expenditure', row: 'total', column: 'basic' }, '67.00'),
      ),
    ).toMatchObject([{ severity: 'error', reported: '67.00', computed: '76.00' }]);
  });

  it('takes the classes where a subtotal is empty', () => {
    expect(
      tally(
        rule,
        change(
          account(),
          { table: 'basic_expenditure_by_economic_class', row: 'public_total', column: 'amount' },
          null,
        ),
      ),
    ).toEqual({ pass: 1 });
  });

  it('a missing table is never a pass', () =>
    expect(tally(rule, without(account(), 'basic_expenditure_by_economic_class'))).toEqual({ not_evaluable: 1 }));
  it('passes the clean account', () => expect(findings(rule, account())).toEqual([]));
});
