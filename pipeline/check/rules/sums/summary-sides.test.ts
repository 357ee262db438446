import { describe, expect, it } from 'vitest';
import { account, change } from '../../../../test/support/check/account.js';
import { document, findings, tally } from '../../../../test/support/check/document.js';
import { rule } from './summary-sides.js';

describe('summary-sides', () => {
  it('finds a side that does not add to its 总计', () => {
    expect(
      findings(
        rule,
        change(
          account(),
          { table: 'income_expenditure_summary', row: 'expenditure.closing_carryover', column: 'amount' },
          '1.00',
        ),
      ),
    ).toMatchObject([{ severity: 'error', reported: '123.00', computed: '113.00', difference: '10.00' }]);
  });

  it('finds two 总计 that differ', () => {
    const found = findings(
      rule,
      change(
        account(),
        { table: 'income_expenditure_summary', row: 'expenditure.grand_total', column: 'amount' },
        '132.00',
      ),
    );
    expect(found.map((f) => f.message).join()).toContain('收入总计 123.00 与 支出总计 132.00 相差 9.00万元');
  });

  it('finds carried amounts by fund that do not add up', () => {
    expect(
      findings(
        rule,
        change(
          account(),
          {
            table: 'fiscal_appropriation_summary',
            row: 'income.opening_carryover.government_fund',
            column: 'amount',
          },
          '4.00',
        ),
      ),
    ).toMatchObject([{ reported: '8.00', computed: '7.00' }]);
  });

  it('leaves out fund columns whose 总计 is not printed', () => {
    const input = change(
      account(),
      { table: 'fiscal_appropriation_summary', row: 'expenditure.grand_total', column: 'government_fund' },
      null,
    );
    expect(findings(rule, input)).toEqual([]);
  });

  it('where there is no 本年收入合计 the sides are compared by their 总计 alone', () => {
    expect(
      tally(
        rule,
        document({ kind: 'budget' }).summary({
          kind: 'income_expenditure_summary',
          phase: 'budget',
          income: [['grand_total', '收入总计', '5']],
          expenditure: [['grand_total', '支出总计', '5']],
        }),
      ),
    ).toEqual({ pass: 1 });
  });

  it('a side without 总计 is never a pass', () => {
    expect(
      tally(
        rule,
        document().summary({
          kind: 'income_expenditure_summary',
          income: [
            ['total', '本年收入合计', '5.00'],
            ['opening_carryover', '年初结转和结余', '1.00'],
          ],
          expenditure: [],
        }),
      ),
    ).toEqual({ not_evaluable: 2 });
  });

  it('passes the clean account', () => expect(findings(rule, account())).toEqual([]));
});
