import { describe, expect, it } from 'vitest';
import { account, change, recognised, without } from '../../../../test/support/check/account.js';
import { document, findings, tally } from '../../../../test/support/check/document.js';
import { rule } from './three-public-against-economic.js';

describe('three-public-against-economic', () => {
  it('finds a 三公 item below its economic item', () => {
    expect(
      findings(
        rule,
        change(
          account(),
          { table: 'three_public_expenses', row: 'reception', column: 'amount', phase: 'actual' },
          '0.06',
        ),
      ),
    ).toMatchObject([{ severity: 'error', reported: '0.50', computed: '0.06', difference: '0.44' }]);
  });

  it('more than the economic item is project expenditure, nothing to report', () => {
    expect(
      findings(
        rule,
        change(
          account(),
          { table: 'three_public_expenses', row: 'reception', column: 'amount', phase: 'actual' },
          '6.00',
        ),
      ),
    ).toEqual([]);
  });

  it('an empty 三公 item, or a recognised one, is a warning', () => {
    expect(
      findings(
        rule,
        change(
          account(),
          { table: 'three_public_expenses', row: 'reception', column: 'amount', phase: 'actual' },
          null,
        ),
      ),
    ).toMatchObject([{ severity: 'warning' }]);
    expect(
      findings(
        rule,
        recognised(
          change(
            account(),
            { table: 'three_public_expenses', row: 'reception', column: 'amount', phase: 'actual' },
            '0.06',
          ),
          'three_public_expenses',
        ),
      ),
    ).toMatchObject([{ severity: 'warning' }]);
  });

  it('compares 万元 with 元', () => {
    const budget = (reception: string) =>
      document({ kind: 'budget' })
        .table({
          kind: 'basic_expenditure_by_economic_class',
          unit: '元',
          columns: [['total', '合计']],
          rows: [['30217', '公务接待费', '13500']],
        })
        .table({
          kind: 'three_public_expenses',
          unit: '万元',
          columns: [['amount', '预算数']],
          rows: [['reception', '公务接待费', reception]],
        });
    expect(findings(rule, budget('1.35'))).toEqual([]);
    expect(findings(rule, budget('0.35'))).toMatchObject([{ severity: 'error' }]);
  });

  it('leaves out economic items that are empty or not printed', () =>
    expect(tally(rule, account())).toEqual({ pass: 2, not_applicable: 2 }));
  it('a missing table is never a pass', () =>
    expect(tally(rule, without(account(), 'three_public_expenses'))).toEqual({ not_evaluable: 1 }));
});
