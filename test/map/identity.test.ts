import { describe, expect, it } from 'vitest';
import { mapDocument } from '../../pipeline/map/index.js';
import type { Identity } from '../../pipeline/map/types.js';
import { draw, rowsOf } from './draw.js';
import { pageOf } from './truth.js';

function identityOf(pages: readonly (readonly string[])[], titles: readonly string[] = []): Identity {
  const tables = titles.map((title) => draw({ title }, rowsOf('项目|金额\n合计|1.00')));
  return mapDocument({ tables, layouts: pages.map((lines, i) => pageOf(i + 1, lines)) }).identity;
}

describe('identity', () => {
  it('reads a title page over several lines', () => {
    expect(
      identityOf([
        ['上海市普陀区规划和自然', '资源局', '2024 年度部门决算'],
        ['目 录', '第一部分 上海市普陀区规划和自然资源局概况'],
      ]),
    ).toEqual({
      kind: 'final_accounts',
      scope: 'department',
      fiscal_year: 2024,
      title: '上海市普陀区规划和自然资源局2024年度部门决算',
      entity: { name: '上海市普陀区规划和自然资源局', division_code: '310107', division_name: '普陀区' },
    });
  });

  it('reads the institution from unit lines where the title names the division alone', () => {
    expect(
      identityOf(
        [
          ['上海市普陀区2025年区级部门预算', '预算主管部门：上海市普陀区人民政府万里街道办事处'],
          ['编制部门：上海市普陀区人民政府万里街道办事处 单位：元'],
        ],
        ['2025年部门收入预算总表'],
      ),
    ).toMatchObject({
      kind: 'budget',
      scope: 'department',
      fiscal_year: 2025,
      entity: { name: '上海市普陀区人民政府万里街道办事处', division_code: '310107' },
    });
  });

  it('leaves remarks behind the name out and 本级 in', () => {
    expect(
      identityOf([
        ['西安市莲湖区医疗保障局（汇总）', '2023年度部门决算', '保密审查情况：已审查'],
        ['编制部门：西安市莲湖区医疗保障局（汇总）'],
      ]).entity.name,
    ).toBe('西安市莲湖区医疗保障局');
    expect(
      identityOf(
        [
          ['第一部分 辽宁省沈阳市医疗保障局（本级）概况', '一、主要职责'],
          ['单位：辽宁省沈阳市医疗保障局（本级） 2024 年度 金额单位：万元'],
        ],
        ['收入支出决算总表', '收入决算表'],
      ),
    ).toMatchObject({
      kind: 'final_accounts',
      fiscal_year: 2024,
      title: null,
      entity: { name: '辽宁省沈阳市医疗保障局（本级）', division_code: '210100', division_name: '沈阳市' },
    });
  });

  it('reads 单位 documents', () => {
    expect(identityOf([['朔州市朔城区医疗保险服务中心', '2023年度单位决算公开'], ['目 录']])).toMatchObject({
      kind: 'final_accounts',
      scope: 'unit',
      fiscal_year: 2023,
      entity: { name: '朔州市朔城区医疗保险服务中心', division_code: '140602' },
    });
    expect(identityOf([['2025 年度某省某市第一中学单位预算']])).toMatchObject({
      kind: 'budget',
      scope: 'unit',
      fiscal_year: 2025,
    });
  });

  it('reads title pages that print the institution last, an attachment mark first, the year in brackets', () => {
    expect(
      identityOf([['附件1', '2024年度部门决算', '（公开稿）', '上海市徐汇区教育局', '2025年8月']]),
    ).toMatchObject({
      title: '2024年度部门决算',
      fiscal_year: 2024,
      entity: { name: '上海市徐汇区教育局', division_code: '310104' },
    });
    expect(identityOf([['上海市徐汇区教育局', '部门决算', '（2024年度）']])).toMatchObject({
      title: '上海市徐汇区教育局部门决算（2024年度）',
      fiscal_year: 2024,
      entity: { name: '上海市徐汇区教育局' },
    });
    expect(identityOf([['北京市朝阳区教育委员会', '2024年部门决算公开目录']])).toMatchObject({
      title: '北京市朝阳区教育委员会2024年部门决算公开',
      entity: { name: '北京市朝阳区教育委员会', division_code: '110105' },
    });
    expect(identityOf([['教育部2024年度部门决算']])).toMatchObject({
      entity: { name: '教育部', division_code: null },
    });
  });

  it('takes no placeholder for a name', () => {
    expect(identityOf([['上海市 XX 局', '2024 年度部门决算'], ['目 录']])).toMatchObject({
      kind: 'final_accounts',
      entity: { name: null },
    });
  });

  it('one wrong year does not outvote the others', () => {
    const year = '单位：某市某局 2024 年度 金额单位：万元';
    expect(
      identityOf([['某市某局2024年度部门决算'], ['单位：某市某局 2023 年度 金额单位：万元'], [year], [year]])
        .fiscal_year,
    ).toBe(2024);
  });

  it('knows performance evaluations, and what is none of these', () => {
    expect(identityOf([['某市某局2023年度部门整体绩效自评报告']]).kind).toBe('performance_evaluation');
    expect(identityOf([['2023年度预算绩效评价报告']]).kind).toBe('performance_evaluation');
    expect(identityOf([['Statistical Report 2010', 'Table 1']])).toEqual({
      kind: 'other',
      scope: null,
      fiscal_year: null,
      title: null,
      entity: { name: null, division_code: null, division_name: null },
    });
    expect(identityOf([['关于某市2024年预算执行情况和2025年预算草案的报告']]).kind).toBe('other');
    expect(identityOf([])).toMatchObject({ kind: 'other', title: null });
  });
});
