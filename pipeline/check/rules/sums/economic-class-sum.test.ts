import { describe, expect, it } from 'vitest';
import { account, change, without } from '../../../../test/support/check/account.js';
import { document, findings, tally } from '../../../../test/support/check/document.js';
import { rule } from './economic-class-sum.js';

describe('economic-class-sum', () => {
  it('finds a class that is not the sum of its items', () => {
    expect(
      findings(
        rule,
        change(account(), { table: 'basic_expenditure_by_economic_class', row: '30101', column: 'amount' }, '4.00'),
      ),
    ).toMatchObject([{ severity: 'error', reported: '60.00', computed: '24.00', difference: '36.00' }]);
  });

  it('counts the half digit of every printed item into the tolerance, not of empty ones', () => {
    expect(
      findings(
        rule,
        change(account(), { table: 'basic_expenditure_by_economic_class', row: '301', column: 'amount' }, '60.01'),
      ),
    ).toMatchObject([{ severity: 'info', tolerance: '0.015' }]);
  });

  it('every value column of a budget by itself', () => {
    expect(
      findings(
        rule,
        document({ kind: 'budget' }).table({
          kind: 'basic_expenditure_by_economic_class',
          unit: '元',
          columns: [
            ['total', '合计'],
            ['personnel', '人员经费'],
            ['public', '公用经费'],
          ],
          rows: [
            ['301', '工资福利支出', '120', '120', '0'],
            ['30101', '基本工资', '120', '20', '0'],
          ],
        }),
      ),
    ).toMatchObject([{ severity: 'error', reported: '120', computed: '20', tolerance: '1' }]);
  });

  it('leaves out a class that prints no items', () => {
    expect(
      tally(
        rule,
        document().table({
          kind: 'basic_expenditure_by_economic_class',
          columns: [['amount', '决算数']],
          rows: [['301', '工资福利支出', '5.00']],
        }),
      ),
    ).toEqual({});
  });

  it('a missing table is never a pass', () =>
    expect(tally(rule, without(account(), 'basic_expenditure_by_economic_class'))).toEqual({ not_evaluable: 1 }));
  it('passes the clean account', () => expect(findings(rule, account())).toEqual([]));
});
