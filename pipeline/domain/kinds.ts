/**
 * @module The table kinds, each declared by its coordinates: what its title fixes, and what varies down its rows. A new kind is a new
 * entry, no code. The order counts only where two entries explain a title equally well: the first wins.
 */
import type { DimensionKey, Dimensions } from './dimensions.js';
import type { TableKind } from './ids.js';
import type { Mark } from './lexicon/term.js';

/** What varies down the rows of a table. */
export const ROW_AXES = [
  /** Two halves side by side: sources, and what they are spent on. */
  'halves',
  'function',
  'economic',
  'government_economic',
  /** Department and government economic class in one row. */
  'both_economic',
  /** Institutions head the rows of the label column. */
  'institution',
  'project',
  /** 三公 and its parts, down or across. */
  'item',
  /** One row of figures without a label of its own. */
  'lone',
  /** No row says what it is: an empty table, or names that are none of these. */
  'none',
] as const;
export type RowAxis = (typeof ROW_AXES)[number];

export interface KindDeclaration {
  id: TableKind;
  /** Coordinates that the title must state, and no others; null: stated by words that have no name (several at once). */
  means: Readonly<Partial<Record<DimensionKey, string | null>>>;
  /** Coordinates that the title may state beside them. */
  may?: readonly DimensionKey[];
  /** Words of the title that must (must not) stand in it beside coordinates. */
  marks?: readonly Mark[];
  without?: readonly Mark[];
  /** What the rows must show; an empty table ("none") passes for any. */
  axes: readonly RowAxis[];
  /** Coordinates that hold for every figure of the table although the title need not say so. */
  fixes?: Dimensions;
  /** How the rows are read. @default "grouped" */
  reader?: 'grouped' | 'performance';
  /** The lone amount of a row is called "amount" beside a "total" of its own. */
  amounts?: true;
  /** Words in the header that no table of this kind has. */
  never?: readonly { column?: DimensionKey; value?: string }[];
}

const EXPENDITURE_ROWS: readonly RowAxis[] = ['function', 'lone', 'institution', 'none'];
const ECONOMIC_ROWS: readonly RowAxis[] = ['economic', 'both_economic'];
const ANY_ROWS: readonly RowAxis[] = [
  'halves',
  'function',
  'economic',
  'government_economic',
  'both_economic',
  'institution',
  'project',
  'item',
  'lone',
  'none',
];
const GENERAL = 'general_public_budget';

export const KINDS: readonly KindDeclaration[] = [
  {
    id: 'department_performance',
    means: {},
    may: ['flow', 'type', 'phase', 'fund'],
    marks: ['performance', 'whole'],
    axes: ANY_ROWS,
    reader: 'performance',
  },
  {
    id: 'project_performance',
    means: {},
    may: ['flow', 'type', 'phase', 'fund'],
    marks: ['performance'],
    without: ['whole'],
    axes: ANY_ROWS,
    reader: 'performance',
  },
  {
    id: 'disclosure_statistics',
    means: {},
    may: ['type', 'phase', 'item', 'flow'],
    marks: ['statistics'],
    axes: ANY_ROWS,
  },
  {
    id: 'three_public_expenses',
    means: { item: 'three_public' },
    may: ['fund', 'flow', 'type', 'vintage'],
    axes: ANY_ROWS,
    fixes: { flow: 'expenditure' },
    amounts: true,
  },
  {
    id: 'three_public_expenses',
    means: { item: null },
    may: ['fund', 'flow', 'type', 'vintage'],
    axes: ANY_ROWS,
    fixes: { flow: 'expenditure' },
    amounts: true,
  },
  {
    id: 'income_expenditure_summary',
    means: {},
    marks: ['both_flows'],
    may: ['vintage'],
    axes: ['halves', 'none'],
    amounts: true,
  },
  {
    id: 'fiscal_appropriation_summary',
    means: { fund: 'fiscal_appropriation' },
    may: ['vintage'],
    marks: ['both_flows'],
    axes: ['halves', 'none'],
    amounts: true,
  },
  { id: 'government_fund', means: { fund: 'government_fund' }, may: ['flow', 'vintage', 'type'], axes: ANY_ROWS },
  { id: 'state_capital', means: { fund: 'state_capital' }, may: ['flow', 'vintage', 'type'], axes: ANY_ROWS },
  {
    id: 'procurement_budget',
    means: { type: 'procurement' },
    may: ['fund', 'flow', 'vintage'],
    axes: ANY_ROWS,
    fixes: { flow: 'expenditure' },
  },
  {
    id: 'purchased_services',
    means: { type: 'purchased_services' },
    may: ['fund', 'flow', 'vintage'],
    axes: ANY_ROWS,
    fixes: { flow: 'expenditure' },
  },
  {
    id: 'carryover_expenditure',
    means: { vintage: 'carryover' },
    may: ['fund', 'flow', 'type'],
    axes: ANY_ROWS,
    fixes: { flow: 'expenditure' },
  },
  {
    id: 'operating_expenses_by_economic_class',
    means: { type: 'operating_expenses' },
    may: ['fund', 'flow', 'vintage'],
    axes: ANY_ROWS,
    fixes: { flow: 'expenditure' },
  },
  {
    id: 'income',
    means: { flow: 'income' },
    may: ['vintage'],
    axes: ['function', 'institution', 'lone', 'none', 'item'],
  },
  {
    id: 'basic_expenditure_by_economic_class',
    means: { type: 'basic', fund: GENERAL },
    may: ['flow', 'vintage'],
    axes: [...ECONOMIC_ROWS, 'government_economic', 'none'],
    fixes: { flow: 'expenditure' },
    amounts: true,
  },
  {
    id: 'basic_expenditure_by_function',
    means: { type: 'basic', fund: GENERAL },
    may: ['flow', 'vintage'],
    axes: ['function'],
    fixes: { flow: 'expenditure' },
  },
  {
    id: 'fiscal_appropriation_basic_by_economic_class',
    means: { type: 'basic', fund: 'fiscal_appropriation' },
    may: ['flow', 'vintage'],
    axes: [...ECONOMIC_ROWS, 'none'],
    fixes: { flow: 'expenditure' },
    amounts: true,
  },
  {
    id: 'basic_expenditure_by_department_and_government_economic_class',
    means: { type: 'basic' },
    may: ['flow', 'vintage'],
    axes: ['both_economic'],
    fixes: { flow: 'expenditure' },
  },
  {
    id: 'basic_expenditure_by_unit',
    means: { type: 'basic' },
    may: ['flow', 'vintage'],
    axes: ['institution'],
    fixes: { flow: 'expenditure' },
  },
  {
    id: 'basic_expenditure_by_source',
    means: { type: 'basic' },
    may: ['flow', 'vintage'],
    axes: ['economic', 'item', 'none', 'lone'],
    fixes: { flow: 'expenditure' },
  },
  {
    id: 'basic_expenditure_by_function',
    means: { type: 'basic' },
    may: ['flow', 'vintage'],
    axes: ['function'],
    fixes: { flow: 'expenditure' },
  },
  {
    id: 'project_expenditure_by_economic_class',
    means: { type: 'project' },
    may: ['fund', 'flow', 'vintage'],
    axes: ECONOMIC_ROWS,
    fixes: { flow: 'expenditure' },
  },
  {
    id: 'project_expenditure',
    means: { type: 'project' },
    may: ['fund', 'flow', 'vintage'],
    axes: ['project', 'institution', 'lone', 'function', 'item', 'none', 'government_economic'],
    fixes: { flow: 'expenditure' },
  },
  {
    id: 'project_expenditure',
    means: { type: null },
    may: ['fund', 'flow', 'vintage'],
    axes: ['project', 'institution', 'lone', 'function', 'item', 'none'],
    fixes: { flow: 'expenditure' },
  },
  {
    id: 'general_public_budget_expenditure',
    means: { fund: GENERAL, flow: 'expenditure' },
    may: ['vintage'],
    axes: EXPENDITURE_ROWS,
    fixes: { flow: 'expenditure' },
  },
  {
    id: 'general_public_budget_expenditure',
    means: { fund: GENERAL },
    may: ['vintage'],
    marks: ['both_flows'],
    axes: ['function', 'none', 'lone'],
  },
  {
    id: 'general_public_budget_by_economic_class',
    means: { fund: GENERAL, flow: 'expenditure' },
    may: ['vintage'],
    axes: ['economic'],
    fixes: { flow: 'expenditure' },
  },
  {
    id: 'expenditure_by_economic_class',
    means: { fund: GENERAL, flow: 'expenditure' },
    may: ['vintage'],
    axes: ['both_economic', 'government_economic'],
    fixes: { flow: 'expenditure' },
  },
  {
    id: 'fiscal_appropriation_expenditure',
    means: { fund: 'fiscal_appropriation', flow: 'expenditure' },
    may: ['vintage'],
    axes: EXPENDITURE_ROWS,
    fixes: { flow: 'expenditure' },
  },
  {
    id: 'expenditure',
    means: { flow: 'expenditure' },
    may: ['vintage'],
    axes: EXPENDITURE_ROWS,
    fixes: { flow: 'expenditure' },
  },
  {
    id: 'expenditure_by_economic_class',
    means: { flow: 'expenditure' },
    may: ['vintage'],
    axes: [...ECONOMIC_ROWS, 'government_economic'],
    fixes: { flow: 'expenditure' },
  },
  {
    id: 'expenditure_by_economic_class',
    means: { fund: 'fiscal_appropriation', flow: 'expenditure' },
    may: ['vintage'],
    axes: [...ECONOMIC_ROWS, 'government_economic'],
    fixes: { flow: 'expenditure' },
  },
];

/** How the forms are usually titled; a title that a recogniser garbled is held against these. */
export const USUAL_TITLES: readonly string[] = [
  '收入支出决算总表',
  '收入决算表',
  '支出决算表',
  '财政拨款收入支出决算总表',
  '一般公共预算财政拨款支出决算表',
  '一般公共预算财政拨款基本支出决算表',
  '一般公共预算财政拨款基本支出决算明细表',
  '财政拨款三公经费支出决算表',
  '财政拨款三公经费支出决算明细表',
  '一般公共预算财政拨款三公经费支出决算表',
  '财政拨款三公经费及会议费培训费支出决算表',
  '政府性基金预算财政拨款收入支出决算表',
  '国有资本经营预算财政拨款支出决算表',
  '国有资本经营预算财政拨款收入支出决算表',
  '决算公开相关信息统计表',
  '机构运行信息决算表',
  '财务收支预算总表',
  '收支预算总表',
  '收支总表',
  '收入预算总表',
  '收入总表',
  '支出预算总表',
  '支出总表',
  '财政拨款收支预算总表',
  '财政拨款收支总表',
  '一般公共预算支出功能分类预算表',
  '一般公共预算支出预算表',
  '一般公共预算支出表',
  '一般公共预算基本支出部门预算经济分类预算表',
  '一般公共预算基本支出预算表',
  '一般公共预算基本支出表',
  '三公经费和机关运行经费预算表',
  '一般公共预算三公经费支出表',
  '财政拨款三公经费支出表',
  '政府性基金预算支出功能分类预算表',
  '政府性基金预算支出表',
  '国有资本经营预算支出功能分类预算表',
  '国有资本经营预算支出表',
  '政府采购预算表',
  '项目支出表',
  '项目支出绩效自评表',
  '部门整体支出绩效自评表',
];
