/** @module Every amount and count that the prose repeats, against the table that prints it. */
import type { Fact } from '../../../../schemas/index.js';
import type { Statement } from '../../../narrative/types.js';
import { factOperand, rowName } from '../../operand.js';
import { close, decimal, decimalsOf, halfDigit, quantity } from '../../quantity.js';
import { factQuantity, isOcr } from '../../narrative/figures.js';
import type { Counterpart } from '../../narrative/lookup.js';
import { exceptions } from '../../narrative/exceptions.js';
import { isPrintedForOwnYear } from '../../narrative/own-year.js';
import { finding, isPrinted, stated } from '../../narrative/say.js';
import type { CheckContext } from '../../context.js';
import type { Equation, Outcome, Rule } from '../../types.js';

export const rule: Rule = {
  id: 'narrative-amount',
  severity: 'error',
  title: { zh: '说明文字中的数与表中的数一致', en: 'A figure of the prose equals the figure of the table' },
  evaluate: (ctx) =>
    exceptions(
      ctx.prose.statements.flatMap((statement) =>
        statement.kind === 'amount' || (statement.kind === 'count' && statement.unit === '辆')
          ? [{ family: statement.about.account, outcome: compare(ctx, statement) }]
          : [],
      ),
    ),
};

function compare(ctx: CheckContext, statement: Statement): Outcome {
  if (statement.subject.startsWith('performance.'))
    return { outcome: 'not_applicable', why: 'performance figures have rules of their own' };
  const meant = ctx.lookup.meant(statement);
  if (typeof meant === 'string') return { outcome: 'not_evaluable', why: `${statement.quote}: ${meant}` };
  const said = ctx.stated.quantity(statement)!;
  const all = [...meant.exact, ...meant.also];
  let empty: Counterpart | null = null,
    none = false;
  let nearest: Printed | null = null;
  for (const facts of all) {
    const printed = factQuantity(ctx.index, facts, said.unit);
    if (printed === null) {
      none = true;
      if (meant.exact.includes(facts) && facts.every(isEmpty)) empty ??= facts;
      continue;
    }
    const closure = close(said, [{ q: printed, sign: 1 }]);
    if (closure.verdict !== 'beyond') return agrees(statement, facts, closure, said.value.isZero());
    if (meant.exact.includes(facts) && (!nearest || closure.difference.abs().lt(nearest.difference.difference.abs())))
      nearest = { facts, difference: closure };
  }
  // Nothing printed means nothing spent, where no other place prints something.
  if (none && !nearest && said.value.isZero()) return { outcome: 'pass', facts: [], confirms: false };
  if (statement.subject.endsWith('.prior_year') && isPrintedForOwnYear(ctx, statement))
    return {
      outcome: 'not_applicable',
      why: `${statement.quote}: this year’s figure under another year, which rule text-year tells`,
    };
  const loose = roundedOff(ctx, statement, all) ?? cutOff(ctx, statement, all);
  if (loose) return agrees(statement, loose.facts, loose.closure, false);
  if (nearest) return differs(ctx, statement, nearest);
  // One empty place among places that print another figure is not what is meant.
  if (empty && all.every((facts) => facts.every(isEmpty)))
    return differs(ctx, statement, { facts: empty, difference: null });
  return { outcome: 'not_evaluable', why: `${statement.quote}: no figure that is certainly meant was read` };
}

interface Printed {
  facts: Counterpart;
  difference: ReturnType<typeof close>;
}

/** Nothing is printed there; what is printed and was not read is not empty. */
function isEmpty(fact: Fact): boolean {
  return fact.value === null && /^[\s\-—–]*$/.test(fact.raw_text);
}

/** Whole 万元 cut off instead of rounded (1,237 for 1,237.6671): the printed digits are those of the table. */
function cutOff(
  ctx: CheckContext,
  statement: Statement,
  found: Counterpart[],
): { facts: Counterpart; closure: ReturnType<typeof close> } | null {
  if (statement.kind !== 'amount') return null;
  const places = decimalsOf(statement.value!);
  for (const facts of found) {
    const said = ctx.stated.quantity(statement)!,
      printed = factQuantity(ctx.index, facts, said.unit);
    if (!printed || facts.every((fact) => fact.unit === statement.unit)) continue;
    // 10,429.84 for 10,429.8313: rounded the wrong way, in the last digit that is printed.
    if (printed.value.round(places, 'down').minus(said.value).abs().lte(halfDigit(places).times(2)))
      return { facts, closure: close(said, [{ q: printed, sign: 1 }]) };
  }
  return null;
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
  if (shorter && closure.verdict !== 'beyond') return { outcome: 'pass', facts: ids, confirms: true };
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
      zh: `“${statement.quote}”，${placeOf(facts)}为${computed}，相差${decimal(closure.difference)}，${closure.verdict === 'beyond' ? '末位系截尾或进位' : '系四舍五入'}。`,
      en: `The prose says ${statement.value}, ${placeOf(facts)} prints ${computed}: ${closure.verdict === 'beyond' ? 'cut off instead of rounded' : 'rounding'}.`,
      evidence: [stated(statement), ...evidenceOf(facts)],
    }),
  };
}

function differs(
  ctx: CheckContext,
  statement: Statement,
  { facts, difference }: { facts: Counterpart; difference: ReturnType<typeof close> | null },
): Extract<Outcome, { outcome: 'fail' }> {
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
