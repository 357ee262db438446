/** @module 财政拨款收入支出决算总表, 财政拨款收支预算总表: appropriations in one half, functions by fund in the other. */
import {
  AMOUNT,
  CHANGE,
  CHANGE_RATE,
  FUNCTION_ROWS,
  FUNDS,
  GENERAL_PUBLIC_BUDGET,
  GOVERNMENT_FUND,
  STATE_CAPITAL,
} from '../vocabulary.js';
import type { KindDefinition } from '../types.js';

export const fiscalAppropriationSummary: KindDefinition = {
  id: 'fiscal_appropriation_summary',
  titles: [/财政拨款(?:预算|决算)?收(?:入)?支(?:出)?.*表/],
  notTitles: /政府性基金|国有资本|一般公共预算/,
  names: ['财政拨款收入支出决算总表', '财政拨款收支预算总表', '财政拨款收支总表'],
  contradictions: [{ rows: [/\|(?:事业收入|经营收入|其他收入|上级补助收入)/] }, { header: [/科目编码|科目代码/] }],
  evidence: [
    {
      header: [/一般公共预算(?:财政拨款|拨款)?\|/, /政府性基金/],
      rows: [/一般公共服务支出|社会保障和就业支出|卫生健康支出/],
      none: [/科目编码|科目代码|事业收入/],
    },
  ],
  reader: 'grouped',
  rowsBy: 'side',
  columns: { ...FUNDS, total: ['合计', '小计'], amount: AMOUNT, change: CHANGE, change_rate: CHANGE_RATE },
  rows: {
    'income.general_public_budget': GENERAL_PUBLIC_BUDGET,
    'income.government_fund': GOVERNMENT_FUND,
    'income.state_capital': STATE_CAPITAL,
    'income.fiscal_appropriation': ['财政拨款收入', '财政拨款'],
    'income.total': ['本年收入合计', '本年收入小计', '本年收入', '收入合计', '本年财政拨款收入'],
    'income.opening_carryover': [
      '年初财政拨款结转和结余',
      '上年结转',
      '上年结转结余',
      '年初结转和结余',
      '上年财政拨款结转',
      '上年结转和结余',
      '上年财政拨款结转和结余',
    ],
    'income.grand_total': ['总计', '收入总计', '合计'],
    ...FUNCTION_ROWS,
    'expenditure.total': ['本年支出合计', '本年支出小计', '本年支出', '支出合计', '本年财政拨款支出'],
    'expenditure.closing_carryover': [
      '年末财政拨款结转和结余',
      '结转下年',
      '年末结转和结余',
      '年终结转结余',
      '结转下年支出',
      '年末财政拨款结转结余',
    ],
    'expenditure.grand_total': ['总计', '支出总计', '合计'],
  },
  nested: {
    'income.opening_carryover': ['income.general_public_budget', 'income.government_fund', 'income.state_capital'],
    'expenditure.closing_carryover': [],
  },
};
