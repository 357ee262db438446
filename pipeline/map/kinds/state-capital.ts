/** @module 国有资本经营预算财政拨款支出决算表, 国有资本经营预算支出功能分类预算表: functional codes, often declared empty. */
import { FUND_OPENING, FUND_SPENDING, TOTAL } from '../vocabulary.js';
import type { KindDefinition } from '../types.js';

export const stateCapital: KindDefinition = {
  id: 'state_capital',
  titles: [/国有资本经营.*表/],
  notTitles: /三公|绩效/,
  names: ['国有资本经营预算财政拨款支出决算表', '国有资本经营预算支出功能分类预算表', '国有资本经营预算支出表'],
  contradictions: [
    { header: [/\|财政拨款收入|事业收入/] },
    { header: [/因公出国/] },
    { rows: [/工资福利支出/] },
    { header: [/政府性基金预算支出/] },
    { header: [/一般公共预算支出/] },
  ],
  evidence: [{ header: [/国有资本经营(?:预算)?(?:财政拨款)?支出/, /基本支出/, /项目支出/] }],
  reader: 'grouped',
  columns: {
    ...FUND_OPENING,
    total: ['本年支出', '本年支出合计', '支出合计', '国有资本经营预算支出', ...TOTAL],
    ...FUND_SPENDING,
  },
  rows: { total: ['合计', '总计'] },
};
