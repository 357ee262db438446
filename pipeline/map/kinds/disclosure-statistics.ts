/** @module 部门决算公开相关信息统计表: procurement, operating expenses, vehicles and equipment, in sections with their own units. */
import type { KindDefinition } from '../types.js';
import { threePublicExpenses } from './three-public-expenses.js';

const VEHICLES = {
  'vehicles.total': ['车辆数合计', '车辆合计', '车辆', '车辆数', '公务用车', '车辆总数'],
  'vehicles.ministerial': [
    '副部(省)级及以上领导用车',
    '副部(省)级以上领导用车',
    '副省级以上领导干部用车',
    '副部(省)级及以上领导干部用车',
  ],
  'vehicles.principal': ['主要负责人用车', '主要领导干部用车', '主要负责人用车(含)'],
  'vehicles.confidential_communication': ['机要通信用车'],
  'vehicles.emergency': ['应急保障用车'],
  'vehicles.law_enforcement': ['执法执勤用车'],
  'vehicles.special_technical': ['特种专业技术用车'],
  'vehicles.retired_cadres': ['离退休干部服务用车', '离退休干部用车'],
  'vehicles.other': ['其他用车', '其他车辆'],
} as const;

export const disclosureStatistics: KindDefinition = {
  id: 'disclosure_statistics',
  titles: [/相关信息统计表/, /机构运行信息(?:决算)?表/, /(?:政府采购|国有资产).*(?:统计|情况)表/],
  names: ['决算公开相关信息统计表', '机构运行信息决算表'],
  evidence: [
    { rows: [/机要通信用车/, /应急保障用车/], strong: true },
    { header: [/统计数/], rows: [/政府采购|车辆/] },
  ],
  reader: 'grouped',
  rowsBy: 'label_or_column',
  columns: {
    statistic: ['统计数', '数量', '金额', '决算数', '支出金额', '年末数'],
    budget: ['预算数', '年初预算数', '全年预算数'],
  },
  rows: {
    ...VEHICLES,
    'equipment.unit_price_500k': ['单价50万元(含)以上通用设备', '单价50万元以上通用设备', '单价50万元(含)以上设备'],
    'equipment.unit_price_1m': [
      '单价100万元(含)以上设备(不含车辆)',
      '单价100万元以上设备',
      '单价100万元(含)以上设备',
      '单价100万元(含)以上专用设备',
      '单价100万元以上专用设备',
    ],
    'procurement.total': ['政府采购支出合计', '政府采购支出总额'],
    'procurement.goods': ['政府采购货物支出', '货物', '货物支出'],
    'procurement.works': ['政府采购工程支出', '工程', '工程支出'],
    'procurement.services': ['政府采购服务支出', '服务', '服务支出'],
    'procurement.sme': ['授予中小企业合同金额', '政府采购授予中小企业合同金额'],
    'procurement.small_micro': ['授予小微企业合同金额', '其中授予小微企业合同金额'],
    operating_expenses: ['机关运行经费', '机关运行经费支出', '机关运行经费合计'],
    'counts.abroad_groups': ['因公出国(境)团组数'],
    'counts.abroad_persons': ['因公出国(境)人次数', '因公出国(境)人数'],
    'counts.vehicles_bought': ['公务用车购置数', '公务用车购置数量'],
    'counts.vehicles_kept': ['公务用车保有量', '公务用车保有数'],
    'counts.reception_batches': ['国内公务接待批次'],
    'counts.reception_persons': ['国内公务接待人次'],
    'counts.foreign_reception_batches': ['外事接待批次', '国内公务接待批次外事接待批次'],
    'counts.foreign_reception_persons': ['外事接待人次'],
    'counts.reception_abroad_batches': ['国(境)外公务接待批次'],
    'counts.reception_abroad_persons': ['国(境)外公务接待人次'],
    'operating_expenses.administrative': ['行政单位'],
    'operating_expenses.civil_service_managed': ['参照公务员法管理事业单位', '参照公务员法管理的事业单位'],
  },
  sections: [
    {
      path: /三公/,
      rows: Object.fromEntries(
        Object.entries(threePublicExpenses.rows ?? {}).map(([id, labels]) => [
          `three_public.${id}`,
          id === 'total' ? [...labels, '支出合计'] : labels,
        ]),
      ),
    },
    { path: /采购/, rows: { 'procurement.total': ['合计', '总额', '支出合计', '小计'] } },
    { path: /运行经费/, rows: { operating_expenses: ['合计', '小计', '支出合计'] } },
    { path: /资产|车辆/, rows: { 'vehicles.total': ['车辆数合计', '合计'] } },
  ],
  phase: 'statistic',
};
