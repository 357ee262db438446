/** @module 三公: 合计 = 因公出国（境）费 + 公务接待费 + 公务用车购置及运行维护费; vehicles = purchase + running; budget and actual each. */
import type { IndexedTable } from '../../fact-index.js';
import { factOperand } from '../../operand.js';
import { inTable } from '../../place.js';
import { sumIdentity } from '../../sum-identity.js';
import type { CheckContext } from '../../context.js';
import type { Outcome, Rule } from '../../types.js';

const SPLITS: [total: string, parts: string[], name: string][] = [
  ['total', ['abroad', 'reception', 'vehicles'], '“三公”经费合计'],
  ['vehicles', ['vehicle_purchase', 'vehicle_running'], '公务用车购置及运行维护费'],
];
const NAMES: Record<string, string> = {
  abroad: '因公出国（境）费',
  reception: '公务接待费',
  vehicles: '公务用车购置及运行维护费',
  vehicle_purchase: '公务用车购置费',
  vehicle_running: '公务用车运行维护费',
};

export const rule: Rule = {
  id: 'three-public-parts',
  severity: 'error',
  title: {
    zh: '“三公”经费合计等于各项之和，公务用车费等于购置费与运行维护费之和',
    en: 'The three public expenses add up, and vehicle costs are purchase plus running',
  },
  *evaluate(ctx) {
    const tables = ctx.index.ofKind('three_public_expenses');
    if (tables.length === 0) yield { outcome: 'not_evaluable', why: 'no table of kind three_public_expenses' };
    for (const table of tables) for (const split of SPLITS) yield* splitOf(ctx, table, ...split);
  },
};

function* splitOf(
  ctx: CheckContext,
  table: IndexedTable,
  total: string,
  parts: string[],
  name: string,
): Iterable<Outcome> {
  const { index } = ctx;
  const rows = [total, ...parts].map((id) => table.row(id));
  if (rows.some((r) => r === null)) {
    // Without 小计 the vehicles' two items stand for it in the total.
    if (
      total === 'total' &&
      rows[3] === null &&
      rows[0] &&
      table.row('vehicle_purchase') &&
      table.row('vehicle_running')
    ) {
      yield* splitOf(ctx, table, 'total', ['abroad', 'reception', 'vehicle_purchase', 'vehicle_running'], name);
      return;
    }
    yield {
      outcome: 'not_evaluable',
      why: `${table.title}: no single row for ${[total, ...parts].filter((_, i) => rows[i] === null).join(', ')}`,
    };
    return;
  }
  for (const column of table.summable) {
    const [whole, ...items] = rows.map((r) => r!.cells.get(column.key));
    if (!whole || items.some((f) => !f)) continue;
    const phase = column.phase === 'budget' ? '预算数' : column.phase === 'actual' ? '决算数' : '';
    yield sumIdentity({
      at: inTable(table, phase && `（${phase}）`),
      place: `${table.id}/${total}/${column.key}`,
      total: factOperand(index, whole, name),
      parts: items.map((fact, i) => ({ operand: factOperand(index, fact!, NAMES[parts[i]!] ?? fact!.row_label) })),
    });
  }
}
