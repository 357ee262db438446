/** @module Down a column: 类 = Σ 款, 款 = Σ 项, 合计 = Σ 类, in every value column of the tables by functional code. */
import type { TableKind } from '../../../../schemas/index.js';
import { codeOf, codeTree } from '../../codes.js';
import type { Column, IndexedTable, Row } from '../../fact-index.js';
import { factOperand } from '../../operand.js';
import { columnName, inTable, rowTitle } from '../../place.js';
import { sumIdentity } from '../../sum-identity.js';
import type { CheckContext } from '../../context.js';
import type { Outcome, Rule } from '../../types.js';

const KINDS: TableKind[] = [
  'income',
  'expenditure',
  'general_public_budget_expenditure',
  'government_fund',
  'state_capital',
];
const LEVEL: Record<number, string> = { 3: '类', 5: '款', 7: '项' };

export const rule: Rule = {
  id: 'hierarchy-sum',
  severity: 'error',
  title: {
    zh: '类、款、项逐级汇总相符',
    en: 'Each level of the functional classification is the sum of the level below',
  },
  *evaluate(ctx) {
    const { index } = ctx;
    for (const kind of KINDS)
      for (const table of index.ofKind(kind)) {
        const tree = codeTree(table);
        if (tree.coded.length === 0) {
          yield { outcome: 'not_applicable', why: `${table.title}: no coded row` };
          continue;
        }
        const totals = table.rowsOf('total');
        for (const total of totals)
          for (const outcome of downColumns(ctx, table, total, tree.roots, tree.unknown)) {
            // Tables that list several units print a 合计 for each: only one of them can be of all rows.
            yield totals.length > 1 && outcome.outcome === 'fail'
              ? { outcome: 'not_evaluable', why: `${table.title}: ${totals.length} totals` }
              : outcome;
          }
        for (const [parent, items] of tree.children) yield* downColumns(ctx, table, parent, items, []);
      }
  },
};

function* downColumns(
  ctx: CheckContext,
  table: IndexedTable,
  parent: Row,
  items: Row[],
  unknown: Row[],
): Iterable<Outcome> {
  if (items.length === 0) return;
  for (const column of table.summable) {
    if (!parent.cells.has(column.key)) continue;
    const outcome = sumOfColumn(ctx, table, column, parent, items);
    const strange = unknown.filter((r) => /[1-9]/.test(r.cells.get(column.key)?.value ?? ''));
    if (outcome.outcome !== 'fail' || strange.length === 0) {
      yield outcome;
      continue;
    }
    // Rows without a code (结转下年, a unit's own line) may belong to the total: only the sum can tell.
    const wider = sumOfColumn(ctx, table, column, parent, [...items, ...strange]);
    yield wider.outcome === 'pass'
      ? wider
      : {
          outcome: 'not_evaluable',
          why: `${table.title}: rows without code: ${strange.map((r) => r.label).join(', ')}`,
        };
  }
}

function sumOfColumn(ctx: CheckContext, table: IndexedTable, column: Column, parent: Row, items: Row[]): Outcome {
  const { index } = ctx;
  const level = LEVEL[codeOf(items[0]!)?.length ?? 0] ?? '项';
  return sumIdentity({
    at: inTable(table, () => `“${rowTitle(parent)}”${columnName(column.label)}`),
    place: `${table.id}/${parent.id ?? parent.label}`,
    total: factOperand(index, parent.cells.get(column.key)!),
    parts: items.flatMap((r) => r.cells.get(column.key) ?? []).map((fact) => ({ operand: factOperand(index, fact) })),
    sumName: `所属 ${items.length} 个${level}之和`,
  });
}
