/** @module Fund tables: 年初结转和结余 + 本年收入 − 本年支出 = 年末结转和结余, in every row. */
import type { TableKind } from '../../../../schemas/index.js';
import { byColumn, inRow } from '../../place.js';
import { sumIdentity } from '../../sum-identity.js';
import type { Rule } from '../../types.js';

const KINDS: TableKind[] = ['government_fund', 'state_capital'];

export const rule: Rule = {
  id: 'carryover-balance',
  severity: 'error',
  title: {
    zh: '年初结转和结余加本年收入减本年支出等于年末结转和结余',
    en: 'Opening balance plus income minus expenditure is the closing balance',
  },
  *evaluate(ctx) {
    const { index } = ctx;
    for (const kind of KINDS)
      for (const table of index.ofKind(kind))
        for (const closing of table.columnsOf('closing_carryover')) {
          const of = (id: string) => table.columns.find((c) => c.id === id && c.phase === closing.phase);
          const opening = of('opening_carryover'),
            income = of('income'),
            total = of('total');
          if (!opening || !income || !total) {
            yield {
              outcome: 'not_applicable',
              why: `${table.title}: this shape has no opening balance, income and expenditure side by side`,
            };
            continue;
          }
          for (const row of table.rows) {
            const at = (key: string) => row.cells.get(key);
            const closed = at(closing.key),
              opened = at(opening.key),
              received = at(income.key),
              spent = at(total.key);
            if (!closed || !opened || !received || !spent) {
              yield { outcome: 'not_applicable', why: 'a column has no place in this row' };
              continue;
            }
            yield sumIdentity({
              at: inRow(table, row),
              place: `${table.id}/${row.id ?? row.label}`,
              total: byColumn(index, closed),
              parts: [
                { operand: byColumn(index, opened) },
                { operand: byColumn(index, received) },
                { operand: byColumn(index, spent), sign: -1 },
              ],
            });
          }
        }
  },
};
