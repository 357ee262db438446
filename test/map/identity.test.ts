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

  it('takes no placeholder, and nothing that one calls oneself, for a name', () => {
    for (const name of ['贵州省气象局', '本溪市财政局', '全国妇女联合会'])
      expect(identityOf([[`2024年度${name}部门整体支出绩效自评报告`]]).entity.name).toBe(name);
    expect(identityOf([['某市2024年度部门决算', '本局', '全市各部门']]).entity.name).toBeNull();
    expect(identityOf([['宁波市教育局关于2025年部门预算的公开']]).entity.name).toBe('宁波市教育局');
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
    expect(identityOf([['某市2024年度市级预算执行和其他财政收支的审计工作报告']]).kind).not.toMatch(/government/);
    expect(identityOf([])).toMatchObject({ kind: 'other', title: null });
  });

  it('takes 部门 behind a whole name, punctuation before it and words of a sentence away', () => {
    expect(identityOf([['北京市信访办公室部门2026年度部门预算', '信息公开']])).toMatchObject({
      title: '北京市信访办公室部门2026年度部门预算信息公开',
      entity: { name: '北京市信访办公室' },
    });
    expect(identityOf([['.', '长春市信访局（本级）', '2026年度部门预算公开']]).entity.name).toBe(
      '长春市信访局（本级）',
    );
    expect(
      identityOf([
        ['目 录'],
        ['第二部分 2022年部门预算表', '经批准，现将西安市气象局2022年部门预算公开如下'],
        ['西安市气象局内设机构12个。'],
      ]),
    ).toMatchObject({ entity: { name: '西安市气象局' }, fiscal_year: 2022 });
  });

  it('joins a title that breaks within a word, and reads years in Chinese digits', () => {
    expect(identityOf([['2026年深圳市司法局（本级）部门预', '算'], ['目 录']])).toMatchObject({
      title: '2026年深圳市司法局（本级）部门预算',
      entity: { name: '深圳市司法局（本级）' },
    });
    expect(identityOf([['无锡市统计局', '二〇二六年部门预算']])).toMatchObject({
      fiscal_year: 2026,
      entity: { name: '无锡市统计局' },
    });
  });

  it('asks cells where no cover names the institution', () => {
    const budget = draw({ title: '预算01表收支总表' }, rowsOf('项目|预算数\n合计|1.00'));
    const form = draw(
      { title: '部门整体支出绩效目标表' },
      rowsOf('（2026年度）|<|<\n部门名称|<|北京市信访办公室\n总体目标|甲|乙'),
    );
    const { identity } = mapDocument({ tables: [budget, form], layouts: [pageOf(1, ['预算01表 收支总表'])] });
    expect(identity).toMatchObject({
      kind: 'budget',
      scope: 'department',
      fiscal_year: 2026,
      title: null,
      entity: { name: '北京市信访办公室', division_code: '110000' },
    });
  });

  it('takes the head of project forms only where they agree on whose projects they are', () => {
    const form = (superior: string, acting: string) =>
      draw(
        { title: '项目支出绩效目标表' },
        rowsOf(`主管部门|${superior}|实施单位|${acting}\n项目资金|年度资金总额|1.00|元`),
      );
    const named = (tables: ReturnType<typeof form>[]) =>
      mapDocument({ tables, layouts: [pageOf(1, ['项目支出绩效目标表'])] }).identity.entity.name;
    expect(named([form('某市卫生健康委员会', '某市第一医院'), form('某市卫生健康委员会', '某市第二医院')])).toBe(
      '某市卫生健康委员会',
    );
    expect(named([form('某市卫生健康委员会', '某市第一医院')])).toBeNull();
  });

  it('never lets one voice in a sentence, or a table of another unit, outvote the cover', () => {
    expect(
      identityOf([
        ['江苏省委办公厅2017年度部门预算', '目 录'],
        ['第二部分 省委办公厅2017年度部门预算表'],
        ['第三部分 省委办公厅2017年度部门预算情况说明'],
        ['单位：江苏省档案馆 2017 年度'],
      ]).entity.name,
    ).toBe('江苏省委办公厅');
  });
});

describe("a whole government's documents", () => {
  it('are told from departments by what title and tables say', () => {
    const report = ['关于保定市2025年预算执行情况和', '2026年预算草案的报告（书面）'];
    expect(identityOf([report])).toMatchObject({
      kind: 'government_budget',
      scope: null,
      fiscal_year: 2026,
      entity: { name: '保定市', division_name: '保定市' },
    });
    expect(identityOf([[]], ['吉林省2021年地方政府债务限额及余额决算情况表'])).toMatchObject({
      kind: 'government_accounts',
      fiscal_year: 2021,
      entity: { name: '吉林省' },
    });
    expect(identityOf([['苏州市吴江区七都镇2024年财政决算（草案）']])).toMatchObject({
      kind: 'government_accounts',
      entity: { name: '苏州市吴江区七都镇', division_name: '吴江区' },
    });
    expect(identityOf([[]], ['二○二五年全市一般公共预算收入执行情况表']).kind).toBe('government_budget');
    expect(identityOf([['2022年海南省一般公共预算收入预算表']], ['2022年海南省一般公共预算收入预算表']).kind).toBe(
      'government_budget',
    );
  });

  it('are never those of a department that lists such tables', () => {
    expect(
      identityOf(
        [['长春市财政局2025年度部门预算'], ['目 录']],
        ['2025年全市一般公共预算收入表', '地方政府债务余额情况表', '2025年部门收入预算总表'],
      ).kind,
    ).toBe('budget');
    expect(identityOf([['某市某镇人民政府2025年度部门预算']]).kind).toBe('budget');
    expect(
      identityOf([['单位：某市财政局 2025 年度']], ['2025年全市一般公共预算支出表', '政府性基金预算支出表']).kind,
    ).toBe('budget');
  });

  it('keep their tables whole, without kind and facts', () => {
    const table = draw({ title: '武汉市2025年全市一般公共预算支出执行情况表' }, rowsOf('项目|预算数\n合计|1.00'));
    expect(mapDocument({ tables: [table], layouts: [] })).toMatchObject({ tables: [table], facts: [] });
  });
});
