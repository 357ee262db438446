/**
 * @module Basic expenditure by economic class: 301 is the sum of 30101…30199, and so every class, in every value
 * column.
 */
import { codeTree } from '../../codes.js';
import { factOperand } from '../../operand.js';
import { columnName, inTable, rowTitle } from '../../place.js';
import { sumIdentity } from '../../sum-identity.js';
import type { Rule } from '../../types.js';

export const rule: Rule = {
  id: 'economic-class-sum',
  severity: 'error',
  title: { zh: '经济分类各类等于其款之和', en: 'Each economic class is the sum of its items' },
  *evaluate(ctx) {
    const { index } = ctx;
    const tables = index.ofKind('basic_expenditure_by_economic_class');
    if (tables.length === 0)
      yield { outcome: 'not_evaluable', why: 'no table of kind basic_expenditure_by_economic_class' };
    for (const table of tables)
      for (const [parent, items] of codeTree(table).children)
        for (const column of table.summable) {
          const total = parent.cells.get(column.key);
          if (!total) continue;
          yield sumIdentity({
            at: inTable(
              table,
              () => `“${rowTitle(parent)}”${table.columns.length > 1 ? columnName(column.label) : ''}`,
            ),
            place: `${table.id}/${parent.id ?? parent.label}`,
            total: factOperand(index, total),
            sumName: `所列 ${items.length} 款之和`,
            parts: items
              .flatMap((r) => r.cells.get(column.key) ?? [])
              .map((fact) => ({ operand: factOperand(index, fact) })),
          });
        }
  },
};
