/**
 * @module Where a statutory table keeps a figure. In: the index and canonical ids. Out: the one cell, or its column's
 * total, or why not; what rules between tables stand on.
 */
import type { Fact, TableKind } from '../../schemas/index.js';
import { codeOf, codeTree } from './codes.js';
import type { Column, FactIndex, IndexedTable } from './fact-index.js';
import { byTable } from './place.js';
import type { Part } from './identity.js';
import type { CheckContext } from './context.js';
import type { Outcome } from './types.js';

/** Final accounts are about what was spent, budgets about what is planned. */
export function mainPhase(ctx: CheckContext): Fact['phase'] {
  return ctx.identity.kind === 'budget' ? 'budget' : 'actual';
}

/** The one column of this id in the main phase; null where there is none, or several. */
export function mainColumn(ctx: CheckContext, table: IndexedTable, id: string): Column | null {
  const all = table.columnsOf(id);
  const columns = all.filter((c) => c.phase === mainPhase(ctx));
  if (columns.length === 1) return columns[0]!;
  // 合计 with what was carried over, beside 本年收入/小计: the year's own is what other tables print.
  const own = columns.filter((c) => /本年/.test(c.label));
  if (own.length === 1) return own[0]!;
  return columns.length === 0 && all.length === 1 ? all[0]! : null;
}

/** The one fact at a canonical row and column; null where the place is not there or not single. */
export function factAt(ctx: CheckContext, table: IndexedTable, row: string, columnId: string): Fact | null {
  const column = mainColumn(ctx, table, columnId);
  return column ? (table.row(row)?.cells.get(column.key) ?? null) : null;
}

/** 合计 of a column: the printed total, or where no total row is printed the classes it would be the sum of. */
export function columnTotal(
  ctx: CheckContext,
  index: FactIndex,
  table: IndexedTable,
  columnId: string,
): Part[] | null {
  const column = mainColumn(ctx, table, columnId);
  if (!column) return null;
  const printed = table.row('total')?.cells.get(column.key);
  if (printed) return [{ operand: byTable(index, table, printed) }];
  if (table.rowsOf('total').length > 0) return null;
  const roots = codeTree(table).roots.flatMap((r) => r.cells.get(column.key) ?? []);
  return roots.length > 0 ? roots.map((fact) => ({ operand: byTable(index, table, fact) })) : null;
}

/** Two tables, or the outcome that says which one is missing. */
export function pair(index: FactIndex, a: TableKind, b: TableKind): [IndexedTable, IndexedTable] | Outcome {
  const first = index.one(a),
    second = index.one(b);
  if (typeof first === 'string') return { outcome: 'not_evaluable', why: first };
  if (typeof second === 'string') return { outcome: 'not_evaluable', why: second };
  return [first, second];
}

/** 类 codes with their single fact in a column; a code printed twice is left out. */
export function classFacts(table: IndexedTable, column: Column): Map<string, Fact> {
  const facts = new Map<string, Fact>();
  const repeated = new Set<string>();
  for (const row of table.rows) {
    const code = codeOf(row),
      fact = row.cells.get(column.key);
    if (code === null || code.length !== 3 || !fact) continue;
    if (facts.has(code)) repeated.add(code);
    facts.set(code, fact);
  }
  for (const code of repeated) facts.delete(code);
  return facts;
}

/** 本年收入合计 of a summary; 收入总计 stands for it where nothing is carried over. */
export function totalIncome(ctx: CheckContext, summary: IndexedTable): Fact | null {
  const total = factAt(ctx, summary, 'income.total', 'amount');
  if (total) return total;
  const carried = ['income.opening_carryover', 'income.surplus_used'].some((row) =>
    /[1-9]/.test(factAt(ctx, summary, row, 'amount')?.value ?? ''),
  );
  return carried ? null : factAt(ctx, summary, 'income.grand_total', 'amount');
}
