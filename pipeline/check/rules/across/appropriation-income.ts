/**
 * @module Income of the appropriation summary against the summary (fund by fund) and against 财政拨款收入 of the income
 * table.
 */
import { between, byTable } from '../../place.js';
import { columnTotal, factAt, pair, totalIncome } from '../../statements.js';
import { equalIdentity, sumIdentity } from '../../sum-identity.js';
import type { Rule } from '../../types.js';

const LINES = [
  'income.general_public_budget',
  'income.government_fund',
  'income.state_capital',
  'income.fiscal_appropriation',
];

export const rule: Rule = {
  id: 'appropriation-income',
  severity: 'error',
  title: {
    zh: '财政拨款总表收入与总表、收入表一致',
    en: 'Income of the appropriation summary agrees with the summary and the income table',
  },
  *evaluate(ctx) {
    const { index } = ctx;
    const summaries = pair(index, 'fiscal_appropriation_summary', 'income_expenditure_summary');
    if (!Array.isArray(summaries)) yield summaries;
    else
      for (const row of LINES) {
        const [own, other] = summaries.map((t) => factAt(ctx, t, row, 'amount'));
        if (!own || !other) continue;
        yield equalIdentity({
          at: between(summaries[0], summaries[1]),
          place: `${summaries[0].id}/${row}`,
          total: byTable(index, summaries[0], own),
          other: byTable(index, summaries[1], other),
        });
      }
    const tables = pair(index, 'fiscal_appropriation_summary', 'income');
    if (!Array.isArray(tables)) {
      yield tables;
      return;
    }
    const total = totalIncome(ctx, tables[0]),
      parts = columnTotal(ctx, index, tables[1], 'fiscal_appropriation');
    if (!parts && tables[1].columnsOf('general_public_budget').length > 0) {
      yield {
        outcome: 'not_applicable',
        why: `${tables[1].title} prints appropriations by fund: rule income-against-summary`,
      };
      return;
    }
    if (!total || !parts) {
      yield {
        outcome: 'not_evaluable',
        why: `${tables[0].title}, ${tables[1].title}: appropriation income is not on both sides`,
      };
      return;
    }
    yield sumIdentity({
      at: between(...tables),
      place: `${tables[0].id}/income.total`,
      total: byTable(index, tables[0], total),
      parts,
      sumName: `${tables[1].title}财政拨款收入各类之和`,
    });
  },
};
