/** @module In: stated figures and facts. Out: the intervals that their printing stands for, and ratios of intervals. */
import Big from 'big.js';
import type { Fact } from '../../../schemas/index.js';
import type { Statement } from '../../narrative/types.js';
import { indexOf } from '../fact-index.js';
import { decimalsOf, inUnit, quantity } from '../quantity.js';
import type { Quantity } from '../quantity.js';
import type { CheckInput } from '../types.js';
import type { Counterpart } from './lookup.js';

const usual = new WeakMap<CheckInput, Map<string | null, number>>();
/** Digits after the point that this document's prose prints for a unit: "0 万元" and "3.5 万元" among 12.34 are 0.00 and 3.50. */
function usualDecimals(input: CheckInput, unit: string | null): number {
  let known = usual.get(input);
  if (!known) {
    const counts = new Map<string | null, Map<number, number>>();
    for (const { kind, unit: of, value } of input.prose.statements) {
      if (value === null || (kind !== 'amount' && kind !== 'growth_amount')) continue;
      const own = counts.get(of) ?? new Map<number, number>();
      counts.set(of, own);
      own.set(decimalsOf(value), (own.get(decimalsOf(value)) ?? 0) + 1);
    }
    known = new Map([...counts].map(([of, own]) => [of, [...own].sort((a, b) => b[1] - a[1])[0]![0]]));
    usual.set(input, known);
  }
  return known.get(unit) ?? 0;
}

export function statedQuantity(input: CheckInput, statement: Statement): Quantity | null {
  if (statement.value === null) return null;
  // 万 is 万元 with its second half lost; another rule says so.
  const unit = statement.unit === '万' ? '万元' : statement.unit;
  return quantity(statement.value, unit, statement.unit === '%' ? 0 : usualDecimals(input, statement.unit));
}

/** The sum of a counterpart in a unit; empty places count as nothing printed. Null when none is printed at all. */
export function factQuantity(input: CheckInput, facts: Counterpart, unit: string | null): Quantity | null {
  const index = indexOf(input);
  const printed = facts.map(fact => index.quantity(fact)).filter(q => q !== null).map(q => inUnit(q, unit));
  if (printed.length === 0) return null;
  return { value: printed.reduce((sum, q) => sum.plus(q.value), new Big(0)), half: printed.reduce((sum, q) => sum.plus(q.half), new Big(0)), unit };
}

/**
 * The same, with empty places read as 0.00: what a table prints no figure for was not spent. Null where the whole table
 * is empty.
 */
export function factQuantityOrZero(input: CheckInput, facts: Counterpart, unit: string | null): Quantity | null {
  const printed = factQuantity(input, facts, unit);
  if (printed) return printed;
  return indexOf(input).table(facts[0]!.table_id)?.printed ? { value: new Big(0), half: new Big('0.005'), unit } : null;
}

export interface Interval { low: Big; high: Big; }

export function intervalOf(q: Quantity): Interval {
  return { low: q.value.minus(q.half), high: q.value.plus(q.half) };
}

/** 100 × a ÷ b over all values the printing allows; null when b may be zero. */
export function percentOf(a: Quantity, b: Quantity): (Interval & { middle: Big }) | null {
  const top = intervalOf(a), bottom = intervalOf(b);
  if (b.value.eq(0) || bottom.low.times(bottom.high).lte(0)) return null;
  const corners = [top.low.div(bottom.low), top.low.div(bottom.high), top.high.div(bottom.low), top.high.div(bottom.high)].map(x => x.times(100));
  corners.sort((x, y) => x.cmp(y));
  return { low: corners[0]!, high: corners[3]!, middle: a.value.times(100).div(b.value) };
}

export type Fit = 'equal' | 'truncated' | 'beyond';

/**
 * Whether a printed rate stands for a value of the interval. Its last digit may be cut instead of rounded; one beside it either way is
 * a slip of rounding where the digit is a decimal, and a wrong figure where it is a whole per cent.
 */
export function fitOf(rate: Quantity, computed: Interval): Fit {
  const printed = intervalOf(rate);
  if (printed.low.lte(computed.high) && printed.high.gte(computed.low)) return 'equal';
  const unit = rate.half.times(2);
  const whole = rate.half.gt('0.1');
  const wide = whole ? { low: rate.value, high: rate.value.plus(unit) } : { low: printed.low.minus(unit), high: printed.high.plus(unit) };
  return wide.low.lte(computed.high) && wide.high.gte(computed.low) ? 'truncated' : 'beyond';
}

export function isOcr(facts: Fact[]): boolean {
  return facts.some(fact => fact.source === 'ocr');
}
