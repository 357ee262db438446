/** @module Disclosure statistics: procurement = goods + works + services; vehicles = the sum of their types. */
import { factOperand } from '../../operand.js';
import { inTable } from '../../place.js';
import { sumIdentity } from '../../sum-identity.js';
import type { Rule } from '../../types.js';

const PROCUREMENT = ['procurement.goods', 'procurement.works', 'procurement.services'];

export const rule: Rule = {
  id: 'disclosure-parts',
  severity: 'error',
  title: {
    zh: '信息统计表中政府采购、车辆合计等于各项之和',
    en: 'In the disclosure statistics procurement and vehicles add up',
  },
  *evaluate(ctx) {
    const { index } = ctx;
    const tables = index.ofKind('disclosure_statistics');
    if (tables.length === 0) {
      yield { outcome: 'not_applicable', why: 'no table of kind disclosure_statistics' };
      return;
    }
    for (const table of tables)
      for (const column of table.summable) {
        const types = table.rows.flatMap((r) =>
          r.id?.startsWith('vehicles.') && r.id !== 'vehicles.total' ? [r.id] : [],
        );
        for (const [total, parts] of [
          ['procurement.total', PROCUREMENT],
          ['vehicles.total', types],
        ] as const) {
          const whole = table.row(total)?.cells.get(column.key),
            items = parts.map((id) => table.row(id)?.cells.get(column.key));
          if (!whole || items.length === 0 || items.some((f) => !f)) {
            yield { outcome: 'not_evaluable', why: `${table.title}: ${total} or its parts are not single` };
            continue;
          }
          yield sumIdentity({
            at: inTable(table),
            place: `${table.id}/${total}`,
            total: factOperand(index, whole),
            parts: items.map((fact) => ({ operand: factOperand(index, fact!) })),
          });
        }
      }
  },
};
