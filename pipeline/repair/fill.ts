/**
 * @module Facts of scans that were printed and not read, or read as no number -> the same with the one value that
 * their identities leave open, where
 * no reading of the ink speaks against it. Grades say how far that goes: what one identity gives stays doubtful.
 */
import type { Fact } from '../../schemas/index.js';
import type { CheckContext } from '../check/context.js';
import type { Outcome, Rule } from '../check/types.js';
import { Decimal } from '../domain/decimal.js';
import { parseNumber } from '../domain/numbers.js';
import { toYuan } from '../domain/units.js';
import type { NumericReading, PageLayout } from '../model.js';
import { readingsAt } from './candidates.js';

/** Facts tried in one document: a page with more unread figures is unreadable. */
const MAX_FACTS = 40;
/** A reading of the ink that is surer than this speaks against another value. */
const SPEAKS = 0.9;
/** A value that was reckoned is no surer than this. */
const RECKONED = 0.7;
/** Filling one can leave the next alone in its identity. */
const MAX_ROUNDS = 3;

const isOpen = (f: Fact): boolean =>
  f.source === 'ocr' &&
  f.value === null &&
  f.repair === null &&
  f.raw_text !== '' &&
  !/[\u4e00-\u9fff]{2}/.test(f.raw_text);

/** @returns all facts in their order, or null where nothing could be filled */
export function fillUnread(
  ctx: CheckContext,
  given: readonly Fact[],
  layouts: readonly PageLayout[],
  rules: readonly Rule[],
): Fact[] | null {
  let facts = [...given],
    filled = 0;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const open = facts.filter(isOpen).slice(0, MAX_FACTS);
    const found = new Map<string, Fact>();
    for (const fact of open) {
      const value = valueLeftOpen(ctx, facts, fact, rules, readingsAt(fact, layouts));
      if (value) found.set(fact.id, value);
    }
    if (found.size === 0) break;
    filled += found.size;
    facts = facts.map((f) => found.get(f.id) ?? f);
  }
  return filled > 0 ? facts : null;
}

/** The fact with the value that all its identities ask for, or null. */
function valueLeftOpen(
  ctx: CheckContext,
  facts: readonly Fact[],
  fact: Fact,
  rules: readonly Rule[],
  readings: NumericReading['readings'],
): Fact | null {
  const outcomes = judged(ctx, facts, withValue(fact, '0'), rules),
    units = new Map(facts.map((f) => [f.id, f.unit]));
  const wanted = new Map<string, string[]>();
  for (const { rule, outcome } of outcomes) {
    const value = missing(outcome, fact.id, (id) => units.get(id));
    if (value !== null) wanted.set(value, [...(wanted.get(value) ?? []), rule]);
  }
  // Two identities that ask for different values say that something else is misread too.
  const [only, ...others] = [...wanted];
  if (!only || others.length > 0) return null;
  const [value, asking] = only;
  const same = (text: string): boolean => {
    const read = parseNumber(text).value;
    return read !== null && Decimal.of(read).minus(Decimal.of(value)).isZero();
  };
  const agrees = readings.find((r) => same(r.text));
  if (!agrees && readings.some((r) => r.probability >= SPEAKS && parseNumber(r.text).value !== null)) return null;
  const printed = agrees ? parseNumber(agrees.text).value! : value;
  const trial = withValue(fact, printed);
  if (judged(ctx, facts, trial, rules).some(({ outcome }) => fails(outcome))) return null;
  const identities = [...new Set(asking)].sort();
  return {
    ...trial,
    confidence: Math.min(agrees?.probability ?? RECKONED, RECKONED),
    repair: {
      from: fact.raw_text,
      to: printed,
      identities,
      why: `${agrees ? `${agrees.by} reads ${agrees.text} (${agrees.probability})` : 'it was printed and not read'}; it alone closes ${identities.length > 1 ? `identities of ${identities.length} rules` : 'the identity'} that the cell stands in`,
    },
  };
}

const withValue = (fact: Fact, value: string): Fact => ({ ...fact, value, amount_yuan: toYuan(value, fact.unit) });
const fails = (o: Outcome): boolean => o.outcome === 'fail' && o.finding.severity !== 'info';

function judged(
  ctx: CheckContext,
  facts: readonly Fact[],
  trial: Fact,
  rules: readonly Rule[],
): { rule: string; outcome: Outcome }[] {
  const now = ctx.withFacts(facts.map((f) => (f.id === trial.id ? trial : f)));
  return rules.flatMap((rule) => {
    try {
      return [...rule.evaluate(now)]
        .filter((o) => (o.outcome === 'pass' || o.outcome === 'fail') && o.facts.includes(trial.id))
        .map((outcome) => ({ rule: rule.id, outcome }));
    } catch {
      // A rule that throws decides nothing here; the check stage reports it.
      return [];
    }
  });
}

/** The value, above zero, with which a sum closes that fails with zero in its place. */
function missing(outcome: Outcome, id: string, unitOf: (id: string) => string | null | undefined): string | null {
  if (outcome.outcome !== 'fail' || !outcome.equation || outcome.equation.relation === 'at_most') return null;
  // A figure of the prose, or one in another unit, is rounded: it tells no digit.
  const unit = unitOf(id);
  if (outcome.equation.terms.some((t) => t.fact === null || unitOf(t.fact) !== unit)) return null;
  let rest = Decimal.ZERO,
    own: 1 | -1 | null = null;
  for (const term of outcome.equation.terms) {
    if (term.fact === id) own = term.sign;
    else rest = term.sign === 1 ? rest.plus(Decimal.of(term.value)) : rest.minus(Decimal.of(term.value));
  }
  if (own === null) return null;
  const value = own === 1 ? Decimal.ZERO.minus(rest) : rest;
  return value.gt(Decimal.ZERO) ? value.toFixed() : null;
}
