/** @module Performance tables: money by source or task adds to its total, and budget − executed = remaining. */
import type { FactIndex, IndexedTable, Row } from '../../fact-index.js';
import { byColumn, inTable } from '../../place.js';
import { factOperand } from '../../operand.js';
import { cellOf, performanceTables, rowsLike } from '../../performance.js';
import { sumIdentity } from '../../sum-identity.js';
import type { Outcome, Rule } from '../../types.js';

const MONEY = ['budget_initial', 'budget_approved', 'budget', 'executed', 'remaining'];
/** Sources that stand beside one another; central, provincial and local money is split from 财政拨款. */
const SOURCES = ['funds.fiscal', 'funds.carryover', 'funds.other'];
const LEVELS = ['funds.central', 'funds.provincial', 'funds.local'];

export const rule: Rule = {
  id: 'performance-funds',
  severity: 'error',
  title: {
    zh: '绩效自评表资金总额等于各来源、各任务之和',
    en: 'In performance tables money by source or task adds to its total',
  },
  *evaluate(ctx) {
    const { index } = ctx;
    for (const table of performanceTables(index)) {
      const total = table.row('funds.total');
      if (total) yield* totalOfRows(index, table, total);
      for (const row of table.rows) yield* alongRow(index, table, row);
    }
  },
};

function* totalOfRows(index: FactIndex, table: IndexedTable, total: Row): Iterable<Outcome> {
  const sources = SOURCES.flatMap((id) => table.row(id) ?? []),
    levels = LEVELS.flatMap((id) => table.row(id) ?? []),
    tasks = rowsLike(table, 'task');
  for (const column of MONEY) {
    const whole = cellOf(total, column);
    if (!whole || whole.value === null) continue;
    const sum = (rows: Row[]): Outcome =>
      sumIdentity({
        at: inTable(table, `“${total.label}”${whole.column_label}`),
        total: factOperand(index, whole),
        partsExpected: false,
        parts: rows.flatMap((r) => cellOf(r, column) ?? []).map((fact) => ({ operand: factOperand(index, fact) })),
      });
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

function* alongRow(index: FactIndex, table: IndexedTable, row: Row): Iterable<Outcome> {
  const place = inTable(table, row.label ? `“${row.label}”` : '');
  for (const column of ['budget', 'executed']) {
    const whole = cellOf(row, column),
      parts = [cellOf(row, `${column}.fiscal`), cellOf(row, `${column}.other`)].flatMap((f) => f ?? []);
    if (whole && parts.length === 2)
      yield sumIdentity({
        at: place,
        total: byColumn(index, whole),
        partsExpected: false,
        parts: parts.map((fact) => ({ operand: byColumn(index, fact) })),
      });
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
