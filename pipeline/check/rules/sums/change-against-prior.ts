/** @module Columns that compare with last year: 增减 = this year − last year, 增减% = that ÷ last year. */
import type { Fact } from '../../../../schemas/index.js';
import { Decimal } from '../../../domain/decimal.js';
import type { Column, FactIndex, IndexedTable, Row } from '../../fact-index.js';
import { factOperand } from '../../operand.js';
import { byColumn, inRow } from '../../place.js';
import { close, decimal, decimalsOf, halfDigit } from '../../quantity.js';
import { mainPhase } from '../../statements.js';
import { isSure } from '../../operand.js';
import { sumIdentity } from '../../sum-identity.js';
import type { CheckContext } from '../../context.js';
import type { Equation, Finding, Outcome, Rule } from '../../types.js';

interface Compared {
  now: Column;
  before: Column;
  change: Column | null;
  rate: Column | null;
}

export const rule: Rule = {
  id: 'change-against-prior',
  severity: 'error',
  title: {
    zh: '增减额、增减率与本年、上年数相符',
    en: 'Change and growth columns follow from this year and last year',
  },
  *evaluate(ctx) {
    const { index } = ctx;
    for (const table of index.tables) {
      const columns = comparedColumns(ctx, table);
      if (!columns) continue;
      for (const row of table.rows) yield* changesOfRow(index, table, row, columns);
    }
  },
};

/** One column of last year, its like of this year, and at least one that compares them; null in any other shape. */
function comparedColumns(ctx: CheckContext, table: IndexedTable): Compared | null {
  const prior = table.columns.filter((c) => c.phase === 'prior_year' && !c.rate);
  const compare = table.columns.filter((c) => c.id === 'change' || c.id === 'change_rate');
  if (prior.length !== 1 || compare.length === 0) return null;
  const now = table.columns.filter((c) => c.id === prior[0]!.id && c.phase === mainPhase(ctx) && !c.rate);
  if (now.length !== 1) return null;
  return {
    now: now[0]!,
    before: prior[0]!,
    change: compare.find((c) => !c.rate) ?? null,
    rate: compare.find((c) => c.rate) ?? null,
  };
}

function* changesOfRow(
  index: FactIndex,
  table: IndexedTable,
  row: Row,
  { now, before, change, rate }: Compared,
): Iterable<Outcome> {
  const at = (c: Column | null): Fact | undefined => (c ? row.cells.get(c.key) : undefined);
  const current = at(now),
    prior = at(before),
    difference = at(change),
    growth = at(rate);
  if (!current || !prior) return;
  if (difference && difference.value !== null) {
    yield sumIdentity({
      at: inRow(table, row),
      place: `${table.id}/${row.id ?? row.label}/change`,
      total: byColumn(index, difference),
      parts: [{ operand: byColumn(index, current) }, { operand: byColumn(index, prior), sign: -1 }],
    });
  }
  if (growth) yield growthOf(index, table, row, current, prior, growth);
}

/** The rate's rounding weighs on the larger of the printed figure and the one it should be. */
function larger(a: Decimal, b: Decimal): Decimal {
  return a.abs().gt(b.abs()) ? a.abs() : b.abs();
}

function growthOf(
  index: FactIndex,
  table: IndexedTable,
  row: Row,
  current: Fact,
  prior: Fact,
  growth: Fact,
): Outcome {
  if (growth.value === null) return { outcome: 'not_applicable', why: 'no growth rate is printed' };
  const base = index.quantity(prior),
    now = index.quantity(current) ?? (base ? { value: Decimal.ZERO, half: base.half, unit: base.unit } : null);
  if (!base || !now || base.value.isZero()) return { outcome: 'not_applicable', why: 'no growth on a base of zero' };
  const grown = close(now, [{ q: base, sign: 1 }]).difference;
  const percent = grown.div(base.value).times(100),
    printed = Decimal.of(growth.value),
    half = halfDigit(decimalsOf(growth.value));
  // Bounds of (now − last) ÷ last over both printed intervals.
  const tolerance = half.plus(
    now.half.plus(now.value.abs().times(base.half).div(base.value.abs())).div(base.value.abs()).times(100),
  );
  const facts = [growth.id, current.id, prior.id],
    off = printed.minus(percent);
  if (off.abs().lte(tolerance)) return { outcome: 'pass', facts, confirms: false };
  const operands = [growth, current, prior].map((f) => factOperand(index, f)),
    place = inRow(table, row);
  const digits = Math.max(2, decimalsOf(growth.value)),
    computed = decimal(percent.round(digits), digits);
  const slight = percent.round(decimalsOf(growth.value), 'down').eq(printed);
  const finding: Finding = {
    severity: slight ? 'info' : isSure(operands) ? 'error' : 'warning',
    message:
      `${place.where}：增减率 ${growth.raw_text} 与（${current.value ?? '0'} − ${prior.value}）÷ ` +
      `${prior.value} = ${computed}% 不符。`,
    message_en:
      `${place.where_en}: growth ${growth.raw_text} is not (${current.value ?? '0'} − ${prior.value}) ` +
      `÷ ${prior.value} = ${computed} %.`,
    reported: growth.value,
    computed,
    difference: decimal(off.round(6)),
    tolerance: decimal(tolerance.round(6)),
    evidence: operands.map((o) => o.evidence),
  };
  if (slight) return { outcome: 'pass', facts, confirms: false, finding };
  // now − (1 + growth) × last = 0
  const factor = printed.div(100).plus(1);
  if (current.value === null || factor.eq(0)) return { outcome: 'fail', facts, finding };
  const terms: Equation['terms'] = [
    { fact: current.id, sign: 1, value: decimal(now.value), half: decimal(now.half) },
    {
      fact: prior.id,
      sign: -1,
      value: decimal(base.value.times(factor)),
      half: decimal(
        base.half.times(factor.abs()).plus(larger(base.value, now.value.div(factor)).times(half).div(100)),
      ),
    },
  ];
  return { outcome: 'fail', facts, finding, equation: { terms } };
}
