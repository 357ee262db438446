/** @module Expenditure table against the summary: 本年支出合计 and every function line (八、社会保障和就业支出 ↔ 208). */
import { compareFunctionLines } from '../../function-lines.js';
import { mainColumn, pair } from '../../statements.js';
import type { Rule } from '../../types.js';

export const rule: Rule = {
  id: 'expenditure-against-summary',
  severity: 'error',
  title: {
    zh: '支出表合计及各类与总表一致',
    en: 'The expenditure table agrees with the summary in total and by function',
  },
  *evaluate(ctx) {
    const tables = pair(ctx.index, 'income_expenditure_summary', 'expenditure');
    if (!Array.isArray(tables)) {
      yield tables;
      return;
    }
    const [summary, expenditure] = tables;
    const column = mainColumn(ctx, summary, 'amount');
    if (!column) {
      yield { outcome: 'not_evaluable', why: `${summary.title}: no single amount column` };
      return;
    }
    yield* compareFunctionLines(ctx, summary, column, expenditure, 'total');
  },
};
