/** @module 基本支出 of the general public budget table is the total of the table by economic class. */
import type { IndexedTable } from '../../fact-index.js';
import { economicClasses } from '../../codes.js';
import { between, byTable } from '../../place.js';
import { columnTotal, mainColumn, pair } from '../../statements.js';
import { sumIdentity } from '../../sum-identity.js';
import type { Part } from '../../identity.js';
import type { CheckContext } from '../../context.js';
import type { Rule } from '../../types.js';

export const rule: Rule = {
  id: 'basic-against-economic',
  severity: 'error',
  title: {
    zh: '一般公共预算基本支出等于经济分类表合计',
    en: 'Basic expenditure equals the total of the table by economic class',
  },
  *evaluate(ctx) {
    const { index } = ctx;
    const tables = pair(index, 'general_public_budget_expenditure', 'basic_expenditure_by_economic_class');
    if (!Array.isArray(tables)) {
      yield tables;
      return;
    }
    const [general, economic] = tables;
    const basic = columnTotal(ctx, index, general, 'basic'),
      parts = economicTotal(ctx, economic);
    if (basic?.length !== 1 || parts.length === 0) {
      yield { outcome: 'not_evaluable', why: `${general.title}, ${economic.title}: no total on both sides` };
      return;
    }
    yield sumIdentity({
      at: between(general, economic),
      place: `${general.id}/total`,
      total: basic[0]!.operand,
      parts,
      sumName: `${economic.title}各类之和`,
    });
  },
};

/** 合计, else 人员经费合计 + 公用经费合计 where both places are printed, else all classes. */
function economicTotal(ctx: CheckContext, table: IndexedTable): Part[] {
  const { index } = ctx;
  const column = mainColumn(ctx, table, 'amount') ?? mainColumn(ctx, table, 'total');
  if (!column) return [];
  const at = (ids: string[]): Part[] =>
    ids
      .flatMap((id) => table.row(id)?.cells.get(column.key) ?? [])
      .map((fact) => ({ operand: byTable(index, table, fact) }));
  const total = at(['total']);
  if (total[0]?.operand.q) return total;
  const subtotals = at(['personnel_total', 'public_total']);
  if (subtotals.length === 2 && subtotals.every((p) => p.operand.q)) return subtotals;
  return economicClasses(table)
    .flatMap((r) => r.cells.get(column.key) ?? [])
    .map((fact) => ({ operand: byTable(index, table, fact) }));
}
