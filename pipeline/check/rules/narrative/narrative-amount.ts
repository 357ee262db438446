/** @module Every amount and count that the prose repeats, against the table that prints it. */
import type { Fact } from '../../../../schemas/index.js';
import type { Statement } from '../../../narrative/types.js';
import { factOperand, rowName } from '../../operand.js';
import { close, decimal, decimalsOf, quantity } from '../../quantity.js';
import { factQuantity, isOcr } from '../../narrative/figures.js';
import type { Counterpart } from '../../narrative/lookup.js';
import { isPrintedForOwnYear } from '../../narrative/own-year.js';
import { finding, isPrinted, stated } from '../../narrative/say.js';
import type { CheckContext } from '../../context.js';
import type { Equation, Outcome, Rule } from '../../types.js';

export const rule: Rule = {
  id: 'narrative-amount',
  severity: 'error',
  title: { zh: '说明文字中的数与表中的数一致', en: 'A figure of the prose equals the figure of the table' },
  *evaluate(ctx) {
    for (const statement of ctx.prose.statements) {
      if (statement.kind === 'amount' || (statement.kind === 'count' && statement.unit === '辆'))
        yield compare(ctx, statement);
    }
  },
};

function compare(ctx: CheckContext, statement: Statement): Outcome {
  if (statement.subject.startsWith('performance.'))
    return { outcome: 'not_applicable', why: 'performance figures have rules of their own' };
  const found = ctx.lookup.counterparts(statement);
  if (typeof found === 'string') return { outcome: 'not_evaluable', why: `${statement.quote}: ${found}` };
  const said = ctx.stated.quantity(statement)!;
  let nearest: { facts: Counterpart; difference: ReturnType<typeof close> | null } | null = null;
  for (const facts of found) {
    const printed = factQuantity(ctx.index, facts, said.unit);
    if (printed === null) {
      // Nothing printed means nothing spent.
      if (said.value.isZero()) return { outcome: 'pass', facts: [], confirms: false };
      nearest ??= { facts, difference: null };
      continue;
    }
    const closure = close(said, [{ q: printed, sign: 1 }]);
    if (closure.verdict !== 'beyond') return agrees(statement, facts, closure, said.value.isZero());
    if (!nearest?.difference || closure.difference.abs().lt(nearest.difference.difference.abs()))
      nearest = { facts, difference: closure };
  }
  if (statement.subject.endsWith('.prior_year') && isPrintedForOwnYear(ctx, statement))
    return {
      outcome: 'not_applicable',
      why: `${statement.quote}: this year’s figure under another year, which rule text-year tells`,
    };
  const rounded = roundedOff(ctx, statement, found);
  return rounded ? agrees(statement, rounded.facts, rounded.closure, false) : differs(ctx, statement, nearest!);
}

/**
 * 2,673 万元 for 2,673.01 万元: a figure without the decimals that others have may be 2,673.00, or rounded to what it
 * prints.
 */
function roundedOff(
  ctx: CheckContext,
  statement: Statement,
  found: Counterpart[],
): { facts: Counterpart; closure: ReturnType<typeof close> } | null {
  const said = quantity(statement.value!, statement.unit === '万' ? '万元' : statement.unit);
  if (statement.kind !== 'amount' || said.value.eq(0)) return null;
  for (const facts of found) {
    const printed = factQuantity(ctx.index, facts, said.unit),
      closure = printed && close(said, [{ q: printed, sign: 1 }]);
    if (closure && closure.verdict !== 'beyond') return { facts, closure };
  }
  return null;
}

function agrees(statement: Statement, facts: Counterpart, closure: ReturnType<typeof close>, zero: boolean): Outcome {
  const ids = facts.filter((fact) => fact.value !== null).map((fact) => fact.id);
  const equation = facts.length === 1 && facts[0]!.value !== null ? equationOf(facts[0]!, closure) : undefined;
  if (closure.verdict === 'equal' || zero)
    return { outcome: 'pass', facts: ids, confirms: !zero, ...(equation ? { equation } : {}) };
  // 18,976.76 万元 for 189,767,551 元 is the same figure, printed shorter.
  const shorter = facts.some((fact) => fact.unit !== statement.unit);
  if (shorter) return { outcome: 'pass', facts: ids, confirms: true };
  const computed = decimal(closure.computed, decimalsOf(statement.value!));
  return {
    outcome: 'pass',
    facts: ids,
    confirms: true,
    ...(equation ? { equation } : {}),
    finding: finding({
      severity: 'info',
      reported: statement.value,
      computed,
      difference: decimal(closure.difference),
      tolerance: decimal(closure.tolerance),
      zh: `“${statement.quote}”，${placeOf(facts)}为${computed}，相差${decimal(closure.difference)}，系四舍五入。`,
      en: `The prose says ${statement.value}, ${placeOf(facts)} prints ${computed}: rounding.`,
      evidence: [stated(statement), ...evidenceOf(facts)],
    }),
  };
}

function differs(
  ctx: CheckContext,
  statement: Statement,
  { facts, difference }: { facts: Counterpart; difference: ReturnType<typeof close> | null },
): Outcome {
  const paragraph = ctx.prose.paragraphs[statement.paragraph];
  const doubtful = isOcr(facts) || (paragraph !== undefined && !isPrinted(paragraph, statement.at, statement.end));
  const unit = statement.unit ?? '';
  const computed = difference ? decimal(difference.computed, decimalsOf(statement.value!)) : null;
  const equation = difference && facts.length === 1 ? equationOf(facts[0]!, difference) : undefined;
  return {
    outcome: 'fail',
    facts: facts.map((fact) => fact.id),
    ...(equation ? { equation } : {}),
    finding: finding({
      severity: doubtful ? 'warning' : 'error',
      reported: statement.value,
      computed: computed ?? '',
      difference: difference && decimal(difference.difference),
      tolerance: difference && decimal(difference.tolerance),
      zh:
        computed === null
          ? `“${statement.quote}”，而${placeOf(facts)}为空。`
          : `“${statement.quote}”，而${placeOf(facts)}为${computed}${unit}，相差${decimal(difference!.difference)}${unit}。`,
      en:
        computed === null
          ? `The prose says ${statement.value} ${unit}, ${placeOf(facts)} is empty.`
          : `The prose says ${statement.value} ${unit}, ${placeOf(facts)} prints ${computed} ${unit}.`,
      evidence: [stated(statement), ...evidenceOf(facts, ctx)],
    }),
  };
}

function equationOf(fact: Fact, { difference, computed, tolerance }: ReturnType<typeof close>): Equation {
  const half = tolerance.div(2).toFixed();
  return {
    place: `${fact.table_id}/${fact.row_id ?? fact.row_label}`,
    terms: [
      { fact: null, sign: 1, value: computed.plus(difference).toFixed(), half },
      { fact: fact.id, sign: -1, value: computed.toFixed(), half },
    ],
  };
}

function placeOf(facts: Counterpart): string {
  return facts.map((fact) => `${fact.table_title ?? ''}“${rowName(fact)}”${fact.column_label}`).join('与');
}

function evidenceOf(facts: Counterpart, ctx?: CheckContext) {
  return facts.map((fact) =>
    ctx
      ? factOperand(ctx.index, fact).evidence
      : { fact_id: fact.id, quote: `${rowName(fact)} ${fact.raw_text}`.trim(), page: fact.page, boxes: fact.boxes },
  );
}
