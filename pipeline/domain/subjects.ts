/**
 * @module What a figure of the prose is about. In: account, item, phase. Out: the published path (three_public.reception.actual), and back.
 * Items of tables and items of prose are the same ids, so that the two meet.
 */
import type { ClassCode } from './classes.js';
import {
  EQUIPMENT_CLASSES,
  EXPENDITURE_PARTS,
  type ExpenditurePart,
  type FiscalFund,
  type IncomeSource,
  PROCUREMENT_ITEMS,
  type RowId,
  THREE_PUBLIC_ITEMS,
  VEHICLE_USES,
  type VehicleUse,
} from './ids.js';

/**
 * Whose money, or what else is counted. whole: the institution's, all funds; fiscal: 财政拨款; general: 一般公共预算财政拨款; fund: 政府性基金; capital:
 * 国有资本经营; function: items of the functional classification; basic, economic: basic expenditure and its economic items.
 */
export const ACCOUNTS = [
  'whole',
  'fiscal',
  'general',
  'fund',
  'capital',
  'function',
  'basic',
  'economic',
  'three_public',
  'operating_expenses',
  'procurement',
  'vehicles',
  'vehicles_to_buy',
  'equipment',
  'performance',
] as const;
export type Account = (typeof ACCOUNTS)[number];

export const STATED_PHASES = ['actual', 'budget', 'prior_year'] as const;
export type StatedPhase = (typeof STATED_PHASES)[number];

export interface Subject {
  account: Account;
  /** Inside the account: income.total, 208, 卫生健康支出/行政事业单位医疗/行政单位医疗; "" where the account is the item. */
  item: string;
  /** Null for counts. */
  phase: StatedPhase | null;
}

/** What is said of the institution's whole money, and of 财政拨款 alone. */
export const WHOLE_ITEMS = [
  ...['grand_total', 'income.grand_total', 'income.total'],
  ...['expenditure.grand_total', 'expenditure.total', 'expenditure'],
  ...['income.opening_carryover', 'income.surplus_used', 'expenditure.closing_carryover'],
  'expenditure.surplus_distribution',
  ...['income.general_public_budget', 'income.government_fund', 'income.state_capital'],
  ...['income.fiscal_appropriation', 'income.fiscal_special_account', 'income.superior_subsidy', 'income.business'],
  ...['income.operating', 'income.affiliated_remittance', 'income.other', 'income.entity_funds'],
  ...['expenditure.basic', 'expenditure.project', 'expenditure.superior_remittance', 'expenditure.operating'],
  'expenditure.affiliated_subsidy',
] as const satisfies readonly (
  | `income.${FiscalFund | IncomeSource}`
  | `expenditure.${ExpenditurePart}`
  | RowId
  | 'grand_total'
  | 'expenditure'
)[];
export type WholeItem = (typeof WHOLE_ITEMS)[number] | `expenditure.basic.${number}`;

type Flow = 'expenditure' | `expenditure.${ExpenditurePart}`;

export const STATED_THREE_PUBLIC = [
  ...THREE_PUBLIC_ITEMS,
  ...['reception.domestic', 'reception.foreign', 'abroad.groups'],
  ...['vehicle_purchase.count', 'vehicle_running.count'],
] as const;
export type StatedThreePublic = (typeof STATED_THREE_PUBLIC)[number];

export const STATED_PROCUREMENT = [
  ...PROCUREMENT_ITEMS,
  ...['reserved_sme', 'reserved_small_micro', 'sme_of_kind'],
] as const;
export type StatedProcurement = (typeof STATED_PROCUREMENT)[number];

export const PERFORMANCE_ITEMS = [
  ...['projects', 'amount', 'average_score', 'score'],
  ...['project_budget', 'project_executed'],
] as const;
export type PerformanceItem = (typeof PERFORMANCE_ITEMS)[number];

/** A subject without its phase, as it is published. Names as printed stand where an item has no id of its own. */
export type SubjectPath =
  | WholeItem
  | `fiscal.${WholeItem}`
  | `general.${Flow}`
  | `${'fund' | 'capital'}.${'income' | 'expenditure'}`
  | `${'function' | 'fund' | 'capital'}.${ClassCode | string}`
  | `basic.${'total' | 'personnel' | 'public'}`
  | `economic.${string}`
  | `three_public.${StatedThreePublic}`
  | 'operating_expenses'
  | `procurement.${StatedProcurement}`
  | `${'vehicles' | 'vehicles_to_buy'}.${'total' | VehicleUse}`
  | `equipment.${string}`
  | `performance.${PerformanceItem}`;

const NAMED: ReadonlySet<string> = new Set(ACCOUNTS);

/** The subject of a path, in a phase. */
export function subjectOfPath(path: SubjectPath, phase: StatedPhase | null): Subject {
  const point = path.indexOf('.');
  const first = point < 0 ? path : path.slice(0, point);
  if (!NAMED.has(first) || first === 'whole') return { account: 'whole', item: path, phase };
  return { account: first as Account, item: point < 0 ? '' : path.slice(point + 1), phase };
}

/** Without its phase. */
export function pathOfSubject({ account, item }: Subject): SubjectPath {
  if (account === 'whole') return item as SubjectPath;
  return (item === '' ? account : `${account}.${item}`) as SubjectPath;
}

/** As published. */
export function renderSubject(subject: Subject): string {
  return subject.phase === null ? pathOfSubject(subject) : `${pathOfSubject(subject)}.${subject.phase}`;
}

/** A published subject, read back. */
export function readSubject(published: string): Subject {
  const phase = STATED_PHASES.find((one) => published.endsWith(`.${one}`)) ?? null;
  const path = phase === null ? published : published.slice(0, -phase.length - 1);
  return subjectOfPath(path as SubjectPath, phase);
}

/** Every subject but those that carry a code or a name as printed (function, economic, equipment above another price). */
export function namedSubjects(): SubjectPath[] {
  return [
    ...WHOLE_ITEMS,
    ...WHOLE_ITEMS.map((item) => `fiscal.${item}` as const),
    ...(['expenditure', ...EXPENDITURE_PARTS.map((part) => `expenditure.${part}` as const)] as const).map(
      (item) => `general.${item}` as const,
    ),
    ...(['fund', 'capital'] as const).flatMap((of) => [`${of}.income`, `${of}.expenditure`] as const),
    ...(['total', 'personnel', 'public'] as const).map((item) => `basic.${item}` as const),
    ...STATED_THREE_PUBLIC.map((item) => `three_public.${item}` as const),
    'operating_expenses',
    ...STATED_PROCUREMENT.map((item) => `procurement.${item}` as const),
    ...(['total', ...VEHICLE_USES] as const).flatMap((use) => [`vehicles.${use}`, `vehicles_to_buy.${use}`] as const),
    ...EQUIPMENT_CLASSES.map((one) => `equipment.${one}` as const),
    ...PERFORMANCE_ITEMS.map((item) => `performance.${item}` as const),
  ];
}
