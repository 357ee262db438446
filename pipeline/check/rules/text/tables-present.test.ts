import { describe, expect, it } from 'vitest';
import { account, without } from '../../../../test/support/check/account.js';
import { document, findings, tally } from '../../../../test/support/check/document.js';
import { rule } from './tables-present.js';

describe('tables-present', () => {
  it('finds a statutory table that is not there', () => {
    expect(findings(rule, without(account(), 'state_capital'))).toMatchObject([
      { severity: 'warning', message: expect.stringContaining('国有资本经营预算支出表') },
    ]);
  });

  const numbered = (...numbers: string[]) => {
    const input = account();
    return { ...input, tables: input.tables.map((t, i) => ({ ...t, printed_number: numbers[i] ?? null })) };
  };
  it('finds table numbers that repeat or go back', () => {
    expect(findings(rule, numbered('公开01表', '公开02表', '公开02表', '公开04表'))).toHaveLength(1);
    expect(findings(rule, numbered('公开01表', '公开03表', '公开02表'))).toHaveLength(1);
    expect(findings(rule, numbered('公开01表', '公开02表', '公开03表'))).toEqual([]);
  });

  it('finds a table printed twice', () => {
    const input = account();
    const again = input.tables[1]!;
    const twice = {
      ...input,
      tables: [...input.tables, { ...again, id: 't99', pages: [30] }],
      facts: [
        ...input.facts,
        ...input.facts.filter((f) => f.table_id === again.id).map((f) => ({ ...f, id: `x${f.id}`, table_id: 't99' })),
      ],
    };
    expect(findings(rule, twice)).toMatchObject([
      { severity: 'warning', message: '收入决算表出现 2 次（第 2、30 页）。' },
    ]);
  });

  it('leaves out an excerpt, and documents of another kind', () => {
    expect(
      tally(
        rule,
        document().table({ kind: 'income', columns: [['total', '合计']], rows: [['total', '合计', '1.00']] }),
      ),
    ).toEqual({ not_applicable: 1 });
    const input = account();
    expect(tally(rule, { ...input, identity: { ...input.identity, kind: 'performance_evaluation' } })).toEqual({
      not_applicable: 1,
    });
  });

  it('passes the clean account', () => expect(findings(rule, account())).toEqual([]));
});
