/** @module 一般公共预算财政拨款支出决算表, 一般公共预算支出功能分类预算表: functional codes, basic and project expenditure. */
import { CHANGE, CHANGE_RATE, TOTAL } from '../vocabulary.js';
import type { KindDefinition } from '../types.js';

export const generalPublicBudgetExpenditure: KindDefinition = {
  id: 'general_public_budget_expenditure',
  titles: [/一般公共预算.*支出.*表/],
  notTitles: /基本支出|三公|经济分类|项目支出(?:决算|预算)?表|收支|收入|政府性基金|国有资本/,
  names: ['一般公共预算财政拨款支出决算表', '一般公共预算支出功能分类预算表', '一般公共预算支出表', '一般公共预算支出预算表'],
  contradictions: [{ rows: [/工资福利支出/], codes: 'economic' }, { header: [/\|财政拨款收入|事业收入/] }, { header: [/因公出国/] }, { header: [/年初结转和结余/] }, { header: [/政府性基金预算支出|国有资本经营预算支出/] }],
  evidence: [{ header: [/一般公共预算(?:财政拨款)?支出/, /基本支出/, /项目支出/], none: [/人员经费\|公用经费/] }],
  reader: 'grouped',
  columns: {
    total: ['本年支出合计', '支出合计', '本年支出', '一般公共预算财政拨款支出', '一般公共预算支出', ...TOTAL],
    basic: ['基本支出'],
    project: ['项目支出'],
    personnel: ['人员经费', '人员支出', '人员类'],
    public: ['公用经费', '日常公用经费', '公用支出', '运转类'],
    change: CHANGE,
    change_rate: CHANGE_RATE,
  },
  rows: { total: ['合计', '总计'] },
};
