/** @module The way in which rules judge a printed rate: against every pair of values that may stand behind it. */
import type { Statement } from '../../narrative/types.js';
import { decimal, inUnit } from '../quantity.js';
import type { Quantity } from '../quantity.js';
import type { CheckContext } from '../context.js';
import type { Outcome } from '../types.js';
import { fitOf, percentOf } from './figures.js';
import { evidenceOf, isDoubtful } from './groups.js';
import type { Candidate } from './groups.js';
import { finding, PASS, stated } from './say.js';

/** One way to compute the rate: top ÷ bottom, from these printed values. */
export interface Ratio {
  top: Quantity;
  bottom: Quantity;
  from: Candidate[] /** In words, for a message. */;
  formula: () => string;
}

/** Every top over every bottom, in their order; made one by one, for the first usually gives the printed rate. */
export function* ratiosOf(tops: Candidate[], bottoms: Candidate[]): Iterable<Ratio> {
  for (const top of tops)
    for (const bottom of bottoms) {
      yield {
        top: inUnit(top.q, bottom.q.unit),
        bottom: bottom.q,
        from: [top, bottom],
        formula: () => `${top.q.value.toFixed()}÷${bottom.q.value.toFixed()}`,
      };
    }
}

/**
 * Amounts that no table prints and that a failed rate was computed from. A second rate that fails over the same
 * amount has the same cause: it is told, as a warning.
 */
export type Causes = Set<string>;

/**
 * pass when one ratio gives the printed rate; info when one gives it but for its last digit (cut instead of rounded);
 * else an error against the first ratio, which is the one the sentence itself states. Ratios over zero do not count
 * here.
 * @param rate as printed, without regard to sign
 */
export function judgeRate(
  ctx: CheckContext,
  statement: Statement,
  rate: Quantity,
  ratios: Iterable<Ratio>,
  what: { zh: string; en: string },
  causes: Causes,
): Outcome {
  let first: Ratio | null = null,
    cut: Ratio | null = null;
  for (const ratio of ratios) {
    const fit = fitOf(rate, ratio.top, ratio.bottom);
    if (fit === null) continue;
    if (fit === 'equal') return PASS;
    if (fit === 'truncated') cut ??= ratio;
    first ??= ratio;
  }
  const ratio = cut ?? first;
  if (!ratio) return { outcome: 'not_evaluable', why: `${statement.quote}: nothing to compute the rate from` };
  const decimals = Math.max(2, (statement.value ?? '').split('.')[1]?.length ?? 0);
  const percent = percentOf(ratio.top, ratio.bottom).round(decimals);
  const computed = decimal(percent, decimals),
    difference = decimal(rate.value.minus(percent), decimals);
  const loose = cut
    ? []
    : ratio.from.flatMap((c) =>
        c.statement && typeof ctx.lookup.counterparts(c.statement) === 'string' ? [c.statement.id] : [],
      );
  const echo = loose.some((id) => causes.has(id));
  for (const id of loose) causes.add(id);
  const severity = cut ? 'info' : echo || isDoubtful(ctx, statement, ratio.from) ? 'warning' : 'error';
  const printed = (statement.value ?? '').replace('-', '');
  const telling = finding({
    severity,
    reported: `${printed}%`,
    computed: `${computed}%`,
    difference,
    tolerance: decimal(rate.half),
    zh: `“${statement.quote}”：${what.zh}按${ratio.formula()}计算为${computed}%，${cut ? '末位系截尾或四舍五入' : `与${printed}%不符`}。`,
    en:
      `“${statement.value}%”: ${what.en} ${ratio.formula()} is ${computed} ` +
      `%${cut ? ' (cut instead of rounded)' : ''}.`,
    evidence: [stated(statement), ...ratio.from.filter((c) => c.statement !== statement).flatMap(evidenceOf)],
  });
  return cut
    ? { outcome: 'pass', facts: [], confirms: false, finding: telling }
    : { outcome: 'fail', facts: [], finding: telling };
}
