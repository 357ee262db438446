/**
 * @module Where a statutory table keeps a figure. In: the index and canonical ids. Out: the one cell, or its column's
 * total, or why not; what rules between tables stand on.
 */
import type { Fact } from '../../schemas/index.js';
import type { Column, IndexedTable } from './fact-index.js';
import type { CheckContext } from './context.js';

/** The one fact at a canonical row and column; null where the place is not there or not single. */
export function factAt(ctx: CheckContext, table: IndexedTable, row: string, columnId: string): Fact | null {
  const column = mainColumn(ctx, table, columnId);
  return column ? (table.row(row)?.cells.get(column.key) ?? null) : null;
}

/** The one column of this id in the main phase; null where there is none, or several. */
function mainColumn(ctx: CheckContext, table: IndexedTable, id: string): Column | null {
  const all = table.columnsOf(id);
  const columns = all.filter((c) => c.phase === mainPhase(ctx));
  if (columns.length === 1) return columns[0]!;
  // 合计 with what was carried over, beside 本年收入/小计: the year's own is what other tables print.
  const own = columns.filter((c) => /本年/.test(c.label));
  if (own.length === 1) return own[0]!;
  return columns.length === 0 && all.length === 1 ? all[0]! : null;
}

/** Final accounts are about what was spent, budgets about what is planned. */
function mainPhase(ctx: CheckContext): Fact['phase'] {
  return ctx.identity.kind === 'budget' ? 'budget' : 'actual';
}
