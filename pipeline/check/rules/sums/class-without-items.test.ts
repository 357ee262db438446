import { describe, expect, it } from 'vitest';
import { account } from '../../../../test/support/check/account.js';
import { document, findings, tally } from '../../../../test/support/check/document.js';
import { rule } from './class-without-items.js';

describe('class-without-items', () => {
  const table = (...rows: [string, string, string | null][]) =>
    document().table({ kind: 'expenditure', title: '支出决算表', columns: [['total', '合计']], rows });
  const others: [string, string, string][] = ['208', '211', '212'].flatMap((code): [string, string, string][] => [
    [code, '类', '5.00'],
    [`${code}05`, '款', '5.00'],
    [`${code}0501`, '项', '5.00'],
  ]);
  it('finds a class with an amount and no items, where other classes have theirs', () => {
    expect(findings(rule, table(...others, ['210', '卫生健康支出', '7.00']))).toMatchObject([
      { severity: 'warning', reported: '7.00' },
    ]);
  });

  it('leaves out classes without an amount, and items that repeat the code of their group', () => {
    expect(findings(rule, table(...others, ['210', '卫生健康支出', null]))).toEqual([]);
    expect(
      findings(rule, table(...others, ['229', '其他', '1'], ['22999', '其他', '1'], ['22999', '其他', '1'])),
    ).toEqual([]);
  });

  it('leaves out a table where many classes print no items: its form is another one', () => {
    expect(findings(rule, table(...others, ['210', '卫生健康支出', '7.00'], ['213', '农林水支出', '7.00']))).toEqual(
      [],
    );
  });

  it('leaves out a table that prints no items at all', () =>
    expect(tally(rule, table(['208', '社会保障和就业支出', '5.00']))).toEqual({}));
  it('passes the clean account', () => expect(findings(rule, account())).toEqual([]));
});
