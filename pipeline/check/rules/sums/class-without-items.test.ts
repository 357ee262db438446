import { describe, expect, it } from 'vitest';
import { account } from '../../../../test/support/check/account.js';
import { document, findings, tally } from '../../../../test/support/check/document.js';
import { rule } from './class-without-items.js';

describe('class-without-items', () => {
  const table = (...rows: [string, string, string | null][]) =>
    document().table({ kind: 'expenditure', title: '支出决算表', columns: [['total', '合计']], rows });
  it('finds a class with an amount and no items, where other classes have theirs', () => {
    expect(
      findings(
        rule,
        table(
          ['208', '社会保障和就业支出', '5.00'],
          ['20805', '养老', '5.00'],
          ['2080505', '缴费', '5.00'],
          ['210', '卫生健康支出', '7.00'],
        ),
      ),
    ).toMatchObject([{ severity: 'warning', reported: '7.00' }]);
  });

  it('leaves out classes without an amount', () => {
    expect(
      findings(
        rule,
        table(
          ['208', '社会保障和就业支出', '5.00'],
          ['20805', '养老', '5.00'],
          ['2080505', '缴费', '5.00'],
          ['210', '卫生健康支出', null],
        ),
      ),
    ).toEqual([]);
  });

  it('leaves out a table that prints no items at all', () =>
    expect(tally(rule, table(['208', '社会保障和就业支出', '5.00']))).toEqual({ not_applicable: 1 }));
  it('passes the clean account', () => expect(findings(rule, account())).toEqual([]));
});
