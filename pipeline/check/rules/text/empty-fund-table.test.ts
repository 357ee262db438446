import { describe, expect, it } from 'vitest';
import { account, change, recognised, without } from '../../../../test/support/check/account.js';
import { findings, tally } from '../../../../test/support/check/document.js';
import { rule } from './empty-fund-table.js';

describe('empty-fund-table', () => {
  it('finds an empty table whose fund has figures in the summary', () => {
    const [finding] = findings(
      rule,
      change(
        account(),
        { table: 'fiscal_appropriation_summary', row: 'expenditure.total', column: 'state_capital' },
        '7.00',
      ),
    );
    expect(finding).toMatchObject({ severity: 'error', reported: '7.00' });
    expect(finding!.evidence).toHaveLength(2);
  });

  it('a table with a figure that became no fact is not called empty', () => {
    const input = change(
      account(),
      { table: 'fiscal_appropriation_summary', row: 'expenditure.total', column: 'state_capital' },
      '7.00',
    );
    const odd = {
      ...input,
      tables: input.tables.map((t) =>
        t.kind === 'state_capital'
          ? { ...t, cells: t.cells.map((c) => (c.role === 'body' ? { ...c, text: '7.00' } : c)) }
          : t,
      ),
    };
    expect(tally(rule, odd)).toMatchObject({ not_evaluable: 1 });
  });

  const noted = (note: string) => {
    const input = account();
    return {
      ...input,
      tables: input.tables.map((t) => (t.kind === 'government_fund' ? { ...t, notes: [note] } : t)),
    };
  };
  it('finds a table that says it is empty and is not', () => {
    expect(findings(rule, noted('说明：本表无数据'))).toMatchObject([{ severity: 'error' }]);
    expect(findings(rule, noted('本部门2024年度无政府性基金预算财政拨款收支，已公开空表。'))).toMatchObject([
      { severity: 'error' },
    ]);
  });

  it('leaves out the form’s own note (如本表为空，则…)', () => {
    expect(findings(rule, noted('如本表为空，则我部门本年度无此类资金收支余。'))).toEqual([]);
  });

  it('a recognised figure is a warning', () => {
    expect(findings(rule, recognised(noted('本表无数据'), 'government_fund'))).toMatchObject([
      { severity: 'warning' },
    ]);
  });

  it('a missing table is never a pass', () =>
    expect(tally(rule, without(account(), 'government_fund'))).toEqual({ not_evaluable: 1, pass: 1 }));
  it('passes the clean account', () => expect(findings(rule, account())).toEqual([]));
});
