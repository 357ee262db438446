/** @module Appropriation summary: in every row 合计 is the sum of its three fund columns. */
import { byColumn, inRow } from '../../place.js';
import { sumIdentity } from '../../sum-identity.js';
import type { Rule } from '../../types.js';

const FUNDS = ['general_public_budget', 'government_fund', 'state_capital'];

export const rule: Rule = {
  id: 'fund-columns-sum',
  severity: 'error',
  title: {
    zh: '财政拨款总表各行合计等于三类预算资金之和',
    en: 'In the appropriation summary every row total is the sum of its fund columns',
  },
  *evaluate(ctx) {
    const { index } = ctx;
    const tables = index.ofKind('fiscal_appropriation_summary');
    if (tables.length === 0) yield { outcome: 'not_evaluable', why: 'no table of kind fiscal_appropriation_summary' };
    for (const table of tables)
      for (const total of table.columnsOf('total')) {
        const funds = table.columns.filter((c) => FUNDS.includes(c.id ?? '') && c.phase === total.phase);
        if (funds.length === 0) {
          yield { outcome: 'not_evaluable', why: `${table.title}: no fund column` };
          continue;
        }
        for (const row of table.rows) {
          const whole = row.cells.get(total.key);
          if (!whole) continue;
          const parts = funds.flatMap((c) => row.cells.get(c.key) ?? []);
          const outcome = sumIdentity({
            // 总计 is often printed in the total column alone.
            at: inRow(table, row),
            place: `${table.id}/${row.id ?? row.label}`,
            partsExpected: !row.id?.endsWith('grand_total') && !row.id?.includes('carryover'),
            total: byColumn(index, whole),
            parts: parts.map((fact) => ({ operand: byColumn(index, fact) })),
          });
          // A form without one of the funds may still have spent from it: then the columns need not add up.
          yield funds.length < FUNDS.length && outcome.outcome === 'fail'
            ? { outcome: 'not_evaluable', why: `${table.title}: ${funds.length} of 3 fund columns` }
            : outcome;
        }
      }
  },
};
