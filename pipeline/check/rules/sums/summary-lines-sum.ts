/** @module Summary tables: the sources add to 本年收入合计, the functions to 本年支出合计, in every value column. */
import type { Column, IndexedTable } from '../../fact-index.js';
import { factOperand } from '../../operand.js';
import { columnName, inTable } from '../../place.js';
import { sumIdentity } from '../../sum-identity.js';
import { ENTITY_FUNDS, half, lineFact, linesOf, summaries, totalRow } from '../../summary.js';
import type { Side } from '../../summary.js';
import type { CheckContext } from '../../context.js';
import type { Outcome, Rule } from '../../types.js';

export const rule: Rule = {
  id: 'summary-lines-sum',
  severity: 'error',
  title: {
    zh: '总表各来源之和等于本年收入合计，各功能分类之和等于本年支出合计',
    en: 'In a summary, sources add to total income and functions to total expenditure',
  },
  *evaluate(ctx) {
    const { index } = ctx;
    for (const table of summaries(index))
      for (const side of ['income', 'expenditure'] as const) {
        for (const column of half(table, side)) {
          yield linesOfColumn(ctx, table, side, column);
          for (const [total, parts] of INSIDE[side]) yield* insideLine(ctx, table, column, total, parts);
        }
      }
  },
};

/** Lines that are sums of other lines of the same half, where all of these are printed. */
const INSIDE: Record<Side, [total: string, parts: string[]][]> = {
  income: [
    [
      'income.fiscal_appropriation',
      ['income.general_public_budget', 'income.government_fund', 'income.state_capital'],
    ],
  ],
  expenditure: [['expenditure.basic', ['expenditure.personnel', 'expenditure.public']]],
};

function* insideLine(
  ctx: CheckContext,
  table: IndexedTable,
  column: Column,
  total: string,
  parts: string[],
): Iterable<Outcome> {
  const { index } = ctx;
  const whole = lineFact(table, total, column),
    items = parts.flatMap((id) => lineFact(table, id, column) ?? []);
  if (!whole || items.length < parts.length) return;
  yield sumIdentity({
    at: inTable(table),
    place: `${table.id}/${total}`,
    total: factOperand(index, whole),
    partsExpected: false,
    parts: items.map((fact) => ({ operand: factOperand(index, fact) })),
  });
}

const INSIDE_ENTITY_FUNDS = new Set(
  ['business', 'operating', 'superior_subsidy', 'affiliated_remittance', 'other'].map((id) => `income.${id}`),
);

function linesOfColumn(ctx: CheckContext, table: IndexedTable, side: Side, column: Column): Outcome {
  const { index } = ctx;
  const total = totalRow(table, side, column);
  if (!total) return { outcome: 'not_evaluable', why: `${table.title}: no total of ${side} in ${column.label}` };
  const { known, unknown, carried } = linesOf(table, side, column);
  const operands = (facts: typeof known) => facts.map((fact) => ({ operand: factOperand(index, fact) }));
  const sum = (facts: typeof known): Outcome =>
    sumIdentity({
      at: inTable(table, columnName(column.label) === column.label ? '' : `（${columnName(column.label)}）`),
      place: `${table.id}/${total.fact.row_id}`,
      total: factOperand(index, total.fact),
      parts: operands(facts),
      sumName: side === 'income' ? '各项收入之和' : '各类支出之和',
    });
  // A table without 本年…合计 adds everything, what was carried over included, to 总计.
  const lines = total.grand ? [...known, ...carried] : known;
  const outcome = sum(lines);
  const heads = lines.filter((f) => f.row_id === ENTITY_FUNDS && /[1-9]/.test(f.value ?? ''));
  if (outcome.outcome !== 'fail' || unknown.length + heads.length === 0) return outcome;
  for (const reading of [
    [...lines, ...unknown],
    lines.filter((f) => !heads.includes(f)),
    lines.filter((f) => !INSIDE_ENTITY_FUNDS.has(f.row_id!)),
  ]) {
    const wider = sum(reading);
    if (wider.outcome === 'pass') return wider;
  }
  return {
    outcome: 'not_evaluable',
    why: `${table.title}: lines not known: ${[...unknown, ...heads].map((f) => f.row_label).join(', ')}`,
  };
}
