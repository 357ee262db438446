import { describe, expect, it } from 'vitest';
import { account, change, without } from '../../../../test/support/check/account.js';
import { document, findings, tally } from '../../../../test/support/check/document.js';
import { rule } from './economic-subtotals.js';

describe('economic-subtotals', () => {
  const table = 'basic_expenditure_by_economic_class' as const;
  it('finds 人员经费合计 that is not 301 + 303', () => {
    expect(
      findings(rule, change(account(), { table, row: 'personnel_total', column: 'amount' }, '36.00')),
    ).toMatchObject([{ severity: 'error', reported: '36.00', computed: '63.00' }]);
  });

  it('finds 公用经费合计 that is not the other classes', () => {
    expect(
      findings(rule, change(account(), { table, row: 'public_total', column: 'amount' }, '12.00')),
    ).toMatchObject([{ reported: '12.00', computed: '13.00' }]);
  });

  it('an empty subtotal over figures is a warning', () => {
    expect(findings(rule, change(account(), { table, row: 'public_total', column: 'amount' }, null))).toMatchObject([
      { severity: 'warning', computed: '13.00' },
    ]);
  });

  it('合计 is all classes and both subtotals', () => {
    expect(
      tally(
        rule,
        document().table({
          kind: table,
          columns: [['amount', '决算数']],
          rows: [
            ['301', '工资福利支出', '5.00'],
            ['302', '商品和服务支出', '1.00'],
            ['personnel_total', '人员经费合计', '5.00'],
            ['public_total', '公用经费合计', '1.00'],
            ['total', '合计', '6.00'],
          ],
        }),
      ),
    ).toEqual({ pass: 4 });
  });

  it('the government’s own classes (501, …) beside the department’s are the same money', () => {
    expect(
      findings(
        rule,
        document({ kind: 'budget' }).table({
          kind: table,
          columns: [['total', '合计']],
          rows: [
            ['501', '机关工资福利支出', '5.00'],
            ['301', '工资福利支出', '5.00'],
            ['302', '商品和服务支出', '1.00'],
            ['502', '机关商品和服务支出', '1.00'],
            ['total', '合计', '6.00'],
          ],
        }),
      ),
    ).toEqual([]);
  });

  it('a subtotal without any class is never a pass', () => {
    expect(
      tally(
        rule,
        document().table({
          kind: table,
          columns: [['amount', '决算数']],
          rows: [['personnel_total', '人员经费合计', '5.00']],
        }),
      ),
    ).toEqual({ not_evaluable: 1 });
  });

  it('a missing table is never a pass', () =>
    expect(tally(rule, without(account(), table))).toEqual({ not_evaluable: 1 }));
  it('passes the clean account', () => expect(findings(rule, account())).toEqual([]));
});
