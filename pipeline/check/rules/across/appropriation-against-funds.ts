/** @module Appropriation summary against the tables of the government funds and of the state capital budget. */
import type { IndexedTable } from '../../fact-index.js';
import { compareFunctionLines } from '../../function-lines.js';
import { between, byTable } from '../../place.js';
import { columnTotal, factAt, mainColumn } from '../../statements.js';
import { sumIdentity } from '../../sum-identity.js';
import type { CheckContext } from '../../context.js';
import type { Outcome, Rule } from '../../types.js';

const FUNDS = ['government_fund', 'state_capital'] as const;

export const rule: Rule = {
  id: 'appropriation-against-funds',
  severity: 'error',
  title: {
    zh: '财政拨款总表与政府性基金、国有资本经营预算表一致',
    en: 'The appropriation summary agrees with the tables of government funds and state capital',
  },
  *evaluate(ctx) {
    const { index } = ctx;
    const summary = index.one('fiscal_appropriation_summary');
    for (const fund of FUNDS) {
      const table = index.one(fund);
      if (typeof summary === 'string' || typeof table === 'string') {
        yield { outcome: 'not_evaluable', why: typeof summary === 'string' ? summary : String(table) };
        continue;
      }
      if (!table.nonZero) {
        yield { outcome: 'not_applicable', why: `${table.title} is empty: rule empty-fund-table` };
        continue;
      }
      const column = mainColumn(ctx, summary, fund);
      if (column) yield* compareFunctionLines(ctx, summary, column, table, 'total');
      else yield { outcome: 'not_evaluable', why: `${summary.title}: no column ${fund}` };
      yield* balances(ctx, summary, table, fund);
    }
  },
};

/** 本年收入, and what was carried over at both ends. */
function* balances(ctx: CheckContext, summary: IndexedTable, table: IndexedTable, fund: string): Iterable<Outcome> {
  const { index } = ctx;
  for (const [row, own] of [
    [`income.${fund}`, 'income'],
    [`income.opening_carryover.${fund}`, 'opening_carryover'],
  ] as const) {
    const line = factAt(ctx, summary, row, 'amount'),
      total = mainColumn(ctx, table, own) && columnTotal(ctx, index, table, own);
    if (!line || !total) continue;
    yield sumIdentity({
      at: between(summary, table),
      place: `${summary.id}/${row}`,
      total: byTable(index, summary, line),
      parts: total,
    });
  }
  const closing = factAt(ctx, summary, 'expenditure.closing_carryover', fund),
    total = mainColumn(ctx, table, 'closing_carryover') && columnTotal(ctx, index, table, 'closing_carryover');
  if (closing && total)
    yield sumIdentity({
      at: between(summary, table),
      place: `${summary.id}/closing`,
      total: byTable(index, summary, closing),
      parts: total,
    });
}
