/** @module 收入决算表, 收入预算总表: functional codes by source of income. */
import { FUNDS, TOTAL } from '../vocabulary.js';
import type { KindDefinition } from '../types.js';

export const income: KindDefinition = {
  id: 'income',
  titles: [/收入(?:决算|预算|情况)?(?:总)?(?:体)?(?:情况|预算|决算|明细)?表/],
  notTitles: /支出|收支|政府性基金|国有资本|一般公共预算|财政拨款/,
  names: ['收入决算表', '收入预算总表', '收入总表', '收入预算表'],
  contradictions: [{ header: [/\|基本支出\|/] }, { header: [/支出合计/] }, { rows: [/工资福利支出/] }],
  evidence: [{ header: [/事业收入/, /其他收入|经营收入|上级补助收入/], none: [/基本支出/] }],
  reader: 'grouped',
  columns: {
    total: ['本年收入合计', '收入合计', '总收入', ...TOTAL],
    fiscal_appropriation: ['财政拨款收入', '财政拨款', '财政拨款(补助)收入'],
    ...FUNDS,
    fiscal_special_account: ['财政专户管理资金', '财政专户管理资金收入', '教育收费', '财政专户核拨资金'],
    superior_subsidy: ['上级补助收入'],
    business: ['事业收入', '事业单位事业收入'],
    operating: ['经营收入', '事业单位经营收入'],
    affiliated_remittance: ['附属单位上缴收入'],
    other: ['其他收入'],
    entity_funds: ['单位资金', '单位资金收入'],
    opening_carryover: ['上年结转', '上年结转结余', '年初结转和结余', '上年结转和结余'],
    surplus_used: ['使用非财政拨款结余', '用事业基金弥补收支差额'],
  },
  rows: { total: ['合计', '总计'] },
};
