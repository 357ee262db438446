/**
 * @module Performance tables: where a table's scores are its weights times their completion, the row whose score is
 * not.
 */
import { Decimal } from '../../../domain/decimal.js';
import type { FactIndex, IndexedTable, Row } from '../../fact-index.js';
import { factOperand } from '../../operand.js';
import type { Fact } from '../../../../schemas/index.js';
import { cellOf, numberOf, performanceTables, rateOf, rowsLike } from '../../performance.js';
import { inTable } from '../../place.js';
import { decimal, decimalsOf, halfDigit } from '../../quantity.js';
import type { CheckContext } from '../../context.js';
import type { Outcome, Rule } from '../../types.js';

/** So many rows must hold, and so many for each that does not, before the table is known to score this way. */
const ROWS_THAT_HOLD = 4;

export const rule: Rule = {
  id: 'performance-score-rate',
  severity: 'warning',
  title: {
    zh: '绩效自评表得分等于分值乘以完成程度（本表其他指标如此计分）',
    en: 'In performance tables a score is its weight times its completion, where the table’s other rows are scored so',
  },
  *evaluate(ctx: CheckContext) {
    const { index } = ctx;
    for (const table of performanceTables(index)) {
      yield* scored(index, table, rowsLike(table, 'indicator'), 'completion');
      yield* scored(index, table, rowsLike(table, 'task'), 'execution_rate');
    }
  },
};

interface Scored {
  row: Row;
  rate: Fact;
  weight: Fact;
  score: Fact;
  expected: Decimal;
  holds: boolean;
}

function* scored(index: FactIndex, table: IndexedTable, rows: Row[], rateColumn: string): Iterable<Outcome> {
  const all = rows.flatMap((row): Scored[] => scoredRow(row, rateColumn) ?? []);
  const odd = all.filter((s) => !s.holds);
  if (all.length === 0) return;
  if (all.length - odd.length < ROWS_THAT_HOLD * Math.max(1, odd.length)) {
    yield { outcome: 'not_evaluable', why: `${table.title}: how completion is scored is not known` };
    return;
  }
  for (const { row, rate, weight, score, expected, holds } of all) {
    if (holds) {
      yield { outcome: 'pass', facts: [rate.id, weight.id, score.id], confirms: false };
      continue;
    }
    const operands = [score, weight, rate].map((f) => factOperand(index, f)),
      place = inTable(table, `“${row.label}”`),
      computed = decimal(expected.round(2));
    yield {
      outcome: 'fail',
      facts: [rate.id, weight.id, score.id],
      finding: {
        severity: 'warning',
        reported: score.value,
        computed,
        difference: decimal(Decimal.of(score.value!).minus(computed)),
        tolerance: decimal(halfDigit(decimalsOf(score.value!))),
        message:
          `${place.where}：得分 ${score.value} 与分值 ${weight.value} × ${rate.raw_text} = ${computed} 不符，而本表其他 ` +
          `${all.length - odd.length} 项均如此计分。`,
        message_en:
          `${place.where_en}: the score ${score.value} is not its weight ${weight.value} × ` +
          `${rate.raw_text} = ${computed}, as the other ${all.length - odd.length} rows are scored.`,
        evidence: operands.map((o) => o.evidence),
      },
    };
  }
}

/** Null where one of the three is not a number, or the weight is zero. */
function scoredRow(row: Row, rateColumn: string): Scored[] | null {
  const rate = cellOf(row, rateColumn),
    weight = cellOf(row, 'weight'),
    score = cellOf(row, 'score');
  const most = numberOf(weight),
    got = numberOf(score);
  if (!rate || rate.value === null || !weight || !score || !most || !got || most.isZero()) return null;
  const printed = rateOf(rate, got.times(100).div(most))!;
  // More than all of a target is all of its score.
  const percent = printed.percent.gt(100) ? Decimal.of(100) : printed.percent;
  const expected = most.times(percent).div(100);
  // Scorers round or cut, and the rate's own rounding leaves something open; "100%" is all of it.
  const half = halfDigit(decimalsOf(score.value!)),
    open = percent.eq(100) ? Decimal.ZERO : most.times(printed.half).div(100),
    off = expected.minus(got);
  const holds = off.abs().lte(half.plus(open)) || (off.gt(0) && off.lt(half.times(2).plus(open)));
  return [{ row, rate, weight, score, expected, holds }];
}
