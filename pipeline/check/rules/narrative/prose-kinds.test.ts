/** Kinds of mistake that people make in prose, and kinds that are none, one test each. */
import { expect, test } from 'vitest';
import { document, findings, tally } from '../../../../test/support/check/document.js';
import {
  BASIC,
  GENERAL,
  generalBudget,
  said,
  THREE_PUBLIC,
  threePublic,
} from '../../../../test/support/check/prose.js';
import { rule as direction } from './narrative-direction.js';
import { rule as emptyTable } from './narrative-empty-table.js';
import { rule as growth } from './narrative-growth.js';
import { rule as itemUse } from './narrative-item-use.js';
import { rule as listed } from './narrative-listed-zero.js';
import { rule as partsSum } from './narrative-parts-sum.js';
import { rule as share } from './narrative-share.js';
import { rule as unknown } from './narrative-unknown-subject.js';
import { rule as zeroBase } from './narrative-zero-base.js';

const OTHER = '十一、其他重要事项的情况说明\n';

test('增减 d（p%）, of what has no name that is known', () => {
  const text = (p: string): string => `${OTHER}  绿化养护费32万元，较上年减少14.2万元（${p}%）。`;
  expect(findings(growth, said(text('30.74')))).toEqual([]);
  expect(findings(growth, said(text('44.38')))).toMatchObject([{ severity: 'error', computed: '30.74%' }]);
});

test('a bare comparison after a list belongs to what the paragraph opens with', () => {
  const text = (p: string): string =>
    `一、支出决算情况说明\n  支出合计1000.00万元，其中：基本支出600.00万元，项目支出400.00万元。比上年增加50.00万元，增长${p}%。`;
  expect(findings(growth, said(text('5.26')))).toEqual([]);
  expect(findings(growth, said(text('7.77')))).toHaveLength(1);
});

test('an increase beyond what there is, unless a total before it in the list is meant', () => {
  const text = (sep: string): string =>
    `二、支出预算情况说明\n  支出合计1500.00万元${sep}项目支出0.00万元，比上年增加1421.25万元。`;
  expect(findings(growth, said(text('，其中：')))).toEqual([]);
  expect(findings(growth, said(text('；')))).toMatchObject([{ severity: 'error', reported: '1421.25' }]);
});

test('there is no rate over a base of zero', () => {
  const text = `${GENERAL}  1、卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）60.00万元。2023年决算数为0.00万元，2024年支出决算为60.00万元，比2023年决算数增加100.00%。`;
  expect(findings(zeroBase, said(text, generalBudget()))).toMatchObject([
    { severity: 'warning', reported: '100.00%' },
  ]);
});

test('a share of the whole that the words name', () => {
  const text = (p: string): string =>
    `${OTHER}  固定资产总量为4295.98万元，房屋3773.63万元，占固定资产总额的87.84%；设备335.24万元，占固定资产总额的${p}%。`;
  expect(findings(share, said(text('7.80')))).toEqual([]);
  expect(findings(share, said(text('7.90')))).toMatchObject([
    { severity: 'error', reported: '7.90%', computed: '7.80%' },
  ]);
});

test('two parts that are each other’s complement are all there is', () => {
  const text = (whole: string): string =>
    `${OTHER}  地上建筑面积为${whole}平方米（其中计容面积7998平方米，不计容面积105平方米）。`;
  expect(findings(partsSum, said(text('8103')))).toEqual([]);
  expect(findings(partsSum, said(text('8013')))).toMatchObject([{ severity: 'error', computed: '8103' }]);
});

test('a part that a table prints with the value that closes its list', () => {
  const table = document().table({
    kind: 'project_expenditure',
    title: '项目支出表',
    columns: [['total', '合计']],
    rows: [[null, '信访临聘人员', '16.56']],
  });
  const text = (last: string): string =>
    `${OTHER}  项目支出474.56万元。主要用于：法律服务30万元，驻京劝返116万元，救助资金312万元，临聘人员${last}万元。`;
  expect(findings(partsSum, said(text('16.56'), table))).toEqual([]);
  expect(findings(partsSum, said(text('15.56'), table))).toMatchObject([{ reported: '15.56', computed: '16.56' }]);
  expect(findings(partsSum, said(text('15.56')))).toEqual([]);
});

test('a reason that names the item itself and the other direction', () => {
  const text = (moved: string): string =>
    `${GENERAL}  1、卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）60.00万元。2023年决算数为80.00万元，比2023年决算数减少25.00%。主要原因是：行政单位医疗经费${moved}。`;
  expect(findings(direction, said(text('减少'), generalBudget()))).toEqual([]);
  expect(findings(direction, said(text('增加'), generalBudget()))).toMatchObject([{ severity: 'error' }]);
});

test('a reason against last year does not contradict a change against the budget', () => {
  const text = `${THREE_PUBLIC}  “三公”经费支出预算593.46万元，支出决算587.55万元，决算数较预算数减少5.91万元。决算数较上年增加的主要原因是新增车辆。`;
  expect(findings(direction, said(text))).toEqual([]);
});

const basic = (...rows: [string, string, string | null][]) =>
  document().table({
    kind: 'basic_expenditure_by_economic_class',
    title: '一般公共预算财政拨款基本支出决算表',
    columns: [['amount', '决算数']],
    rows: [
      ...(['基本工资', '津贴补贴', '奖金', '绩效工资', '住房公积金'] as const).map(
        (name, i): [string, string, string] => [['30101', '30102', '30103', '30107', '30113'][i]!, name, '5.00'],
      ),
      ...rows,
    ],
  });
const staff = (names: string): string =>
  `${BASIC}  一般公共预算财政拨款基本支出25.00万元。其中：人员经费25.00万元，主要包括：${names}。`;
const FIVE = '基本工资、津贴补贴、奖金、绩效工资、住房公积金';

test('an item of the table that a complete list leaves out; 等 and 其他 are respected', () => {
  expect(findings(listed, said(staff(FIVE), basic(['30309', '奖励金', '0.31'])))).toMatchObject([
    { severity: 'error', reported: '奖励金', computed: '0.31' },
  ]);
  expect(findings(listed, said(staff(`${FIVE}等`), basic(['30309', '奖励金', '0.31'])))).toEqual([]);
  expect(findings(listed, said(staff(FIVE), basic(['30309', '奖励金', null])))).toEqual([]);
  expect(
    findings(listed, said(staff(FIVE), basic(['30199', '其他工资福利支出', '0.31']))).map((f) => f.severity),
  ).toEqual(['warning']);
  expect(findings(listed, said(staff(`${FIVE}、未知项目`), basic(['30309', '奖励金', '0.31'])))).toEqual([]);
});

test('…等基本支出, where the line has project money only', () => {
  const text = (name: string): string =>
    `${GENERAL}  1、卫生健康支出（类）医疗保障管理事务（款）${name}（项）。主要用于：业务宣传等基本支出。年初预算为30.00万元，支出决算为30.00万元。`;
  expect(findings(itemUse, said(text('信息化建设'), generalBudget()))).toMatchObject([
    { severity: 'error', computed: '30.00' },
  ]);
});

test('a code that no table has, beside a name that has another', () => {
  const text = (code: string): string =>
    `${GENERAL}  行政单位医疗（${code}）60.00万元，信息化建设（2101504）30.00万元，住房公积金（2210201）10.00万元，行政事业单位医疗（21011）60.00万元，卫生健康支出（2101101）60.00万元。`;
  expect(findings(unknown, said(text('2101101'), generalBudget()))).toEqual([]);
  expect(findings(unknown, said(text('2101102'), generalBudget()))).toMatchObject([
    { severity: 'error', reported: '2101102', computed: '2101101' },
  ]);
});

test('a group’s name that runs into the item’s is no unknown item', () => {
  const text = `${GENERAL}  行政事业单位医疗行政单位医疗（项）60.00万元。`;
  expect(findings(unknown, said(text, generalBudget()))).toEqual([]);
});

const FUND = '八、政府性基金预算财政拨款收入支出决算情况说明\n';
const fund = () =>
  document().table({
    kind: 'government_fund',
    title: '政府性基金预算支出表',
    columns: [['total', '本年支出/小计']],
    rows: [['total', '合计', '105.00']],
  });

test('无 in 无锡 says nothing; nor does 无…结转的 of this year’s money', () => {
  const of = (text: string) => findings(emptyTable, said(`${FUND}  ${text}`, fund()));
  expect(of('无锡市2024年政府性基金预算支出105.00万元。')).toEqual([]);
  expect(of('本部门无2023年结转的政府性基金预算拨款支出。')).toEqual([]);
  expect(of('本部门无政府性基金预算支出。')).toHaveLength(1);
});

test('a note that declares its table empty, over figures', () => {
  const table = (total: string | null) => {
    const input = threePublic([total], [total]).input();
    return {
      ...input,
      tables: input.tables.map((t) => ({ ...t, notes: ['注：本部门无“三公”经费，故本表为空表。'] })),
    };
  };
  expect(findings(emptyTable, table('47.91'))).toMatchObject([{ severity: 'error', computed: '47.91' }]);
  expect(tally(emptyTable, table(null)).fail).toBeUndefined();
});

test('a note that speaks of the other fund', () => {
  const noted = (note: string) => {
    const input = fund().input();
    return { ...input, tables: input.tables.map((t) => ({ ...t, notes: [note] })) };
  };
  expect(findings(emptyTable, noted('注：本部门无国有资本经营预算支出。')).map((f) => f.severity)).toEqual([
    'warning',
  ]);
  expect(findings(emptyTable, noted('注：政府性基金预算支出按实际列示。'))).toEqual([]);
});
