import { describe, expect, it } from 'vitest';
import { columnOf, fieldOf, fundsRow, isPaid, isPeriod, nameOf, scoreRow, sourceOf, wordKey } from './vocabulary.js';

describe('header cells', () => {
  it.each([
    ['绩效指标性质', 'operator'],
    ['运算符号', 'operator'],
    ['本年绩效指标值', 'target'],
    ['年度(/项目)指标值', 'target'],
    ['2024年度指标值', 'target'],
    ['实施周期指标值', 'target_period'],
    ['绩效度量单位', 'target_unit'],
    ['实际完成值', 'actual'],
    ['年度实际完成情况', 'actual'],
    ['指标权重(%)', 'weight'],
    ['分值权重（90分）', 'weight'],
    ['总分值', 'weight'],
    ['自评得分', 'score'],
    ['偏差原因', 'cause'],
    ['偏差原因分析及改进措施', 'cause'],
    ['项目总额', 'budget'],
    ['全年预算数（A）', 'budget'],
    ['年初部门预算安排金额（含历年结余结转）①', 'budget_initial'],
    ['年中调整金额②', 'adjustment'],
    ['全年执行数(B)', 'executed'],
    ['支出实现率(%)⑤=④/③', 'execution_rate'],
    ['资金结余率(%)⑦=⑥/③', 'remaining_rate'],
    ['本年度结余金额⑥=③-④', 'remaining'],
    ['绩效目标', 'goal'],
    ['指标解释', 'description'],
    ['评分标准', 'description'],
  ])('%s is %s', (text, id) => {
    expect(columnOf(text)).toBe(id);
  });

  it.each(['三级指标', '项目名称', '其他', '财政复核结论', '经办人'])('%s is no column that is known', (text) => {
    expect(columnOf(text)).toBeNull();
  });

  it('what a formula or a bracket adds says nothing', () => {
    expect(wordKey('小计③=①+②')).toBe('小计');
    expect(wordKey('项目（政策）名称：')).toBe('项目名称');
  });

  it('names of rows', () => {
    expect(['一级指标', '一级指标二级指标', '指标内容', '绩效指标'].map(nameOf)).toEqual(Array(4).fill('level'));
    expect(['项目名称（资金使用单位）', '一级项目名称', '二级预算单位名称', '任务名称'].map(nameOf)).toEqual([
      'project',
      'project',
      'institution',
      'task',
    ]);
    expect(nameOf('单位')).toBeNull();
  });
});

describe('rows and fields', () => {
  it('money by source', () => {
    expect(['年度资金总额：', '实施期资金总额', '资金总额', '年度预算资金（万元）'].map(fundsRow)).toEqual(
      Array(4).fill('funds.total'),
    );
    expect(['其中：当年财政拨款', '①中央财政资金', '其他资金小计'].map(fundsRow)).toEqual([
      'funds.fiscal',
      'funds.central',
      'funds.other',
    ]);
    expect(['财政专项资金', '其他事业发展性支出', '市本级使用资金'].map(fundsRow)).toEqual([null, null, null]);
    expect(isPeriod('实施期资金总额：')).toBe(true);
    expect(isPeriod('年度资金总额：')).toBe(false);
    expect(sourceOf('总额')).toBe('total');
    expect(isPaid('年度拨付金额④')).toBe(true);
  });

  it('totals of scores', () => {
    expect(['总分', '总评价得分', '总分值、评价总分(S)', '绩效自评总得分'].map(scoreRow)).toEqual(
      Array(4).fill('total'),
    );
    expect(scoreRow('指标自评得分小计')).toBe('score.indicators');
    expect(scoreRow('产出指标')).toBeNull();
  });

  it('fields of the head', () => {
    expect(
      ['专项（项目）名称', '转移支付名称', '部门（单位）名称', '主管部门及代码', '实施单位', '年度总体目标'].map(
        fieldOf,
      ),
    ).toEqual([
      'project_name',
      'project_name',
      'department_name',
      'supervising_department',
      'implementing_unit',
      'goal',
    ]);
    expect(fieldOf('产出指标')).toBeNull();
  });
});
