/**
 * @module Parts and wholes of the prose itself: classes and their total, goods + works + services, items of a class,
 * kinds of vehicles.
 */
import type { Statement } from '../../../narrative/types.js';
import { close, decimal } from '../../quantity.js';
import { spokenParts } from '../../narrative/spoken-parts.js';
import { isDoubtful } from '../../narrative/groups.js';
import { finding, PASS, stated } from '../../narrative/say.js';
import type { CheckContext } from '../../context.js';
import type { Outcome, Rule } from '../../types.js';
import { SPOKEN_CLASSES, spokenNames } from '../../../domain/classes.js';

export const rule: Rule = {
  id: 'narrative-parts-sum',
  severity: 'error',
  title: { zh: '说明文字中分项之和等于合计', en: 'The parts that the prose lists add up to the whole it states' },
  *evaluate(ctx) {
    const amounts = ctx.prose.statements.filter((s) => s.kind === 'amount' && s.value !== null);
    yield* named(
      ctx,
      amounts,
      'procurement.total.actual',
      ['procurement.goods.actual', 'procurement.works.actual', 'procurement.services.actual'],
      '政府采购',
    );
    yield* named(
      ctx,
      amounts,
      'procurement.total.budget',
      ['procurement.goods.budget', 'procurement.works.budget', 'procurement.services.budget'],
      '政府采购预算',
    );
    for (const phase of ['actual', 'budget']) {
      yield* named(
        ctx,
        amounts,
        `three_public.total.${phase}`,
        ['abroad', 'vehicles', 'reception'].map((part) => `three_public.${part}.${phase}`),
        '“三公”经费',
      );
      yield* named(
        ctx,
        amounts,
        `three_public.vehicles.${phase}`,
        ['vehicle_purchase', 'vehicle_running'].map((part) => `three_public.${part}.${phase}`),
        '公务用车购置及运行维护费',
      );
      yield* named(
        ctx,
        amounts,
        `basic.total.${phase}`,
        [`basic.personnel.${phase}`, `basic.public.${phase}`],
        '基本支出',
      );
    }
    yield* receptions(ctx, amounts);
    yield* classes(ctx, amounts);
    yield* items(ctx, amounts);
    yield* vehicles(ctx);
    yield* within(ctx, amounts);
    yield* spokenParts(ctx);
  },
};

/** A fixed set of parts: complete when each is stated. */
function* named(
  ctx: CheckContext,
  amounts: Statement[],
  whole: string,
  parts: string[],
  zh: string,
): Iterable<Outcome> {
  const total = amounts.find((s) => s.subject === whole);
  const found = parts.map((part) => amounts.find((s) => s.subject === part));
  if (!total || found.some((s) => s === undefined)) return;
  yield sum(ctx, total, found as Statement[], `${zh}各项之和`, true);
}

/** 国内接待费, and 国（境）外接待费 beside it or 外事接待费 inside it, make up 公务接待费. */
function* receptions(ctx: CheckContext, amounts: Statement[]): Iterable<Outcome> {
  const of = (item: string): Statement | undefined =>
    amounts.find((s) => s.subject === `three_public.${item}.actual`);
  const total = of('reception'),
    domestic = of('reception.domestic');
  if (!total || !domestic || domestic.paragraph - total.paragraph > 3) return;
  const foreign = amounts.filter(
    (s) => s.subject === 'three_public.reception.foreign.actual' && s.paragraph === domestic.paragraph,
  );
  const readings = [[domestic], [domestic, ...foreign], ...foreign.map((s) => [domestic, s])].map((parts) =>
    sum(ctx, total, parts, '国内、外事接待费之和', true, true),
  );
  yield readings.find((outcome) => outcome.outcome === 'pass') ?? readings[0]!;
}

/** 主要用于以下方面: classes in one paragraph after their total. */
function* classes(ctx: CheckContext, amounts: Statement[]): Iterable<Outcome> {
  const byParagraph = new Map<number, Statement[]>();
  for (const s of amounts) {
    if (!/^function\.\d{3}\.actual$/.test(s.subject)) continue;
    const list = byParagraph.get(s.paragraph) ?? [];
    byParagraph.set(s.paragraph, list);
    list.push(s);
  }
  for (const [paragraph, parts] of byParagraph) {
    if (parts.length < 2 || new Set(parts.map((s) => s.subject)).size !== parts.length) continue;
    const total = amounts
      .filter((s) => s.paragraph === paragraph && s.at < parts[0]!.at && s.subject === 'general.expenditure.actual')
      .at(-1);
    if (total) yield sum(ctx, total, parts, '各类支出之和', false);
  }
}

/** All items' budgets and actuals against the total, and the items of one class against the class. */
function* items(ctx: CheckContext, amounts: Statement[]): Iterable<Outcome> {
  for (const phase of ['budget', 'actual']) {
    const own = amounts.filter(
      (s) => s.names.length === 3 && s.subject.startsWith('function.') && s.subject.endsWith(`.${phase}`),
    );
    const seen = new Set<string>();
    const parts = own.filter((s) => !seen.has(s.subject) && seen.add(s.subject));
    if (parts.length < 2) continue;
    const total = amounts
      .filter((s) => s.subject === `general.expenditure.${phase}` && s.paragraph <= parts[0]!.paragraph)
      .at(-1);
    if (total) yield sum(ctx, total, parts, `各项${phase === 'budget' ? '年初预算' : '支出'}之和`, false);
    if (phase === 'budget') continue;
    const byClass = new Map<string, Statement[]>();
    for (const part of parts) {
      const list = byClass.get(part.names[0]!);
      if (list) list.push(part);
      else byClass.set(part.names[0]!, [part]);
    }
    for (const [name, group] of byClass) {
      const code = SPOKEN_CLASSES.find((one) => spokenNames(one).includes(name))?.code;
      const whole = amounts.find((s) => s.subject === `function.${code}.actual`);
      if (whole && group.length > 1) yield sum(ctx, whole, group, `“${name}”各项之和`, false);
    }
  }
}

function* vehicles(ctx: CheckContext): Iterable<Outcome> {
  const counts = ctx.prose.statements.filter((s) => s.kind === 'count' && s.unit === '辆' && s.value !== null);
  for (const account of ['vehicles', 'vehicles_to_buy']) {
    const total = counts.find((s) => s.subject === `${account}.total`);
    const parts = counts.filter(
      (s) =>
        s.subject.startsWith(`${account}.`) && s.subject !== `${account}.total` && s.paragraph === total?.paragraph,
    );
    // A short list (其中：其他用车 3 辆) names what there is, the long form names every use.
    if (total && parts.length > 0) yield sum(ctx, total, parts, '各类车辆之和', parts.length >= 5);
  }
}

/** What goes to small enterprises is part of what goes to small and medium ones, and that of all procurement. */
function* within(ctx: CheckContext, amounts: Statement[]): Iterable<Outcome> {
  for (const [part, whole] of [
    ['procurement.small_micro', 'procurement.sme'],
    ['procurement.sme', 'procurement.total'],
    ['procurement.reserved_small_micro', 'procurement.reserved_sme'],
  ]) {
    const inner = amounts.find((s) => s.subject === `${part}.actual`),
      outer = amounts.find((s) => s.subject === `${whole}.actual`);
    if (!inner || !outer) continue;
    const over = close(ctx.stated.quantity(inner)!, [{ q: ctx.stated.quantity(outer)!, sign: 1 }]);
    if (over.verdict !== 'beyond' || over.difference.lt(0)) {
      yield PASS;
      continue;
    }
    yield {
      outcome: 'fail',
      facts: [],
      finding: finding({
        severity: 'warning',
        reported: inner.value,
        computed: outer.value,
        difference: decimal(over.difference),
        tolerance: decimal(over.tolerance),
        zh: `“${inner.quote}”大于其所属的“${outer.quote}”。`,
        en: `${inner.value} is more than the whole it belongs to, ${outer.value}.`,
        evidence: [stated(inner), stated(outer)],
      }),
    };
  }
}

/**
 * @param complete the parts are all there are: less than the whole is as wrong as more
 * @param alone no table prints the parts, so that none can say which figure is wrong
 */
function sum(
  ctx: CheckContext,
  total: Statement,
  parts: Statement[],
  zh: string,
  complete: boolean,
  alone = false,
): Outcome {
  const q = ctx.stated.quantity(total)!;
  const closure = close(
    q,
    parts.map((s) => ({ q: ctx.stated.quantity(s)!, sign: 1 as const })),
  );
  if (closure.verdict === 'equal') return PASS;
  const computed = decimal(closure.computed),
    difference = decimal(closure.difference);
  // Counts are exact; what a table prints too is compared there, and one wrong figure is one error.
  const rounding = closure.verdict === 'rounding' && total.kind !== 'count';
  const elsewhere = !alone && [total, ...parts].some((s) => typeof ctx.lookup.counterparts(s) !== 'string');
  // A list may leave parts out, and a part may be said in words that are not read.
  if (closure.verdict === 'beyond' && closure.difference.gt(0) && !complete)
    return { outcome: 'not_evaluable', why: `${total.quote}: the parts listed need not be all` };
  const severity = rounding
    ? 'info'
    : elsewhere || !complete || isDoubtful(ctx, total) || parts.some((s) => isDoubtful(ctx, s))
      ? 'warning'
      : 'error';
  const telling = finding({
    severity,
    reported: total.value,
    computed,
    difference,
    tolerance: decimal(closure.tolerance),
    zh: `“${total.quote}”，${zh}为${computed}${total.unit ?? ''}，相差${difference}${rounding ? '，系四舍五入' : ''}：${parts
      .slice(0, 6)
      .map((s) => s.value)
      .join('+')}${parts.length > 6 ? '+…' : ''}。`,
    en: `${total.value} is stated, its parts add up to ${computed}${rounding ? ': rounding' : ''}.`,
    evidence: [stated(total), ...parts.map(stated)],
  });
  return rounding
    ? { outcome: 'pass', facts: [], confirms: false, finding: telling }
    : { outcome: 'fail', facts: [], finding: telling };
}
