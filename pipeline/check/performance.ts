/**
 * @module Performance tables for rules. In: the index. Out: tables, rows and the cells of a row by canonical column.
 */
import type { Fact } from '../../schemas/index.js';
import { Decimal } from '../domain/decimal.js';
import type { FactIndex, IndexedTable, Row } from './fact-index.js';
import { decimalsOf, halfDigit } from './quantity.js';
import type { Outcome } from './types.js';

export function performanceTables(index: FactIndex): IndexedTable[] {
  return [...index.ofKind('department_performance'), ...index.ofKind('project_performance')];
}

/** The first cell of a canonical column in a row. */
export function cellOf(row: Row, columnId: string): Fact | undefined {
  for (const fact of row.cells.values()) if (fact.column_id === columnId) return fact;
  return undefined;
}

/** So many failures of one identity, more than it holds in: not errors but a form that is not understood. */
const HABIT = 2;

/**
 * Evaluations of one identity over all forms of a document. Where it fails more often than it holds, the forms mean something else by
 * their columns: one not_evaluable instead of thirty findings.
 */
export function* unlessHabit(outcomes: Iterable<Outcome>, what: string): Iterable<Outcome> {
  const all = [...outcomes];
  const failed = all.filter(isFinding);
  const held = all.filter((each) => each.outcome === 'pass').length;
  if (failed.length < HABIT || failed.length <= held) {
    yield* all;
    return;
  }
  yield* all.filter((each) => !isFinding(each));
  yield {
    outcome: 'not_evaluable',
    why: `${what}: fails in ${failed.length} of ${failed.length + held} places, so the form means something else by it`,
    times: failed.length,
  };
}

const isFinding = (each: Outcome): boolean => each.outcome === 'fail' && each.finding.severity !== 'info';

/** Its value as a number, or null where nothing numeric is printed. */
export function numberOf(fact: Fact | undefined): Decimal | null {
  return fact?.value === undefined || fact.value === null ? null : Decimal.of(fact.value);
}

export function rowsLike(table: IndexedTable, prefix: string): Row[] {
  return table.rows.filter((r) => r.id === prefix || r.id?.startsWith(`${prefix}.`));
}

export interface Rate {
  /** In percent: 98.5, whether printed 98.5%, 98.5 or 0.985. */
  percent: Decimal;
  /** Half of the last printed digit, in percent. */
  half: Decimal;
}

/**
 * A printed rate in percent. Without a sign 0.98 and 1 may be ratios, and 59.40 is a percentage; what lies between is
 * read as the one nearer to `expected`.
 */
export function rateOf(fact: Fact, expected: Decimal): Rate | null {
  if (fact.value === null) return null;
  const value = Decimal.of(fact.value),
    half = halfDigit(decimalsOf(fact.value));
  const asPercent: Rate = { percent: value, half };
  if (/[%％]/.test(`${fact.unit ?? ''}${fact.raw_text}`)) return asPercent;
  const asRatio: Rate = { percent: value.times(100), half: half.times(100) };
  return asRatio.percent.minus(expected).abs().lt(value.minus(expected).abs())
    ? ratioExact(asRatio, fact.value)
    : asPercent;
}

/** "1" as a completion means all of it, not anything from 0.5 to 1.5. */
function ratioExact(rate: Rate, printed: string): Rate {
  return decimalsOf(printed) === 0 ? { ...rate, half: Decimal.of('0.5') } : rate;
}
