/**
 * @module Shaanxi, district department: list of tables with 是否空表, 三公 with 会议费 and 培训费, empty tables, charts in the
 * prose, department and project performance tables.
 */
import { shaanxiBureau as a } from '../figures/shaanxi-bureau.js';
import { shaanxiProjects, shaanxiWhole } from '../figures/performance.js';
import { SOURCES } from '../catalogue.js';
import { cover, glossary, overview, part } from '../front.js';
import { PAIRS } from '../layout/fonts.js';
import type { Block, SampleDocument, TableSpec, TableStyle } from '../model.js';
import { finalProse, type Prose } from '../narrative.js';
import type { FinalAccounts } from '../accounts.js';
import { tableList } from '../tables/disclosure.js';
import { economic } from '../tables/economic.js';
import { EXPENDITURE_LEAVES, functional, FUND_LEAVES, general, INCOME_LEAVES } from '../tables/functional.js';
import { shaanxiDepartment, shaanxiProject } from '../tables/performance-shaanxi.js';
import { summary } from '../tables/summary.js';
import type { Form } from '../tables/style.js';
import { phasesDown } from '../tables/three-public.js';

const SHORT_SOURCES = ['一般公共预算财政拨款', '政府性基金预算财政拨款', '国有资本经营预算财政拨款'];

export function shaanxiForm(entity: string): Form {
  return {
    numbers: 'plain',
    number: (n) => `公开0${n}表`,
    unit: '万元',
    unitLine: '单位：万元',
    entityLine: `编制部门：${entity}（汇总）`,
    yearLine: null,
    commonNotes: [],
    codeHeader: '科目代码',
    nothing: '',
  };
}
const tail = '本表金额转换为万元时，因四舍五入可能存在尾差。';

export function shaanxiTables(a: FinalAccounts, form: Form): Block[] {
  const t = (spec: TableSpec, style: Partial<TableStyle> = {}): Block => ({ t: 'table', spec, style });
  const page: Block = { t: 'page' };
  const none = [{ code: '', name: '合计', values: [] }];
  const titles: [string, boolean][] = [
    ['收入支出决算总表', false],
    ['收入决算表', false],
    ['支出决算表', false],
    ['财政拨款收入支出决算总表', false],
    ['一般公共预算财政拨款支出决算表', false],
    ['一般公共预算财政拨款基本支出决算表', false],
    ['政府性基金预算财政拨款收入支出决算表', true],
    ['国有资本经营预算财政拨款支出决算表', true],
    ['财政拨款“三公”经费及会议费、培训费支出决算表', false],
  ];
  return [
    { t: 'text', text: '本部分公开的表格及是否为空表的情况如下。', indent: 2, after: 8 },
    t(tableList(titles, '本部门不涉及故公开空表'), { size: 10, rowMin: 26 }),
    page,
    t(
      summary(form, a.summary, {
        title: '收入支出决算总表',
        kind: 'income_expenditure_summary',
        n: 1,
        amount: '决算数',
        sources: SOURCES,
        columns: ['决算数'],
        lineNumbers: true,
        columnNumbers: true,
        note: `注：本表反映部门本年度的总收支和年末结转结余情况。${tail}`,
      }),
    ),
    page,
    t(
      functional(form, a.income, {
        title: '收入决算表',
        kind: 'income',
        n: 2,
        leaves: INCOME_LEAVES,
        lead: 'name',
        columnNumbers: true,
        note: `注：本表反映部门本年度取得的各项收入情况。${tail}`,
      }),
    ),
    t(
      functional(form, a.expenditure, {
        title: '支出决算表',
        kind: 'expenditure',
        n: 3,
        leaves: EXPENDITURE_LEAVES,
        lead: 'name',
        columnNumbers: true,
        note: `注：本表反映部门本年度各项支出情况。${tail}`,
      }),
    ),
    page,
    t(
      summary(form, a.appropriation, {
        title: '财政拨款收入支出决算总表',
        kind: 'fiscal_appropriation_summary',
        n: 4,
        amount: '金额',
        sources: SHORT_SOURCES.map((s) => `${s}收入`),
        columns: ['合计', ...SHORT_SOURCES],
        lineNumbers: true,
        columnNumbers: true,
        note: `注：本表反映部门本年度财政拨款的总收支和年末结转结余情况。${tail}`,
      }),
      { size: 7 },
    ),
    page,
    t(
      functional(form, a.general, {
        title: '一般公共预算财政拨款支出决算表',
        kind: 'general_public_budget_expenditure',
        n: 5,
        leaves: general('小计'),
        lead: 'name',
        columnNumbers: true,
        note: `注：本表反映部门本年度一般公共预算财政拨款实际支出情况。${tail}`,
      }),
    ),
    { t: 'page', landscape: true },
    t(
      economic(form, a.economic, a.personnel, a.publicUse, {
        title: '一般公共预算财政拨款基本支出决算表',
        n: 6,
        groups: [['301', '303'], ['302'], ['307', '310', '399']],
        heads: false,
        amount: '决算数',
        codeHeader: '科目代码',
        note: `注：本表反映部门本年度一般公共预算财政拨款基本支出明细情况。${tail}`,
      }),
      { size: 6.5, padY: 1, rowMin: 10.5 },
    ),
    page,
    t(
      functional(form, none, {
        title: '政府性基金预算财政拨款收入支出决算表',
        kind: 'government_fund',
        n: 7,
        leaves: FUND_LEAVES,
        lead: 'name',
        columnNumbers: true,
        note: `注：本表反映部门本年度政府性基金预算财政拨款收入、支出及结转和结余情况。${tail}`,
      }),
    ),
    t(
      functional(form, none, {
        title: '国有资本经营预算财政拨款支出决算表',
        kind: 'state_capital',
        n: 8,
        leaves: general('合计'),
        lead: 'name',
        columnNumbers: true,
        note: `注：本表反映部门本年度国有资本经营预算财政拨款支出情况。${tail}`,
      }),
    ),
    t(
      phasesDown(
        form,
        a.threePublicBudget,
        a.threePublicActual,
        '财政拨款“三公”经费及会议费、培训费支出决算表',
        9,
        `注：本表反映部门本年度财政拨款“三公”经费、会议费、培训费的支出预决算情况。${tail}`,
      ),
      { rowMin: 22 },
    ),
  ];
}

const shaanxiProse: Prose = {
  accounts: a,
  self: '本部门',
  grouped: false,
  prior: { total: '249.18', running: '0.00' },
  initial: { 2101103: '400.00', 2101501: '143.65', 2101504: '20.00', 2101506: '89.00' },
  procurement: { goods: '0.00', works: '0.00', services: '15.22', sme: '0.00', micro: '0.00' },
  vehicles: 0,
  operating: '3.24',
};

export function shaanxiBureauDocument(): SampleDocument {
  const prose = finalProse(shaanxiProse);
  const chart: Block = {
    t: 'chart',
    caption: '收入、支出决算总计对比图（单位：万元）',
    bars: [
      { label: '2022年', value: 249.18 },
      { label: '2023年', value: 657.63 },
    ],
    height: 150,
  };
  const shares: Block = {
    t: 'chart',
    caption: '支出结构图（单位：万元）',
    bars: [
      { label: '基本支出', value: 194.4 },
      { label: '项目支出', value: 463.23 },
    ],
    height: 130,
  };
  return {
    name: 'shaanxi-bureau-2023',
    entity: a.entity,
    fiscalYear: 2023,
    documentKind: '部门决算',
    unit: '万元',
    setup: { width: 595.28, height: 841.89, left: 60, right: 60, top: 64, bottom: 60 },
    body: { size: 12, leading: 1.65 },
    table: {
      size: 8,
      padX: 2.5,
      padY: 2,
      rowMin: 15.5,
      ruling: 'long',
      lineWidth: 0.6,
      repeatHeader: false,
      cutRows: false,
      closeAtBreak: true,
      headerFill: null,
      boldHeader: true,
      valign: 'middle',
    },
    fonts: PAIRS.sans,
    footer: (n) => `— ${n} —`,
    header: '西安市莲湖区医疗保障局2023年度部门决算',
    anomalies: [],
    blocks: [
      ...cover([a.entity, '2023年度部门决算']),
      { t: 'toc', title: '目录' },
      { t: 'page' },
      ...overview(
        '第一部分 部门概况',
        a.entity,
        [
          '贯彻落实医疗保障法律法规和政策。',
          '监督管理医疗保障基金，管理定点医药机构。',
          '完成区委、区政府交办的其他任务。',
        ],
        [`${a.entity}（本级）`],
      ),
      { t: 'page' },
      ...part('第二部分 2023年度部门决算情况说明'),
      ...prose.slice(0, 2),
      chart,
      ...prose.slice(2, 6),
      shares,
      ...prose.slice(6),
      {
        t: 'text',
        text: '（五）部门整体支出绩效自评结果。部门整体支出自评得分93分，全年预算数662.65万元，执行数657.63万元，完成预算的99.24%。',
        indent: 2,
      },
      { t: 'table', spec: shaanxiDepartment(shaanxiWhole), style: { size: 8, rowMin: 19, cutRows: true } },
      ...shaanxiProjects.flatMap((p): Block[] => [
        { t: 'table', spec: shaanxiProject(p), style: { size: 8.5, rowMin: 20 } },
      ]),
      { t: 'page' },
      ...part('第三部分 2023年度部门决算表'),
      ...shaanxiTables(a, shaanxiForm(a.entity)),
      ...glossary('第四部分 专业名词解释'),
    ],
  };
}
