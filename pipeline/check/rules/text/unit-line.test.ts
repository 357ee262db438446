import { describe, expect, it } from 'vitest';
import { account } from '../../../../test/support/check/account.js';
import { document, findings, tally } from '../../../../test/support/check/document.js';
import { rule } from './unit-line.js';

describe('unit-line', () => {
  it('finds a table with amounts and no unit', () => {
    expect(
      findings(
        rule,
        document().table({
          kind: 'income',
          title: '收入决算表',
          unit: null,
          columns: [['total', '合计']],
          rows: [['total', '合计', '112.00']],
        }),
      ),
    ).toMatchObject([{ severity: 'warning', message: '收入决算表未标明金额单位。' }]);
  });

  const other = (unit: string, value: string) =>
    document()
      .table({
        kind: 'income',
        title: '收入决算表',
        columns: [['total', '合计']],
        rows: [['total', '合计', '1,234.56']],
      })
      .table({
        kind: 'expenditure',
        title: '支出决算表',
        columns: [['total', '合计']],
        rows: [['total', '合计', '1,234.56']],
      })
      .table({
        kind: 'fiscal_appropriation_summary',
        title: '财政拨款总表',
        unit,
        columns: [['total', '支出/合计']],
        rows: [['expenditure.total', '本年支出合计', value]],
      });
  it('finds the same figure under two units', () => {
    expect(findings(rule, other('元', '1,234.56'))).toMatchObject([
      { severity: 'error', reported: '元', computed: '万元', message: expect.stringContaining('相差 10000 倍') },
    ]);
  });
  it('leaves out a table that is really in another unit', () =>
    expect(findings(rule, other('元', '12,345,600.00'))).toEqual([]));
  it('leaves out figures too short to tell', () => {
    expect(
      tally(
        rule,
        document()
          .table({ kind: 'income', columns: [['total', '合计']], rows: [['total', '合计', '5.00']] })
          .table({
            kind: 'three_public_expenses',
            unit: '元',
            columns: [['amount', '决算数']],
            rows: [['total', '合计', '5.00']],
          }),
      ),
    ).toMatchObject({ not_applicable: 1 });
  });
  it('leaves out documents without amounts', () => expect(tally(rule, document())).toEqual({ not_applicable: 1 }));
  it('passes the clean account', () => expect(findings(rule, account())).toEqual([]));
});
