import { describe, expect, it } from 'vitest';
import { draw, factAt, mapOne, rowsOf } from './draw.js';

describe('three public expenses, in the shapes that are printed', () => {
  it('items down, budget and actual across', () => {
    const { kind, facts } = mapOne(
      draw(
        { title: '财政拨款“三公经费”支出决算明细表', header: 1 },
        rowsOf(`
项 目|预算数|决算数
合 计|13.12|13.10
1、因公出国（境）费||
2、公务接待费||
3、公务用车购置及运行费|13.12|13.10
其中：（1）公务用车运行维护费|13.12|13.10
（2）公务用车购置费||`),
      ),
    );
    expect(kind).toBe('three_public_expenses');
    expect(factAt(facts, 'total', 'amount', 'budget').value).toBe('13.12');
    expect(factAt(facts, 'vehicle_running', 'amount', 'actual')).toMatchObject({
      value: '13.10',
      row_path: ['3、公务用车购置及运行费'],
      row_label: '其中：（1）公务用车运行维护费',
    });
    expect(factAt(facts, 'vehicle_purchase', 'amount', 'actual')).toMatchObject({
      value: null,
      row_path: ['3、公务用车购置及运行费'],
    });
    expect(facts).toHaveLength(12);
  });

  it('budget and actual as column groups, one row without a label', () => {
    const { facts } = mapOne(
      draw(
        { title: '财政拨款“三公”经费支出决算表', header: 4 },
        rowsOf(`
预算数|<|<|<|<|<|决算数|<|<|<|<|<
合计|因公出国(境)费|公务用车购置及运行维护费|<|<|公务接待费|合计|因公出国(境)费|公务用车购置及运行维护费|<|<|公务接待费
^|^|小计|公务用车购置费|公务用车运行维护费|^|^|^|小计|公务用车购置费|公务用车运行维护费|^
1|2|3|4|5|6|7|8|9|10|11|12
1.80||1.80||1.80||1.75||1.75||1.75|`),
      ),
    );
    expect(factAt(facts, 'total', 'amount', 'budget')).toMatchObject({
      value: '1.80',
      row_label: '财政拨款“三公”经费支出决算表',
      column_label: '预算数/合计',
    });
    expect(factAt(facts, 'vehicle_running', 'amount', 'actual')).toMatchObject({
      value: '1.75',
      column_label: '决算数/公务用车购置及运行维护费/公务用车运行维护费',
    });
    expect(factAt(facts, 'vehicles', 'amount', 'actual').value).toBe('1.75');
    expect(facts).toHaveLength(12);
  });

  it('budget and actual as rows, with 会议费 and 培训费', () => {
    const { kind, facts } = mapOne(
      draw(
        { title: '财政拨款“三公”经费及会议费、培训费支出决算表', header: 4 },
        rowsOf(`
项目|财政拨款“三公”经费|<|<|<|<|<|会议费|培训费
^|合计|因公出国（境）费|公务用车购置及运行维护费|<|<|公务接待费|^|^
^|^|^|小计|公务用车购置费|公务用车运行维护费|^|^|^
栏次|1|2|3|4|5|6|7|8
预算数||||||||0.38
决算数||||||||`),
      ),
    );
    expect(kind).toBe('three_public_expenses');
    expect(factAt(facts, 'training', 'amount', 'budget')).toMatchObject({
      value: '0.38',
      row_label: '预算数',
      column_label: '培训费',
    });
    expect(factAt(facts, 'vehicles', 'amount', 'actual').value).toBeNull();
    expect(factAt(facts, 'total', 'amount', 'actual').column_label).toBe('财政拨款“三公”经费/合计');
    expect(facts).toHaveLength(16);
  });

  it('a header over the whole table names the lone row; without one the title does', () => {
    const { facts } = mapOne(
      draw(
        { title: '财政拨款“三公”经费支出决算表', header: 3 },
        rowsOf(`
财政拨款“三公”经费|<|<|<|<|<
合计|<|因公出国（境）费|<|公务接待费|<
预算数|决算数|预算数|决算数|预算数|决算数
2.85|0.39|0.00|0.00|2.85|0.39`),
      ),
    );
    expect(factAt(facts, 'reception', 'amount', 'actual')).toMatchObject({
      value: '0.39',
      row_label: '财政拨款“三公”经费',
      column_label: '公务接待费/决算数',
    });
    expect(factAt(facts, 'total', 'amount', 'budget').value).toBe('2.85');
  });

  it('last year and this year, with the change', () => {
    const { facts } = mapOne(
      draw(
        { title: '一般公共预算“三公”经费支出表', header: 1 },
        rowsOf(`
项目|上年预算数|2025年预算数|增减额|增减%
合计|5.00|4.50|-0.50|-10.00%
一、因公出国（境）费用|0|0|0|
二、公务接待费|1.00|0.50|-0.50|-50.00%
三、公务用车购置及运行维护费|4.00|4.00|0|0.00%
其中：公务用车购置费|0|0|0|
公务用车运行维护费|4.00|4.00|0|0.00%`),
      ),
      '某市某局2025年部门预算',
    );
    expect(factAt(facts, 'reception', 'amount', 'prior_year').value).toBe('1.00');
    expect(factAt(facts, 'reception', 'amount', 'budget').value).toBe('0.50');
    expect(factAt(facts, 'reception', 'change').value).toBe('-0.50');
    expect(factAt(facts, 'total', 'change_rate')).toMatchObject({ value: '-10.00', unit: '%', amount_yuan: null });
    expect(factAt(facts, 'vehicle_running', 'amount', 'budget')).toMatchObject({
      value: '4.00',
      row_path: ['三、公务用车购置及运行维护费'],
    });
  });

  it('items down in a divided label column', () => {
    const { facts } = mapOne(
      draw(
        { title: '一般公共预算“三公”经费支出预算表', header: 1 },
        rowsOf(`
项目|<|2025年预算数
合计|<|5.50
因公出国（境）费|<|1.00
公务接待费|<|0.50
公务用车购置及运行费|小计|4.00
^|公务用车购置费|0.00
^|公务用车运行费|4.00`),
      ),
      '某市某局2025年部门预算',
    );
    expect(facts.map((fact) => [fact.row_id, fact.value])).toEqual([
      ['total', '5.50'],
      ['abroad', '1.00'],
      ['reception', '0.50'],
      ['vehicles', '4.00'],
      ['vehicle_purchase', '0.00'],
      ['vehicle_running', '4.00'],
    ]);
    expect(factAt(facts, 'vehicle_running', 'amount').row_path).toEqual(['公务用车购置及运行费']);
  });

  it('two budget years side by side', () => {
    const { facts } = mapOne(
      draw(
        { title: '一般公共预算“三公”经费支出表', header: 3 },
        rowsOf(`
2024年预算数|<|<|<|<|<|2025年预算数|<|<|<|<|<
合计|因公出国（境）费|公务用车购置及运行费|<|<|公务接待费|合计|因公出国（境）费|公务用车购置及运行费|<|<|公务接待费
^|^|小计|公务用车购置费|公务用车运行费|^|^|^|小计|公务用车购置费|公务用车运行费|^
12.10|0.00|10.10|0.00|10.10|2.00|11.00|0.00|9.50|0.00|9.50|1.50`),
      ),
      '某部2025年部门预算',
    );
    expect(factAt(facts, 'total', 'amount', 'prior_year').value).toBe('12.10');
    expect(factAt(facts, 'total', 'amount', 'budget').value).toBe('11.00');
    expect(factAt(facts, 'vehicle_running', 'amount', 'budget').value).toBe('9.50');
  });

  it('is known by its header alone, under any title', () => {
    expect(
      mapOne(
        draw(
          { title: '因公出国（境）、公务接待、公务用车经费预算表', header: 1 },
          rowsOf(`
单位名称|合计|因公出国（境）费|公务接待费|公务用车购置及运行费
某局本级|1.00|0|1.00|0`),
        ),
      ).kind,
    ).toBe('three_public_expenses');
  });
});

describe('row ids of three public expenses', () => {
  it('several institutions as rows: each row keeps its label, the total row alone has item ids', () => {
    const { facts } = mapOne(
      draw(
        { title: '“三公”经费支出预算表', header: 1 },
        rowsOf(`
单位名称|合计|因公出国（境）费|公务接待费
合计|3.00|1.00|2.00
某局本级|2.00|1.00|1.00
某中心|1.00|0.00|1.00`),
      ),
      '某市某局2025年部门预算',
    );
    expect(factAt(facts, 'reception', 'amount')).toMatchObject({ row_label: '合计', value: '2.00' });
    expect(
      facts.filter((fact) => fact.row_label === '某中心').map((fact) => [fact.row_id, fact.column_label, fact.value]),
    ).toEqual([
      [null, '合计', '1.00'],
      [null, '因公出国（境）费', '0.00'],
      [null, '公务接待费', '1.00'],
    ]);
  });

  it('a row it does not know is no total, whatever the column is called', () => {
    const { facts } = mapOne(
      draw(
        { title: '“三公”经费预算表', header: 1 },
        rowsOf(`
项目|“三公”经费预算数
因公出国（境）费|1.00
公务接待费|2.00
其他说明事项|0.50`),
      ),
      '某市某局2025年部门预算',
    );
    expect(facts.map((fact) => fact.row_id)).toEqual(['abroad', 'reception', null]);
  });

  it('年初预算数 beside 全年预算数 are told apart', () => {
    const { facts } = mapOne(
      draw(
        { title: '财政拨款“三公”经费支出决算表', header: 1 },
        rowsOf(`
项目|年初预算数|全年预算数|决算数
合计|3.00|2.50|2.00
公务接待费|1.00|0.50|0.40`),
      ),
    );
    expect(factAt(facts, 'reception', 'amount', 'budget').value).toBe('0.50');
    expect(factAt(facts, 'reception', 'amount.initial', 'budget').value).toBe('1.00');
    expect(factAt(facts, 'reception', 'amount', 'actual').value).toBe('0.40');
  });
});
