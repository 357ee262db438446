/** @module 支出决算表, 支出预算总表: functional codes by kind of expenditure. */
import { CHANGE, CHANGE_RATE, TOTAL } from '../vocabulary.js';
import type { KindDefinition } from '../types.js';

export const expenditure: KindDefinition = {
  id: 'expenditure',
  titles: [/支出(?:决算|预算|情况)?(?:总)?(?:体)?(?:情况|预算|决算|明细)?表/],
  notTitles: /收入|收支|财政拨款|一般公共预算|政府性基金|国有资本|三公|基本支出|项目支出|经济分类|公用|运行经费/,
  names: ['支出决算表', '支出预算总表', '支出总表', '支出预算表'],
  contradictions: [
    { header: [/\|财政拨款收入|事业收入/] },
    { header: [/因公出国/] },
    { rows: [/工资福利支出/], codes: 'economic' },
  ],
  evidence: [{ header: [/基本支出/, /项目支出/, /上缴上级支出|经营支出|对附属单位补助支出|支出预算/] }],
  reader: 'grouped',
  columns: {
    total: ['本年支出合计', '支出合计', '总支出', ...TOTAL],
    basic: ['基本支出'],
    project: ['项目支出'],
    superior_remittance: ['上缴上级支出'],
    operating: ['经营支出', '事业单位经营支出'],
    affiliated_subsidy: ['对附属单位补助支出'],
    personnel: ['人员经费', '人员支出', '人员类'],
    public: ['公用经费', '日常公用经费', '公用支出', '运转类'],
    closing_carryover: ['结转下年', '结转下年支出'],
    change: CHANGE,
    change_rate: CHANGE_RATE,
  },
  rows: { total: ['合计', '总计'] },
};
