/** @module 项目支出绩效自评表, 预算项目（政策）绩效自评表: names, money by source, goals, indicators in levels, scores. */
import { PERFORMANCE_COLUMNS, PERFORMANCE_ROWS } from '../performance/vocabulary.js';
import type { KindDefinition } from '../types.js';

export const projectPerformance: KindDefinition = {
  id: 'project_performance',
  titles: [/(?:项目|政策|资金|经费|专项).*绩效.*表/, /绩效(?:目标)?(?:自评|自评价|目标申报|申报)表/],
  notTitles: /整体/,
  names: ['项目支出绩效自评表', '预算项目(政策)绩效自评表'],
  evidence: [
    {
      any: [/三级指标|指标内容/, /项目名称|项目\(政策\)名称|项目资金/],
      none: [/年度主要任务|部门年初预算/],
      strong: true,
    },
  ],
  reader: 'performance',
  columns: PERFORMANCE_COLUMNS,
  rows: PERFORMANCE_ROWS,
};
