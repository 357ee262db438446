/** @module 财政拨款“三公”经费支出决算表 and its budget: items down or across, with 会议费, 培训费 or 机关运行经费. */
import { AMOUNT, CHANGE, CHANGE_RATE } from '../vocabulary.js';
import type { KindDefinition } from '../types.js';

export const threePublicExpenses: KindDefinition = {
  id: 'three_public_expenses',
  titles: [/三公/],
  notTitles: /绩效|相关信息统计/,
  names: ['财政拨款三公经费支出决算表', '三公经费和机关运行经费预算表', '财政拨款三公经费支出决算明细表', '财政拨款三公经费及会议费培训费支出决算表'],
  contradictions: [{ rows: [/工资福利支出/] }, { rows: [/一般公共服务支出/] }],
  evidence: [
    { header: [/因公出国/, /公务接待费/], strong: true },
    { rows: [/因公出国/, /公务接待费/], none: [/工资福利支出|办公费/] },
  ],
  reader: 'grouped',
  rowsBy: 'label_or_column',
  columns: { amount: AMOUNT, change: CHANGE, change_rate: CHANGE_RATE },
  rows: {
    total: ['合计', '总计', '三公经费合计', '三公经费', '财政拨款三公经费', '三公经费预算数', '三公经费支出合计', '三公经费支出', '三公经费小计'],
    abroad: ['因公出国(境)费', '因公出国(境)费用', '因公出国(境)', '因公出国(境)经费', '因公出国(境)支出', '因公出国(境)费支出'],
    reception: ['公务接待费', '公务接待', '公务接待费用', '公务接待费支出', '公务接待支出'],
    vehicles: ['公务用车购置及运行维护费', '公务用车购置及运行费', '公务用车购置和运行费', '公务用车购置和运行维护费', '公务用车费', '公务用车购置及运行维护费支出', '公务用车购置及运行', '公务用车经费', '公车购置及运行费'],
    vehicle_purchase: ['公务用车购置费', '购置费', '公务用车购置', '公务用车购置费支出', '公务用车购置支出', '公车购置费'],
    vehicle_running: ['公务用车运行维护费', '公务用车运行费', '运行费', '运行维护费', '公务用车运行维护费支出', '公务用车运行维护', '公车运行维护费'],
    conference: ['会议费', '会议费支出'],
    training: ['培训费', '培训费支出'],
    operating: ['机关运行经费', '机关运行经费预算数', '机关运行经费决算数'],
  },
  parents: { vehicle_purchase: 'vehicles', vehicle_running: 'vehicles' },
};
