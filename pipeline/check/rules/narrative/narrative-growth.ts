/** @module Growth (增加 d 万元，增长 p%): p = d ÷ last year, last year = this year − d. */
import { figuresIn } from '../../../domain/prose-figures.js';
import { close, inUnit, quantity } from '../../quantity.js';
import type { Quantity } from '../../quantity.js';
import { fitOf } from '../../narrative/figures.js';
import type { Statement } from '../../../narrative/types.js';
import { fails, PASS, stated } from '../../narrative/say.js';
import { type Candidate, evidenceOf, isDoubtful } from '../../narrative/groups.js';
import { pathOf, phaseOf } from '../../narrative/places.js';
import { plainOf } from '../../../narrative/normal.js';
import { spokenGrowth } from '../../narrative/spoken-growth.js';
import { judgeRate } from '../../narrative/rates.js';
import type { Causes, Ratio } from '../../narrative/rates.js';
import type { CheckContext } from '../../context.js';
import type { Outcome, Rule } from '../../types.js';

export const rule: Rule = {
  id: 'narrative-growth',
  severity: 'error',
  title: { zh: '增减率与增减额、上年基数相符', en: 'A growth rate agrees with the change and with last year’s base' },
  *evaluate(ctx) {
    const causes: Causes = new Set();
    for (const statement of ctx.prose.statements) {
      if (statement.kind === 'growth_amount') {
        yield against(ctx, statement) ?? base(ctx, statement);
        continue;
      }
      if (statement.kind !== 'growth_rate') continue;
      const change = ctx.groups
        .of(statement)
        .filter((s) => s.kind === 'growth_amount' && s.at < statement.at && s.paragraph === statement.paragraph)
        .at(-1);
      if (!change) {
        const outcome = overPriorYear(ctx, statement, causes);
        if (outcome) {
          yield outcome;
          continue;
        }
      }
      if (!change) {
        yield { outcome: 'not_evaluable', why: `${statement.quote}: the change is not stated` };
        continue;
      }
      const d = ctx.stated.quantity(change)!,
        rate = ctx.stated.quantity(statement)!;
      // Where amount and rate point in opposite directions another rule says so; here either direction will do.
      const signs = d.value.gt(0) === rate.value.gt(0) ? [d.value] : [d.value, d.value.neg()];
      const ratios = signs.flatMap((signed) =>
        ctx.groups.actual(statement, d.unit ?? '万元').map((now): Ratio => {
          const value = inUnit(now.q, d.unit);
          return {
            top: { ...d, value: signed.abs() },
            bottom: { value: value.value.minus(signed), half: value.half.plus(d.half), unit: d.unit },
            from: [now, { q: d, statement: change, facts: [] }],
            formula: () => {
              const change = signed.abs().toFixed();
              return `${change}÷（${value.value.toFixed()}${signed.lt(0) ? '+' : '-'}${change}）`;
            },
          };
        }),
      );
      yield judgeRate(
        ctx,
        statement,
        { ...rate, value: rate.value.abs() },
        withOthers(ctx, statement, change, d, ratios),
        { zh: '增减率', en: 'the growth rate' },
        causes,
      );
    }
    yield* spokenGrowth(ctx);
  },
};

/** How far before a rate its base may stand. */
const REACH = 800;

/** Amounts printed before a change in its paragraph, read or not. */
function before(ctx: CheckContext, change: Statement, inList = false): Quantity[] {
  const text = plainOf(ctx.prose.paragraphs[change.paragraph]!).slice(Math.max(0, change.at - REACH), change.at);
  // A list goes on with 、 and ，; what ；ends is another matter.
  return figuresIn(inList ? text.slice(Math.max(text.lastIndexOf('；'), text.lastIndexOf('。')) + 1) : text)
    .filter(({ unit }) => unit?.endsWith('元'))
    .map(({ value, unit }) => quantity(value, unit));
}

/** The other bases are looked for only where none of its own explains the rate. */
function* withOthers(
  ctx: CheckContext,
  statement: Statement,
  change: Statement,
  d: Quantity,
  ratios: readonly Ratio[],
): Iterable<Ratio> {
  yield* ratios;
  if (ratios.length > 0) yield* overOthers(ctx, statement, change, d);
}

/**
 * A bare comparison after a list may be about the total that the list divides: any amount that the paragraph prints before
 * it, and the totals of the tables, excuse it; none of them condemns.
 */
function overOthers(ctx: CheckContext, statement: Statement, change: Statement, d: Quantity): Ratio[] {
  const said = before(ctx, change).map((q): Candidate => ({ q, statement: change, facts: [] }));
  const totals = ['income.grand_total', 'expenditure.grand_total', 'fiscal.expenditure'].flatMap((path) =>
    ctx.groups.candidates(statement, path, phaseOf(statement.subject), d.unit ?? '万元'),
  );
  return [...said, ...totals].map((now): Ratio => {
    const value = inUnit(now.q, d.unit);
    return {
      top: { ...d, value: d.value.abs() },
      bottom: { value: value.value.minus(d.value), half: value.half.plus(d.half), unit: d.unit },
      from: [now],
      formula: () => `${d.value.abs().toFixed()}÷（${value.value.toFixed()}-${d.value.toFixed()}）`,
    };
  });
}

/** 2024年决算数为 a 万元，2025年支出决算为 b 万元，比2024年减少 p%. */
function overPriorYear(ctx: CheckContext, statement: Statement, causes: Causes): Outcome | null {
  const prior = ctx.groups
    .of(statement)
    .findLast((s) => s.kind === 'amount' && s.subject.endsWith('.prior_year') && s.at < statement.at);
  if (!prior) return null;
  const bottom = ctx.stated.quantity(prior)!,
    rate = ctx.stated.quantity(statement)!;
  const ratios = ctx.groups.actual(statement, bottom.unit ?? '万元').map((now): Ratio => {
    const value = inUnit(now.q, bottom.unit);
    return {
      top: { value: value.value.minus(bottom.value).abs(), half: value.half.plus(bottom.half), unit: bottom.unit },
      bottom,
      from: [now, { q: bottom, statement: prior, facts: [] }],
      formula: () => `（${value.value.toFixed()}-${bottom.value.toFixed()}）÷${bottom.value.toFixed()}`,
    };
  });
  return judgeRate(
    ctx,
    statement,
    { ...rate, value: rate.value.abs() },
    ratios,
    { zh: '增减率', en: 'the growth rate' },
    causes,
  );
}

const AGAINST_BUDGET =
  /(?:比|较|与)[^，。；\d]{0,8}预算(?:安排|数|额)?(?:相比)?，?(?:增加|减少|压减|压缩|节约|超支|增长|下降|降低)了?$/;

/**
 * 比上年决算数 a 万元增加 d 万元, 比预算减少 d 万元: d lies between this year's figure and the one compared with. Null where neither is
 * stated; where a rate beside it already contradicts d, that rate's own check tells.
 */
function against(ctx: CheckContext, statement: Statement): Outcome | null {
  const group = ctx.groups.of(statement),
    d = ctx.stated.quantity(statement)!;
  const text = plainOf(ctx.prose.paragraphs[statement.paragraph]!);
  const prior = group.findLast(
    (s) =>
      s.kind === 'amount' && s.subject.endsWith('.prior_year') && s.at < statement.at && s.from === statement.from,
  );
  const overBudget =
    ctx.identity.kind === 'final_accounts' &&
    AGAINST_BUDGET.test(text.slice(Math.max(0, statement.at - 24), statement.at));
  if (!prior && !overBudget) return null;
  const compared = prior
    ? [{ q: ctx.stated.quantity(prior)!, statement: prior, facts: [] }]
    : ctx.groups.candidates(statement, pathOf(statement.subject), 'budget', d.unit ?? '万元');
  const now = ctx.groups.actual(statement, d.unit ?? '万元');
  if (compared.length === 0 || now.length === 0) return null;
  const pairs = now.flatMap((own) =>
    compared.map((other) => ({
      own,
      other,
      closure: close(inUnit(own.q, d.unit), [
        { q: inUnit(other.q, d.unit), sign: 1 },
        { q: d, sign: 1 },
      ]),
    })),
  );
  if (pairs.some(({ closure }) => closure.verdict !== 'beyond')) return PASS;
  // This year's own figure under the year before: the year is wrong, and its own check tells.
  if (prior && pairs.some(({ own, other }) => inUnit(own.q, d.unit).value.eq(inUnit(other.q, d.unit).value)))
    return null;
  // A misprinted d is told by its rate.
  const rate = group.find((s) => s.kind === 'growth_rate' && s.at > statement.at && s.from === statement.from);
  const fits = (q: Quantity): boolean => {
    const value = inUnit(q, d.unit),
      fit = fitOf(ctx.stated.quantity(rate!)!, d, {
        ...value,
        value: value.value.minus(d.value),
        half: value.half.plus(d.half),
      });
    return fit === 'equal' || fit === 'truncated';
  };
  if (rate && !now.some(({ q }) => fits(q))) {
    return { outcome: 'not_applicable', why: `${rate.quote}: the rate contradicts the change` };
  }
  const { own, other } = pairs[0]!,
    difference = inUnit(own.q, d.unit).value.minus(inUnit(other.q, d.unit).value);
  return fails({
    severity: isDoubtful(ctx, statement, [own, other]) ? 'warning' : 'error',
    reported: statement.value,
    computed: difference.toFixed(),
    difference: d.value.minus(difference).toFixed(),
    zh:
      `“${statement.quote}”：` +
      `${own.q.value.toFixed()}与${prior ? '上年' : '预算'}${other.q.value.toFixed()}相差${difference.abs().toFixed()}，` +
      `与${d.value.abs().toFixed()}不符。`,
    en:
      `${own.q.value.toFixed()} and ${other.q.value.toFixed()} differ by ` +
      `${difference.abs().toFixed()}, not ${d.value.abs().toFixed()}.`,
    evidence: [stated(statement), ...evidenceOf(other), ...evidenceOf(own)],
  });
}

/** An increase cannot be more than what there is now: last year's figure would be below zero. */
function base(ctx: CheckContext, statement: Statement): Outcome {
  const d = ctx.stated.quantity(statement)!;
  if (d.value.lte(0)) return { outcome: 'not_applicable', why: 'a decrease has no upper bound' };
  const now = ctx.groups.actual(statement, d.unit ?? '万元');
  if (now.length === 0)
    return { outcome: 'not_evaluable', why: `${statement.quote}: this year’s amount is not known` };
  const below = now.every(({ q }) => {
    const value = inUnit(q, d.unit);
    return value.value.minus(d.value).plus(value.half).plus(d.half).lt(0);
  });
  const hasRate = ctx.groups.of(statement).some((s) => s.kind === 'growth_rate' && s.at > statement.at);
  // With a rate beside it the rate's own check tells; balances may have been below zero, income and expenditure not.
  const ofTotal = before(ctx, statement, true).some((q) => inUnit(q, d.unit).value.gte(d.value));
  if (!below || hasRate || ofTotal || /carryover|surplus/.test(statement.subject)) return PASS;
  return fails({
    severity: isDoubtful(ctx, statement, now) ? 'warning' : 'error',
    reported: statement.value,
    computed: now[0]!.q.value.toFixed(),
    zh: `“${statement.quote}”，而本年数为${now[0]!.q.value.toFixed()}，上年数将为负。`,
    en:
      `An increase of ${statement.value} over a figure of ${now[0]!.q.value.toFixed()} would put last ` +
      'year below zero.',
    evidence: [stated(statement), ...evidenceOf(now[0]!)],
  });
}
