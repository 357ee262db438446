/**
 * @module Performance tables: the scores add to the total, the weights to theirs; score of indicators + execution −
 * deductions = total.
 */
import type { Fact } from '../../../../schemas/index.js';
import { Decimal } from '../../../domain/decimal.js';
import type { FactIndex, IndexedTable, Row } from '../../fact-index.js';
import { factOperand } from '../../operand.js';
import { cellOf, performanceTables, rowsLike, unlessHabit } from '../../performance.js';
import { inTable } from '../../place.js';
import { isSure } from '../../operand.js';
import { sumIdentity } from '../../sum-identity.js';
import type { Part } from '../../identity.js';
import type { Equation, Outcome, Rule } from '../../types.js';

const GROUP = /[（(](\d{1,3})分[)）]/;
/** Weights of a whole evaluation, with and without 10 for execution. */
const FULL = ['100', '90'];

export const rule: Rule = {
  id: 'performance-score-sum',
  severity: 'error',
  title: {
    zh: '绩效自评表各项得分、分值之和等于总分',
    en: 'In performance tables the scores and weights add to their totals',
  },
  *evaluate(ctx) {
    const { index } = ctx;
    const tables = performanceTables(index);
    const each = (of: (table: IndexedTable) => Iterable<Outcome>): Outcome[] =>
      tables.flatMap((table) => [...of(table)]);
    yield* unlessHabit(
      each((table) => subtotals(index, table)),
      '指标得分小计',
    );
    yield* unlessHabit(
      each((table) => groups(index, table)),
      '一级指标分值',
    );
    for (const column of ['score', 'weight'] as const)
      yield* unlessHabit(
        each((table) => totals(index, table, column)),
        column === 'score' ? '总得分' : '总分值',
      );
  },
};

/** "产出指标（50分）": the weights of a group add to what its heading says. */
function* groups(index: FactIndex, table: IndexedTable): Iterable<Outcome> {
  const rowsOf = new Map<string, Row[]>();
  for (const row of rowsLike(table, 'indicator')) {
    const head = row.path.find((p) => GROUP.test(p));
    if (head !== undefined) rowsOf.set(head, [...(rowsOf.get(head) ?? []), row]);
  }
  for (const [head, rows] of rowsOf) {
    const weights = rows.flatMap((r) => cellOf(r, 'weight') ?? []);
    if (weights.length < rows.length || weights.some((f) => f.value === null)) {
      yield { outcome: 'not_evaluable', why: `${table.title}: ${head}: not every weight is printed` };
      continue;
    }
    const sum = weights.reduce((n, f) => n.plus(f.value!), Decimal.ZERO),
      said = GROUP.exec(head)![1]!;
    const facts = weights.map((f) => f.id);
    if (sum.eq(said)) {
      yield { outcome: 'pass', facts, confirms: true, nonZero: weights.length + 1 };
      continue;
    }
    const operands = weights.map((f) => factOperand(index, f)),
      place = inTable(table, `“${head}”`);
    const terms: Equation['terms'] = [
      { fact: null, sign: 1, value: said, half: '0' },
      ...weights.map((f) => ({ fact: f.id, sign: -1 as const, value: f.value!, half: '0' })),
    ];
    yield {
      outcome: 'fail',
      facts,
      equation: { terms },
      finding: {
        severity: isSure(operands) ? 'error' : 'warning',
        reported: said,
        computed: sum.toFixed(),
        difference: Decimal.of(said).minus(sum).toFixed(),
        tolerance: '0',
        message: `${place.where}：所属各指标分值之和为 ${sum.toFixed()}，与 ${said} 分不符。`,
        message_en: `${place.where_en}: the weights of its indicators add to ${sum.toFixed()}, not ${said}.`,
        evidence: operands.map((o) => o.evidence),
      },
    };
  }
}

/** 指标自评得分小计 = Σ indicators; 总分 = 小计 + 预算执行率得分 − 减分项. */
function* subtotals(index: FactIndex, table: IndexedTable): Iterable<Outcome> {
  const at = (id: string): Fact | undefined => {
    const row = table.row(id);
    return row ? cellOf(row, 'score') : undefined;
  };
  const subtotal = at('score.indicators'),
    execution = at('score.execution'),
    deductions = at('score.deductions'),
    total = at('total');
  if (subtotal)
    yield sumOf(index, table, subtotal, scoresOf(index, rowsLike(table, 'indicator'), 'score'), '各指标得分之和');
  if (!subtotal || !total) return;
  const parts: Part[] = [subtotal, execution, deductions].flatMap((f) =>
    f ? [{ operand: factOperand(index, f), sign: f === deductions && !f.value?.startsWith('-') ? -1 : 1 }] : [],
  );
  yield sumOf(index, table, total, parts);
}

/**
 * 总分 = Σ of what is scored: the indicators, the tasks, and the execution of the funds where it has a score of its
 * own. Forms differ in which of these count, so a total passes when one of them closes, and is judged only where the
 * other column, or weights that make up a whole, show which one it is.
 */
function* totals(index: FactIndex, table: IndexedTable, column: 'score' | 'weight'): Iterable<Outcome> {
  const row = table.row('total'),
    total = row ? cellOf(row, column) : undefined;
  if (!row || !total || total.value === null) {
    if (row) yield { outcome: 'not_applicable', why: `no total ${column}` };
    return;
  }
  if (column === 'score' && table.row('score.indicators')) return; // told by the subtotals
  const indicators = rowsLike(table, 'indicator'),
    tasks = rowsLike(table, 'task'),
    funds = table.row('funds.total'),
    rated = table.row('score.execution');
  const extra = [funds, rated].flatMap((r) => r ?? []);
  const readings: Row[][] = [
    [...indicators, ...tasks, ...extra],
    [...indicators, ...extra],
    [...indicators, ...tasks],
    indicators,
  ];
  const sums = readings.map((rows) => ({
    rows,
    outcome: sumOf(
      index,
      table,
      total,
      scoresOf(index, rows, column),
      column === 'score' ? '各项得分之和' : '各项分值之和',
    ),
  }));
  const closing = sums.find((s) => s.outcome.outcome === 'pass');
  if (closing) {
    yield closing.outcome;
    return;
  }
  const other = column === 'score' ? 'weight' : 'score',
    otherTotal = cellOf(row, other);
  const closesOther = (rows: Row[]): boolean =>
    otherTotal?.value != null && sumOf(index, table, otherTotal, scoresOf(index, rows, other)).outcome === 'pass';
  const known =
    sums.find(({ rows }) => closesOther(rows) && everyScored(rows, column)) ??
    sums.find(({ rows }) => FULL.includes(weightSum(rows)) && everyScored(rows, column));
  yield known
    ? known.outcome
    : { outcome: 'not_evaluable', why: `${table.title}: which rows add to ${total.value} is not known` };
}

function scoresOf(index: FactIndex, rows: Row[], column: string): Part[] {
  return rows.flatMap((r) => {
    const f = cellOf(r, column);
    return f ? [{ operand: factOperand(index, f) }] : [];
  });
}

function sumOf(index: FactIndex, table: IndexedTable, total: Fact, parts: Part[], sumName?: string): Outcome {
  if (parts.length === 0)
    return { outcome: 'not_evaluable', why: `${table.title}: nothing that adds to ${total.row_label}` };
  return sumIdentity({
    at: inTable(table),
    total: factOperand(index, total),
    parts,
    partsExpected: false,
    ...(sumName ? { sumName } : {}),
  });
}

function weightSum(rows: Row[]): string {
  return rows.reduce((sum, r) => sum.plus(cellOf(r, 'weight')?.value ?? 0), Decimal.ZERO).toFixed();
}

/** Every row with a weight has the figure that is added up. */
function everyScored(rows: Row[], column: string): boolean {
  return rows.every((r) => !cellOf(r, 'weight')?.value || (cellOf(r, column)?.value ?? null) !== null);
}
