/** @module In: stated figures and facts. Out: the intervals that their printing stands for, and ratios of intervals. */
import type { Fact } from '../../../schemas/index.js';
import type { Prose, Statement } from '../../narrative/types.js';
import { Decimal } from '../../domain/decimal.js';
import type { FactIndex } from '../fact-index.js';
import { decimalsOf, halfDigit, inUnit, quantity } from '../quantity.js';
import type { Quantity } from '../quantity.js';
import type { Counterpart } from './lookup.js';

/** The figures of a prose, read with the digits that it usually prints for their unit. */
export class StatedFigures {
  private readonly decimals: Map<string | null, number>;
  private readonly quantities = new Map<Statement, Quantity>();

  constructor({ statements }: Pick<Prose, 'statements'>) {
    this.decimals = usualDecimals(statements);
  }

  quantity(statement: Statement): Quantity | null {
    if (statement.value === null) return null;
    let stated = this.quantities.get(statement);
    if (!stated) {
      // 万 is 万元 with its second half lost; another rule says so.
      const unit = statement.unit === '万' ? '万元' : statement.unit;
      stated = quantity(statement.value, unit, statement.unit === '%' ? 0 : (this.decimals.get(statement.unit) ?? 0));
      this.quantities.set(statement, stated);
    }
    return stated;
  }
}

/**
 * Digits after the point that this document's prose prints for a unit: "0 万元" and "3.5 万元" among 12.34 are 0.00 and
 * 3.50.
 */
function usualDecimals(statements: Statement[]): Map<string | null, number> {
  const counts = new Map<string | null, Map<number, number>>();
  for (const { kind, unit: of, value } of statements) {
    if (value === null || (kind !== 'amount' && kind !== 'growth_amount')) continue;
    const own = counts.get(of) ?? new Map<number, number>();
    counts.set(of, own);
    own.set(decimalsOf(value), (own.get(decimalsOf(value)) ?? 0) + 1);
  }
  return new Map([...counts].map(([of, own]) => [of, [...own].sort((a, b) => b[1] - a[1])[0]![0]]));
}

/** The sum of a counterpart in a unit; empty places count as nothing printed. Null when none is printed at all. */
export function factQuantity(index: FactIndex, facts: Counterpart, unit: string | null): Quantity | null {
  const printed = facts
    .map((fact) => index.quantity(fact))
    .filter((q) => q !== null)
    .map((q) => inUnit(q, unit));
  if (printed.length === 0) return null;
  return {
    value: printed.reduce((sum, q) => sum.plus(q.value), Decimal.ZERO),
    half: printed.reduce((sum, q) => sum.plus(q.half), Decimal.ZERO),
    unit,
  };
}

/**
 * The same, with empty places read as 0.00: what a table prints no figure for was not spent. Null where the whole table
 * is empty.
 */
export function factQuantityOrZero(index: FactIndex, facts: Counterpart, unit: string | null): Quantity | null {
  const printed = factQuantity(index, facts, unit);
  if (printed) return printed;
  return index.table(facts[0]!.table_id)?.printed ? { value: Decimal.ZERO, half: halfDigit(2), unit } : null;
}

export type Fit = 'equal' | 'truncated' | 'beyond';

/**
 * Whether a printed rate stands for 100 × top ÷ bottom, over all values that their printing allows. Its last digit
 * may be cut instead of rounded; one beside it either way is a slip of rounding where the digit is a decimal, and a
 * wrong figure where it is a whole per cent. Told by products, which are exact. Null where the bottom may be zero.
 */
export function fitOf({ value: printed, half }: Quantity, top: Quantity, bottom: Quantity): Fit | null {
  const low = bottom.value.minus(bottom.half),
    high = bottom.value.plus(bottom.half);
  const positive = low.gt(0);
  if (!positive && !high.lt(0)) return null;
  // Both turned round where the bottom is below zero: the quotient is the same, and products keep their order.
  const value = positive ? top.value : top.value.neg();
  const near = positive ? low : high.neg(),
    far = positive ? high : low.neg();
  const most = value.plus(top.half).times(100),
    least = value.minus(top.half).times(100);
  const mostOver = most.lt(0) ? far : near,
    leastOver = least.lt(0) ? near : far;
  const meets = (from: Decimal, to: Decimal): boolean =>
    from.times(mostOver).lte(most) && to.times(leastOver).gte(least);
  if (meets(printed.minus(half), printed.plus(half))) return 'equal';
  const whole = half.gt('0.1');
  return meets(whole ? printed : printed.minus(half.times(3)), printed.plus(half.times(whole ? 2 : 3)))
    ? 'truncated'
    : 'beyond';
}

/** 100 × top ÷ bottom, as a message gives it. */
export function percentOf(top: Quantity, bottom: Quantity): Decimal {
  return top.value.times(100).div(bottom.value);
}

export function isOcr(facts: Fact[]): boolean {
  return facts.some((fact) => fact.source === 'ocr');
}
