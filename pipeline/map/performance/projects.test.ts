import { describe, expect, it } from 'vitest';
import type { Table } from '../../../schemas/index.js';
import { draw, rowsOf } from '../../../test/map/draw.js';
import { Grid } from '../grid.js';
import { blockAt } from './blocks.js';
import { projectRows } from './projects.js';

const projects = (table: Table) => {
  const grid = new Grid(table);
  const block = blockAt(grid, 0)!;
  return projectRows(grid, block, block.height, grid.rows, 0);
};
const onPage = (table: Table, from: number): Table => ({
  ...table,
  cells: table.cells.map((cell) => (cell.row >= from ? { ...cell, page: 2 } : cell)),
});

describe('projectRows', () => {
  it('a name that a page break cuts goes on, its amount beside it on either page', () => {
    const table = onPage(
      draw(
        {},
        rowsOf(`
项目名称|项目总额|一级指标|三级指标|指标值
办公设备|29.36|产出指标|数量|5
购置项目||产出指标|质量|6
来信业务||效益指标|效果|7`),
      ),
      2,
    );
    const grid = projects(table);
    expect(grid.map(({ name, row }) => `${row} ${name}`)).toEqual(['1 办公设备购置项目', '3 来信业务']);
  });

  it('two amounts under one name are two projects, neither of them sure of it', () => {
    const found = projects(
      draw(
        {},
        rowsOf(`
项目名称|项目总额|一级指标|三级指标|指标值
培训|9.57|产出指标|天数|5
^|192.15|产出指标|人数|6`),
      ),
    );
    expect(found.map(({ number, shared }) => [number, shared])).toEqual([
      [1, true],
      [2, true],
    ]);
  });

  it('an institution is one where the rows below add to its amount', () => {
    const found = projects(
      draw(
        {},
        rowsOf(`
项目名称（资金使用单位）|总计|财政拨款|绩效目标
合计|30.00|30.00|
某市环境局|20.01|20.01|
监测运行|12.50|12.50|达标
信息系统|7.50|7.50|稳定
某市监测站|10.00|10.00|
设备更新|10.00|10.00|更新`),
      ),
    );
    expect(found.filter(({ isInstitution }) => isInstitution).map(({ name }) => name)).toEqual([
      '某市环境局',
      '某市监测站',
    ]);
    expect(found.find(({ name }) => name === '信息系统')!.institution).toBe('某市环境局');
  });

  it('a project named as institutions are stays one', () => {
    const found = projects(
      draw(
        {},
        rowsOf(`
项目名称（资金使用单位）|总计|财政拨款|绩效目标
某市监测站|10.00|10.00|建站
设备更新|7.00|7.00|更新`),
      ),
    );
    expect(found.some(({ isInstitution }) => isInstitution)).toBe(false);
  });
});
