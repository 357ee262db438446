import { describe, expect, it } from 'vitest';
import { account, change, without } from '../../../../test/support/check/account.js';
import { document, findings, tally } from '../../../../test/support/check/document.js';
import { rule } from './fund-columns-sum.js';

describe('fund-columns-sum', () => {
  it('finds a row whose funds do not add to its 合计', () => {
    expect(
      findings(
        rule,
        change(
          account(),
          { table: 'fiscal_appropriation_summary', row: 'expenditure.212', column: 'government_fund' },
          '21.00',
        ),
      ),
    ).toMatchObject([{ severity: 'error', reported: '12.00', computed: '21.00' }]);
  });

  it('leaves out 总计 and carried amounts that are printed in the total column alone', () => {
    let input = account();
    for (const column of ['general_public_budget', 'government_fund'])
      input = change(input, { table: 'fiscal_appropriation_summary', row: 'expenditure.grand_total', column }, null);
    expect(findings(rule, input)).toEqual([]);
  });

  it('with two of the three fund columns a sum may close, and is not judged where it does not', () => {
    const table = (part: string) =>
      document().table({
        kind: 'fiscal_appropriation_summary',
        columns: [
          ['total', '支出/合计'],
          ['general_public_budget', '支出/一般公共预算'],
        ],
        rows: [['expenditure.208', '社会保障和就业支出', '5.00', part]],
      });
    expect(tally(rule, table('5.00'))).toEqual({ pass: 1 });
    expect(tally(rule, table('4.00'))).toEqual({ not_evaluable: 1 });
  });

  it('a missing table is never a pass', () =>
    expect(tally(rule, without(account(), 'fiscal_appropriation_summary'))).toEqual({ not_evaluable: 1 }));
  it('passes the clean account', () => expect(findings(rule, account())).toEqual([]));
});
