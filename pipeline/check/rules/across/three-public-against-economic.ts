/** @module 三公 items cover at least what basic expenditure spends on the same: 公务接待费 ≥ 30217, and so on. */
import { between, byTable } from '../../place.js';
import { factAt, mainColumn, pair } from '../../statements.js';
import { atMost } from '../../at-most.js';
import type { Rule } from '../../types.js';

const ITEMS: [row: string, code: string][] = [
  ['abroad', '30212'],
  ['reception', '30217'],
  ['vehicle_running', '30231'],
  ['vehicle_purchase', '31013'],
];

export const rule: Rule = {
  id: 'three-public-against-economic',
  severity: 'error',
  title: {
    zh: '“三公”各项不小于基本支出中的相应经济科目',
    en: 'Each of the three public expenses is at least its economic item within basic expenditure',
  },
  *evaluate(ctx) {
    const { index } = ctx;
    const tables = pair(index, 'three_public_expenses', 'basic_expenditure_by_economic_class');
    if (!Array.isArray(tables)) {
      yield tables;
      return;
    }
    const [publics, economic] = tables;
    for (const [row, code] of ITEMS) {
      const whole = factAt(ctx, publics, row, 'amount');
      const column = mainColumn(ctx, economic, 'amount') ?? mainColumn(ctx, economic, 'total');
      const item = column ? economic.row(code)?.cells.get(column.key) : undefined;
      if (column && !item) {
        yield { outcome: 'not_applicable', why: `${economic.title} prints no ${code}` };
        continue;
      }
      if (!whole || !item) {
        yield { outcome: 'not_evaluable', why: `${row} and ${code} are not single on both sides` };
        continue;
      }
      yield atMost({
        at: between(publics, economic),
        place: `${publics.id}/${row}`,
        part: byTable(index, economic, item),
        whole: byTable(index, publics, whole),
        remark: {
          zh: '“三公”经费包含基本支出和项目支出，不应小于其基本支出部分',
          en: 'three public expenses cover basic and project expenditure, so they cannot be less than their basic part',
        },
      });
    }
  },
};
