/** @module Wording of performance tables over provinces: indicator columns, money columns, head and foot fields. */
import type { Labels } from '../types.js';

export const PERFORMANCE_COLUMNS: Labels = {
  operator: ['运算符号', '符号'],
  target: ['指标值', '年度指标值', '目标值', '年度目标值', '年初指标值', '内容', '预期指标值', '计划指标值', '年初目标值', '绩效目标值', '年度绩效指标值', '年初设定值', '设定值', '计划值', '年度计划值', '指标目标值', '目标指标值', '预期目标', '预期目标(年初设定)', '年初设定目标', '年初总体目标', '年度目标', '年度总体目标'],
  target_adjusted: ['调整后指标值', '调整后目标值', '调整指标值', '全年指标值'],
  target_unit: ['度量单位', '计量单位', '单位'],
  actual: ['全年完成值', '实际完成值', '完成值', '全年实际完成值', '实际完成指标值', '实际完成情况', '全年完成情况', '目标实际完成情况', '全年实际完成情况', '完成情况', '年度实际完成情况', '实际值', '全年实际值', '实际完成数', '指标完成情况', '实现值', '年度完成值', '指标完成值'],
  completion: ['完成程度', '完成率', '完成比例', '指标完成率', '完成度'],
  weight: ['分值', '权重', '分值(权重)', '指标分值', '分值权重', '标准分', '标准分值', '满分', '权重(分值)'],
  score: ['得分', '自评得分', '评分', '指标得分', '实际得分', '评价得分', '自评分', '自评分值'],
  cause: ['偏差原因分析', '未完成原因分析', '偏差原因', '未完成原因', '偏差原因分析及改进措施', '未完成原因和改进措施', '未完成原因及改进措施', '偏差原因及改进措施'],
  'cause.funding': ['经费保障原因分析', '经费保障'],
  'cause.system': ['制度保障原因分析', '制度保障'],
  'cause.staff': ['人员保障原因分析', '人员保障'],
  'cause.equipment': ['硬件条件保障原因分析', '硬件条件保障'],
  'cause.other': ['其他原因分析', '其他'],
  'cause.text': ['原因说明'],
  measure: ['改进措施', '整改措施'],
  budget_initial: ['年初预算数', '年初预算', '年初预算数(目标申报数)', '目标申报数'],
  budget_approved: ['预算编制数'],
  budget: ['全年预算数', '全年预算数(A)', '预算数', '预算数(A)', '项目下达金额', '调整后预算数', '全年预算'],
  executed: ['全年执行数', '全年执行数(B)', '执行数', '执行数(B)', '项目执行金额', '全年执行', '实际支出数'],
  execution_rate: ['执行率', '执行率(B/A)', '项目执行率', '预算执行率', '执行率(%)'],
  remaining: ['资金结(转)余', '资金结转结余', '资金结余'],
  content: ['主要内容', '任务内容'],
};

/** Money columns split by source print these below 全年预算数 and 全年执行数. */
export const SOURCE_COLUMNS: Labels = {
  total: ['总额', '合计', '小计'],
  fiscal: ['财政拨款', '财政资金', '当年财政拨款'],
  other: ['其他资金', '其他'],
};

export const PERFORMANCE_ROWS: Labels = {
  total: ['总分', '总评价得分', '绩效自评总得分', '合计', '自评总分', '综合得分', '自评得分合计', '总得分'],
  'score.indicators': ['指标自评得分小计', '指标得分小计', '指标自评得分'],
  'score.execution': ['预算执行率得分', '执行率得分'],
  'score.deductions': ['减分项', '扣分项'],
  'funds.total': ['年度资金总额', '资金总额', '金额合计', '项目资金总额', '合计'],
  'funds.fiscal': ['当年财政拨款', '财政拨款', '本年财政拨款', '其中当年财政拨款', '财政资金'],
  'funds.carryover': ['上年结转资金', '上年结转'],
  'funds.other': ['其他资金'],
  'funds.central': ['中央财政资金', '中央补助'],
  'funds.provincial': ['省级财政资金', '省财政资金'],
  'funds.local': ['市县区财政资金', '市、县、区财政资金', '地方资金'],
};

/** Head and foot fields printed as label and value side by side. */
export const FIELDS: Labels = {
  project_name: ['项目名称', '项目(政策)名称', '政策名称', '专项名称'],
  department_name: ['部门(单位)名称', '部门名称', '单位名称', '预算部门'],
  supervising_department: ['主管部门', '主管部门及代码', '市级主管部门', '省级主管部门'],
  implementing_unit: ['实施单位', '预算单位', '项目单位', '项目实施单位'],
  'income.budget': ['部门年初预算收入金额', '部门年初预算收入金额(万元)', '年初预算收入金额'],
  'expenditure.budget': ['部门年初预算支出金额', '部门年初预算支出金额(万元)', '年初预算支出金额'],
  budget: ['项目预算金额', '项目预算金额(万元)', '预算金额'],
  executed: ['全年执行数', '全年执行数(万元)', '执行数'],
  execution_rate: ['执行率', '预算执行率'],
  'score.indicators': PERFORMANCE_ROWS['score.indicators']!,
  'score.execution': PERFORMANCE_ROWS['score.execution']!,
  'score.deductions': PERFORMANCE_ROWS['score.deductions']!,
  total: ['绩效自评总得分', '总评价得分', '总得分', '自评总分'],
};
