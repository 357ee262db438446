/** @module 政府性基金预算财政拨款收入支出决算表, 政府性基金预算支出功能分类预算表: functional codes, often declared empty. */
import { CHANGE, CHANGE_RATE, TOTAL } from '../vocabulary.js';
import type { KindDefinition } from '../types.js';

export const governmentFund: KindDefinition = {
  id: 'government_fund',
  titles: [/政府性基金.*表/],
  notTitles: /三公|绩效/,
  names: ['政府性基金预算财政拨款收入支出决算表', '政府性基金预算支出功能分类预算表', '政府性基金预算支出表'],
  contradictions: [{ header: [/\|财政拨款收入|事业收入/] }, { header: [/因公出国/] }, { rows: [/工资福利支出/] }, { header: [/国有资本经营预算支出/] }, { header: [/一般公共预算支出/] }],
  evidence: [{ header: [/政府性基金(?:预算)?(?:财政拨款)?支出/, /基本支出/, /项目支出/] }],
  reader: 'grouped',
  columns: {
    opening_carryover: ['年初结转和结余', '上年结转', '年初结转结余', '上年结转和结余', '年初财政拨款结转和结余'],
    income: ['本年收入', '本年收入合计'],
    total: ['本年支出', '本年支出合计', '支出合计', '政府性基金预算支出', ...TOTAL],
    basic: ['基本支出'],
    project: ['项目支出'],
    personnel: ['人员经费', '人员支出'],
    public: ['公用经费', '日常公用经费'],
    closing_carryover: ['年末结转和结余', '结转下年', '年末结转结余', '年末财政拨款结转和结余'],
    change: CHANGE,
    change_rate: CHANGE_RATE,
  },
  rows: { total: ['合计', '总计'] },
};
