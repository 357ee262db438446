import { describe, expect, it } from 'vitest';
import { account, change, without } from '../../../../test/support/check/account.js';
import { document, findings, tally } from '../../../../test/support/check/document.js';
import { rule } from './appropriation-within-total.js';

describe('appropriation-within-total', () => {
  it('finds a part that exceeds its whole', () => {
    const [finding, ...more] = findings(
      rule,
      change(account(), { table: 'general_public_budget_expenditure', row: '2101550', column: 'total' }, '43.00'),
    );
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      severity: 'error',
      reported: '43.00',
      computed: '34.00',
      difference: '9.00',
      tolerance: '0.01',
    });
  });

  const table = (kind: 'expenditure' | 'general_public_budget_expenditure', value: string) => ({
    kind,
    title: kind,
    columns: [['total', '合计'] as [string, string]],
    rows: [
      ['total', '合计', '9.00'],
      ['208', '类', value],
    ] as [string, string, string][],
  });
  it('where both totals are equal every row must be', () => {
    expect(
      findings(
        rule,
        document().table(table('expenditure', '9.00')).table(table('general_public_budget_expenditure', '6.00')),
      ),
    ).toMatchObject([{ severity: 'error', reported: '6.00', computed: '9.00' }]);
  });

  it('a smaller part is nothing to report and confirms nothing', () => {
    expect(
      findings(
        rule,
        change(account(), { table: 'general_public_budget_expenditure', row: '2101550', column: 'total' }, '13.00'),
      ),
    ).toEqual([]);
  });

  it('a missing table is never a pass', () =>
    expect(tally(rule, without(account(), 'expenditure'))).toEqual({ not_evaluable: 1 }));
  it('passes the clean account', () => expect(findings(rule, account())).toEqual([]));
});
