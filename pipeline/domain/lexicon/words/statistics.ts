/** @module Words of the table of statistics (部门决算公开相关信息统计表): vehicles, equipment, procurement, counts.  */
import type { Term } from '../term.js';

export const STATISTIC_TERMS: readonly Term[] = [
  { words: ['统计数', '数量', '年末数', '数目'], marks: ['amount'] },
  {
    words: ['车辆数合计', '车辆合计', '车辆', '车辆数', '车辆总数'],
    means: { measure: 'vehicles', item: 'vehicles.total' },
  },
  {
    words: [
      '副部(省)级及以上领导用车',
      '副部(省)级以上领导用车',
      '副省级以上领导干部用车',
      '副部(省)级及以上领导干部用车',
    ],
    means: { measure: 'vehicles', item: 'vehicles.ministerial' },
  },
  {
    words: ['主要负责人用车', '主要领导干部用车', '主要负责人用车(含)'],
    means: { measure: 'vehicles', item: 'vehicles.principal' },
  },
  { words: ['机要通信用车'], means: { measure: 'vehicles', item: 'vehicles.confidential_communication' } },
  { words: ['应急保障用车'], means: { measure: 'vehicles', item: 'vehicles.emergency' } },
  { words: ['执法执勤用车'], means: { measure: 'vehicles', item: 'vehicles.law_enforcement' } },
  { words: ['特种专业技术用车'], means: { measure: 'vehicles', item: 'vehicles.special_technical' } },
  {
    words: ['离退休干部服务用车', '离退休干部用车'],
    means: { measure: 'vehicles', item: 'vehicles.retired_cadres' },
  },
  { words: ['其他用车', '其他车辆'], means: { measure: 'vehicles', item: 'vehicles.other' } },
  {
    words: ['单价50万元(含)以上通用设备', '单价50万元以上通用设备', '单价50万元(含)以上设备'],
    means: { measure: 'count', item: 'equipment.unit_price_500k' },
  },
  {
    words: [
      '单价100万元(含)以上设备(不含车辆)',
      '单价100万元以上设备',
      '单价100万元(含)以上设备',
      '单价100万元(含)以上专用设备',
      '单价100万元以上专用设备',
    ],
    means: { measure: 'count', item: 'equipment.unit_price_1m' },
  },
  {
    words: ['政府采购支出合计', '政府采购支出总额', '采购支出合计'],
    means: { type: 'procurement', item: 'procurement.total' },
    marks: ['total'],
  },
  {
    words: ['政府采购货物支出', '货物', '货物支出'],
    means: { type: 'procurement', item: 'procurement.goods' },
  },
  {
    words: ['政府采购工程支出', '工程', '工程支出'],
    means: { type: 'procurement', item: 'procurement.works' },
  },
  {
    words: ['政府采购服务支出', '服务', '服务支出'],
    means: { type: 'procurement', item: 'procurement.services' },
  },
  {
    words: ['授予中小企业合同金额', '政府采购授予中小企业合同金额'],
    means: { type: 'procurement', item: 'procurement.sme' },
  },
  {
    words: ['授予小微企业合同金额', '其中授予小微企业合同金额', '授予小微企业合同'],
    means: { type: 'procurement', item: 'procurement.small_micro' },
  },
  { words: ['因公出国(境)团组数'], means: { measure: 'count', item: 'counts.abroad_groups' } },
  { words: ['因公出国(境)人次数', '因公出国(境)人数'], means: { measure: 'persons', item: 'counts.abroad_persons' } },
  {
    words: ['公务用车购置数', '公务用车购置数量'],
    means: { measure: 'vehicles', item: 'counts.vehicles_bought' },
  },
  {
    words: ['公务用车保有量', '公务用车保有数'],
    means: { measure: 'vehicles', item: 'counts.vehicles_kept' },
  },
  { words: ['国内公务接待批次'], means: { measure: 'count', item: 'counts.reception_batches' } },
  { words: ['国内公务接待人次'], means: { measure: 'persons', item: 'counts.reception_persons' } },
  {
    words: ['外事接待批次', '国内公务接待批次外事接待批次'],
    means: { measure: 'count', item: 'counts.foreign_reception_batches' },
  },
  { words: ['外事接待人次'], means: { measure: 'persons', item: 'counts.foreign_reception_persons' } },
  { words: ['国(境)外公务接待批次'], means: { measure: 'count', item: 'counts.reception_abroad_batches' } },
  { words: ['国(境)外公务接待人次'], means: { measure: 'persons', item: 'counts.reception_abroad_persons' } },
  {
    words: ['行政单位'],
    means: { type: 'operating_expenses', item: 'operating_expenses.administrative' },
  },
  {
    words: ['参照公务员法管理事业单位', '参照公务员法管理的事业单位'],
    means: { type: 'operating_expenses', item: 'operating_expenses.civil_service_managed' },
  },
];
