/**
 * @module Shaanxi: funds by source with "—" where no score applies, one target column with its operator and unit
 * inside; the department's table lists tasks first.
 */
import { Grid } from '../grid.js';
import type { TableSpec } from '../model.js';
import { at, type Column, type Indicator, indicatorRows, performanceSpec } from './performance.js';

export interface ShaanxiProject {
  year: number;
  title: string;
  name: string;
  department: string;
  unit: string;
  /** Source, initial, annual (A), executed (B), weight, rate, score. */
  funds: string[][];
  goal: string;
  done: string;
  list: Indicator[];
  total: string;
}

export function shaanxiProject(p: ShaanxiProject): TableSpec {
  const grid = new Grid(9);
  grid.row([
    { t: '项目名称', cs: 3 },
    { t: p.name, cs: 6 },
  ]);
  grid.row([{ t: '主管部门', cs: 3 }, { t: p.department, cs: 2 }, '实施单位', { t: p.unit, cs: 3 }]);
  const heads = ['年初预算数', '全年预算数（A）', '全年执行数（B）', '分值', '执行率（B/A）', '得分'];
  grid.row([{ t: '项目资金（万元）', rs: p.funds.length + 1 }, { t: '', cs: 2 }, ...heads]);
  for (const [source = '', ...values] of p.funds)
    grid.row([{ t: source, cs: 2 }, ...values.map((v, i) => at(source, heads[i] as string, v))]);
  grid.row([
    { t: '年度总体目标完成情况', rs: 2 },
    { t: '预期目标（年初设定）', cs: 4 },
    { t: '实际完成情况', cs: 4 },
  ]);
  grid.row([
    { t: p.goal, cs: 4, a: 'left' },
    { t: p.done, cs: 4, a: 'left' },
  ]);
  grid.row([
    { t: '绩效指标', rs: p.list.length + 1 },
    '一级指标',
    '二级指标',
    '三级指标',
    '年度指标值',
    '实际完成值',
    '分值',
    '得分',
    '偏差原因分析及改进措施',
  ]);
  const columns: Column[] = [
    { label: '年度指标值', fact: true },
    { label: '实际完成值', fact: true },
    { label: '分值', fact: true },
    { label: '得分', fact: true },
    { label: '偏差', align: 'left' },
  ];
  indicatorRows(grid, p.list, columns);
  grid.row([{ t: '总分', cs: 6 }, at('总分', '分值', '100'), at('总分', '得分', p.total), '']);
  return performanceSpec(grid, 'project_performance', p.title, p.year, [1, 1.3, 1.5, 2.6, 1.6, 1.6, 0.9, 1.2, 2]);
}

export interface ShaanxiDepartment {
  year: number;
  title: string;
  name: string;
  /**
   * Task, content, state, budget (all, appropriation, other), executed (all, appropriation, other), weight, rate,
   * score.
   */
  tasks: string[][];
  sum: string[];
  goal: string;
  done: string;
  list: Indicator[];
  total: string;
}

export function shaanxiDepartment(p: ShaanxiDepartment): TableSpec {
  const grid = new Grid(13);
  grid.row([
    { t: '部门（单位）名称', cs: 3 },
    { t: p.name, cs: 10 },
  ]);
  const tall = (t: string) => ({ t, rs: 2 });
  const money = ['总额', '财政拨款', '其他资金'];
  const heads = [
    ...money.map((m) => `全年预算数（万元）/${m}`),
    ...money.map((m) => `全年执行数（万元）/${m}`),
    '分值',
    '执行率',
    '得分',
  ];
  grid.row([
    { t: '年度主要任务完成情况', rs: p.tasks.length + 3 },
    tall('任务名称'),
    tall('主要内容'),
    tall('完成情况'),
    { t: '全年预算数（万元）', cs: 3 },
    { t: '全年执行数（万元）', cs: 3 },
    tall('分值'),
    tall('执行率'),
    tall('得分'),
  ]);
  grid.row([...money, ...money]);
  for (const [task = '', content = '', state = '', ...values] of p.tasks)
    grid.row([task, { t: content, a: 'left' }, state, ...values.map((v, i) => at(task, heads[i] as string, v))]);
  grid.row([{ t: '金额合计', cs: 3 }, ...p.sum.map((v, i) => at('金额合计', heads[i] as string, v))]);
  grid.row([
    { t: '年度总体目标完成情况', rs: 2 },
    { t: '预期目标（年初设定）', cs: 5 },
    { t: '目标实际完成情况', cs: 7 },
  ]);
  grid.row([
    { t: p.goal, cs: 5, a: 'left' },
    { t: p.done, cs: 7, a: 'left' },
  ]);
  grid.row([
    { t: '年度绩效指标完成情况', rs: p.list.length + 1 },
    '一级指标',
    '二级指标',
    '指标内容',
    { t: '年度指标值', cs: 3 },
    { t: '实际完成值', cs: 3 },
    '分值',
    { t: '得分', cs: 2 },
  ]);
  const columns: Column[] = [
    { label: '年度指标值', span: 3, fact: true },
    { label: '实际完成值', span: 3, fact: true },
    { label: '分值', fact: true },
    { label: '得分', span: 2, fact: true },
  ];
  indicatorRows(grid, p.list, columns);
  grid.row([{ t: '总分', cs: 10 }, at('总分', '分值', '100'), at('总分', '得分', p.total, 2)]);
  return performanceSpec(
    grid,
    'department_performance',
    p.title,
    p.year,
    [1, 1.2, 2, 2.6, 1, 1, 0.9, 1, 1, 0.9, 0.8, 1, 0.8],
  );
}
