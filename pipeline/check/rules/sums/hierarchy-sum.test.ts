import { describe, expect, it } from 'vitest';
import { account, change } from '../../../../test/support/check/account.js';
import { document, findings, tally } from '../../../../test/support/check/document.js';
import { rule } from './hierarchy-sum.js';

describe('hierarchy-sum', () => {
  it('finds a 款 that is not the sum of its 项, in the column where it fails', () => {
    expect(
      findings(
        rule,
        change(account(), { table: 'general_public_budget_expenditure', row: '2080506', column: 'basic' }, '1.00'),
      ),
    ).toMatchObject([
      { severity: 'error', reported: '30.00', computed: '21.00', difference: '9.00', tolerance: '0.015' },
    ]);
  });

  it('finds a 合计 that is not the sum of its 类', () => {
    expect(
      findings(rule, change(account(), { table: 'expenditure', row: 'total', column: 'project' }, '23.00')),
    ).toMatchObject([{ reported: '23.00', computed: '32.00' }]);
  });

  it('reports 0.01 over many rows as rounding', () => {
    expect(
      findings(rule, change(account(), { table: 'expenditure', row: 'total', column: 'total' }, '112.02')),
    ).toMatchObject([{ severity: 'info', tolerance: '0.02' }]);
  });

  const columns: [string, string][] = [
    ['total', '合计'],
    ['basic', '基本支出'],
    ['project', '项目支出'],
  ];
  it('skips a level that is not printed', () => {
    expect(
      tally(
        rule,
        document().table({
          kind: 'expenditure',
          columns,
          rows: [
            ['total', '合计', '5.00', '5.00', null],
            ['208', '类', '5.00', '5.00', null],
            ['2080505', '项', '5.00', '5.00', null],
          ],
        }),
      ),
    ).toEqual({ pass: 4, not_applicable: 2 });
  });

  it('follows the printed order where units repeat the codes', () => {
    expect(
      findings(
        rule,
        document().table({
          kind: 'expenditure',
          columns,
          rows: [
            ['total', '合计', '9.00', '9.00', null],
            ['208', '类', '5.00', '5.00', null],
            ['20805', '款', '5.00', '5.00', null],
            ['208', '类', '4.00', '4.00', null],
            ['20805', '款', '4.00', '4.00', null],
          ],
        }),
      ),
    ).toEqual([]);
  });

  it('with a total for each unit only the sum of all rows can be told', () => {
    expect(
      tally(
        rule,
        document().table({
          kind: 'expenditure',
          columns: [['total', '合计']],
          rows: [
            ['total', '合计', '9.00'],
            ['total', '合计', '5.00'],
            ['208', '类', '5.00'],
            ['208', '类', '4.00'],
          ],
        }),
      ),
    ).toEqual({ pass: 1, not_evaluable: 1 });
  });

  it('a row without a code may belong to the total: judged only where the sum says so', () => {
    const table = (rest: string) =>
      document().table({
        kind: 'expenditure',
        columns: [['total', '合计']],
        rows: [
          ['total', '合计', '9.00'],
          ['208', '类', '5.00'],
          [null, '结转下年', rest],
        ],
      });
    expect(tally(rule, table('4.00'))).toEqual({ pass: 1 });
    expect(tally(rule, table('3.00'))).toEqual({ not_evaluable: 1 });
  });

  it('leaves out growth rates, and tables without codes', () => {
    expect(
      tally(
        rule,
        document().table({
          kind: 'expenditure',
          columns: [
            ['total', '合计'],
            ['change_rate', '增减%'],
          ],
          rows: [
            ['208', '类', '5.00', '10'],
            ['20805', '款', '5.00', '12'],
          ],
        }),
      ),
    ).toEqual({ pass: 1 });
    expect(
      tally(
        rule,
        document().table({ kind: 'government_fund', columns, rows: [['total', '合计', null, null, null]] }),
      ),
    ).toEqual({ not_applicable: 1 });
  });

  it('passes the clean account', () => expect(findings(rule, account())).toEqual([]));
});
