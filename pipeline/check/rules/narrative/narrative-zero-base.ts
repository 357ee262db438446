/** @module A percentage of nothing: completion of a budget of 0, growth over a year of 0, a share of 0. */
import type { Statement } from '../../../narrative/types.js';
import { inUnit } from '../../quantity.js';
import { evidenceOf } from '../../narrative/groups.js';
import type { Candidate } from '../../narrative/groups.js';
import { pathOf, phaseOf } from '../../narrative/places.js';
import { merged } from '../../narrative/text-rule.js';
import { fails, PASS, stated } from '../../narrative/say.js';
import type { CheckContext } from '../../context.js';
import type { Fact } from '../../../../schemas/index.js';
import type { Outcome, Rule } from '../../types.js';

export const rule: Rule = {
  id: 'narrative-zero-base',
  severity: 'warning',
  title: { zh: '基数为零时不存在百分比', en: 'There is no percentage of a base of zero' },
  evaluate: (ctx) => merged(rates(ctx)),
};

function* rates(ctx: CheckContext): Iterable<Outcome> {
  for (const statement of ctx.prose.statements) {
    if (statement.subject.startsWith('performance.')) continue;
    if (statement.kind === 'completion_rate') yield completion(ctx, statement);
    else if (statement.kind === 'growth_rate') yield growth(ctx, statement);
    else if (
      statement.kind === 'share' &&
      statement.base !== null &&
      statement.base !== 'unknown' &&
      Number(statement.value) !== 0
    )
      yield share(ctx, statement);
  }
}

function isBlank({ value, raw_text: raw }: Fact): boolean {
  return value === null && /^[\s\-—–]*$/.test(raw);
}

function completion(ctx: CheckContext, statement: Statement): Outcome {
  const path = pathOf(statement.subject);
  const budgets = ctx.groups.candidates(statement, path, 'budget', '万元');
  const printed = ctx.lookup.counterparts({ ...statement, subject: `${path}.budget` });
  if (budgets.length === 0 && typeof printed !== 'string' && printed.every((facts) => facts.every(isBlank)))
    return say(
      statement,
      [{ q: ctx.stated.quantity(statement)!, statement: null, facts: printed[0]! }],
      '预算数为空',
      'the budget is empty',
    );
  if (budgets.length === 0) return { outcome: 'not_evaluable', why: `${statement.quote}: the budget is not known` };
  return budgets.every((b) => b.q.value.isZero()) ? say(statement, budgets, '预算数为0', 'the budget is 0') : PASS;
}

function growth(ctx: CheckContext, statement: Statement): Outcome {
  if (Number(statement.value) === 0) return PASS;
  const change = ctx.groups
    .of(statement)
    .filter((s) => s.kind === 'growth_amount' && s.at < statement.at && s.paragraph === statement.paragraph)
    .at(-1);
  if (!change) {
    const prior = ctx.groups
      .of(statement)
      .findLast((s) => s.kind === 'amount' && s.subject.endsWith('.prior_year') && s.at < statement.at);
    if (prior && ctx.stated.quantity(prior)!.value.isZero()) {
      const q = ctx.stated.quantity(prior)!;
      return say(statement, [{ q, statement: prior, facts: [] }], '上年数为0', 'last year’s figure is 0');
    }
    return { outcome: 'not_evaluable', why: 'the change is not stated' };
  }
  const d = ctx.stated.quantity(change)!;
  const now = ctx.groups.actual(statement, d.unit ?? '万元');
  if (now.length === 0) return { outcome: 'not_evaluable', why: 'this year’s amount is not known' };
  const zero = now.filter((c) => inUnit(c.q, d.unit).value.eq(d.value));
  return zero.length === now.length && !d.value.isZero()
    ? say(statement, zero, '上年数为0', 'last year’s figure is 0')
    : PASS;
}

function share(ctx: CheckContext, statement: Statement): Outcome {
  const wholes = ctx.groups.candidates(statement, pathOf(statement.base!), phaseOf(statement.base!), '万元');
  return wholes.length > 0 && wholes.every((w) => w.q.value.isZero())
    ? say(statement, wholes, '总额为0', 'the whole is 0')
    : PASS;
}

function say(statement: Statement, base: Candidate[], zh: string, en: string): Outcome {
  return fails({
    severity: 'warning',
    reported: `${statement.value}%`,
    zh: `“${statement.quote}”：${zh}，百分比无意义。`,
    en: `“${statement.value} %”: ${en}, so there is no percentage.`,
    evidence: [stated(statement), ...base.slice(0, 1).flatMap(evidenceOf)],
  });
}
