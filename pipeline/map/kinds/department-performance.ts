/** @module 部门（单位）整体绩效自评表, 部门整体支出绩效自评表: names, tasks with money, goals, indicators in levels, scores. */
import { PERFORMANCE_COLUMNS, PERFORMANCE_ROWS } from '../performance/vocabulary.js';
import type { KindDefinition } from '../types.js';

export const departmentPerformance: KindDefinition = {
  id: 'department_performance',
  titles: [/整体(?:支出)?(?:预算)?绩效.*(?:表|报告)/],
  names: ['整体绩效自评表', '整体支出绩效自评表'],
  evidence: [
    { any: [/三级指标|指标内容/, /年度主要任务|对应项目|任务名称|\(单位\)名称|部门年初预算/], strong: true },
  ],
  reader: 'performance',
  columns: PERFORMANCE_COLUMNS,
  rows: PERFORMANCE_ROWS,
};
