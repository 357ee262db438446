/**
 * @module The two halves of a summary table. In: an indexed summary. Out: its lines, totals and carried amounts by
 * side and column.
 */
import type { Fact } from '../../schemas/index.js';
import type { Column, FactIndex, IndexedTable, Row } from './fact-index.js';
import { anyOf } from './words.js';

export type Side = 'income' | 'expenditure';

export function summaries(index: FactIndex): IndexedTable[] {
  return [...index.ofKind('income_expenditure_summary'), ...index.ofKind('fiscal_appropriation_summary')];
}

/** 收入/… or 支出/… by canonical row; else by the header over the column. */
function sideOf(fact: Fact): Side | null {
  if (fact.row_id?.startsWith('income.')) return 'income';
  if (fact.row_id?.startsWith('expenditure.')) return 'expenditure';
  const [head] = fact.column_label.split('/');
  if (/收入/.test(head!)) return 'income';
  return /支出/.test(head!) ? 'expenditure' : null;
}

/** Value columns of one half: both halves may share a column id (amount). */
export function half(table: IndexedTable, side: Side): Column[] {
  return table.summable.filter((c) =>
    table.rows.some((r) => {
      const fact = r.cells.get(c.key);
      return fact !== undefined && fact.row_id !== null && sideOf(fact) === side;
    }),
  );
}

/** The one fact of a canonical row in a column; null where there is none, or several. */
export function lineFact(table: IndexedTable, rowId: string, column: Column): Fact | null {
  return table.row(rowId)?.cells.get(column.key) ?? null;
}

/** 本年收入合计 / 本年支出合计; budgets often print only 收入总计 / 支出总计 (grand: true). */
export function totalRow(table: IndexedTable, side: Side, column: Column): { fact: Fact; grand: boolean } | null {
  const total = lineFact(table, `${side}.total`, column);
  if (total) return { fact: total, grand: false };
  const grand = lineFact(table, `${side}.grand_total`, column);
  return grand ? { fact: grand, grand: true } : null;
}

const BELOW_TOTAL = new RegExp(
  `^${anyOf(
    `income\\.${anyOf('surplus_used', 'opening_carryover', 'total', 'grand_total')}`,
    `expenditure\\.${anyOf('surplus_distribution', 'closing_carryover', 'total', 'grand_total')}`,
  )}${anyOf('$', '\\.')}`,
);
const CARRIED: Record<Side, string[]> = {
  income: ['surplus_used', 'opening_carryover'],
  expenditure: ['surplus_distribution', 'closing_carryover'],
};
/** Where 单位资金 heads its own lines (事业收入 and the like), these are inside it. */
export const ENTITY_FUNDS = 'income.entity_funds';
/** The three funds are parts where 财政拨款收入 is printed as one line above them. */
const FUNDS = ['income.general_public_budget', 'income.government_fund', 'income.state_capital'];

export interface Lines {
  /** Lines that the total is the sum of. */
  known: Fact[];
  /** Lines of this half that are numbered like the others but not known, and not zero. */
  unknown: Fact[];
  /** Between the total and 总计: surplus used and carried amounts. */
  carried: Fact[];
}

export function linesOf(table: IndexedTable, side: Side, column: Column): Lines {
  const known: Fact[] = [],
    unknown: Fact[] = [],
    carried: Fact[] = [];
  const whole = table.rowsOf('income.fiscal_appropriation').length > 0;
  for (const row of table.rows) {
    const fact = row.cells.get(column.key);
    if (!fact || sideOf(fact) !== side) continue;
    if (row.id === null) {
      if (isNumberedLine(row) && /[1-9]/.test(fact.value ?? '')) unknown.push(fact);
      continue;
    }
    if (CARRIED[side].some((id) => row.id === `${side}.${id}`)) carried.push(fact);
    if (BELOW_TOTAL.test(row.id) || (whole && FUNDS.includes(row.id))) continue;
    // Expenditure halves may list 基本支出 and 项目支出 again beside the functions: the same money twice.
    if (side === 'expenditure' ? /^expenditure\.\d{3}$/.test(row.id) : row.id.split('.').length === 2)
      known.push(fact);
  }
  return { known, unknown, carried };
}

/** "四、财政专户管理资金收入" is a line of its own; "其中：…" and "1.…" are inside another. */
function isNumberedLine(row: Row): boolean {
  return /^[（(]?[一二三四五六七八九十]+[)）]?[、.．]/.test(row.label);
}
