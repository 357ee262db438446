/** @module Completion (完成年初预算的 p%): actual ÷ budget. */
import type { Candidate } from '../../narrative/groups.js';
import { pathOf } from '../../narrative/places.js';
import { judgeRate, ratiosOf } from '../../narrative/rates.js';
import type { Causes } from '../../narrative/rates.js';
import type { Statement } from '../../../narrative/types.js';
import type { CheckContext } from '../../context.js';
import type { Outcome, Rule } from '../../types.js';

export const rule: Rule = {
  id: 'narrative-completion',
  severity: 'error',
  title: { zh: '预算完成率与预算数、决算数相符', en: 'A completion rate agrees with budget and actual' },
  *evaluate(ctx) {
    const causes: Causes = new Set();
    for (const statement of ctx.prose.statements) {
      if (statement.kind !== 'completion_rate') continue;
      if (statement.subject.startsWith('performance.')) {
        yield ofProject(ctx, statement, causes);
        continue;
      }
      const path = pathOf(statement.subject);
      const actuals = ctx.groups.candidates(statement, path, 'actual', '万元'),
        budgets = ctx.groups.candidates(statement, path, 'budget', '万元');
      yield initialBudget(statement, budgets) ??
        judgeRate(
          ctx,
          statement,
          ctx.stated.quantity(statement)!,
          ratiosOf(actuals, budgets),
          { zh: '完成率', en: 'the completion rate' },
          causes,
        );
    }
  },
};

/** 项目全年预算数为 d 万元，执行数为 e 万元，完成预算的 p%: the two amounts stand right before the rate. */
function ofProject(ctx: CheckContext, statement: Statement, causes: Causes): Outcome {
  const before = (subject: string): Statement | undefined =>
    ctx.groups
      .inParagraph(statement.paragraph)
      .findLast((s) => s.kind === 'amount' && s.subject.startsWith(subject) && s.at < statement.at);
  const budget = before('performance.project_budget'),
    executed = before('performance.project_executed');
  if (!budget || !executed || budget.at > executed.at || statement.at - budget.at > 80)
    return { outcome: 'not_evaluable', why: `${statement.quote}: budget or executed amount is not stated before it` };
  const top = ctx.stated.quantity(executed)!,
    bottom = ctx.stated.quantity(budget)!;
  const from = [executed, budget].map((s) => ({ q: ctx.stated.quantity(s)!, statement: s, facts: [] }));
  return judgeRate(
    ctx,
    statement,
    ctx.stated.quantity(statement)!,
    [{ top, bottom, from, formula: () => `${top.value.toFixed()}÷${bottom.value.toFixed()}` }],
    { zh: '完成率', en: 'the completion rate' },
    causes,
  );
}

/**
 * 完成年初预算的 p%, where only a table gives a budget and its column does not say that it is the initial one: which is
 * meant is not known.
 */
function initialBudget(statement: Statement, budgets: Candidate[]): Outcome | null {
  if (
    !/年初预算/.test(statement.quote.slice(-24)) ||
    budgets.length === 0 ||
    budgets.some((b) => b.statement !== null)
  )
    return null;
  return budgets.some((b) => b.facts.some((fact) => /年初/.test(fact.column_label)))
    ? null
    : { outcome: 'not_evaluable', why: `${statement.quote}: the table’s budget may be the adjusted one` };
}
