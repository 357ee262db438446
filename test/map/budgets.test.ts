/** The budget family as ministries and provinces print it. */
import { describe, expect, it } from 'vitest';
import { mapDocument } from '../../pipeline/map/index.js';
import type { Table } from '../../schemas/index.js';
import { pageOf } from './truth.js';
import { draw, factAt, mapOne, rowsOf } from './draw.js';

const TITLE = '某市某局2025年部门预算';

describe('budget tables', () => {
  it('收支总表 with 收入 and 支出 as headers of the label columns', () => {
    const { kind, facts } = mapOne(
      draw(
        { title: '部门收支总表', header: 2 },
        rowsOf(`
收入|<|支出|<
项目|预算数|项目|预算数
一、一般公共预算拨款收入|2,100.00|一、外交支出|
二、政府性基金预算拨款收入||二、教育支出|1,900.00
三、事业收入|50.00|三、住房保障支出|250.00
本年收入合计|2,150.00|本年支出合计|2,150.00
使用非财政拨款结余||结转下年|
上年结转|10.00||
收入总计|2,160.00|支出总计|2,160.00`),
      ),
      TITLE,
    );
    expect(kind).toBe('income_expenditure_summary');
    expect(factAt(facts, 'income.general_public_budget', 'amount')).toMatchObject({
      value: '2100.00',
      phase: 'budget',
    });
    expect(factAt(facts, 'income.opening_carryover', 'amount').value).toBe('10.00');
    expect(factAt(facts, 'expenditure.221', 'amount').value).toBe('250.00');
    expect(factAt(facts, 'expenditure.closing_carryover', 'amount').value).toBeNull();
    expect(facts.filter((fact) => fact.row_id === null)).toEqual([]);
  });

  it('收支总表 whose only header row is 收入 | 预算数 | 支出 | 预算数', () => {
    const { facts } = mapOne(
      draw(
        { title: '收支预算总表', header: 1 },
        rowsOf(`
收入|预算数|支出|预算数
一、财政拨款收入|100.00|一、一般公共服务支出|80.00
二、其他收入|5.00|二、卫生健康支出|25.00
收入总计|105.00|支出总计|105.00`),
      ),
      TITLE,
    );
    expect(factAt(facts, 'income.fiscal_appropriation', 'amount').value).toBe('100.00');
    expect(factAt(facts, 'expenditure.210', 'amount').value).toBe('25.00');
    expect(factAt(facts, 'expenditure.grand_total', 'amount').value).toBe('105.00');
  });

  it('收支总表 with a third group by kind of expenditure', () => {
    const { facts } = mapOne(
      draw(
        { title: '部门收支总体情况表', header: 2 },
        rowsOf(`
收入|<|支出|<|<|<
项目|2025年预算|按支出功能科目|2025年预算|按支出性质|2025年预算
一、一般公共预算拨款|100.00|一、一般公共服务支出|80.00|一、基本支出|70.00
二、事业收入|5.00|二、卫生健康支出|25.00|二、项目支出|35.00
收入总计|105.00|支出总计|105.00|支出总计|105.00`),
      ),
      TITLE,
    );
    expect(factAt(facts, 'expenditure.basic', 'amount').value).toBe('70.00');
    expect(factAt(facts, 'expenditure.project', 'amount').value).toBe('35.00');
  });

  it('财政拨款收支总表 with 本年收入 and 上年结转 as parents', () => {
    const { kind, facts } = mapOne(
      draw(
        { title: '财政拨款收支总表', header: 2 },
        rowsOf(`
收入|<|支出|<|<|<|<
项目|预算数|项目|合计|一般公共预算|政府性基金预算|国有资本经营预算
一、本年收入|500.00|一、本年支出|510.00|510.00||
（一）一般公共预算拨款|500.00|（一）教育支出|300.00|300.00||
（二）政府性基金预算拨款||（二）住房保障支出|210.00|210.00||
二、上年结转|10.00|二、结转下年||||
（一）一般公共预算拨款|10.00|||||
收入总计|510.00|支出总计|510.00|510.00||`),
      ),
      TITLE,
    );
    expect(kind).toBe('fiscal_appropriation_summary');
    expect(factAt(facts, 'income.total', 'amount').value).toBe('500.00');
    expect(factAt(facts, 'income.general_public_budget', 'amount')).toMatchObject({
      value: '500.00',
      row_path: ['一、本年收入'],
    });
    expect(factAt(facts, 'income.opening_carryover.general_public_budget', 'amount')).toMatchObject({
      value: '10.00',
      row_path: ['二、上年结转'],
    });
    expect(factAt(facts, 'expenditure.total', 'total').value).toBe('510.00');
    expect(factAt(facts, 'expenditure.205', 'general_public_budget')).toMatchObject({
      value: '300.00',
      row_path: ['一、本年支出'],
    });
    expect(factAt(facts, 'expenditure.grand_total', 'total').value).toBe('510.00');
  });

  it('部门收入总表 by fund, with 科目 columns and a total on top', () => {
    const { kind, facts } = mapOne(
      draw(
        { title: '部门收入总表', header: 2 },
        rowsOf(`
科目|<|合计|上年结转|一般公共预算拨款收入|政府性基金预算拨款收入|国有资本经营预算拨款收入|财政专户管理资金收入|事业收入|<|上级补助收入|其他收入
科目编码|科目名称|^|^|^|^|^|^|金额|其中：教育收费|^|^
合计|<|105.00|5.00|90.00||||10.00|||
205|教育支出|105.00|5.00|90.00||||10.00|||
20502|普通教育|105.00|5.00|90.00||||10.00|||`),
      ),
      TITLE,
    );
    expect(kind).toBe('income');
    expect(factAt(facts, 'total', 'total').value).toBe('105.00');
    expect(factAt(facts, '205', 'general_public_budget').value).toBe('90.00');
    expect(factAt(facts, '205', 'opening_carryover').value).toBe('5.00');
    expect(factAt(facts, '205', '事业收入/金额')).toMatchObject({ value: '10.00', column_id: 'business' });
    expect(factAt(facts, '205', '事业收入/其中：教育收费').column_id).toBe('business.education_fees');
  });

  it('部门支出总表 with 基本支出 divided', () => {
    const { kind, facts } = mapOne(
      draw(
        { title: '部门支出总表', header: 2 },
        rowsOf(`
科目编码|科目名称|合计|基本支出|<|<|项目支出|上缴上级支出|事业单位经营支出|对附属单位补助支出
^|^|^|小计|人员经费|公用经费|^|^|^|^
205|教育支出|100.00|90.00|80.00|10.00|10.00|||`),
      ),
      TITLE,
    );
    expect(kind).toBe('expenditure');
    expect(factAt(facts, '205', 'basic')).toMatchObject({ value: '90.00', column_label: '基本支出/小计' });
    expect(factAt(facts, '205', 'basic.personnel').value).toBe('80.00');
    expect(factAt(facts, '205', 'project').value).toBe('10.00');
    expect(factAt(facts, '205', 'total').value).toBe('100.00');
  });

  it('部门支出总表 by institution and code: the institution is the parent, its code is not the row’s', () => {
    const { facts } = mapOne(
      draw(
        { title: '部门支出总表', header: 1 },
        rowsOf(`
单位编码|单位名称|科目编码|科目名称|合计|基本支出|项目支出
113001|某局（本级）|2050201|学前教育|3.00|2.00|1.00
^|^|2210201|住房公积金|1.00|1.00|`),
      ),
      TITLE,
    );
    expect(factAt(facts, '2050201', 'basic')).toMatchObject({
      row_code: '2050201',
      row_label: '学前教育',
      row_path: ['某局（本级）'],
      value: '2.00',
    });
    expect(factAt(facts, '2210201', 'total')).toMatchObject({ row_path: ['某局（本级）'] });
  });

  it('一般公共预算支出表 with last year and the change', () => {
    const { kind, facts } = mapOne(
      draw(
        { title: '一般公共预算支出表', header: 2 },
        rowsOf(`
功能分类科目|<|2024年执行数|2025年预算数|<|<|2025年预算数比2024年执行数|<
科目编码|科目名称|^|小计|基本支出|项目支出|增减额|增减%
205|教育支出|90.00|100.00|90.00|10.00|10.00|11.11
|合计|90.00|100.00|90.00|10.00|10.00|11.11`),
      ),
      TITLE,
    );
    expect(kind).toBe('general_public_budget_expenditure');
    expect(factAt(facts, '205', 'total', 'prior_year').value).toBe('90.00');
    expect(factAt(facts, '205', 'total', 'budget').value).toBe('100.00');
    expect(factAt(facts, '205', 'basic')).toMatchObject({
      value: '90.00',
      phase: 'budget',
      column_label: '2025年预算数/基本支出',
    });
    expect(factAt(facts, '205', 'change').value).toBe('10.00');
    expect(factAt(facts, '205', 'change_rate')).toMatchObject({ unit: '%', amount_yuan: null });
  });

  it('一般公共预算基本支出表 by economic class, codes whole or split', () => {
    const whole = mapOne(
      draw(
        { title: '一般公共预算基本支出表', header: 2 },
        rowsOf(`
部门预算支出经济分类科目|<|本年一般公共预算基本支出|<|<
科目编码|科目名称|合计|人员经费|公用经费
301|工资福利支出|80.00|80.00|
30101|基本工资|80.00|80.00|
302|商品和服务支出|10.00||10.00
|合计|90.00|80.00|10.00`),
      ),
      TITLE,
    );
    expect(whole.kind).toBe('basic_expenditure_by_economic_class');
    expect(factAt(whole.facts, '30101', 'personnel')).toMatchObject({ value: '80.00', row_path: ['工资福利支出'] });
    expect(factAt(whole.facts, 'total', 'public').value).toBe('10.00');
  });

  it('empty fund tables with rows of nothing, and units of their own in the header', () => {
    const { kind, facts } = mapOne(
      draw(
        { title: '政府性基金预算支出表', unit: null, header: 2 },
        rowsOf(`
科目编码|科目名称|本年政府性基金预算支出（万元）|<|<
^|^|合计|基本支出|项目支出
||||
212|城乡社区支出|3.00||3.00`),
      ),
      TITLE,
    );
    expect(kind).toBe('government_fund');
    expect(factAt(facts, '212', 'project')).toMatchObject({ value: '3.00', unit: '万元', amount_yuan: '30000' });
    expect(facts).toHaveLength(3);
  });

  it('captions printed inside the grid give title and unit', () => {
    const { kind, facts } = mapOne(
      draw(
        { title: null, unit: null, header: 4 },
        rowsOf(`
支出预算总表|<|<|<|<
编制单位：某市某局   单位：元|<|<|<|<
科目编码|科目名称|合计|基本支出|项目支出
**|**|1|2|3
205|教育支出|1,000|900|100`),
      ),
      TITLE,
    );
    expect(kind).toBe('expenditure');
    expect(factAt(facts, '205', 'basic')).toMatchObject({ value: '900', unit: '元', amount_yuan: '900' });
    expect(facts).toHaveLength(3);
  });
});

describe('two tables of economic classes', () => {
  it('whose money it is decides the kind', () => {
    const rows = rowsOf('科目编码|科目名称|决算数\n301|工资福利支出|2.00\n302|商品和服务支出|1.00');
    const all = draw({ title: '财政拨款基本支出决算表（经济科目）', header: 1 }, rows);
    const general = draw({ title: '一般公共预算基本支出决算表（经济科目）', header: 1 }, rows);
    const kinds = (tables: Table[]) =>
      mapDocument({ tables, layouts: [pageOf(1, ['某市某局2024年度部门决算'])] }).tables.map((table) => table.kind);
    expect(kinds([all, general])).toEqual([
      'fiscal_appropriation_basic_by_economic_class',
      'basic_expenditure_by_economic_class',
    ]);
  });
});

describe('tables that are none of the statutory ones', () => {
  it.each([
    ['序号|单位名称|备注\n1|某局（本级）|\n2|某中心|', null],
    ['序号|内容|是否空表|表格为空的理由\n表1|收入支出决算总表|否|\n表2|收入决算表|否|', '目录'],
    ['项目名称|合计|一般公共预算\n信息化建设|20.00|20.00', '涉农资金统筹整合项目支出表'],
    ['年份|人数\n2023|12\n2024|13', '人员情况'],
    ['Country|2010|2011\nFrance|1.2|1.3', 'Table 1: Growth'],
  ])('%#: no kind, no facts', (text, title) => {
    expect(mapOne(draw({ title, header: 1 }, rowsOf(text)))).toMatchObject({ kind: null, facts: [] });
  });
});

describe('recognised pages', () => {
  it('takes the table for what it holds where recognition garbled the title', () => {
    const rows = rowsOf(`
人员经费|<|<|公用经费|<|<
科目代码|科目名称|决算数|科目代码|科目名称|决算数
301|工资福利支出|612.89|302|商品和服务支出|15.73
30101|基本工资|255.31|30201|办公费|5.99`);
    for (const title of [
      '一般公共预算财政拨款基本。支出决算明细表',
      '般公共预算财政拨款基木文出决算表',
      '一般公共预算财政拨款支出决算表',
      null,
    ]) {
      expect(mapOne(draw({ title, header: 2, source: 'ocr' }, rows)).kind, String(title)).toBe(
        'basic_expenditure_by_economic_class',
      );
    }
    const three = rowsOf('项目|预算数|决算数\n合计|1.00|0.50\n因公出国(境)费||\n公务接待费|1.00|0.50');
    expect(mapOne(draw({ title: '财政拨款二公经费支出决算表', header: 1, source: 'ocr' }, three)).kind).toBe(
      'three_public_expenses',
    );
  });

  it('knows labels in spite of single wrong characters, and never repairs numbers or codes', () => {
    const { kind, facts } = mapOne(
      draw(
        { title: '支出决算袤', header: 2, source: 'ocr' },
        rowsOf(`
项目|<|本年支出台计|基本支出|项日支出|上缴上级支出|经营支出|对附属单位补助支岀
科目编码|科目名称|^|^|^|^|^|^
208|社会保障和就业支出|754.75|754.75|O.00|||
2O805|行政事业单位养老支出|75 4.75|754.75||||`),
      ),
    );
    expect(kind).toBe('expenditure');
    expect(factAt(facts, '208', 'total')).toMatchObject({ value: '754.75', confidence: 0.97, source: 'ocr' });
    expect(factAt(facts, '208', '项日支出')).toMatchObject({ value: null, raw_text: 'O.00' });
    expect(facts.find((fact) => fact.row_code === '2O805')).toMatchObject({
      row_id: null,
      value: null,
      raw_text: '75 4.75',
    });
    expect(factAt(facts, '208', 'affiliated_subsidy').value).toBeNull();
  });
});
