/** @module 一般公共预算财政拨款支出决算表, 一般公共预算支出功能分类预算表: functional codes, basic and project expenditure. */
import { CHANGE, CHANGE_RATE, FUND_OPENING, FUND_SPENDING, TOTAL } from '../vocabulary.js';
import type { KindDefinition } from '../types.js';

export const generalPublicBudgetExpenditure: KindDefinition = {
  id: 'general_public_budget_expenditure',
  titles: [/一般公共预算.*支出.*表/],
  // 一般公共预算财政拨款收入支出决算表 is this table with carry-overs and income beside; 收支总表 is the summary.
  notTitles: /基本支出|三公|经济分类|项目支出(?:决算|预算)?表|收支|收入(?!支出决算(?:明细)?表)|政府性基金|国有资本/,
  names: [
    '一般公共预算财政拨款支出决算表',
    '一般公共预算支出功能分类预算表',
    '一般公共预算支出表',
    '一般公共预算支出预算表',
  ],
  contradictions: [
    { rows: [/工资福利支出/], codes: 'economic' },
    { header: [/\|财政拨款收入|事业收入/] },
    { header: [/因公出国/] },
    { header: [/政府性基金预算支出|国有资本经营预算支出/] },
  ],
  evidence: [{ header: [/一般公共预算(?:财政拨款)?支出/, /基本支出/, /项目支出/], none: [/人员经费\|公用经费/] }],
  reader: 'grouped',
  columns: {
    total: ['本年支出合计', '支出合计', '本年支出', '一般公共预算财政拨款支出', '一般公共预算支出', ...TOTAL],
    opening_carryover: FUND_OPENING.opening_carryover,
    income: FUND_OPENING.income,
    closing_carryover: FUND_SPENDING.closing_carryover,
    basic: ['基本支出', '基本支出结转'],
    project: ['项目支出', '项目支出结转和结余'],
    project_carryover: ['项目支出结转'],
    project_surplus: ['项目支出结余'],
    personnel: ['人员经费', '人员支出', '人员类'],
    public: ['公用经费', '日常公用经费', '公用支出', '运转类'],
    change: CHANGE,
    change_rate: CHANGE_RATE,
  },
  rows: { total: ['合计', '总计'] },
};
