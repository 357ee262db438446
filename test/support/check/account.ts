/**
 * @module A small final account in which everything adds up, with all nine statutory tables; tests change one figure
 * of it. Out: a CheckInput; `change` gives the same with one value replaced. For tests only.
 */
import type { TableKind } from '../../../schemas/index.js';
import { FUND_COLUMNS, document } from './document.js';
import type { ColumnSpec, RowSpec } from './document.js';
import type { CheckInput } from '../../../pipeline/check/types.js';

const BY_TYPE: ColumnSpec[] = [
  ['total', '本年支出合计'],
  ['basic', '基本支出'],
  ['project', '项目支出'],
];

/** Functional rows: code, name, and 合计, 基本支出, 项目支出. */
const GENERAL: RowSpec[] = [
  ['total', '合计', '96.00', '76.00', '20.00'],
  ['208', '社会保障和就业支出', '30.00', '30.00', null],
  ['20805', '行政事业单位养老支出', '30.00', '30.00', null],
  ['2080505', '机关事业单位基本养老保险缴费支出', '20.00', '20.00', null],
  ['2080506', '机关事业单位职业年金缴费支出', '10.00', '10.00', null],
  ['210', '卫生健康支出', '66.00', '46.00', '20.00'],
  ['21011', '行政事业单位医疗', '16.00', '16.00', null],
  ['2101102', '事业单位医疗', '16.00', '16.00', null],
  ['21015', '医疗保障管理事务', '50.00', '30.00', '20.00'],
  ['2101506', '医疗保障经办事务', '20.00', null, '20.00'],
  ['2101550', '事业运行', '30.00', '30.00', null],
];

/** General public budget, government funds and 4.00 paid out of other income. */
export function account(): CheckInput {
  return document()
    .summary({
      kind: 'income_expenditure_summary',
      title: '收入支出决算总表',
      income: [
        ['general_public_budget', '一、一般公共预算财政拨款收入', '100.00'],
        ['government_fund', '二、政府性基金预算财政拨款收入', '10.00'],
        ['state_capital', '三、国有资本经营预算财政拨款收入', null],
        ['superior_subsidy', '四、上级补助收入', null],
        ['other', '八、其他收入', '5.00'],
        ['total', '本年收入合计', '115.00'],
        ['surplus_used', '使用非财政拨款结余', null],
        ['opening_carryover', '年初结转和结余', '8.00'],
        ['grand_total', '总计', '123.00'],
      ],
      expenditure: [
        ['208', '八、社会保障和就业支出', '30.00'],
        ['210', '九、卫生健康支出', '70.00'],
        ['212', '十一、城乡社区支出', '12.00'],
        ['213', '十二、农林水支出', null],
        ['total', '本年支出合计', '112.00'],
        ['surplus_distribution', '结余分配', null],
        ['closing_carryover', '年末结转和结余', '11.00'],
        ['grand_total', '总计', '123.00'],
      ],
    })
    .table({
      kind: 'income',
      title: '收入决算表',
      columns: [
        ['total', '本年收入合计'],
        ['fiscal_appropriation', '财政拨款收入'],
        ['superior_subsidy', '上级补助收入'],
        ['other', '其他收入'],
      ],
      rows: [
        ['total', '合计', '115.00', '110.00', null, '5.00'],
        ['208', '社会保障和就业支出', '30.00', '30.00', null, null],
        ['20805', '行政事业单位养老支出', '30.00', '30.00', null, null],
        ['2080505', '机关事业单位基本养老保险缴费支出', '20.00', '20.00', null, null],
        ['2080506', '机关事业单位职业年金缴费支出', '10.00', '10.00', null, null],
        ['210', '卫生健康支出', '75.00', '70.00', null, '5.00'],
        ['21015', '医疗保障管理事务', '75.00', '70.00', null, '5.00'],
        ['2101550', '事业运行', '75.00', '70.00', null, '5.00'],
        ['212', '城乡社区支出', '10.00', '10.00', null, null],
        ['21203', '城乡社区公共设施', '10.00', '10.00', null, null],
        ['2120399', '其他城乡社区公共设施支出', '10.00', '10.00', null, null],
      ],
    })
    .table({
      kind: 'expenditure',
      title: '支出决算表',
      columns: BY_TYPE,
      rows: [
        ['total', '合计', '112.00', '80.00', '32.00'],
        ...GENERAL.slice(1, 5),
        ['210', '卫生健康支出', '70.00', '50.00', '20.00'],
        ...GENERAL.slice(6, 8),
        ['21015', '医疗保障管理事务', '54.00', '34.00', '20.00'],
        ['2101506', '医疗保障经办事务', '20.00', null, '20.00'],
        ['2101550', '事业运行', '34.00', '34.00', null],
        ['212', '城乡社区支出', '12.00', null, '12.00'],
        ['21203', '城乡社区公共设施', '12.00', null, '12.00'],
        ['2120399', '其他城乡社区公共设施支出', '12.00', null, '12.00'],
      ],
    })
    .summary({
      kind: 'fiscal_appropriation_summary',
      title: '财政拨款收入支出决算总表',
      expenditureColumns: FUND_COLUMNS,
      income: [
        ['general_public_budget', '一、一般公共预算财政拨款', '100.00'],
        ['government_fund', '二、政府性基金预算财政拨款', '10.00'],
        ['state_capital', '三、国有资本经营预算财政拨款', null],
        ['total', '本年收入合计', '110.00'],
        ['opening_carryover', '年初财政拨款结转和结余', '8.00'],
        ['opening_carryover.general_public_budget', '一般公共预算财政拨款', '3.00'],
        ['opening_carryover.government_fund', '政府性基金预算财政拨款', '5.00'],
        ['opening_carryover.state_capital', '国有资本经营预算财政拨款', null],
        ['grand_total', '总计', '118.00'],
      ],
      expenditure: [
        ['208', '八、社会保障和就业支出', '30.00', '30.00', null, null],
        ['210', '九、卫生健康支出', '66.00', '66.00', null, null],
        ['212', '十一、城乡社区支出', '12.00', null, '12.00', null],
        ['total', '本年支出合计', '108.00', '96.00', '12.00', null],
        ['closing_carryover', '年末财政拨款结转和结余', '10.00', '7.00', '3.00', null],
        ['grand_total', '总计', '118.00', '103.00', '15.00', null],
      ],
    })
    .table({
      kind: 'general_public_budget_expenditure',
      title: '一般公共预算财政拨款支出决算表',
      columns: [['total', '合计'], ...BY_TYPE.slice(1)],
      rows: GENERAL,
    })
    .table({
      kind: 'basic_expenditure_by_economic_class',
      title: '一般公共预算财政拨款基本支出决算表',
      columns: [['amount', '决算数']],
      rows: [
        ['301', '工资福利支出', '60.00'],
        ['30101', '基本工资', '40.00'],
        ['30108', '机关事业单位基本养老保险缴费', '20.00'],
        ['30103', '奖金', null],
        ['302', '商品和服务支出', '12.00'],
        ['30201', '办公费', '9.50'],
        ['30212', '因公出国（境）费用', null],
        ['30217', '公务接待费', '0.50'],
        ['30231', '公务用车运行维护费', '2.00'],
        ['303', '对个人和家庭的补助', '3.00'],
        ['30302', '退休费', '3.00'],
        ['310', '资本性支出', '1.00'],
        ['31002', '办公设备购置', '1.00'],
        ['31013', '公务用车购置', null],
        ['personnel_total', '人员经费合计', '63.00'],
        ['public_total', '公用经费合计', '13.00'],
      ],
    })
    .table({
      kind: 'three_public_expenses',
      title: '财政拨款“三公”经费支出决算表',
      columns: [
        ['amount', '预算数', 'budget'],
        ['amount', '决算数', 'actual'],
      ],
      rows: [
        ['total', '合计', '4.00', '2.60'],
        ['abroad', '因公出国（境）费', null, null],
        ['reception', '公务接待费', '1.00', '0.60'],
        ['vehicles', '公务用车购置及运行维护费', '3.00', '2.00'],
        ['vehicle_purchase', '公务用车购置费', null, null],
        ['vehicle_running', '公务用车运行维护费', '3.00', '2.00'],
      ],
    })
    .table({
      kind: 'government_fund',
      title: '政府性基金预算财政拨款收入支出决算表',
      columns: [
        ['opening_carryover', '年初结转和结余'],
        ['income', '本年收入'],
        ['total', '本年支出/小计'],
        ['basic', '本年支出/基本支出'],
        ['project', '本年支出/项目支出'],
        ['closing_carryover', '年末结转和结余'],
      ],
      rows: [
        ['total', '合计', '5.00', '10.00', '12.00', null, '12.00', '3.00'],
        ['212', '城乡社区支出', '5.00', '10.00', '12.00', null, '12.00', '3.00'],
        ['21203', '城乡社区公共设施', '5.00', '10.00', '12.00', null, '12.00', '3.00'],
        ['2120399', '其他城乡社区公共设施支出', '5.00', '10.00', '12.00', null, '12.00', '3.00'],
      ],
    })
    .table({
      kind: 'state_capital',
      title: '国有资本经营预算财政拨款支出决算表',
      columns: [
        ['total', '本年支出/合计'],
        ['basic', '本年支出/基本支出'],
        ['project', '本年支出/项目支出'],
      ],
      rows: [['total', '合计', null, null, null]],
    })
    .says('本部门2024年度无国有资本经营预算财政拨款收支，已公开空表。')
    .input();
}

export interface Place {
  table: TableKind;
  row: string;
  column: string;
  phase?: string;
}

/**
 * The same input with one printed figure replaced (null: the place is empty). Throws where the place is not there: a
 * fixture must hit.
 */
export function change(input: CheckInput, place: Place, value: string | null): CheckInput {
  let hits = 0;
  const facts = input.facts.map((f) => {
    if (
      f.table_kind !== place.table ||
      f.row_id !== place.row ||
      f.column_id !== place.column ||
      (place.phase !== undefined && f.phase !== place.phase)
    )
      return f;
    hits++;
    return { ...f, value, raw_text: value ?? '' };
  });
  if (hits !== 1) throw new Error(`${hits} places match ${JSON.stringify(place)}`);
  return { ...input, facts };
}

/** The same input without the tables of a kind. */
export function without(input: CheckInput, kind: TableKind): CheckInput {
  return {
    ...input,
    tables: input.tables.filter((t) => t.kind !== kind),
    facts: input.facts.filter((f) => f.table_kind !== kind),
  };
}

/** The same input, as if one table had been recognised from an image. */
export function recognised(input: CheckInput, kind: TableKind, confidence = 0.99): CheckInput {
  return {
    ...input,
    facts: input.facts.map((f) => (f.table_kind === kind ? { ...f, source: 'ocr', confidence } : f)),
  };
}
