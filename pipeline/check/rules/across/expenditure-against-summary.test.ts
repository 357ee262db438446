import { describe, expect, it } from 'vitest';
import { account, change, without } from '../../../../test/support/check/account.js';
import { findings, tally } from '../../../../test/support/check/document.js';
import { rule } from './expenditure-against-summary.js';

describe('expenditure-against-summary', () => {
  const line = { table: 'income_expenditure_summary', row: 'expenditure.208', column: 'amount' } as const;
  it('finds a function line that differs from its class', () => {
    const [finding, ...more] = findings(rule, change(account(), line, '3.00'));
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ severity: 'error', reported: '3.00', computed: '30.00' });
    expect(finding!.message).toContain('收入支出决算总表“八、社会保障和就业支出”');
  });

  it('finds a total that differs', () => {
    expect(findings(rule, change(account(), { ...line, row: 'expenditure.total' }, '121.00'))).toMatchObject([
      { reported: '121.00', computed: '112.00' },
    ]);
  });

  it('a line without a row of its class is an error where the table adds up without it', () => {
    expect(findings(rule, change(account(), { ...line, row: 'expenditure.213' }, '4.00'))).toMatchObject([
      { severity: 'error', reported: '4.00' },
    ]);
    const gap = change(
      change(account(), { ...line, row: 'expenditure.213' }, '4.00'),
      { table: 'expenditure', row: 'total', column: 'total' },
      '116.00',
    );
    expect(findings(rule, gap).filter((f) => f.message.includes('213'))).toMatchObject([{ severity: 'warning' }]);
  });

  it('an empty line against a figure is a warning', () => {
    expect(findings(rule, change(account(), line, null))).toMatchObject([
      { severity: 'warning', reported: null, computed: '30.00' },
    ]);
  });

  it('a class without a line is not judged, an empty line without a class is nothing', () => {
    const input = account();
    const fewer = { ...input, facts: input.facts.filter((f) => f.row_id !== 'expenditure.212') };
    expect(tally(rule, fewer)).toEqual({ pass: 3, not_evaluable: 1 });
  });

  it('a missing table is never a pass', () =>
    expect(tally(rule, without(account(), 'expenditure'))).toEqual({ not_evaluable: 1 }));
  it('passes the clean account', () => expect(findings(rule, account())).toEqual([]));
});
