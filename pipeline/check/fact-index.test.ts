import { describe, expect, it } from 'vitest';
import { CheckContext } from './context.js';
import { FactIndex } from './fact-index.js';
import { account } from '../../test/support/check/account.js';
import { document } from '../../test/support/check/document.js';

describe('fact index', () => {
  it('is built once for one context; other facts share what does not depend on them', () => {
    const input = account();
    const ctx = new CheckContext(input);
    expect(ctx.index).toBe(ctx.index);
    const other = ctx.withFacts(input.facts.slice(1));
    expect(other.index).not.toBe(ctx.index);
    expect(other.text).toBe(ctx.text);
  });

  it('says why there is no single table of a kind; a second one without figures does not count', () => {
    const columns: [string, string][] = [['total', '合计']];
    const two = (value: string | null) =>
      new FactIndex(
        document()
          .table({ kind: 'income', columns, rows: [['total', '合计', '1.00']] })
          .table({ kind: 'income', columns, rows: [['total', '合计', value]] })
          .input(),
      );
    expect(two(null).one('income')).toMatchObject({ id: 't1' });
    expect(two('2.00').one('income')).toBe('2 tables of kind income: which one is meant is not known');
    expect(two(null).one('expenditure')).toBe('no table of kind expenditure');
  });

  it('a row printed in two lines (预算数, 决算数 down, items across) is one row', () => {
    const index = new FactIndex(
      document()
        .table({
          kind: 'three_public_expenses',
          columns: [
            ['amount', '合计', 'budget'],
            ['amount', '合计', 'actual'],
          ],
          rows: [
            ['total', '预算数', '4.00', undefined],
            ['total', '决算数', undefined, '2.00'],
          ],
        })
        .input(),
    );
    expect(index.tables[0]!.rowsOf('total')).toHaveLength(1);
    expect(index.tables[0]!.row('total')!.cells.size).toBe(2);
  });

  it('a row printed twice is two rows, and no single one', () => {
    const table = new FactIndex(
      document()
        .table({
          kind: 'income',
          columns: [['total', '合计']],
          rows: [
            ['208', '类', '1.00'],
            ['208', '类', '2.00'],
          ],
        })
        .input(),
    ).tables[0]!;
    expect(table.rowsOf('208')).toHaveLength(2);
    expect(table.row('208')).toBeNull();
  });

  it('tells columns of one id and phase apart by the leaf of their header', () => {
    const table = new FactIndex(
      document({ kind: 'budget' })
        .table({
          kind: 'income',
          columns: [
            ['total', '年初预算数'],
            ['total', '全年预算数'],
          ],
          rows: [['208', '类', '1.00', '2.00']],
        })
        .input(),
    ).tables[0]!;
    expect(table.columns.map((c) => c.key)).toEqual(['total|budget|年初预算数', 'total|budget|全年预算数']);
    expect(table.rowsOf('208')).toHaveLength(1);
  });

  it('rates are no columns that add up', () => {
    const table = new FactIndex(
      document()
        .table({
          kind: 'expenditure',
          columns: [
            ['total', '合计'],
            ['change', '增减（%）'],
            [null, '占比'],
          ],
          rows: [['208', '类', '1.00', '2.00', '3.00']],
        })
        .input(),
    ).tables[0]!;
    expect(table.summable.map((c) => c.label)).toEqual(['合计']);
  });
});
