/** @module 三公 items cover at least what basic expenditure spends on the same: 公务接待费 ≥ 30217, and so on. */
import { indexOf } from '../fact-index.js';
import { between, byTable } from '../place.js';
import { close, decimal } from '../quantity.js';
import { factAt, mainColumn, pair } from '../statements.js';
import { isSure } from '../sum-identity.js';
import type { Rule } from '../types.js';

const ITEMS: [row: string, code: string][] = [['abroad', '30212'], ['reception', '30217'], ['vehicle_running', '30231'], ['vehicle_purchase', '31013']];

export const rule: Rule = {
  id: 'three-public-against-economic',
  severity: 'error',
  title: { zh: '“三公”各项不小于基本支出中的相应经济科目', en: 'Each of the three public expenses is at least its economic item within basic expenditure' },
  *evaluate(input) {
    const index = indexOf(input);
    const tables = pair(index, 'three_public_expenses', 'basic_expenditure_by_economic_class');
    if (!Array.isArray(tables)) { yield tables; return; }
    const [publics, economic] = tables;
    for (const [row, code] of ITEMS) {
      const whole = factAt(input, publics, row, 'amount');
      const column = mainColumn(input, economic, 'amount') ?? mainColumn(input, economic, 'total');
      const item = column ? economic.row(code)?.cells.get(column.key) : undefined;
      if (column && !item) { yield { outcome: 'not_applicable', why: `${economic.title} prints no ${code}` }; continue; }
      if (!whole || !item) { yield { outcome: 'not_evaluable', why: `${row} and ${code} are not single on both sides` }; continue; }
      const part = index.quantity(item);
      if (!part || part.value.eq(0)) { yield { outcome: 'not_applicable', why: `${code} is empty or zero` }; continue; }
      const operands = [byTable(index, publics, whole), byTable(index, economic, item)];
      // An empty place in a table that has figures elsewhere is a zero.
      const q = index.quantity(whole) ?? { ...part, value: part.value.times(0), unit: whole.unit ?? part.unit };
      const { difference, tolerance, computed, verdict } = close(q, [{ q: part, sign: 1 }]);
      const facts = [whole, item].filter((f) => f.value !== null).map((f) => f.id);
      if (verdict !== 'beyond' || difference.gt(0)) {
        yield { outcome: 'pass', facts, confirms: verdict === 'equal' && whole.value !== null };
        continue;
      }
      const place = between(publics, economic), lacking = decimal(difference).replace('-', '');
      yield {
        outcome: 'fail', facts,
        finding: {
          severity: isSure(operands) && whole.value !== null ? 'error' : 'warning',
          message: `${place.where}：“${whole.row_label || whole.column_label}” ${whole.value ?? '为空'}，小于基本支出中 ${code} ${item.row_label} ${item.value}，少 ${lacking}${q.unit ?? ''}。`,
          message_en: `${place.where_en}: ${whole.row_label || whole.column_label} ${whole.value ?? '(empty)'} is less than ${code} ${item.row_label} ${item.value} within basic expenditure, by ${lacking} ${q.unit ?? ''}.`,
          reported: whole.value, computed: decimal(computed), difference: decimal(difference), tolerance: decimal(tolerance),
          evidence: operands.map((o) => o.evidence),
        },
      };
    }
  },
};
