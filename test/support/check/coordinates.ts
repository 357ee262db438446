/**
 * @module Canonical ids of a row and a column of one kind of table in; the coordinates that the mapping gives such a figure out, null
 * for an id that is none. For tests only: documents of tests name places by ids.
 */
import type { TableKind } from '../../../schemas/index.js';
import type { Dimensions } from '../../../pipeline/domain/dimensions.js';
import { schemeOf } from '../../../pipeline/domain/schemes.js';

const EXPENDITURE: Dimensions = { flow: 'expenditure' };
const BASE: Partial<Record<string, Dimensions>> = {
  income: { flow: 'income' },
  expenditure: EXPENDITURE,
  fiscal_appropriation_summary: { fund: 'fiscal_appropriation' },
  general_public_budget_expenditure: { flow: 'expenditure', fund: 'general_public_budget' },
  basic_expenditure_by_economic_class: { flow: 'expenditure', fund: 'general_public_budget', type: 'basic' },
  three_public_expenses: EXPENDITURE,
  government_fund: { flow: 'expenditure', fund: 'government_fund' },
  state_capital: { flow: 'expenditure', fund: 'state_capital' },
  income_expenditure_summary: {},
  disclosure_statistics: {},
};

const COLUMNS: Readonly<Record<string, Dimensions>> = {
  total: {},
  amount: {},
  statistic: {},
  basic: { type: 'basic' },
  project: { type: 'project' },
  personnel: { type: 'basic.personnel' },
  public: { type: 'basic.public' },
  opening_carryover: { flow: 'opening' },
  closing_carryover: { flow: 'closing' },
  income: { flow: 'income' },
  change: { measure: 'change' },
  change_rate: { measure: 'change_rate' },
};
const FUNDS: ReadonlySet<string> = new Set([
  'fiscal_appropriation',
  'general_public_budget',
  'government_fund',
  'state_capital',
  'superior_subsidy',
  'business',
  'operating',
  'affiliated_remittance',
  'other',
  'entity_funds',
  'fiscal_special_account',
]);
const ROWS: Readonly<Record<string, Dimensions>> = {
  total: {},
  personnel_total: { type: 'basic.personnel' },
  public_total: { type: 'basic.public' },
  abroad: { item: 'abroad' },
  reception: { item: 'reception' },
  vehicles: { item: 'vehicles' },
  vehicle_purchase: { item: 'vehicles.purchase' },
  vehicle_running: { item: 'vehicles.running' },
};
const LINES: Readonly<Record<string, Dimensions>> = {
  opening_carryover: { flow: 'opening' },
  closing_carryover: { flow: 'closing' },
  surplus_used: { flow: 'financing' },
  surplus_distribution: { flow: 'distribution' },
};

export interface Named {
  kind: TableKind | null;
  row: string | null;
  column: string | null;
  phase: 'budget' | 'actual';
  year: number;
  /** Something is carried over in the table: income of the year is the year's own. */
  carried: boolean;
}

export function coordinatesOf({ kind, row, column, phase, year, carried }: Named): Dimensions | null {
  const base = kind === null ? undefined : BASE[kind];
  if (base === undefined || row === null || column === null) return null;
  const byColumn = COLUMNS[column] ?? (FUNDS.has(column) ? ({ fund: column } as Dimensions) : null);
  const byRow = kind?.endsWith('summary') ? lineOf(row, carried) : rowOf(row, kind!);
  if (byColumn === null || byRow === null) return null;
  // 合计 of an appropriation summary is of all its funds: a column, or a line, says of which one.
  const own = kind === 'income' && carried ? { vintage: 'current' as const } : {};
  return { ...base, ...own, ...byRow, ...byColumn, phase, year };
}

function rowOf(row: string, kind: TableKind): Dimensions | null {
  if (kind === 'three_public_expenses' && row === 'total') return { item: 'three_public' };
  if (kind === 'disclosure_statistics') return statisticOf(row);
  const scheme = schemeOf(row);
  return scheme === null ? (ROWS[row] ?? null) : { [scheme]: row };
}

/** income.general_public_budget, expenditure.208, income.opening_carryover.government_fund */
function lineOf(row: string, carried: boolean): Dimensions | null {
  const [side, line, fund] = row.split('.');
  if (side !== 'income' && side !== 'expenditure') return null;
  const flow = { flow: side } as Dimensions;
  const own = side === 'income' && carried ? ({ ...flow, vintage: 'current' } as Dimensions) : flow;
  if (line === 'total') return own;
  if (line === 'grand_total') return carried ? {} : flow;
  if (line !== undefined && LINES[line] !== undefined)
    return { ...LINES[line], ...(fund === undefined ? {} : { fund }) } as Dimensions;
  if (line !== undefined && FUNDS.has(line)) return { ...own, fund: line } as Dimensions;
  return line !== undefined && schemeOf(line) === 'function' ? { ...own, function: line } : null;
}

/** procurement.goods, vehicles.total, vehicles.other */
function statisticOf(row: string): Dimensions | null {
  const [of, part] = row.split('.');
  if (of === 'vehicles') return { measure: 'vehicles', item: part === 'total' ? 'vehicles' : row };
  if (of !== 'procurement') return null;
  return part === 'total' ? { type: 'procurement' } : { type: 'procurement', type_detail: part };
}
