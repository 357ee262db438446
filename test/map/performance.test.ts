/** Performance self-evaluations in the layouts of Liaoning, Shanxi and Shaanxi. */
import { describe, expect, it } from 'vitest';
import { mapDocument } from '../../pipeline/map/index.js';
import { draw, factAt, mapOne, rowsOf } from './draw.js';

describe('Liaoning', () => {
  const department = rowsOf(`
部门（单位）名称|<|<|<|518001朝阳市医疗保障局-211300000|<|<|<|<|<|<|<|<|<|<|<|<
部门年初预算收入金额（万元）|<|<|<|340.8|<|<|<|<|<|<|<|<|<|<|<|<
年度主要任务|对应项目|<|<|<|<|<|项目下达金额（万元）|<|项目执行金额（万元）|<|项目执行率|<|分值|<|得分|<
^|部门预算基本支出公用经费（保运转）|<|<|<|<|<|23.71|<|23.7|<|99.96%|<|10|<|10|<
年度目标|年初总体目标|<|<|<|<|<|<|<|全年完成情况|<|<|<|<|<|<|<
^|按照政府工作要求，圆满完成本职工作。|<|<|<|<|<|<|<|全局团结协作，圆满完成工作任务。|<|<|<|<|<|<|<
绩效指标|一级指标|二级指标|三级指标|运算符号|指标值|度量单位|全年完成值|完成程度|分值|得分|偏差原因分析|<|<|<|<|改进措施
^|^|^|^|^|^|^|^|^|^|^|经费保障原因分析|制度保障原因分析|人员保障原因分析|硬件条件保障原因分析|其他原因分析|^
^|履职效能|整体工作完成情况|工作质量达标率|=|100|%|1|1|3.3|3.3||||||
^|^|^|总体工作完成率|=|100|%|100|1|3.3|3.3||||||
^|^|基础管理|依法行政能力||管理规范||全部或基本达成预期指标100%-80%（含）|1|3.3|3.3||||||
^|社会效应|服务对象满意度|参保人员满意度|>=|100|%|98|0.98|10|9.8|||||业务量大|加强学习
总评价得分|<|<|<|<|<|<|<|<|<|99.80||||||
结果应用建议|结果应用建议选项|<|<|<|<|<|具体建议内容|<|<|<|<|<|<|<|<|<
^|其他建议|<|<|<|√|<|建议优化预算分配|<|<|<|<|<|<|<|<|<`);

  it('department: tasks, goals, indicators, total', () => {
    const { kind, facts } = mapOne(draw({ title: '部门（单位）整体绩效自评表', unit: null }, department));
    expect(kind).toBe('department_performance');
    expect(factAt(facts, 'department_name', 'name')).toMatchObject({
      value: null,
      raw_text: '518001朝阳市医疗保障局-211300000',
    });
    expect(factAt(facts, 'income.budget', 'budget')).toMatchObject({
      value: '340.8',
      unit: '万元',
      amount_yuan: '3408000',
    });
    expect(factAt(facts, 'task.1', 'executed')).toMatchObject({
      value: '23.7',
      amount_yuan: '237000',
      row_label: '部门预算基本支出公用经费（保运转）',
      row_path: ['518001朝阳市医疗保障局-211300000', '年度主要任务'],
      phase: 'actual',
    });
    expect(factAt(facts, 'task.1', 'execution_rate')).toMatchObject({
      value: '99.96',
      unit: '%',
      column_label: '项目执行率',
      phase: 'completion',
    });
    expect(factAt(facts, 'goal', 'actual')).toMatchObject({
      value: null,
      raw_text: '全局团结协作，圆满完成工作任务。',
      row_label: '年度目标',
    });
    expect(factAt(facts, '工作质量达标率', 'target')).toMatchObject({
      value: '100',
      unit: '%',
      phase: 'target',
      row_path: ['518001朝阳市医疗保障局-211300000', '履职效能', '整体工作完成情况'],
      row_id: 'indicator.1',
    });
    expect(factAt(facts, '工作质量达标率', 'actual')).toMatchObject({ value: '1', unit: '%', phase: 'actual' });
    expect(factAt(facts, '工作质量达标率', 'operator')).toMatchObject({ value: null, raw_text: '=' });
    expect(factAt(facts, '总体工作完成率', 'score')).toMatchObject({
      value: '3.3',
      phase: 'score',
      column_label: '得分',
    });
    expect(factAt(facts, '依法行政能力', 'target')).toMatchObject({ value: null, raw_text: '管理规范' });
    expect(factAt(facts, '参保人员满意度', 'cause.other')).toMatchObject({
      raw_text: '业务量大',
      column_label: '偏差原因分析/其他原因分析',
    });
    expect(factAt(facts, '参保人员满意度', 'measure').raw_text).toBe('加强学习');
    expect(factAt(facts, 'total', 'score')).toMatchObject({ value: '99.80', row_label: '总评价得分' });
    expect(facts.filter((fact) => fact.row_id?.startsWith('indicator.')).map((fact) => fact.row_id)).toContain(
      'indicator.4',
    );
    expect(facts.some((fact) => fact.row_id === 'indicator.5' || fact.raw_text === '√')).toBe(false);
  });

  it('project: money and scores as label and value side by side', () => {
    const { kind, facts } = mapOne(
      draw(
        { title: '预算项目(政策)绩效自评表', unit: null },
        rowsOf(`
项目(政策)名称|<|<|<|举报奖励经费|<|<|<|<|<|<|<|<|<|<|<|<|<
主管部门|<|<|<|沈阳市医疗保障局-|<|<|<|<|<|<|<|<|<|<|<|<|<
项目预算金额（万元）|<|<|<|1|<|<|全年执行数|<|<|0.18|<|<|执行率|<|<|17.68%|<
年度总体目标|年初设定目标|<|<|<|<|<|<|<|全年实际完成情况|<|<|<|<|<|<|<|<
^|维护医保基金安全。|<|<|<|<|<|<|<|共支付举报奖励资金1767.82元，3人次。|<|<|<|<|<|<|<|<
绩效指标|一级指标|二级指标|三级指标|年度目标值|<|<|全年完成值|完成程度|分值|得分|未完成原因分析|<|<|<|<|<|改进措施
^|^|^|^|运算符号|内容|度量单位|^|^|^|^|经费保障|制度保障|人员保障|硬件条件保障|其他|原因说明|^
^|产出指标|数量指标|符合条件的应奖尽奖数|>=|5|起|3|60.0%|12.5|7.5|||||√|实名举报没有增加|鼓励举报
^|^|质量指标|监督举报登记率|=|100|%|100|100%|12.5|12.5|||||||
指标自评得分小计|<|<|<|80|<|预算执行率得分|<|<|1.77|<|减分项|<|22.7678|绩效自评总得分|<|59|<
结果应用建议|结果应用建议选项|<|<|<|<|具体建议内容|<|<|<|<|<|<|<|<|<|<|<
^|其他建议|<|<|<|√|无|<|<|<|<|<|<|<|<|<|<|<`),
      ),
    );
    expect(kind).toBe('project_performance');
    expect(factAt(facts, 'budget', 'budget')).toMatchObject({ value: '1', amount_yuan: '10000', phase: 'budget' });
    expect(factAt(facts, 'executed', 'executed')).toMatchObject({ value: '0.18', phase: 'actual' });
    expect(factAt(facts, 'execution_rate', 'execution_rate')).toMatchObject({ value: '17.68', unit: '%' });
    expect(factAt(facts, 'score.indicators', 'score').value).toBe('80');
    expect(factAt(facts, 'score.execution', 'score').value).toBe('1.77');
    expect(factAt(facts, 'score.deductions', 'score').value).toBe('22.7678');
    expect(factAt(facts, 'total', 'score').value).toBe('59');
    expect(factAt(facts, '符合条件的应奖尽奖数', 'target')).toMatchObject({
      value: '5',
      unit: '起',
      column_label: '年度目标值/内容',
    });
    expect(factAt(facts, '符合条件的应奖尽奖数', 'completion')).toMatchObject({ value: '60.0', unit: '%' });
    expect(factAt(facts, '符合条件的应奖尽奖数', 'cause.other').raw_text).toBe('√');
    expect(factAt(facts, '符合条件的应奖尽奖数', 'cause.text').raw_text).toBe('实名举报没有增加');
    expect(
      facts
        .filter((fact) => fact.row_id?.startsWith('indicator.'))
        .every((fact) => /indicator\.[12]$/.test(fact.row_id!)),
    ).toBe(true);
  });

  it('project with money by source, operators inside the values', () => {
    const { kind, facts } = mapOne(
      draw(
        { title: '项目支出绩效自评表', unit: null },
        rowsOf(`
项目名称|<|干部保健金|<|<|<|<|<|<
主管部门|<|朝阳市医疗保障局|<|<|实施单位|朝阳市医疗保障事务服务中心|<|<
项目资金（万元）|<||年初预算数|全年预算数|全年执行数|分值|执行率|得分
^|^|年度资金总额：|173.7|173.7|173.7|10|100%|100
^|^|其中：当年财政拨款|173.7|173.7|173.7|-|100%|100
^|^|上年结转资金||||-||
年度总体目标|<|预期目标|<|<|实际完成情况|<|<|<
^|^|实施干部保健；及时支付；|<|<|实施干部保健；及时支付；|<|<|<
绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施
^|产出指标|数量指标|受益职工覆盖率|≥90%|≥90%|10|10|
^|^|质量指标|建立门诊统筹|全部纳入|全部纳入|10|10|
^|满意度指标|服务对象满意度指标|受益人满意度：|≥95%|0≥95%|10|10|
总分|<|<|<|<|<|100||`),
      ),
    );
    expect(kind).toBe('project_performance');
    expect(factAt(facts, 'implementing_unit', 'name').raw_text).toBe('朝阳市医疗保障事务服务中心');
    expect(factAt(facts, 'funds.total', 'budget_initial')).toMatchObject({
      value: '173.7',
      unit: '万元',
      amount_yuan: '1737000',
      row_label: '年度资金总额：',
      row_path: ['干部保健金', '项目资金（万元）'],
    });
    expect(factAt(facts, 'funds.fiscal', 'weight')).toMatchObject({ value: null, raw_text: '-' });
    expect(factAt(facts, 'funds.carryover', 'executed').value).toBeNull();
    expect(factAt(facts, '受益职工覆盖率', 'target')).toMatchObject({ value: '90', unit: '%', raw_text: '≥90%' });
    expect(factAt(facts, '受益人满意度：', 'actual')).toMatchObject({ value: null, raw_text: '0≥95%' });
    expect(factAt(facts, 'total', 'weight')).toMatchObject({ value: '100', row_label: '总分' });
  });
});

describe('Shanxi', () => {
  it('three target columns, a money head with a divided header, analyses after the total', () => {
    const { kind, facts } = mapOne(
      draw(
        { title: '城乡居民医疗保险补助项目支出绩效自评表', unit: null },
        rowsOf(`
项目名称|<|城乡居民医疗保险补助|<|<|<|<|<|<|<
主管部门及代码|<|060-朔州市朔城区医疗保障局|<|<|预算单位|<|060002-朔州市朔城区医疗保险服务中心|<|<
项目资金预算安排及执行进度(万元)||年初预算数|<|全年预算数|全年执行数|资金结(转)余|执行率|得分|偏差原因分析及改进措施
^||目标申报数|预算编制数|^|^|^|^|^|^
^|资金总额:|192|192|192|114.048|77.952|59.4|5.94|
^|市、县、区财政资金|192|192|192|114.048|77.952|59.40|5.94|
项目年度绩效目标|年度目标|<|<|<|实际完成情况|<|<|<|<
^|全面保障医疗保险|<|<|<|实际参保人数17820人。|<|<|<|<
绩效指标|一级指标|二级指标|三级指标|年初指标值|调整后指标值|实际完成值|分值|得分|偏差原因分析及改进措施
^|产出指标|数量指标|城乡居民医疗保险补助人次|=30000|=30000|=17820|20|20|预算数是30000人
^|^|成本指标|城乡居民医疗保险补助总额|=1920000|=1920000|=1140480|10|10|无
^|效益指标|经济效益指标|全面保障城乡居民医疗保险补助|成效明显|成效明显|达成预期指标|10|10|无
总 分|<|<|<|<|<|<||95.94|优
项目绩效分析|自评结果分析|项目实施的预算执行情况|我单位成立了绩效评价工作小组|<|<|<|<|<|<`),
      ),
    );
    expect(kind).toBe('project_performance');
    expect(factAt(facts, 'funds.total', 'budget_initial')).toMatchObject({
      value: '192',
      column_label: '年初预算数/目标申报数',
      unit: '万元',
    });
    expect(factAt(facts, 'funds.total', 'budget_approved').value).toBe('192');
    expect(factAt(facts, 'funds.total', 'remaining').value).toBe('77.952');
    expect(factAt(facts, 'funds.local', 'execution_rate').value).toBe('59.40');
    expect(factAt(facts, 'goal', 'actual').raw_text).toBe('实际参保人数17820人。');
    expect(factAt(facts, '城乡居民医疗保险补助人次', 'target_adjusted').value).toBe('30000');
    expect(factAt(facts, '城乡居民医疗保险补助人次', 'actual').value).toBe('17820');
    expect(factAt(facts, '城乡居民医疗保险补助人次', 'cause').raw_text).toBe('预算数是30000人');
    expect(factAt(facts, 'total', 'score').value).toBe('95.94');
    expect(facts.some((fact) => fact.raw_text.includes('评价工作小组'))).toBe(false);
  });
});

describe('Shaanxi', () => {
  it('department: tasks with money by source, levels with printed weights, a total of tasks', () => {
    const { kind, facts } = mapOne(
      draw(
        { title: '西安市莲湖区医疗保障局部门整体支出绩效自评表', unit: null },
        rowsOf(`
部门(单位)名称|<|<|西安市莲湖区医疗保障局|<|<|<|<|<|<|<|<|<
年度主要任务完成情况|任务名称|主要内容|完成情况|全年预算数(万元)|<|<|全年执行数(万元)|<|<|分值|执行率|得分
^|^|^|^|总额|财政拨款|其他资金|总额|财政拨款|其他资金|^|^|^
^|任务1|保障单位人员工资福利|能够保障|138.07|138.07||191.15|191.15||—|138.44%|—
^|任务2|保障单位正常运转|能够保障|5.58|5.58||3.25|3.24|0.01|—|58.24%|—
金额合计|<|<|<|662.65|662.65||657.63|657.62|0.01|10|99.24%|6
年度总体目标完成情况|预期目标(年初设定)|<|<|<|<|<|目标实际完成情况|<|<|<|<|<
^|目标1: 执行医疗保险政策|<|<|<|<|<|积极推进医保改革|<|<|<|<|<
年度绩效指标完成情况|一级指标|二级指标|指标内容|<|<|<|年度指标值|<|实际完成值|<|分值|得分
^|产出指标(50分)|数量指标|指标1: 机构人员: 在职; 人才派遣|<|<|<|合计43人; 在职: 12人|<|合计43人; 在职: 12人|<|5|5
^|^|成本指标|指标2: 项目支出:|<|<|<|509万元|<|463.23万元|<|10|9
^|^|^|医保档案管理|<|<|<|20万元|<|20万元|<|—|
^|满意度指标(10分)|服务对象满意度指标|指标1: 工作人员满意度|<|<|<|≥95%|<|≥95%|<|5|5
总分|<|<|<|<|<|<|<|<|<|<|100|93`),
      ),
    );
    expect(kind).toBe('department_performance');
    expect(factAt(facts, 'task.1', 'budget')).toMatchObject({
      value: '138.07',
      row_label: '任务1',
      column_label: '全年预算数(万元)/总额',
      amount_yuan: '1380700',
    });
    expect(factAt(facts, 'task.2', 'executed.other').value).toBe('0.01');
    expect(factAt(facts, 'task.1', 'content').raw_text).toBe('保障单位人员工资福利');
    expect(factAt(facts, 'task.1', 'execution_rate')).toMatchObject({ value: '138.44', unit: '%' });
    expect(factAt(facts, 'task.1', 'score')).toMatchObject({ value: null, raw_text: '—' });
    expect(factAt(facts, 'funds.total', 'executed').value).toBe('657.63');
    expect(factAt(facts, 'funds.total', 'score').value).toBe('6');
    expect(factAt(facts, '指标2:项目支出:', 'target')).toMatchObject({
      value: '509',
      unit: '万元',
      amount_yuan: '5090000',
      row_path: ['西安市莲湖区医疗保障局', '产出指标(50分)', '成本指标'],
    });
    expect(factAt(facts, '医保档案管理', 'weight').value).toBeNull();
    expect(factAt(facts, '指标1:机构人员:在职;人才派遣', 'target').value).toBeNull();
    expect(factAt(facts, 'total', 'weight').value).toBe('100');
    expect(factAt(facts, 'total', 'score').value).toBe('93');
  });
});

describe('budget goals', () => {
  it('a table of goals has targets and no results', () => {
    const { kind, facts } = mapOne(
      draw(
        { title: '项目支出绩效目标表', unit: '万元' },
        rowsOf(`
项目名称|<|信息化建设|<|<
绩效指标|一级指标|二级指标|三级指标|指标值
^|产出指标|数量指标|建设系统数量|≥3个
^|^|时效指标|完成时间|2025年12月底前`),
      ),
      '某市某局2025年部门预算',
    );
    expect(kind).toBe('project_performance');
    expect(factAt(facts, '建设系统数量', 'target')).toMatchObject({ value: '3', unit: '个' });
    expect(factAt(facts, '完成时间', 'target').value).toBeNull();
  });
});

describe('other layouts', () => {
  it('money under a column of sources, a header row without spans above', () => {
    const { facts } = mapOne(
      draw(
        { title: '2023年度项目支出绩效自评表', unit: null },
        rowsOf(`
项目名称|专项业务费|<|<|项目编码|330100231
项目资金（万元）|资金来源|年初预算数|全年预算数|全年执行数|执行率
^|年度资金总额|100.00|110.00|105.60|96%
^|其中：财政拨款|100.00|110.00|105.60|96%
一级指标|二级指标|三级指标|目标值|实际值|得分
产出指标|数量指标|检查次数|12|13|10
总分|<|<|<|<|29.6`),
      ),
    );
    expect(factAt(facts, 'funds.total', 'executed')).toMatchObject({
      value: '105.60',
      unit: '万元',
      row_label: '年度资金总额',
      row_path: ['专项业务费', '项目资金（万元）'],
    });
    expect(factAt(facts, 'funds.fiscal', 'budget_initial')).toMatchObject({
      value: '100.00',
      amount_yuan: '1000000',
    });
  });

  it('a declaration of goals: money as label and value', () => {
    const { facts } = mapOne(
      draw(
        { title: '项目支出绩效目标申报表', unit: null },
        rowsOf(`
项目名称|<|信息化运维|<|<|<
项目资金（万元）|<|年度资金总额|<|120.00|<
^|<|其中：财政拨款|<|120.00|<
^|<|其他资金|<||<
绩效指标|一级指标|二级指标|三级指标|指标值|<
^|产出指标|数量指标|运维系统数量|≥12个|<`),
      ),
    );
    expect(factAt(facts, 'funds.total', 'budget')).toMatchObject({
      value: '120.00',
      amount_yuan: '1200000',
      row_path: ['信息化运维', '项目资金（万元）'],
    });
    expect(factAt(facts, 'funds.other', 'budget')).toMatchObject({ value: null, unit: '万元' });
  });
});

describe('forms one after another in one grid', () => {
  it('are two tables, each with its own project', () => {
    const table = draw(
      { title: '项目支出绩效自评表', unit: null },
      rowsOf(`
项目名称|<|干部保健金|<|<|<|<
绩效指标|一级指标|二级指标|三级指标|年度指标值|分值|得分
^|产出指标|数量指标|受益职工|=100.00(%)|100|90
总分|<|<|<|<|100|90
项目名称|<|信息化运维|<|<|<|<
绩效指标|一级指标|二级指标|三级指标|年度指标值|分值|得分
^|产出指标|数量指标|受益职工|≥12.00(次)|100|95
总分|<|<|<|<|100|95`),
    );
    const { tables, facts } = mapDocument({ tables: [table], layouts: [] });
    expect(tables.map(({ id, row_count }) => `${id} ${row_count}`)).toEqual(['t01 4', 't02 4']);
    const targets = facts.filter(({ column_id }) => column_id === 'target');
    expect(targets.map(({ table_id, row_path, value, unit }) => [table_id, row_path[0], value, unit])).toEqual([
      ['t01', '干部保健金', '100.00', '%'],
      ['t02', '信息化运维', '12.00', '次'],
    ]);
  });
});

describe('many projects in one table', () => {
  const rows = rowsOf(`
项目名称|项目总额|其中：|<|绩效目标|一级指标|二级指标|三级指标|绩效指标性质|本年绩效指标值|绩效度量单位
^|^|财政资金|其他资金|^|^|^|^|^|^|^
信息系统运维|689.157460|600.157460|89.00|完成2次维护|产出指标|时效指标|响应时间|≤|5|分钟
^|^|^|^|^|产出指标|质量指标|支出进度|定性|优|
办公设备|29.359500|29.359500||改善条件|产出指标|数量指标|采购数量|≥|18|台`);

  it('each has its money, its goal and its indicators, and the headers are understood', () => {
    const { kind, facts } = mapOne(draw({ title: '预算表12 项目支出绩效目标表' }, rows), '某市某局2026年部门预算');
    expect(kind).toBe('project_performance');
    expect(factAt(facts, 'project.1', 'budget')).toMatchObject({
      value: '689.157460',
      row_label: '信息系统运维',
      dimensions: { project: '信息系统运维', phase: 'budget', year: 2026 },
    });
    expect(factAt(facts, 'project.1', 'budget.fiscal').dimensions).toMatchObject({ fund: 'fiscal_appropriation' });
    expect(factAt(facts, 'project.1', 'budget.other')).toMatchObject({ value: '89.00', dimensions: null });
    expect(factAt(facts, '响应时间', 'target')).toMatchObject({
      value: '5',
      unit: '分钟',
      row_path: ['信息系统运维', '产出指标', '时效指标'],
    });
    expect(factAt(facts, '采购数量', 'target')).toMatchObject({
      unit: '台',
      row_path: ['办公设备', '产出指标', '数量指标'],
    });
    expect(factAt(facts, 'project.1', 'goal')).toMatchObject({ value: null, raw_text: '完成2次维护' });
    expect(facts.filter(({ column_id }) => column_id === null)).toEqual([]);
  });

  it('a list of projects with goals is no form', () => {
    const { kind, facts } = mapOne(
      draw(
        { title: null },
        rowsOf(`
预算单位|项目名称|预算数（万元）|绩效目标
某市某局|口岸管理业务|40,000.70|完成4份报告
某市某局|综合管理|367.65|保障运行`),
      ),
      '某市某局2026年部门预算',
    );
    expect(kind).toBe('project_targets');
    expect(factAt(facts, '口岸管理业务', 'budget')).toMatchObject({
      value: '40000.70',
      unit: '万元',
      dimensions: {
        flow: 'expenditure',
        type: 'project',
        institution: '某市某局',
        project: '口岸管理业务',
        phase: 'budget',
        year: 2026,
      },
    });
  });
});

describe('what a title need not say', () => {
  const form = rowsOf(`
部门名称|<|某市某局|<|<
总体资金情况（万元）|预算支出总额|财政拨款|<|其他资金
^|^|合计|基本支出|^
^|9,626.77|9,626.77|7,485.22|
整体绩效目标|整体绩效目标|2026年完成工作|<|<
活动|绩效指标|指标性质|指标值|度量单位
信访业务|办理及时率|≥|98|%`);

  it('the head tells a department from a project', () => {
    const { kind, facts } = mapOne(draw({ title: null }, form), '某市某局2026年部门预算');
    expect(kind).toBe('department_performance');
    expect(factAt(facts, '总体资金情况（万元）', 'budget.fiscal.basic')).toMatchObject({
      value: '7485.22',
      dimensions: { flow: 'expenditure', fund: 'fiscal_appropriation', type: 'basic', phase: 'budget' },
    });
    expect(factAt(facts, 'goal', 'target').raw_text).toBe('2026年完成工作');
  });

  it('a project by any name, and another form by its title alone is none', () => {
    const project = rowsOf(`
项目名称|<|病媒生物防制|<
一级指标|二级指标|三级指标|指标值
产出指标|数量指标|覆盖区县|≥16个`);
    expect(mapOne(draw({ title: '西安市级2022年病媒生物防制项目绩效自评表' }, project)).kind).toBe(
      'project_performance',
    );
    expect(mapOne(draw({ title: '绩效目标公开情况表' }, rowsOf('序号|地址\n1|网站'))).kind).toBeNull();
  });
});

describe('headers repeated within a table of many projects', () => {
  it('projects and indicators are counted on', () => {
    const { facts } = mapOne(
      draw(
        { title: '项目支出绩效目标表' },
        rowsOf(`
项目名称|项目总额|一级指标|三级指标|指标值
甲项目|10.00|产出指标|数量|5
项目名称|项目总额|一级指标|三级指标|指标值
乙项目|20.00|产出指标|数量|6`),
      ),
      '某市某局2026年部门预算',
    );
    expect(factAt(facts, 'project.2', 'budget')).toMatchObject({ value: '20.00', row_label: '乙项目' });
    expect(factAt(facts, 'indicator.2', 'target').row_path).toEqual(['乙项目', '产出指标']);
  });
});
