/**
 * @module Liaoning: operator, target and measure in three columns, causes split over five columns, execution scored
 * by task.
 */
import { Grid, type Input } from '../grid.js';
import type { TableSpec } from '../model.js';
import { at, type Column, type Indicator, indicatorRows, performanceSpec } from './performance.js';

const CAUSES = ['经费保障原因分析', '制度保障原因分析', '人员保障原因分析', '硬件条件保障原因分析', '其他原因分析'];

export interface LiaoningDepartment {
  year: number;
  name: string;
  income: string;
  expenditure: string;
  /** Task, amount allotted, amount executed, rate, weight, score. */
  tasks: [string, string, string, string, string, string][];
  goal: string;
  done: string;
  list: Indicator[];
  total: string;
}

export function liaoningDepartment(p: LiaoningDepartment): TableSpec {
  const grid = new Grid(17);
  grid.row([
    { t: '部门（单位）名称', cs: 4 },
    { t: p.name, cs: 13 },
  ]);
  grid.row([
    { t: '部门年初预算收入金额（万元）', cs: 4 },
    { t: p.income, cs: 13 },
  ]);
  grid.row([
    { t: '部门年初预算支出金额（万元）', cs: 4 },
    { t: p.expenditure, cs: 13 },
  ]);
  const heads = ['项目下达金额（万元）', '项目执行金额（万元）', '项目执行率', '分值', '得分'];
  grid.row([
    { t: '年度主要任务', rs: p.tasks.length + 1 },
    { t: '对应项目', cs: 6 },
    ...heads.map((t) => ({ t, cs: 2 })),
  ]);
  for (const [task, ...values] of p.tasks)
    grid.row([{ t: task, cs: 6 }, ...values.map((v, i) => at(task, heads[i] as string, v, 2))]);
  grid.row([
    { t: '年度目标', rs: 2 },
    { t: '年初总体目标', cs: 8 },
    { t: '全年完成情况', cs: 8 },
  ]);
  grid.row([
    { t: p.goal, cs: 8, a: 'left' },
    { t: p.done, cs: 8, a: 'left' },
  ]);
  const single: Input[] = [
    '一级指标',
    '二级指标',
    '三级指标',
    '运算符号',
    '指标值',
    '度量单位',
    '全年完成值',
    '完成程度',
    '分值',
    '得分',
  ].map((t) => ({ t, rs: 2 }));
  grid.row([
    { t: '绩效指标', rs: p.list.length + 2 },
    ...single,
    { t: '偏差原因分析', cs: 5 },
    { t: '改进措施', rs: 2 },
  ]);
  grid.row(CAUSES);
  const columns: Column[] = [
    { label: '运算符号' },
    { label: '指标值', fact: true },
    { label: '度量单位' },
    { label: '全年完成值', fact: true },
    { label: '完成程度', fact: true },
    { label: '分值', fact: true },
    { label: '得分', fact: true },
    ...CAUSES.map((label) => ({ label, align: 'left' as const })),
    { label: '改进措施', align: 'left' },
  ];
  indicatorRows(grid, p.list, columns);
  grid.row([{ t: '总评价得分', cs: 10 }, at('总评价得分', '得分', p.total), { t: '', cs: 6 }]);
  return performanceSpec(
    grid,
    'department_performance',
    '部门（单位）整体绩效自评表',
    p.year,
    [1, 1, 1.2, 2, 0.8, 1, 0.8, 1.6, 0.9, 0.8, 0.9, 1.1, 1.1, 1.1, 1.1, 1.5, 1.7],
  );
}

export interface LiaoningProject {
  year: number;
  name: string;
  department: string;
  unit: string;
  budget: string;
  executed: string;
  rate: string;
  goal: string;
  done: string;
  list: Indicator[];
  subtotal: string;
  rateScore: string;
  deduction: string;
  total: string;
}

export function liaoningProject(p: LiaoningProject): TableSpec {
  const grid = new Grid(18);
  for (const [label, v] of [
    ['项目(政策)名称', p.name],
    ['主管部门', p.department],
    ['实施单位', p.unit],
  ] as const)
    grid.row([
      { t: label, cs: 4 },
      { t: v, cs: 14 },
    ]);
  grid.row([
    { t: '项目预算金额（万元）', cs: 4 },
    { t: p.budget, cs: 3 },
    { t: '全年执行数（万元）', cs: 3 },
    { t: p.executed, cs: 3 },
    { t: '执行率', cs: 3 },
    { t: p.rate, cs: 2 },
  ]);
  grid.row([
    { t: '年度总体目标', rs: 2 },
    { t: '年初设定目标', cs: 9 },
    { t: '全年实际完成情况', cs: 8 },
  ]);
  grid.row([
    { t: p.goal, cs: 9, a: 'left' },
    { t: p.done, cs: 8, a: 'left' },
  ]);
  const tall = (t: string) => ({ t, rs: 2 });
  grid.row([
    { t: '绩效指标', rs: p.list.length + 2 },
    tall('一级指标'),
    tall('二级指标'),
    tall('三级指标'),
    { t: '年度目标值', cs: 3 },
    tall('全年完成值'),
    tall('完成程度'),
    tall('分值'),
    tall('得分'),
    { t: '未完成原因分析', cs: 6 },
    tall('改进措施'),
  ]);
  grid.row(['运算符号', '内容', '度量单位', '经费保障', '制度保障', '人员保障', '硬件条件保障', '其他', '原因说明']);
  const columns: Column[] = [
    { label: '运算符号' },
    { label: '年度目标值/内容', fact: true },
    { label: '度量单位' },
    { label: '全年完成值', fact: true },
    { label: '完成程度', fact: true },
    { label: '分值', fact: true },
    { label: '得分', fact: true },
    { label: '经费' },
    { label: '制度' },
    { label: '人员' },
    { label: '硬件' },
    { label: '其他' },
    { label: '原因', align: 'left' },
    { label: '措施', align: 'left' },
  ];
  indicatorRows(grid, p.list, columns);
  grid.row([
    { t: '指标自评得分小计', cs: 4 },
    { t: p.subtotal, cs: 2 },
    { t: '预算执行率得分', cs: 3 },
    { t: p.rateScore, cs: 2 },
    { t: '减分项', cs: 2 },
    p.deduction,
    { t: '绩效自评总得分', cs: 2 },
    { t: p.total, cs: 2 },
  ]);
  return performanceSpec(
    grid,
    'project_performance',
    '预算项目（政策）绩效自评表',
    p.year,
    [1, 1, 1.2, 2, 0.8, 1.1, 0.9, 1.5, 1, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.7, 1.6, 1.6],
  );
}
