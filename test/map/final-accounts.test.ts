/** Layouts of final accounts as three provinces print them; figures are those of published documents. */
import { describe, expect, it } from 'vitest';
import { draw, factAt, mapOne, rowsOf } from './draw.js';

describe('income and expenditure summary', () => {
  const rows = rowsOf(`
收入|<|<|支出|<|<
项目|行次|金额|项目|行次|金额
栏次||1|栏次||2
一、一般公共预算财政拨款收入|1|1, 673.77|一、一般公共服务支出|32|
二、政府性基金预算财政拨款收入|2||二、外交支出|33|
八、其他收入|8|0. 22|八、社会保障和就业支出|39|126. 33
|9||九、卫生健康支出|40|1, 395. 65
|18||十九、住房保障支出|50|118. 73
本年收入合计|27|1, 673. 99|本年支出合计|58|1, 643. 87
使用非财政拨款结余和专用结余|28||结余分配|59|
年初结转和结余|29|29. 64|年末结转和结余|60|59. 76
|30|||61|
总计|31|1, 703. 63|总计|62|1, 703. 63`);

  it.each([3, 2, 0])(
    'reads both halves, line numbers and column numbers left out (%i header rows reported)',
    (header) => {
      const { kind, facts } = mapOne(draw({ title: '收入支出决算总表', header }, rows));
      expect(kind).toBe('income_expenditure_summary');
      expect(factAt(facts, 'income.general_public_budget', 'amount')).toMatchObject({
        value: '1673.77',
        amount_yuan: '16737700',
        unit: '万元',
        column_label: '收入/金额',
        row_label: '一、一般公共预算财政拨款收入',
        phase: 'actual',
      });
      expect(factAt(facts, 'expenditure.210', 'amount').value).toBe('1395.65');
      expect(factAt(facts, 'income.surplus_used', 'amount').value).toBeNull();
      expect(factAt(facts, 'income.opening_carryover', 'amount').value).toBe('29.64');
      expect(factAt(facts, 'expenditure.closing_carryover', 'amount').value).toBe('59.76');
      expect(factAt(facts, 'income.grand_total', 'amount').value).toBe('1703.63');
      expect(factAt(facts, 'expenditure.grand_total', 'amount').value).toBe('1703.63');
      expect(facts.some((fact) => ['1', '32', '62', '2'].includes(fact.value ?? ''))).toBe(false);
      expect(facts).toHaveLength(16);
    },
  );

  it('is known without a title, and under the title of the table before it', () => {
    expect(mapOne(draw({ title: null, header: 3 }, rows)).kind).toBe('income_expenditure_summary');
    expect(mapOne(draw({ title: '财政拨款收入支出决算总表', header: 3 }, rows)).kind).toBe(
      'income_expenditure_summary',
    );
    expect(mapOne(draw({ title: '收入支出抉算总表', header: 3 }, rows)).kind).toBe('income_expenditure_summary');
  });

  it('reads 行 and 次 headers, and halves without headings', () => {
    const { facts } = mapOne(
      draw(
        { title: '收入支出决算总表', header: 2 },
        rowsOf(`
项目|行|金额|项目|行|金额
栏次||1|栏次||2
一、一般公共预算财政拨款收入|1|2,826.76|八、社会保障和就业支出|39|187.90
二、政府性基金预算财政拨款收入|2||九、卫生健康支出|40|2,520.12
本年收入合计|27|2,826.76|本年支出合计|58|2,826.76`),
      ),
    );
    expect(factAt(facts, 'income.total', 'amount').value).toBe('2826.76');
    expect(factAt(facts, 'expenditure.208', '金额').value).toBe('187.90');
  });
});

describe('fiscal appropriation summary', () => {
  it('tells the parts of the opening carryover from the year’s appropriations, numbered or not', () => {
    const { kind, facts } = mapOne(
      draw(
        { title: '财政拨款收入支出决算总表', header: 3 },
        rowsOf(`
收 入|<|<|支 出|<|<|<|<|<
项目|行次|金额|项目|行次|合计|一般公共预算财政拨款|政府性基金预算财政拨款|国有资本经营预算财政拨款
栏次||1|栏次||2|3|4|5
一、一般公共预算财政拨款|1|1, 673. 77|一、一般公共服务支出|33||||
三、国有资本经营财政拨款|3||六、科学技术支出|38|3. 16|3. 16||
本年收入合计|27|1, 673. 77|本年支出合计|59|1, 643. 87|1, 643. 87||
年初财政拨款结转和结余|28|29. 14|年末财政拨款结转和结余|60|59. 04|59. 04||
一般公共预算财政拨款|29|29. 14||61||||
政府性基金预算财政拨款|30|||62||||
总计|32|1, 702. 91|总计|64|1, 702. 91|1, 702. 91||`),
      ),
    );
    expect(kind).toBe('fiscal_appropriation_summary');
    expect(factAt(facts, 'income.opening_carryover.general_public_budget', 'amount')).toMatchObject({
      value: '29.14',
      row_path: ['年初财政拨款结转和结余'],
      row_label: '一般公共预算财政拨款',
    });
    expect(factAt(facts, 'income.general_public_budget', 'amount').value).toBe('1673.77');
    expect(factAt(facts, 'income.state_capital', 'amount').value).toBeNull();
    expect(factAt(facts, 'expenditure.206', 'general_public_budget')).toMatchObject({
      value: '3.16',
      column_label: '支出/一般公共预算财政拨款',
      phase: 'actual',
    });
    expect(factAt(facts, 'expenditure.grand_total', 'total').value).toBe('1702.91');
    expect(facts.every((fact) => fact.row_id !== null && fact.column_id !== null)).toBe(true);
  });
});

describe('tables by functional code', () => {
  it('reads whole codes, 合计 in the name column, and the hierarchy', () => {
    const { kind, facts } = mapOne(
      draw(
        { title: '收入决算表', header: 3 },
        rowsOf(`
项目|<|本年收入合计|财政拨款收入|上级补助收入|事业收入|经营收入|附属单位上缴收入|其他收入
功能分类科目编码|科目名称|^|^|^|^|^|^|^
|栏次|1|2|3|4|5|6|7
|合计|1, 673. 99|1, 673. 77|||||0. 22
210|卫生健康支出|1, 427. 45|1, 427. 23|||||0. 22
21001|卫生健康管理事务|0. 22||||||0. 22
2100199|其他卫生健康管理事务支出|0. 22||||||0. 22`),
      ),
    );
    expect(kind).toBe('income');
    expect(factAt(facts, 'total', 'other')).toMatchObject({
      value: '0.22',
      row_label: '合计',
      row_code: null,
      row_path: [],
    });
    expect(factAt(facts, '2100199', 'total')).toMatchObject({
      row_path: ['卫生健康支出', '卫生健康管理事务'],
      row_code: '2100199',
      column_label: '本年收入合计',
    });
    expect(factAt(facts, '210', 'fiscal_appropriation').value).toBe('1427.23');
    expect(facts).toHaveLength(28);
  });

  it('joins codes split over 类, 款 and 项, repeated or printed once', () => {
    for (const second of ['201', '']) {
      const { facts } = mapOne(
        draw(
          { title: '支出预算总表', unit: '元', header: 3 },
          rowsOf(`
项目|<|<|<|支出预算|<|<
功能分类科目编码|<|<|功能分类科目名称|合计|基本支出|项目支出
类|款|项|^|^|^|^
201|||一般公共服务支出|3,296,600|0|3,296,600
${second}|05||统计信息事务|438,300|0|438,300
${second}|${second === '' ? '' : '05'}|07|专项普查活动|438,300|0|438,300
合计|<|<|<|189,767,551|101,341,746|88,425,805`),
        ),
        '某市某街道2025年部门预算',
      );
      expect(factAt(facts, '2010507', 'project')).toMatchObject({
        value: '438300',
        amount_yuan: '438300',
        row_path: ['一般公共服务支出', '统计信息事务'],
        phase: 'budget',
      });
      expect(factAt(facts, 'total', 'basic').row_code).toBeNull();
    }
  });

  it('takes no 类 from above where the print repeats it: a blank one was not read', () => {
    const { facts } = mapOne(
      draw(
        { title: '支出预算总表', unit: '元', header: 2, source: 'ocr' },
        rowsOf(`
功能分类科目编码|<|<|功能分类科目名称|合计|基本支出|项目支出
类|款|项|^|^|^|^
201|||一般公共服务支出|3|0|3
201|05||统计信息事务|3|0|3
|05|05|机关事业单位基本养老保险缴费支出|2|2|0`),
      ),
      '某市某街道2025年部门预算',
    );
    expect(facts.at(-1)).toMatchObject({
      row_code: '0505',
      row_id: null,
      row_label: '机关事业单位基本养老保险缴费支出',
    });
  });

  it('keeps what is printed where a code is no code, and takes a code out of the label', () => {
    const { facts } = mapOne(
      draw(
        { title: '支出决算表', header: 2 },
        rowsOf(`
项目|<|本年支出合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出
科目编码|科目名称|^|^|^|^|^|^
2O8|社会保障和就业支出|12.00|12.00||||
210|卫生健康支出|10.00|10.00||||`),
      ),
    );
    expect(facts[0]).toMatchObject({ row_code: '2O8', row_id: null, row_label: '社会保障和就业支出' });
    const joined = mapOne(
      draw(
        { title: '支出决算表', header: 1 },
        rowsOf(`
科目|本年支出合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出
合计|22.00|22.00||||
208社会保障和就业支出|12.00|12.00||||
20805行政事业单位养老支出|12.00|12.00||||`),
      ),
    ).facts;
    expect(factAt(joined, '20805', 'basic')).toMatchObject({
      row_label: '20805行政事业单位养老支出',
      row_path: ['208社会保障和就业支出'],
    });
  });

  it('takes a header row that is the total row as well for what it is', () => {
    for (const header of [2, 3]) {
      const { kind, facts } = mapOne(
        draw(
          { title: '政府性基金预算财政拨款收入支出决算表', header },
          rowsOf(`
项目|<|年初结转和结余|本年收入|本年支出|<|<|年末结转和结余
功能分类科目编码|科目名称|^|^|^|^|^|^
合计|<|||合计|基本支出|项目支出|
|||||||`),
        ),
      );
      expect(kind).toBe('government_fund');
      expect(facts.map((fact) => [fact.row_label, fact.column_id, fact.value])).toEqual([
        ['合计', 'opening_carryover', null],
        ['合计', 'income', null],
        ['合计', 'closing_carryover', null],
      ]);
    }
  });

  it('reads an empty fund table: its total row, with nothing in it', () => {
    const { kind, facts } = mapOne(
      draw(
        { title: '国有资本经营预算财政拨款支出决算表', header: 3 },
        rowsOf(`
项目|<|本年支出|<|<
科目代码|科目名称|合计|基本支出|项目支出
|栏次|1|2|3
|合计|||`),
      ),
    );
    expect(kind).toBe('state_capital');
    expect(facts.map((fact) => [fact.row_id, fact.column_id, fact.column_label, fact.value])).toEqual([
      ['total', 'total', '本年支出/合计', null],
      ['total', 'basic', '本年支出/基本支出', null],
      ['total', 'project', '本年支出/项目支出', null],
    ]);
  });
});

describe('basic expenditure by economic class', () => {
  it('reads four column groups, strokes, and a total that stands groups away from its amount', () => {
    const last = [
      '人员经费合计|<|622.66|公用经费合计|<|<|<|<|<|<|<|15.73',
      '人员经费合计||622.66|公用经费合计||||||||15.73',
    ];
    for (const totals of last) {
      const { kind, facts } = mapOne(
        draw(
          { title: '一般公共预算财政拨款基本支出决算明细表', header: 2 },
          rowsOf(`
人员经费|<|<|公用经费|<|<|<|<|<|<|<|<
科目代码|科目名称|决算数|科目代码|科目名称|决算数|科目代码|科目名称|决算数|科目代码|科目名称|决算数
301|工资福利支出|612.89|302|商品和服务支出|15.73|307|债务利息及费用支出||31011|地上附着物和青苗补偿|
30101|基本工资|255.31|30201|办公费|5.99|30901|房屋建筑物构建|———|31101|资本金注入|———
303|对个人和家庭的补助|9.76||||310|资本性支出||39999|其他支出|
${totals}`),
        ),
      );
      expect(kind).toBe('basic_expenditure_by_economic_class');
      expect(factAt(facts, '30101', 'amount')).toMatchObject({
        value: '255.31',
        column_label: '人员经费/决算数',
        row_path: ['工资福利支出'],
      });
      expect(factAt(facts, '30901', 'amount')).toMatchObject({ value: null, raw_text: '———' });
      expect(factAt(facts, 'personnel_total', 'amount').value).toBe('622.66');
      expect(factAt(facts, 'public_total', 'amount')).toMatchObject({
        value: '15.73',
        row_label: '公用经费合计',
        column_label: '公用经费/决算数',
      });
      expect(facts.filter((fact) => fact.row_label === '')).toEqual([]);
    }
  });
});

describe('disclosure statistics', () => {
  const rows = rowsOf(`
一、政府采购情况|<|<
项目|行次|统计数
合计|1|3.50
货物|2|
工程|3|
服务|4|3.50
二、机关运行经费|<|<
项目||统计数
(一) 行政单位|5|
(二) 参照公务员法管理事业单位|6|
三、国有资产占用情况|<|<
(一) 车辆数合计(辆)|7|1
1. 副部(省)级及以上领导用车|8|
8. 其他用车|15|1
(二) 单价100万元(含)以上设备(不含车辆)|17|`);

  it('reads sections with their own units; counts are no money', () => {
    const { kind, facts } = mapOne(draw({ title: '部门决算公开相关信息统计表', header: 2 }, rows));
    expect(kind).toBe('disclosure_statistics');
    expect(factAt(facts, 'procurement.total', 'statistic')).toMatchObject({
      value: '3.50',
      amount_yuan: '35000',
      row_path: ['一、政府采购情况'],
      phase: 'statistic',
    });
    expect(factAt(facts, 'procurement.services', 'statistic').value).toBe('3.50');
    expect(factAt(facts, 'vehicles.total', 'statistic')).toMatchObject({ value: '1', unit: '辆', amount_yuan: null });
    expect(factAt(facts, 'vehicles.other', 'statistic')).toMatchObject({
      value: '1',
      unit: '辆',
      amount_yuan: null,
      row_path: ['三、国有资产占用情况', '(一)车辆数合计(辆)'],
    });
    expect(factAt(facts, 'equipment.unit_price_1m', 'statistic')).toMatchObject({ value: null, unit: null });
    expect(factAt(facts, 'operating_expenses.administrative', 'statistic').row_path).toEqual(['二、机关运行经费']);
    expect(facts).toHaveLength(10);
  });
});
