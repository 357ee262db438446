/** @module Completion (完成年初预算的 p%): actual ÷ budget. */
import { inUnit } from '../quantity.js';
import { statedQuantity } from '../narrative/figures.js';
import { candidates } from '../narrative/groups.js';
import { pathOf } from '../narrative/lookup.js';
import { judgeRate } from '../narrative/rates.js';
import type { Ratio } from '../narrative/rates.js';
import type { Rule } from '../types.js';

export const rule: Rule = {
  id: 'narrative-completion',
  severity: 'error',
  title: { zh: '预算完成率与预算数、决算数相符', en: 'A completion rate agrees with budget and actual' },
  *evaluate(input) {
    for (const statement of input.prose.statements) {
      if (statement.kind !== 'completion_rate' || statement.subject.startsWith('performance.')) continue;
      const path = pathOf(statement.subject);
      const actuals = candidates(input, statement, path, 'actual', '万元'), budgets = candidates(input, statement, path, 'budget', '万元');
      const ratios: Ratio[] = actuals.flatMap(actual => budgets.map(budget => ({
        top: inUnit(actual.q, budget.q.unit), bottom: budget.q, from: [actual, budget], formula: `${actual.q.value.toFixed()}÷${budget.q.value.toFixed()}`,
      })));
      yield judgeRate(input, statement, statedQuantity(input, statement)!, ratios, { zh: '完成率', en: 'the completion rate' });
    }
  },
};
