/** @module Appropriation summary, general public budget column, against the general public budget expenditure table. */
import { compareFunctionLines } from '../../function-lines.js';
import { mainColumn, pair } from '../../statements.js';
import type { Rule } from '../../types.js';

export const rule: Rule = {
  id: 'appropriation-against-general-budget',
  severity: 'error',
  title: {
    zh: '财政拨款总表一般公共预算列与一般公共预算支出表一致',
    en: 'The general public budget column of the appropriation summary agrees with its own table',
  },
  *evaluate(ctx) {
    const tables = pair(ctx.index, 'fiscal_appropriation_summary', 'general_public_budget_expenditure');
    if (!Array.isArray(tables)) {
      yield tables;
      return;
    }
    const [summary, general] = tables;
    const column = mainColumn(ctx, summary, 'general_public_budget');
    if (!column) {
      yield { outcome: 'not_evaluable', why: `${summary.title}: no column of the general public budget` };
      return;
    }
    yield* compareFunctionLines(ctx, summary, column, general, 'total');
  },
};
