/** @module Performance tables: the execution rate is what was executed divided by the budget. */
import type { Decimal } from '../../../domain/decimal.js';
import type { FactIndex, IndexedTable, Row } from '../../fact-index.js';
import { cellOf, performanceTables, rateOf, unlessHabit } from '../../performance.js';
import { factOperand } from '../../operand.js';
import { inTable } from '../../place.js';
import { decimal, decimalsOf } from '../../quantity.js';
import { isSure } from '../../operand.js';
import type { Equation, Outcome, Rule } from '../../types.js';

/** Percentage points: 100.005 for 100.00 is a slip of the pen, no other rate. */
const A_SLIP = '0.01';

export const rule: Rule = {
  id: 'performance-rate',
  severity: 'error',
  title: {
    zh: '绩效自评表执行率等于执行数除以预算数',
    en: 'In performance tables the execution rate is execution divided by budget',
  },
  *evaluate(ctx) {
    const { index } = ctx;
    yield* unlessHabit(rates(index), '执行率');
  },
};

function* rates(index: FactIndex): Iterable<Outcome> {
  for (const table of performanceTables(index)) {
    const head = headRow(table);
    for (const row of head ? [...table.rows, head] : table.rows)
      if (cellOf(row, 'execution_rate')) yield rateOfRow(index, table, row);
  }
}

/** Some forms print budget, execution and rate as fields of the head, each a row of its own. */
function headRow(table: IndexedTable): Row | null {
  const cells = new Map(
    ['budget', 'executed', 'execution_rate'].flatMap((id) =>
      [...(table.row(id)?.cells ?? [])].filter(([, f]) => f.column_id === id).slice(0, 1),
    ),
  );
  return cells.size === 3 ? { id: 'head', code: null, label: '', path: [], cells } : null;
}

function rateOfRow(index: FactIndex, table: IndexedTable, row: Row): Outcome {
  const rate = cellOf(row, 'execution_rate')!,
    executed = cellOf(row, 'executed');
  const budget = cellOf(row, 'budget') ?? cellOf(row, 'budget_initial');
  if (rate.value === null) return { outcome: 'not_applicable', why: 'no rate is printed' };
  if (!executed || !budget)
    return {
      outcome: row.id === 'execution_rate' ? 'not_applicable' : 'not_evaluable',
      why: `${table.title}: ${row.label}: no budget and execution beside the rate`,
    };
  const whole = index.quantity(budget),
    part = index.quantity(executed);
  if (!whole || whole.value.isZero())
    return { outcome: 'not_applicable', why: 'a rate of a budget of zero has no meaning' };
  if (!part) return { outcome: 'not_evaluable', why: `${table.title}: ${row.label}: no execution is printed` };
  const percent = part.value.div(whole.value).times(100);
  const printed = rateOf(rate, percent)!;
  // Bounds of executed ÷ budget over both printed intervals.
  const spread = part.half
    .plus(part.value.abs().times(whole.half).div(whole.value.abs()))
    .div(whole.value.abs())
    .times(100);
  const tolerance = printed.half.plus(spread),
    difference = printed.percent.minus(percent);
  const facts = [rate.id, executed.id, budget.id];
  // A rate of four digits fits many amounts: it contradicts nothing, and confirms none of them.
  if (difference.abs().lte(printed.half)) return { outcome: 'pass', facts, confirms: false };
  const digits = Math.max(2, decimalsOf(rate.value));
  const computed = percent.round(digits),
    operands = [rate, executed, budget].map((f) => factOperand(index, f));
  const rounding = difference.abs().lte(tolerance) || isTruncated(printed.percent, percent, decimalsOf(rate.value));
  const place = inTable(table, row.label ? `“${row.label}”` : '');
  const finding = {
    severity: rounding
      ? ('info' as const)
      : isSure(operands) && difference.abs().gt(A_SLIP)
        ? ('error' as const)
        : ('warning' as const),
    message:
      `${place.where}：执行率 ${rate.raw_text} 与 执行数 ${executed.value} ÷ 预算数 ${budget.value} = ` +
      `${decimal(computed, digits)}% 不符${rounding ? '，可由舍入解释' : ''}。`,
    message_en:
      `${place.where_en}: the execution rate ${rate.raw_text} is not execution ${executed.value} ÷ ` +
      `budget ${budget.value} = ${decimal(computed, digits)} ` +
      `%${rounding ? ', which rounding explains' : ''}.`,
    reported: rate.value,
    computed: decimal(computed, digits),
    difference: decimal(difference.round(6)),
    tolerance: decimal(tolerance.round(6)),
    evidence: operands.map((o) => o.evidence),
  };
  if (rounding) return { outcome: 'pass', facts, confirms: false, finding };
  // executed − rate × budget = 0
  const share = printed.percent.div(100);
  if (share.eq(0)) return { outcome: 'fail', facts, finding };
  // The rate's rounding weighs on the larger of the printed budget and the one it should be.
  const should = part.value.div(share).abs(),
    larger = whole.value.abs().gt(should) ? whole.value.abs() : should;
  const half = whole.half.times(share.abs()).plus(larger.times(printed.half).div(100));
  const terms: Equation['terms'] = [
    { fact: executed.id, sign: 1, value: decimal(part.value), half: decimal(part.half) },
    { fact: budget.id, sign: -1, value: decimal(whole.value.times(share)), half: decimal(half) },
  ];
  return { outcome: 'fail', facts, finding, equation: { terms } };
}

/** 91.63% for 91.637: cut off instead of rounded. */
function isTruncated(printed: Decimal, exact: Decimal, digits: number): boolean {
  return exact.round(digits, 'down').eq(printed);
}
