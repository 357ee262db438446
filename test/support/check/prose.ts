/**
 * @module In: prose as a test writes it down, one paragraph a line, and the tables beside it. Out: what a rule sees.
 * For tests only.
 */
import type { Identity } from '../../../pipeline/map/types.js';
import { readProse } from '../../../pipeline/narrative/index.js';
import { layoutsOf } from '../layouts.js';
import { type DocumentBuilder, document } from './document.js';
import type { CheckInput } from '../../../pipeline/check/types.js';

/**
 * Form feeds end pages; lines are paragraphs as the typesetter would print them, two spaces before each but headings.
 */
export function said(
  text: string,
  tables: DocumentBuilder = document(),
  options: { ocr?: boolean; identity?: Partial<Identity> } = {},
): CheckInput {
  const input = tables.input();
  const identity = { ...input.identity, ...options.identity };
  // Two characters of indentation, as these documents print it.
  const layouts = layoutsOf(text.replace(/^ {2}/gm, '    '));
  if (options.ocr) for (const { content } of layouts) for (const glyph of content.glyphs) glyph.source = 'ocr';
  return { ...input, identity, layouts, prose: readProse(layouts, identity) };
}

/** The general public budget by function: the tables that most statements repeat. */
export function generalBudget(
  rows: [code: string, label: string, total: string | null, basic: string | null, project: string | null][] = ROWS,
): DocumentBuilder {
  return document().table({
    kind: 'general_public_budget_expenditure',
    title: '一般公共预算财政拨款支出决算表',
    columns: [
      ['total', '合计'],
      ['basic', '基本支出'],
      ['project', '项目支出'],
    ],
    rows,
  });
}

const ROWS: [string, string, string, string, string][] = [
  ['210', '卫生健康支出', '90.00', '60.00', '30.00'],
  ['21011', '行政事业单位医疗', '60.00', '60.00', '0.00'],
  ['2101101', '行政单位医疗', '60.00', '60.00', '0.00'],
  ['21015', '医疗保障管理事务', '30.00', '0.00', '30.00'],
  ['2101504', '信息化建设', '30.00', '0.00', '30.00'],
  ['221', '住房保障支出', '10.00', '10.00', '0.00'],
  ['22102', '住房改革支出', '10.00', '10.00', '0.00'],
  ['2210201', '住房公积金', '10.00', '10.00', '0.00'],
  ['total', '合计', '100.00', '70.00', '30.00'],
];

export const GENERAL = '五、一般公共预算财政拨款支出决算情况说明\n';
export const BASIC = '六、一般公共预算财政拨款基本支出决算情况说明\n';
export const THREE_PUBLIC = '七、财政拨款“三公”经费支出决算情况说明\n';
export const PROCUREMENT = '八、政府采购支出情况说明\n';

export function threePublic(budget: (string | null)[], actual: (string | null)[]): DocumentBuilder {
  const ids = ['total', 'abroad', 'reception', 'vehicles', 'vehicle_purchase', 'vehicle_running'];
  const labels = [
    '合计',
    '因公出国（境）费',
    '公务接待费',
    '公务用车购置及运行维护费',
    '公务用车购置费',
    '公务用车运行维护费',
  ];
  return document().table({
    kind: 'three_public_expenses',
    title: '财政拨款“三公”经费支出决算表',
    columns: [
      ['amount', '预算数', 'budget'],
      ['amount', '决算数', 'actual'],
    ],
    rows: ids.map((id, i) => [id, labels[i]!, budget[i] ?? null, actual[i] ?? null]),
  });
}
