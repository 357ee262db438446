/**
 * @module The canonical ids as lists, and their types: table kinds, phases, rows, columns. Ours, stable over provinces and years; docs/canonical-ids.md
 * says what each means.
 */
import type { ClassCode } from './classes.js';

/** Statutory tables, shared by final accounts and budgets. */
export const TABLE_KINDS = [
  'income_expenditure_summary',
  'income',
  'expenditure',
  'fiscal_appropriation_summary',
  'general_public_budget_expenditure',
  'basic_expenditure_by_economic_class',
  'three_public_expenses',
  'government_fund',
  'state_capital',
  'disclosure_statistics',
  'department_performance',
  'project_performance',
  'procurement_budget',
  'purchased_services',
  'project_expenditure',
  'project_expenditure_by_economic_class',
  'basic_expenditure_by_unit',
  'basic_expenditure_by_source',
  'basic_expenditure_by_function',
  'basic_expenditure_by_department_and_government_economic_class',
  'general_public_budget_by_economic_class',
  'expenditure_by_economic_class',
  'fiscal_appropriation_expenditure',
  'fiscal_appropriation_basic_by_economic_class',
  'operating_expenses_by_economic_class',
  'carryover_expenditure',
  'project_targets',
] as const;
export type TableKind = (typeof TABLE_KINDS)[number];

/** Documents of a whole government: no department kinds, no facts of departments. */
export const GOVERNMENT_KINDS = ['government_budget', 'government_accounts'] as const;
export type GovernmentKind = (typeof GOVERNMENT_KINDS)[number];
export const isGovernment = (documentKind: string): documentKind is GovernmentKind =>
  (GOVERNMENT_KINDS as readonly string[]).includes(documentKind);

export const PHASES = [
  'actual',
  'budget',
  'prior_year',
  'target',
  'completion',
  'weight',
  'score',
  'statistic',
] as const;
export type Phase = (typeof PHASES)[number];

/** The three funds that 财政拨款 is the sum of. */
export const FISCAL_FUNDS = ['general_public_budget', 'government_fund', 'state_capital'] as const;
export type FiscalFund = (typeof FISCAL_FUNDS)[number];

/** Where income comes from, beside the funds. */
export const INCOME_SOURCES = [
  'fiscal_appropriation',
  'fiscal_special_account',
  'superior_subsidy',
  'business',
  'operating',
  'affiliated_remittance',
  'other',
  'entity_funds',
] as const;
export type IncomeSource = (typeof INCOME_SOURCES)[number];

/** What expenditure is divided into by kind. */
export const EXPENDITURE_PARTS = [
  'basic',
  'project',
  'superior_remittance',
  'operating',
  'affiliated_subsidy',
] as const;
export type ExpenditurePart = (typeof EXPENDITURE_PARTS)[number];

export const THREE_PUBLIC_ITEMS = [
  'total',
  'abroad',
  'reception',
  'vehicles',
  'vehicle_purchase',
  'vehicle_running',
  'conference',
  'training',
  'operating',
] as const;
export type ThreePublicItem = (typeof THREE_PUBLIC_ITEMS)[number];

export const PROCUREMENT_ITEMS = ['total', 'goods', 'works', 'services', 'sme', 'small_micro'] as const;
export type ProcurementItem = (typeof PROCUREMENT_ITEMS)[number];

/** What vehicles are kept for. */
export const VEHICLE_USES = [
  'ministerial',
  'principal',
  'confidential_communication',
  'emergency',
  'law_enforcement',
  'special_technical',
  'retired_cadres',
  'other',
] as const;
export type VehicleUse = (typeof VEHICLE_USES)[number];

/** Equipment above a price of one piece, as tables print it. */
export const EQUIPMENT_CLASSES = ['unit_price_500k', 'unit_price_1m'] as const;

/** Of a threshold in 万元: 100 -> unit_price_1m, 50 -> unit_price_500k. */
export function equipmentClass(wan: string): string {
  const thousands = Number(wan) * 10;
  return thousands % 1000 === 0 ? `unit_price_${thousands / 1000}m` : `unit_price_${thousands}k`;
}

export const COUNTS = [
  'abroad_groups',
  'abroad_persons',
  'vehicles_bought',
  'vehicles_kept',
  'reception_batches',
  'reception_persons',
  'foreign_reception_batches',
  'foreign_reception_persons',
  'reception_abroad_batches',
  'reception_abroad_persons',
] as const;

/** Rows of single meaning. */
export const PLAIN_ROWS = [
  'total',
  ...['personnel_total', 'public_total'],
  ...['income.total', 'income.grand_total', 'income.surplus_used', 'income.opening_carryover'],
  ...['expenditure.total', 'expenditure.grand_total', 'expenditure.surplus_distribution'],
  ...['expenditure.closing_carryover', 'expenditure.personnel', 'expenditure.public'],
  ...['operating_expenses', 'operating_expenses.administrative', 'operating_expenses.civil_service_managed'],
  'vehicles.total',
  ...['score.indicators', 'score.execution', 'score.deductions', 'goal'],
  ...['funds.total', 'funds.fiscal', 'funds.carryover', 'funds.other', 'funds.central', 'funds.provincial'],
  ...['funds.municipal', 'funds.county', 'funds.local', ...FISCAL_FUNDS.map((fund) => `funds.${fund}` as const)],
  ...['funds.fiscal_special_account', 'funds.entity_funds', 'funds.business'],
  ...['project_name', 'department_name', 'supervising_department', 'implementing_unit'],
  ...['income.budget', 'expenditure.budget', 'budget', 'executed', 'execution_rate'],
] as const;

/** The joined code of a classification: 2080505, 30101. */
export type CodeRow = `${number}`;

export type RowId =
  | (typeof PLAIN_ROWS)[number]
  | CodeRow
  | `income.${FiscalFund | IncomeSource}`
  | `income.opening_carryover.${FiscalFund | 'entity_funds'}`
  | `expenditure.${ClassCode | ExpenditurePart}`
  | ThreePublicItem
  | `three_public.${ThreePublicItem}`
  | `procurement.${ProcurementItem}`
  | `vehicles.${VehicleUse}`
  | `equipment.${(typeof EQUIPMENT_CLASSES)[number]}`
  | `counts.${(typeof COUNTS)[number]}`
  | `indicator.${number}`
  | `task.${number}`
  | `project.${number}`;

/** What one level of a column's header says. */
export const COLUMN_NAMES = [
  ...['amount', 'total', 'current', 'change', 'change_rate', 'statistic', 'income'],
  ...FISCAL_FUNDS,
  ...INCOME_SOURCES,
  ...['opening_carryover', 'surplus_used', 'closing_carryover', 'project_carryover', 'project_surplus'],
  ...EXPENDITURE_PARTS,
  ...['personnel', 'public'],
  ...['operator', 'target', 'target_adjusted', 'target_unit', 'actual', 'completion', 'weight', 'score'],
  ...['target_period', 'goal', 'description', 'remark', 'level1', 'level2'],
  ...['cause', 'funding', 'system', 'staff', 'equipment', 'text', 'measure'],
  ...['budget_initial', 'budget_approved', 'budget', 'executed', 'execution_rate', 'remaining', 'content'],
  ...['name', 'fiscal', 'initial', 'carryover', 'surplus_distribution', 'share', 'completion_rate'],
  ...['education_fees', 'without_construction', 'procurement', 'purchased_services', 'operating_expenses', 'reserve'],
  ...['budget_period', 'adjustment', 'remaining_rate'],
  ...['central', 'provincial', 'municipal', 'county', 'local'],
] as const;
export type ColumnName = (typeof COLUMN_NAMES)[number];

/** Names of the header's levels, outermost first, joined with a point: basic.personnel, opening_carryover.project. */
export type ColumnId = ColumnName | `${ColumnName}.${string}`;

const ROWS: ReadonlySet<string> = new Set([
  ...PLAIN_ROWS,
  ...[...FISCAL_FUNDS, ...INCOME_SOURCES].map((source) => `income.${source}`),
  ...[...FISCAL_FUNDS, 'entity_funds'].map((source) => `income.opening_carryover.${source}`),
  ...EXPENDITURE_PARTS.map((part) => `expenditure.${part}`),
  ...THREE_PUBLIC_ITEMS,
  ...THREE_PUBLIC_ITEMS.map((item) => `three_public.${item}`),
  ...PROCUREMENT_ITEMS.map((item) => `procurement.${item}`),
  ...VEHICLE_USES.map((use) => `vehicles.${use}`),
  ...EQUIPMENT_CLASSES.map((one) => `equipment.${one}`),
  ...COUNTS.map((count) => `counts.${count}`),
]);
const COLUMNS: ReadonlySet<string> = new Set(COLUMN_NAMES);

export function isRowId(id: string): id is RowId {
  return ROWS.has(id) || /^(?:\d{3,9}|expenditure\.2\d\d|(?:indicator|task|project)\.\d+)$/.test(id);
}

export function isColumnId(id: string): id is ColumnId {
  return id.split('.').every((name) => COLUMNS.has(name));
}
