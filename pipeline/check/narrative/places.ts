/** @module In: what a statement is about. Out: the rows and columns of the statutory tables that print it. */
import {
  type ColumnId,
  EQUIPMENT_CLASSES,
  EXPENDITURE_PARTS,
  type Phase,
  PROCUREMENT_ITEMS,
  type RowId,
  type TableKind,
  THREE_PUBLIC_ITEMS,
  VEHICLE_USES,
} from '../../domain/ids.js';

export interface Place {
  kind: TableKind;
  row: RowId;
  column: ColumnId;
}

/** Tables by their letters, as places name them. */
const S = 'income_expenditure_summary',
  F = 'fiscal_appropriation_summary',
  I = 'income',
  E = 'expenditure';
const G = 'general_public_budget_expenditure',
  B = 'basic_expenditure_by_economic_class',
  T = 'three_public_expenses',
  D = 'disclosure_statistics';
const at = (kind: TableKind, row: RowId, column: ColumnId): Place => ({ kind, row, column });

/** Every way in which tables print a subject; places in one inner list are added up. */
export const PLACES: Record<string, Place[][]> = {
  grand_total: [[at(S, 'income.grand_total', 'amount')], [at(S, 'expenditure.grand_total', 'amount')]],
  // Some provinces write 收入总计 and 支出总计 for what the tables call 合计.
  'income.grand_total': [[at(S, 'income.grand_total', 'amount')], [at(S, 'income.total', 'amount')]],
  'expenditure.grand_total': [[at(S, 'expenditure.grand_total', 'amount')], [at(S, 'expenditure.total', 'amount')]],
  'income.total': [[at(S, 'income.total', 'amount')], [at(I, 'total', 'total')]],
  'expenditure.total': [[at(S, 'expenditure.total', 'amount')], [at(E, 'total', 'total')]],
  'income.opening_carryover': [[at(S, 'income.opening_carryover', 'amount')]],
  'expenditure.closing_carryover': [[at(S, 'expenditure.closing_carryover', 'amount')]],
  'income.surplus_used': [[at(S, 'income.surplus_used', 'amount')]],
  'income.general_public_budget': [
    [at(S, 'income.general_public_budget', 'amount')],
    [at(F, 'income.general_public_budget', 'amount')],
  ],
  'income.government_fund': [
    [at(S, 'income.government_fund', 'amount')],
    [at(F, 'income.government_fund', 'amount')],
  ],
  'income.state_capital': [[at(S, 'income.state_capital', 'amount')], [at(F, 'income.state_capital', 'amount')]],
  'income.fiscal_appropriation': [
    [at(I, 'total', 'fiscal_appropriation')],
    [at(S, 'income.fiscal_appropriation', 'amount')],
    [at(F, 'income.total', 'amount')],
    [
      at(S, 'income.general_public_budget', 'amount'),
      at(S, 'income.government_fund', 'amount'),
      at(S, 'income.state_capital', 'amount'),
    ],
  ],
  ...Object.fromEntries(
    (['superior_subsidy', 'business', 'operating', 'affiliated_remittance', 'other'] as const).map((source) => [
      `income.${source}`,
      [[at(S, `income.${source}`, 'amount')], [at(I, 'total', source)]],
    ]),
  ),
  ...Object.fromEntries(EXPENDITURE_PARTS.map((part) => [`expenditure.${part}`, [[at(E, 'total', part)]]])),
  'fiscal.grand_total': [[at(F, 'income.grand_total', 'amount')], [at(F, 'expenditure.grand_total', 'total')]],
  'fiscal.income.grand_total': [[at(F, 'income.grand_total', 'amount')], [at(F, 'income.total', 'amount')]],
  'fiscal.expenditure.grand_total': [
    [at(F, 'expenditure.grand_total', 'total')],
    [at(F, 'expenditure.total', 'total')],
  ],
  'fiscal.income.total': [[at(F, 'income.total', 'amount')]],
  'fiscal.expenditure.total': [[at(F, 'expenditure.total', 'total')]],
  'fiscal.income.opening_carryover': [[at(F, 'income.opening_carryover', 'amount')]],
  'fiscal.expenditure.closing_carryover': [[at(F, 'expenditure.closing_carryover', 'total')]],
  'fiscal.expenditure': [[at(F, 'expenditure.total', 'total')], [at(F, 'expenditure.grand_total', 'total')]],
  'fiscal.expenditure.basic': [
    [at(G, 'total', 'basic'), at('government_fund', 'total', 'basic'), at('state_capital', 'total', 'basic')],
  ],
  'fiscal.expenditure.project': [
    [at(G, 'total', 'project'), at('government_fund', 'total', 'project'), at('state_capital', 'total', 'project')],
  ],
  'general.expenditure': [[at(G, 'total', 'total')], [at(F, 'expenditure.total', 'general_public_budget')]],
  'general.expenditure.basic': [[at(G, 'total', 'basic')]],
  'general.expenditure.project': [[at(G, 'total', 'project')]],
  'fund.income': [[at('government_fund', 'total', 'income')], [at(F, 'income.government_fund', 'amount')]],
  'capital.income': [[at('state_capital', 'total', 'income')], [at(F, 'income.state_capital', 'amount')]],
  'fund.expenditure': [[at('government_fund', 'total', 'total')], [at(F, 'expenditure.total', 'government_fund')]],
  'capital.expenditure': [[at('state_capital', 'total', 'total')], [at(F, 'expenditure.total', 'state_capital')]],
  'basic.total': [[at(G, 'total', 'basic')], [at(B, 'total', 'total')], [at(B, 'total', 'amount')]],
  'basic.personnel': [[at(B, 'personnel_total', 'amount')], [at(B, 'total', 'personnel')]],
  'basic.public': [[at(B, 'public_total', 'amount')], [at(B, 'total', 'public')]],
  ...Object.fromEntries(
    THREE_PUBLIC_ITEMS.filter((item) => item !== 'operating').map((item) => [
      `three_public.${item}`,
      [[at(T, item, 'amount')]],
    ]),
  ),
  operating_expenses: [[at(D, 'operating_expenses', 'statistic')], [at(T, 'operating', 'amount')]],
  ...Object.fromEntries(
    PROCUREMENT_ITEMS.map((part) => [`procurement.${part}`, [[at(D, `procurement.${part}`, 'statistic')]]]),
  ),
  ...Object.fromEntries(
    (['total', ...VEHICLE_USES] as const).map((use) => [
      `vehicles.${use}`,
      [[at(D, `vehicles.${use}`, 'statistic')]],
    ]),
  ),
  ...Object.fromEntries(
    EQUIPMENT_CLASSES.map((one) => [`equipment.${one}`, [[at(D, `equipment.${one}`, 'statistic')]]]),
  ),
};

/** Subjects that prose states and no place is looked up for, and why. A last point stands for all that begin so. */
export const WITHOUT_PLACE: Readonly<Record<string, string>> = {
  expenditure: 'the whole is named by its totals',
  'expenditure.surplus_distribution': 'tables print it in the half of expenditure or nowhere; not compared yet',
  'income.fiscal_special_account': 'prose seen so far does not name it',
  'income.entity_funds': 'prose seen so far does not name it',
  'fiscal.': 'the funds of 财政拨款 have their own names for the rest: fund, capital, general',
  'general.expenditure.': 'the table of this fund has basic and project expenditure only',
  'three_public.operating': 'prose calls it operating_expenses',
  'three_public.reception.': 'tables print receptions in one sum',
  'three_public.abroad.groups': 'counts.… of 机构运行信息表 print it for few publishers; not compared yet',
  'three_public.vehicle_purchase.count': 'counts.… of 机构运行信息表 print it for few publishers; not compared yet',
  'three_public.vehicle_running.count': 'counts.… of 机构运行信息表 print it for few publishers; not compared yet',
  'procurement.reserved_': 'no table prints what is reserved',
  'procurement.sme_of_kind': 'a share of one kind of procurement, which no table divides',
  'vehicles_to_buy.': 'no table prints vehicles to be bought by use',
  'performance.': 'many tables, one for a project: rule narrative-performance finds the one that is meant',
};

const PHASE = /\.(actual|budget|prior_year)$/;

/** Path without phase. */
export function pathOf(subject: string): string {
  return subject.replace(PHASE, '');
}

export function phaseOf(subject: string): Phase {
  return (PHASE.exec(subject)?.[1] ?? 'actual') as Phase;
}
