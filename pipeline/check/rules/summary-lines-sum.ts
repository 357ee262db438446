/** @module Summary tables: the sources add to 本年收入合计, the functions to 本年支出合计, in every value column. */
import { indexOf } from '../fact-index.js';
import type { Column, IndexedTable } from '../fact-index.js';
import { factOperand } from '../operand.js';
import { columnName, inTable } from '../place.js';
import { sumIdentity } from '../sum-identity.js';
import { half, linesOf, summaries, totalRow } from '../summary.js';
import type { Side } from '../summary.js';
import type { CheckInput, Outcome, Rule } from '../types.js';

export const rule: Rule = {
  id: 'summary-lines-sum',
  severity: 'error',
  title: { zh: '总表各来源之和等于本年收入合计，各功能分类之和等于本年支出合计', en: 'In a summary, sources add to total income and functions to total expenditure' },
  *evaluate(input) {
    const index = indexOf(input);
    for (const table of summaries(index)) for (const side of ['income', 'expenditure'] as const) {
      for (const column of half(table, side)) yield linesOfColumn(input, table, side, column);
    }
  },
};

function linesOfColumn(input: CheckInput, table: IndexedTable, side: Side, column: Column): Outcome {
  const index = indexOf(input);
  const total = totalRow(table, side, column);
  if (!total) return { outcome: 'not_evaluable', why: `${table.title}: no total of ${side} in ${column.label}` };
  const { known, unknown, carried } = linesOf(table, side, column);
  const operands = (facts: typeof known) => facts.map((fact) => ({ operand: factOperand(index, fact) }));
  const sum = (facts: typeof known): Outcome => sumIdentity({
    ...inTable(table, columnName(column.label) === column.label ? '' : `（${columnName(column.label)}）`),
    place: `${table.id}/${total.fact.row_id}`, total: factOperand(index, total.fact), parts: operands(facts),
    sumName: side === 'income' ? '各项收入之和' : '各类支出之和',
  });
  // A table without 本年…合计 adds everything, what was carried over included, to 总计.
  const lines = total.grand ? [...known, ...carried] : known;
  const outcome = sum(lines);
  if (outcome.outcome !== 'fail' || unknown.length === 0) return outcome;
  const wider = sum([...lines, ...unknown]);
  return wider.outcome === 'pass' ? wider : { outcome: 'not_evaluable', why: `${table.title}: lines not known: ${unknown.map((f) => f.row_label).join(', ')}` };
}
