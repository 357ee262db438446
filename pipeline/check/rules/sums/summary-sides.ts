/** @module Summary tables: each side with what was carried over adds to its 总计, and both 总计 are equal. */
import type { Fact } from '../../../../schemas/index.js';
import type { Column, IndexedTable } from '../../fact-index.js';
import { factOperand } from '../../operand.js';
import { inTable } from '../../place.js';
import { equalIdentity, sumIdentity } from '../../sum-identity.js';
import { half, lineFact, linesOf, summaries } from '../../summary.js';
import type { Side } from '../../summary.js';
import type { CheckContext } from '../../context.js';
import type { Outcome, Rule } from '../../types.js';

export const rule: Rule = {
  id: 'summary-sides',
  severity: 'error',
  title: {
    zh: '总表两边各自加计等于总计，且收入总计等于支出总计',
    en: 'Each side of a summary adds to its grand total, and both grand totals are equal',
  },
  *evaluate(ctx) {
    const { index } = ctx;
    for (const table of summaries(index)) {
      for (const side of ['income', 'expenditure'] as const)
        for (const column of half(table, side)) {
          const outcome = sideTotal(ctx, table, side, column);
          if (outcome) yield outcome;
        }
      yield* carriedParts(ctx, table);
      yield* bothTotals(ctx, table);
    }
  },
};

/** 本年收入合计 + 使用非财政拨款结余 + 年初结转和结余 = 总计 (and the same on the other side). */
function sideTotal(ctx: CheckContext, table: IndexedTable, side: Side, column: Column): Outcome | null {
  const { index } = ctx;
  const total = lineFact(table, `${side}.total`, column),
    grand = lineFact(table, `${side}.grand_total`, column);
  if (!total) return null; // then 总计 is the sum of the lines: rule summary-lines-sum
  const { carried } = linesOf(table, side, column);
  if (!grand && carried.length === 0)
    return {
      outcome: 'not_applicable',
      why: `${table.title}: nothing is carried over, so the total is the grand total`,
    };
  if (!grand) return { outcome: 'not_evaluable', why: `${table.title}: no grand total of ${side}` };
  // 总计 of the fund columns is often left empty where only the total column balances.
  return sumIdentity({
    at: inTable(table),
    place: `${table.id}/${grand.row_id}`,
    total: factOperand(index, grand),
    totalExpected: false,
    parts: [total, ...carried].map((fact) => ({ operand: factOperand(index, fact) })),
  });
}

/** 年初财政拨款结转和结余 = its three funds, where they are printed. */
function* carriedParts(ctx: CheckContext, table: IndexedTable): Iterable<Outcome> {
  const { index } = ctx;
  for (const row of ['income.opening_carryover', 'expenditure.closing_carryover'])
    for (const column of table.columns) {
      const whole = lineFact(table, row, column);
      const parts = ['general_public_budget', 'government_fund', 'state_capital'].flatMap(
        (fund) => lineFact(table, `${row}.${fund}`, column) ?? [],
      );
      if (!whole || parts.length < 3) continue;
      yield sumIdentity({
        at: inTable(table),
        place: `${table.id}/${row}`,
        total: factOperand(index, whole),
        partsExpected: false,
        parts: parts.map((fact) => ({ operand: factOperand(index, fact) })),
      });
    }
}

function* bothTotals(ctx: CheckContext, table: IndexedTable): Iterable<Outcome> {
  const { index } = ctx;
  for (const left of half(table, 'income')) {
    const income = balanceLine(table, 'income', left);
    const right =
      half(table, 'expenditure').find(
        (c) => c.phase === left.phase && (c.id === 'total' || c.id === 'amount') && leaf(c) === leaf(left),
      ) ?? half(table, 'expenditure').find((c) => c.phase === left.phase && (c.id === 'total' || c.id === 'amount'));
    const expenditure = right ? balanceLine(table, 'expenditure', right) : null;
    if (!income || !expenditure) {
      yield { outcome: 'not_evaluable', why: `${table.title}: no two grand totals` };
      continue;
    }
    yield equalIdentity({
      at: inTable(table),
      place: `${table.id}/grand_total`,
      total: factOperand(index, income, sideName('收入', income.row_label)),
      other: factOperand(index, expenditure, sideName('支出', expenditure.row_label)),
    });
  }
}

/** 总计; a form without lines for what is carried over balances 本年收入合计 with 本年支出合计. */
function balanceLine(table: IndexedTable, side: Side, column: Column): Fact | null {
  const grand = lineFact(table, `${side}.grand_total`, column);
  if (grand) return grand;
  return table.rows.some((r) =>
    /^(income\.(opening_carryover|surplus_used)|expenditure\.(closing_carryover|surplus_distribution))$/.test(
      r.id ?? '',
    ),
  )
    ? null
    : lineFact(table, `${side}.total`, column);
}

function sideName(side: string, label: string): string {
  return label.includes(side) ? label : `${side}${label}`;
}

function leaf(c: Column): string {
  return c.label.split('/').at(-1)!;
}
