/** @module Basic expenditure by economic class: 人员经费合计 = 301 + 303, 公用经费合计 = the other classes, 合计 = all classes. */
import { codeOf, economicClasses } from '../../codes.js';
import type { Column, IndexedTable, Row } from '../../fact-index.js';
import { factOperand } from '../../operand.js';
import { inTable } from '../../place.js';
import { sumIdentity } from '../../sum-identity.js';
import type { CheckContext } from '../../context.js';
import type { Outcome, Rule } from '../../types.js';

const PERSONNEL = new Set(['301', '303']);

export const rule: Rule = {
  id: 'economic-subtotals',
  severity: 'error',
  title: {
    zh: '人员经费合计、公用经费合计与各类之和相符',
    en: 'Personnel and public subtotals are the sums of their economic classes',
  },
  *evaluate(ctx) {
    const tables = ctx.index.ofKind('basic_expenditure_by_economic_class');
    if (tables.length === 0)
      yield { outcome: 'not_evaluable', why: 'no table of kind basic_expenditure_by_economic_class' };
    for (const table of tables) {
      const classes = economicClasses(table);
      const personnel = classes.filter((r) => PERSONNEL.has(codeOf(r)!)),
        others = classes.filter((r) => !PERSONNEL.has(codeOf(r)!));
      for (const column of table.summable) {
        yield* subtotal(ctx, table, column, 'personnel_total', personnel);
        yield* subtotal(ctx, table, column, 'public_total', others);
        yield* subtotal(ctx, table, column, 'total', classes);
        yield* bothSubtotals(ctx, table, column);
      }
    }
  },
};

function* subtotal(
  ctx: CheckContext,
  table: IndexedTable,
  column: Column,
  id: string,
  classes: Row[],
): Iterable<Outcome> {
  const { index } = ctx;
  for (const row of table.rowsOf(id)) {
    const total = row.cells.get(column.key);
    const parts = classes.flatMap((r) => r.cells.get(column.key) ?? []);
    if (!total) continue;
    if (parts.length === 0) {
      yield { outcome: 'not_evaluable', why: `${table.title}: no class for ${row.label}` };
      continue;
    }
    yield sumIdentity({
      at: inTable(table),
      place: `${table.id}/${id}`,
      total: factOperand(index, total),
      sumName: `${parts.length} 类之和`,
      parts: parts.map((fact) => ({ operand: factOperand(index, fact) })),
    });
  }
}

function* bothSubtotals(ctx: CheckContext, table: IndexedTable, column: Column): Iterable<Outcome> {
  const { index } = ctx;
  const [total, personnel, other] = ['total', 'personnel_total', 'public_total'].map((id) =>
    table.row(id)?.cells.get(column.key),
  );
  if (!total || !personnel || !other) return;
  yield sumIdentity({
    at: inTable(table),
    place: `${table.id}/total`,
    total: factOperand(index, total),
    parts: [{ operand: factOperand(index, personnel) }, { operand: factOperand(index, other) }],
  });
}
