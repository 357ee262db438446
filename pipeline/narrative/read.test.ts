import { expect, test } from 'vitest';
import type { Statement } from './types.js';
import { readProse } from './index.js';
import { layoutsOf } from '../../test/support/layouts.js';

const read = (
  text: string,
  identity: { kind?: 'final_accounts' | 'budget'; fiscal_year?: number } = {},
): Statement[] =>
  readProse(layoutsOf(text), {
    kind: 'final_accounts',
    scope: 'unit',
    fiscal_year: 2024,
    title: null,
    entity: { name: null, division_code: null, division_name: null },
    ...identity,
  }).statements;
const told = (text: string, identity = {}): string[] =>
  read(text, identity).map((s) => `${s.kind} ${s.subject} ${s.value}${s.unit ?? ''}${s.base ? ` of ${s.base}` : ''}`);

test('totals, sources, shares', () => {
  expect(
    told(
      '二、收入决算情况说明\n    本年收入合计9746.50万元，其中：财政拨款收入9746.50万元，占100.00%；其他收入0.22万元，占0.01%。',
    ),
  ).toEqual([
    'amount income.total.actual 9746.50万元',
    'amount income.fiscal_appropriation.actual 9746.50万元',
    'share income.fiscal_appropriation.actual 100.00% of income.total.actual',
    'amount income.other.actual 0.22万元',
    'share income.other.actual 0.01% of income.total.actual',
  ]);
});

test('parts belong to the total before them, also over paragraphs', () => {
  expect(
    told(
      '一、收入支出决算总体情况说明\n    （二）支出总计1643.87万元，包括：\n    1.基本支出1422.22万元，占支出总计的86.52%。主要是为保障机构正常运转。',
    ),
  ).toEqual([
    'amount expenditure.grand_total.actual 1643.87万元',
    'amount expenditure.basic.actual 1422.22万元',
    'share expenditure.basic.actual 86.52% of expenditure.grand_total.actual',
  ]);
  expect(
    told(
      '二、财政拨款支出决算情况说明\n    2024年度财政拨款支出100.00万元，其中：基本支出70.00万元，项目支出30.00万元。',
    ).slice(1),
  ).toEqual([
    'amount fiscal.expenditure.basic.actual 70.00万元',
    'amount fiscal.expenditure.project.actual 30.00万元',
  ]);
});

test('growth with its direction, and unchanged', () => {
  expect(
    told(
      '七、财政拨款“三公”经费支出决算情况说明\n    公务接待费支出决算减少0.15万元，下降（增长）27.78%；因公出国（境）费支出与上一年度持平。',
    ),
  ).toEqual([
    'growth_amount three_public.reception.actual -0.15万元',
    'growth_rate three_public.reception.actual -27.78%',
    'growth_comparison three_public.abroad.actual 0',
  ]);
});

test('an item keeps its figures over what it is used for', () => {
  expect(
    told(
      '五、一般公共预算财政拨款支出决算情况说明\n    1、卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）。主要用于：人员经费、项目支出。年初预算为42.73万元，支出决算为40.35万元，完成年初预算的94.43%。决算数小于预算数的主要原因：基数变更。',
    ).map((t) => t.replace('卫生健康支出/行政事业单位医疗/行政单位医疗', 'X')),
  ).toEqual([
    'amount function.X.budget 42.73万元',
    'amount function.X.actual 40.35万元',
    'completion_rate function.X.actual 94.43%',
    'budget_comparison function.X.actual -1',
  ]);
});

test('a reason’s figures are nobody’s', () => {
  expect(
    told(
      '六、一般公共预算财政拨款基本支出决算情况说明\n    一般公共预算财政拨款基本支出50.00万元，主要原因是调资增加2.73万元，增长5.00%。',
    ),
  ).toEqual(['amount basic.total.actual 50.00万元']);
});

test('brackets hold figures of their own', () => {
  expect(
    told('七、财政拨款“三公”经费支出决算情况说明\n    国内公务接待支出0.39万元（含外宾接待支出0.10万元）。'),
  ).toEqual([
    'amount three_public.reception.domestic.actual 0.39万元',
    'amount three_public.reception.foreign.actual 0.10万元',
  ]);
  expect(told('十一、政府采购支出情况说明\n    2024年度政府采购金额（以合同签订为准）为2,319.21万元。')).toEqual([
    'amount procurement.total.actual 2319.21万元',
  ]);
});

test('counts', () => {
  expect(
    told(
      '九、国有资产占用情况说明\n    截至2024年12月31日，共有车辆5辆，其中：机要通信用车2辆、其他用车3辆；单价100万元（含）以上设备（不含车辆）0台（套）。',
    ),
  ).toEqual([
    'count vehicles.total 5辆',
    'count vehicles.confidential_communication 2辆',
    'count vehicles.other 3辆',
    'count equipment.unit_price_1m 0台（套）',
  ]);
});

test('a budget speaks of budgets', () => {
  expect(
    told(
      '2025年部门预算编制说明\n    2025年，示例局收入预算18,976.76万元，其中：财政拨款收入18,976.76万元，比2024年预算增加3,355.65万元。',
      { kind: 'budget', fiscal_year: 2025 },
    ),
  ).toEqual([
    'amount income.grand_total.budget 18976.76万元',
    'amount income.fiscal_appropriation.budget 18976.76万元',
    'growth_amount income.fiscal_appropriation.budget 3355.65万元',
  ]);
});

test('glossary, contents and attachments state nothing', () => {
  expect(told('第四部分名词解释\n    一、基本支出5.00万元：指单位为保障机构正常运转。')).toEqual([]);
  expect(
    told('目录\n一、收入总计100.00万元..........3\n二、支出总计100.00万元..........4\n三、财政拨款支出..........4'),
  ).toEqual([]);
});

test('headings that run into their text', () => {
  expect(told('十、其他重要事项的情况说明\n    （二）政府采购支出情况。2024年度政府采购支出总额15.22万元。')).toEqual(
    ['amount procurement.total.actual 15.22万元'],
  );
});

test('page, quote and boxes over a page break', () => {
  const [statement] = read('二、收入决算情况说明\n    这是前面的很长一句话，本年收入\f合计9746.50万元。');
  expect(statement).toMatchObject({ value: '9746.50', page: 2, quote: '本年收入合计9746.50万元' });
  expect(statement!.boxes).toHaveLength(1);
});

test('ids are the same every time', () => {
  const text = '二、收入决算情况说明\n    本年收入合计9746.50万元。';
  expect(read(text)).toEqual(read(text));
  expect(read(text)[0]!.id).toBe('n0001');
});

test('分别 gives each name of a row its own figure', () => {
  expect(
    told(
      '三、支出决算情况说明\n    本年支出合计100.00万元，其中：基本支出、项目支出分别为70.00万元、30.00万元，占比分别为70.00%和30.00%。',
    ).slice(1),
  ).toEqual([
    'amount expenditure.basic.actual 70.00万元',
    'amount expenditure.project.actual 30.00万元',
    'share expenditure.basic.actual 70.00% of expenditure.total.actual',
    'share expenditure.project.actual 30.00% of expenditure.total.actual',
  ]);
});

test('分别 over a name that is not known leaves the whole row out', () => {
  expect(told('三、支出决算情况说明\n    专用经费、项目支出分别为70.00万元、30.00万元。')).toEqual([]);
  expect(
    told('三、支出决算情况说明\n    基本支出、专用经费、项目支出分别为70.00万元、10.00万元、30.00万元。'),
  ).toEqual([]);
});

test('the figure compared with is last year’s', () => {
  expect(
    told('一、收入支出决算总体情况说明\n    收入总计120.00万元，比上年决算数100.00万元增加20.00万元，增幅为20.00%。'),
  ).toEqual([
    'amount income.grand_total.actual 120.00万元',
    'amount income.grand_total.prior_year 100.00万元',
    'growth_amount income.grand_total.actual 20.00万元',
    'growth_rate income.grand_total.actual 20.00%',
  ]);
});

test('a completion rate after what the money went to, and after the budget it is a rate of', () => {
  const item =
    '五、一般公共预算财政拨款支出决算情况说明\n    1.卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）';
  const rate = 'completion_rate function.卫生健康支出/行政事业单位医疗/行政单位医疗.actual 90.00%';
  expect(told(`${item}90.00万元，主要是住房公积金等支出，完成年初预算的90.00%。`)).toContain(rate);
  expect(told(`${item}支出决算90.00万元，为年初预算100.00万元的90.00%。`)).toContain(rate);
});
