/**
 * @module Shanxi, district unit: four economic column groups with "———", 三公 as one unlabelled row, 公开10表, project
 * performance whose long texts are cut by the page break.
 */
import { shanxiCentre as a } from '../figures/shanxi-centre.js';
import { shanxiFigures } from '../figures/performance.js';
import { SOURCES } from '../catalogue.js';
import { cover, glossary, overview, part } from '../front.js';
import { PAIRS } from '../layout/fonts.js';
import type { Block, SampleDocument, TableSpec, TableStyle } from '../model.js';
import { finalProse } from '../narrative.js';
import { disclosure } from '../tables/disclosure.js';
import { economic } from '../tables/economic.js';
import { EXPENDITURE_LEAVES, functional, FUND_LEAVES, general, INCOME_LEAVES } from '../tables/functional.js';
import { shanxiProject } from '../tables/performance-shanxi.js';
import { summary } from '../tables/summary.js';
import type { Form } from '../tables/style.js';
import { twoGroups } from '../tables/three-public.js';

const form: Form = {
  numbers: 'plain',
  number: (n) => `公开${String(n).padStart(2, '0')}表`,
  unit: '万元',
  unitLine: '金额单位：万元',
  entityLine: `部门名称：${a.entity}`,
  yearLine: '2023年度',
  commonNotes: [],
  codeHeader: '科目代码',
  nothing: '',
};

function shanxiTables(): Block[] {
  const t = (spec: TableSpec, style: Partial<TableStyle> = {}): Block => ({ t: 'table', spec, style });
  const page: Block = { t: 'page' };
  const none = [{ code: '', name: '合计', values: [] }];
  return [
    t(
      summary(form, a.summary, {
        title: '收入支出决算总表',
        kind: 'income_expenditure_summary',
        n: 1,
        amount: '金额',
        sources: SOURCES,
        columns: ['金额'],
        lineNumbers: true,
        columnNumbers: true,
        note: '注：本表反映部门本年度的总收支和年末结转结余情况。',
      }),
      { breakAt: [29] },
    ),
    page,
    t(
      functional(form, a.income, {
        title: '收入决算表',
        kind: 'income',
        n: 2,
        leaves: INCOME_LEAVES,
        lead: 'merged',
        columnNumbers: true,
        note: '注：本表反映部门本年度取得的各项收入情况。',
      }),
    ),
    t(
      functional(form, a.expenditure, {
        title: '支出决算表',
        kind: 'expenditure',
        n: 3,
        leaves: EXPENDITURE_LEAVES,
        lead: 'merged',
        columnNumbers: true,
        note: '注：本表反映部门本年度各项支出情况。',
      }),
    ),
    page,
    t(
      summary(form, a.appropriation, {
        title: '财政拨款收入支出决算总表',
        kind: 'fiscal_appropriation_summary',
        n: 4,
        amount: '金额',
        sources: ['一般公共预算财政拨款', '政府性基金预算财政拨款', '国有资本经营预算财政拨款'],
        columns: ['合计', '一般公共预算财政拨款', '政府性基金预算财政拨款', '国有资本经营预算财政拨款'],
        lineNumbers: true,
        columnNumbers: true,
        note: '注：本表反映部门本年度财政拨款的总收支和年末结转结余情况。',
      }),
      { size: 7, breakAt: [30] },
    ),
    page,
    t(
      functional(form, a.general, {
        title: '一般公共预算财政拨款支出决算表',
        kind: 'general_public_budget_expenditure',
        n: 5,
        leaves: general('小计'),
        lead: 'merged',
        columnNumbers: true,
        note: '注：本表反映部门本年度一般公共预算财政拨款支出情况。',
      }),
    ),
    { t: 'page', landscape: true },
    t(
      economic(form, a.economic, a.personnel, a.publicUse, {
        title: '一般公共预算财政拨款基本支出决算明细表',
        n: 6,
        groups: [['301', '303'], ['302'], ['307', '3070', '309', '310', '311', '312', '313', '399']],
        height: 28,
        heads: true,
        amount: '决算数',
        codeHeader: '科目代码',
        dashed: ['309', '311'],
        note: '注：本表反映部门本年度一般公共预算财政拨款基本支出明细情况。',
      }),
      { size: 7.5, rowMin: 20 },
    ),
    page,
    t(
      functional(form, none, {
        title: '政府性基金预算财政拨款收入支出决算表',
        kind: 'government_fund',
        n: 7,
        leaves: FUND_LEAVES,
        lead: 'merged',
        columnNumbers: true,
        note: '注：本表反映部门本年度政府性基金预算财政拨款收入、支出及结转和结余情况。',
      }),
    ),
    { t: 'text', text: '说明：本表无数据', size: 9 },
    t(
      functional(form, none, {
        title: '国有资本经营预算财政拨款支出决算表',
        kind: 'state_capital',
        n: 8,
        leaves: general('合计'),
        lead: 'merged',
        columnNumbers: true,
        note: '注：本表反映部门本年度国有资本经营预算财政拨款支出情况。',
      }),
    ),
    { t: 'text', text: '说明：本表无数据', size: 9 },
    { t: 'page', landscape: true },
    t(
      twoGroups(
        form,
        a.threePublicBudget,
        a.threePublicActual,
        '财政拨款“三公”经费支出决算表',
        9,
        '注：本表反映部门本年度“三公”经费支出预决算情况。',
      ),
      { rowMin: 22 },
    ),
    page,
    t(
      disclosure(
        { ...form, entityLine: `单位名称：${a.entity}` },
        {
          total: '3.50',
          goods: '',
          works: '',
          services: '3.50',
          administrative: '',
          supervised: '',
          vehicles: ['1', '', '', '', '', '', '', '', '1'],
          equipment: '',
        },
        10,
        '注：本表反映部门本年度政府采购、机关运行经费和国有资产占用情况。',
      ),
      { rowMin: 21 },
    ),
  ];
}

export function shanxiCentreDocument(): SampleDocument {
  return {
    name: 'shanxi-service-centre-2023',
    entity: a.entity,
    fiscalYear: 2023,
    documentKind: '单位决算',
    unit: '万元',
    setup: { width: 595.28, height: 841.89, left: 57, right: 57, top: 62, bottom: 62 },
    body: { size: 12, leading: 1.6 },
    table: {
      size: 8.5,
      padX: 2.5,
      padY: 2,
      rowMin: 17,
      ruling: 'stroke',
      lineWidth: 0.5,
      repeatHeader: false,
      cutRows: false,
      closeAtBreak: true,
      headerFill: null,
      boldHeader: false,
      valign: 'middle',
    },
    fonts: PAIRS.song,
    footer: (n) => `第 ${n} 页`,
    header: null,
    anomalies: [],
    blocks: [
      ...cover([a.entity, '2023年度单位决算公开']),
      { t: 'toc', title: '目 录' },
      { t: 'page' },
      ...overview(
        '第一部分 概况',
        a.entity,
        [
          '贯彻实施基本医疗保险制度的具体事项。',
          '负责基本医疗保险基金的征缴、管理和支付。',
          '负责领导交办的其他事项。',
        ],
        [a.entity],
      ),
      { t: 'page' },
      ...part('第二部分 2023年部门决算表'),
      ...shanxiTables(),
      { t: 'page' },
      ...part('第三部分 情况说明'),
      ...finalProse({
        accounts: a,
        self: '本单位',
        grouped: true,
        prior: { total: '2573.12', running: '2.03' },
        initial: { 2101202: '2112.00', 2101550: '622.34' },
        procurement: { goods: '0.00', works: '0.00', services: '3.50', sme: '3.50', micro: '3.50' },
        vehicles: 1,
        operating: null,
      }),
      {
        t: 'text',
        text: '（五）预算绩效情况。本单位对1个项目开展绩效自评，项目自评得分95.94分，全年预算数192万元，全年执行数114.048万元，执行率59.40%。',
        indent: 2,
      },
      ...glossary('第四部分 名词解释'),
      { t: 'page' },
      ...part('第五部分 附件'),
      {
        t: 'table',
        spec: shanxiProject(shanxiFigures),
        style: { rowMin: 21, cutRows: true, closeAtBreak: true, size: 9.5, padY: 3 },
      },
    ],
  };
}
