/** @module 一般公共预算财政拨款基本支出决算(明细)表, 基本支出部门预算经济分类预算表: economic codes, often in column groups side by side. */
import { AMOUNT, CHANGE, CHANGE_RATE } from '../vocabulary.js';
import type { KindDefinition } from '../types.js';

export const basicExpenditureByEconomicClass: KindDefinition = {
  id: 'basic_expenditure_by_economic_class',
  titles: [/基本支出.*表/],
  notTitles: /三公|绩效|政府性基金|国有资本/,
  names: [
    '一般公共预算财政拨款基本支出决算表',
    '一般公共预算财政拨款基本支出决算明细表',
    '一般公共预算基本支出部门预算经济分类预算表',
    '一般公共预算基本支出表',
  ],
  contradictions: [{ header: [/\|财政拨款收入|事业收入/] }, { header: [/上缴上级支出/] }],
  evidence: [{ rows: [/工资福利支出/, /商品和服务支出/], codes: 'economic' }],
  // Some provinces print 财政拨款基本支出 (all funds) beside 一般公共预算基本支出.
  preferTitle: /一般公共预算/,
  reader: 'grouped',
  columns: {
    amount: [...AMOUNT, '基本支出', '一般公共预算基本支出', '本年一般公共预算基本支出'],
    total: ['合计', '小计', '总计', '本年支出合计', '支出合计', '本年支出'],
    personnel: ['人员经费', '人员支出'],
    public: ['公用经费', '日常公用经费', '公用支出', '日常公用支出'],
    change: CHANGE,
    change_rate: CHANGE_RATE,
  },
  rows: {
    personnel_total: ['人员经费合计', '人员经费小计', '人员支出合计'],
    public_total: ['公用经费合计', '公用经费小计', '日常公用经费合计'],
    total: ['合计', '总计', '基本支出合计'],
  },
};
