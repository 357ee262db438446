import { expect, it } from 'vitest';
import type { Fact } from '../../../schemas/index.js';
import { draw, rowsOf } from '../../../test/map/draw.js';
import { Grid } from '../grid.js';
import { tellFormsApart } from './apart.js';
import { performanceForm } from './form.js';
import { readPerformance } from './index.js';

const facts = (id: string, project: string, unit: string): Fact[] => {
  const table = {
    ...draw(
      { title: '项目支出绩效目标表', unit: null },
      rowsOf(`
项目名称|<|${project}|<
实施单位|<|${unit}|<
项目资金（万元）|<|年度资金总额|35.00
一级指标|二级指标|三级指标|指标值
产出指标|数量指标|车辆数|≤5辆`),
    ),
    id,
  };
  const grid = new Grid(table);
  return readPerformance(grid, performanceForm(grid, table.title)!, { entity: '某市某局', year: 2026 });
};

it('forms of one project are of their units', () => {
  const told = tellFormsApart([
    ...facts('t01', '公车统管', '甲中心'),
    ...facts('t02', '公车统管', '乙中心'),
    ...facts('t03', '信息化', '乙中心'),
  ]);
  const totals = told.filter(({ row_id }) => row_id === 'funds.total');
  expect(totals.map(({ row_path }) => row_path.slice(0, 2))).toEqual([
    ['甲中心', '公车统管'],
    ['乙中心', '公车统管'],
    ['信息化'],
  ]);
  expect(totals.map(({ dimensions }) => dimensions?.institution)).toEqual(['甲中心', '乙中心', undefined]);
  expect(totals[2]!.dimensions).toEqual({ project: '信息化', phase: 'budget', year: 2026 });
});
