/**
 * @module Shanxi: funds with declared and compiled budgets, target before and after adjustment, written analysis
 * below the score.
 */
import { Grid } from '../grid.js';
import type { TableSpec } from '../model.js';
import { at, type Column, type Indicator, indicatorRows, performanceSpec } from './performance.js';

export interface ShanxiProject {
  title: string;
  year: number;
  name: string;
  department: string;
  unit: string;
  /** Source, declared, compiled, annual budget, executed, left over, rate, score. */
  funds: string[][];
  goal: string;
  done: string;
  list: Indicator[];
  total: string;
  grade: string;
  analysis: [string, string][];
  experience: string;
  problems: string;
  measures: string;
}

export function shanxiProject(p: ShanxiProject): TableSpec {
  const grid = new Grid(10);
  grid.row([
    { t: '项目名称', cs: 2 },
    { t: p.name, cs: 8 },
  ]);
  grid.row([{ t: '主管部门及代码', cs: 2 }, { t: p.department, cs: 3 }, '预算单位', { t: p.unit, cs: 4 }]);
  const tall = (t: string) => ({ t, rs: 2 });
  grid.row([
    { t: '项目资金预算安排及执行进度（万元）', rs: p.funds.length + 2 },
    { t: '', rs: 2, cs: 2 },
    { t: '年初预算数', cs: 2 },
    tall('全年预算数'),
    tall('全年执行数'),
    tall('资金结（转）余'),
    tall('执行率'),
    tall('得分'),
  ]);
  grid.row(['目标申报数', '预算编制数']);
  const heads = [
    '年初预算数/目标申报数',
    '年初预算数/预算编制数',
    '全年预算数',
    '全年执行数',
    '资金结（转）余',
    '执行率',
    '得分',
  ];
  for (const [source = '', ...values] of p.funds)
    grid.row([{ t: source, cs: 2 }, ...values.map((v, i) => at(source, heads[i] as string, v))]);
  grid.row([
    { t: '项目年度绩效目标', rs: 2 },
    { t: '年度目标', cs: 4 },
    { t: '实际完成情况', cs: 5 },
  ]);
  grid.row([
    { t: p.goal, cs: 4, a: 'left' },
    { t: p.done, cs: 5, a: 'left' },
  ]);
  grid.row([
    { t: '绩效指标', rs: p.list.length + 1 },
    '一级指标',
    '二级指标',
    '三级指标',
    '年初指标值',
    '调整后指标值',
    '实际完成值',
    '分值',
    '得分',
    '偏差原因分析及改进措施',
  ]);
  const columns: Column[] = [
    { label: '年初指标值', fact: true },
    { label: '调整后指标值', fact: true },
    { label: '实际完成值', fact: true },
    { label: '分值', fact: true },
    { label: '得分', fact: true },
    { label: '偏差', align: 'left' },
  ];
  indicatorRows(grid, p.list, columns);
  grid.row([{ t: '总 分', cs: 8 }, at('总分', '得分', p.total), p.grade]);
  p.analysis.forEach(([label, text], i) => {
    const start =
      i === 0
        ? [
            { t: '项目绩效分析', rs: p.analysis.length + 1 },
            { t: '自评结果分析', rs: p.analysis.length },
          ]
        : [];
    grid.row([...start, { t: label, cs: 2 }, { t: text, cs: 6, a: 'left' }]);
  });
  grid.row([
    { t: '主要经验做法', cs: 3 },
    { t: p.experience, cs: 6, a: 'left' },
  ]);
  grid.row([
    { t: '项目管理中存在的问题及原因分析', cs: 2 },
    { t: p.problems, cs: 8, a: 'left' },
  ]);
  grid.row([
    { t: '下一步改进措施及管理建议', cs: 2 },
    { t: p.measures, cs: 8, a: 'left' },
  ]);
  return performanceSpec(
    grid,
    'project_performance',
    p.title,
    p.year,
    [1.1, 1.2, 1.5, 2.4, 1.6, 1.6, 1.7, 1.1, 1.1, 2],
  );
}
