/** @module Performance tables: money by source or task adds to its total, and budget − executed = remaining. */
import type { Fact } from '../../../../schemas/index.js';
import type { FactIndex, IndexedTable, Row } from '../../fact-index.js';
import { byColumn, inTable } from '../../place.js';
import { factOperand } from '../../operand.js';
import { cellOf, performanceTables, rowsLike, unlessHabit } from '../../performance.js';
import { sumIdentity } from '../../sum-identity.js';
import type { Outcome, Rule } from '../../types.js';

const MONEY = ['budget_initial', 'budget_approved', 'budget', 'executed', 'remaining'];
/** A column and the two that it is divided into along the row. */
const SPLITS: readonly (readonly [string, string, string])[] = [
  ...['budget', 'executed'].map((column) => [column, `${column}.fiscal`, `${column}.other`] as const),
  ...['budget', 'budget.fiscal', 'budget.other'].map(
    (column) => [column, `${column}.basic`, `${column}.project`] as const,
  ),
  // 小计③=①+②: the budget of the beginning of the year and what was added.
  ['budget', 'budget_initial', 'adjustment'],
];
/** Sources that stand beside one another; central, provincial and local money is split from 财政拨款. */
const SOURCES = ['funds.fiscal', 'funds.carryover', 'funds.other'];
const LEVELS = ['central', 'provincial', 'municipal', 'county', 'local'].map((level) => `funds.${level}`);

export const rule: Rule = {
  id: 'performance-funds',
  severity: 'error',
  title: {
    zh: '绩效自评表资金总额等于各来源、各任务之和',
    en: 'In performance tables money by source or task adds to its total',
  },
  *evaluate(ctx) {
    const { index } = ctx;
    const tables = performanceTables(index);
    const totals = tables.flatMap((table) =>
      table.rows.filter((row) => row.id === 'funds.total').flatMap((total) => [...totalOfRows(index, table, total)]),
    );
    yield* unlessHabit(totals, '资金总额');
    yield* unlessHabit(
      tables.flatMap((table) => table.rows.flatMap((row) => [...alongRow(index, table, row)])),
      '总额与各来源',
    );
  },
};

function* totalOfRows(index: FactIndex, table: IndexedTable, total: Row): Iterable<Outcome> {
  const beside = table.rows.filter((row) => isBelow(row, total)),
    sources = beside.filter((row) => SOURCES.includes(row.id ?? '')),
    levels = beside.filter((row) => LEVELS.includes(row.id ?? '')),
    tasks = rowsLike(table, 'task').filter((row) => isBelow(row, total));
  for (const column of MONEY) {
    const whole = cellOf(total, column);
    if (!whole || whole.value === null) continue;
    const sum = (rows: Row[]): Outcome => {
      const unread = rows.map((row) => cellOf(row, column)).find((fact) => fact !== undefined && isUnread(fact));
      if (unread) return { outcome: 'not_evaluable', why: `${table.title}: ${unread.row_label}: printed, not read` };
      return sumIdentity({
        at: inTable(table, `“${total.label}”${whole.column_label}`),
        total: factOperand(index, whole),
        partsExpected: false,
        parts: rows.flatMap((r) => cellOf(r, column) ?? []).map((fact) => ({ operand: factOperand(index, fact) })),
      });
    };
    if (tasks.length > 0) {
      yield sum(tasks);
      continue;
    }
    // One printed source (其中：当年财政拨款) need not be all of them.
    const readings = [[...sources, ...levels], sources, levels].filter((rows) => rows.length > 0).map(sum);
    const closing = readings.find((o) => o.outcome === 'pass');
    if (closing) yield closing;
    else if (sources.length === SOURCES.length && levels.length === 0) yield readings[0]!;
    else if (readings.length > 0)
      yield { outcome: 'not_evaluable', why: `${table.title}: not all sources are printed` };
  }
}

/** In the same block as the total, or named below it (其中：财政拨款 of 年度资金总额). */
function isBelow(row: Row, total: Row): boolean {
  const path = row.path.join('/'),
    own = total.path.join('/');
  return row !== total && (path === own || path === [own, total.label].filter((text) => text !== '').join('/'));
}

/** Something is printed that was not read: a sum over it says nothing. */
function isUnread(fact: Fact): boolean {
  return fact.value === null && /\d/.test(fact.raw_text);
}

function* alongRow(index: FactIndex, table: IndexedTable, row: Row): Iterable<Outcome> {
  const place = inTable(table, row.label ? `“${row.label}”` : '');
  for (const [column, ...names] of SPLITS) {
    const whole = cellOf(row, column),
      parts = names.flatMap((name) => cellOf(row, name) ?? []);
    if (whole && parts.length === 2 && parts.some(isUnread))
      yield { outcome: 'not_evaluable', why: `${table.title}: ${row.label}: a part is printed, not read` };
    else if (whole && parts.length === 2) {
      const outcome = sumIdentity({
        at: place,
        total: byColumn(index, whole),
        partsExpected: false,
        parts: parts.map((fact) => ({ operand: byColumn(index, fact) })),
      });
      // Expenditure has kinds beside 基本支出 and 项目支出: what these two leave open may be theirs.
      const open = outcome.outcome === 'fail' && outcome.finding.difference?.startsWith('-') === false;
      yield names[0]!.endsWith('.basic') && open
        ? {
            outcome: 'not_evaluable',
            why: `${table.title}: ${row.label}: other kinds of expenditure are not printed`,
          }
        : outcome;
    }
  }
  const [left, budget, executed] = ['remaining', 'budget', 'executed'].map((id) => cellOf(row, id));
  if (left && left.value !== null && budget && executed) {
    yield sumIdentity({
      at: place,
      total: byColumn(index, left),
      parts: [{ operand: byColumn(index, budget) }, { operand: byColumn(index, executed), sign: -1 }],
    });
  }
}
