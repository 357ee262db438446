import { describe, expect, it } from 'vitest';
import { account, change } from '../../../../test/support/check/account.js';
import { document, findings, tally } from '../../../../test/support/check/document.js';
import { rule } from './carryover-balance.js';

describe('carryover-balance', () => {
  it('finds a row that does not balance', () => {
    const [finding] = findings(
      rule,
      change(account(), { table: 'government_fund', row: '212', column: 'closing_carryover' }, '5.00'),
    );
    expect(finding).toMatchObject({ severity: 'error', reported: '5.00', computed: '3.00', tolerance: '0.02' });
    expect(finding!.message).toContain('年初结转和结余 5.00 + 本年收入 10.00 − ');
  });

  it('leaves out a shape that prints expenditure alone', () => {
    expect(
      tally(
        rule,
        document().table({
          kind: 'state_capital',
          columns: [
            ['total', '合计'],
            ['closing_carryover', '年末结转和结余'],
          ],
          rows: [['total', '合计', '1.00', '0.00']],
        }),
      ),
    ).toEqual({ not_applicable: 1 });
  });

  it('leaves out an empty table', () => {
    const columns: [string, string][] = [
      ['opening_carryover', '年初结转和结余'],
      ['income', '本年收入'],
      ['total', '本年支出/小计'],
      ['closing_carryover', '年末结转和结余'],
    ];
    expect(
      tally(
        rule,
        document().table({ kind: 'government_fund', columns, rows: [['total', '合计', null, null, null, null]] }),
      ),
    ).toEqual({ not_applicable: 1 });
  });

  it('passes the clean account', () => expect(findings(rule, account())).toEqual([]));
});
