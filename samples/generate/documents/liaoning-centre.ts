/**
 * @module Liaoning, provincial unit: 行次 and 栏次, three economic column groups, spaces inside numbers, landscape pages
 * turned by /Rotate.
 */
import { liaoningCentre as a } from '../figures/liaoning-centre.js';
import { cover, glossary, overview, part } from '../front.js';
import { PAIRS } from '../layout/fonts.js';
import type { Block, SampleDocument } from '../model.js';
import { finalProse } from '../narrative.js';
import { SOURCES } from '../catalogue.js';
import { economic } from '../tables/economic.js';
import { EXPENDITURE_LEAVES, functional, FUND_LEAVES, general, INCOME_LEAVES } from '../tables/functional.js';
import { summary } from '../tables/summary.js';
import { itemsDown } from '../tables/three-public.js';
import type { Form } from '../tables/style.js';

const form: Form = {
  numbers: 'spaced',
  number: (n) => `公开 0${n} 表`,
  unit: '万元',
  unitLine: '金额单位：万元',
  entityLine: `单位：${a.entity}`,
  yearLine: '2023 年度',
  commonNotes: ['本表金额转换成万元时，因四舍五入可能存在尾差。', '如本表为空，则我单位本年度无此类资金收支余。'],
  codeHeader: '功能分类科目编码',
  nothing: '',
};

const LAND: Block = { t: 'page', landscape: true, rotate: true };

function liaoningTables(): Block[] {
  const t = (spec: ReturnType<typeof summary>, style = {}): Block => ({ t: 'table', spec, style });
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
        note: '注：本表反映单位本年度的总收支和年末结转结余情况。',
      }),
    ),
    LAND,
    t(
      functional(form, a.income, {
        title: '收入决算表',
        kind: 'income',
        n: 2,
        leaves: INCOME_LEAVES,
        lead: 'merged',
        columnNumbers: true,
        note: '注：本表反映单位本年度取得的各项收入情况。',
      }),
      { rowMin: 14.5 },
    ),
    LAND,
    t(
      functional(form, a.expenditure, {
        title: '支出决算表',
        kind: 'expenditure',
        n: 3,
        leaves: EXPENDITURE_LEAVES,
        lead: 'merged',
        columnNumbers: true,
        note: '注：本表反映单位本年度各项支出情况。',
      }),
      { rowMin: 14.5 },
    ),
    { t: 'page' },
    t(
      summary(form, a.appropriation, {
        title: '财政拨款收入支出决算总表',
        kind: 'fiscal_appropriation_summary',
        n: 4,
        amount: '金额',
        sources: ['一般公共预算财政拨款', '政府性基金预算财政拨款', '国有资本经营财政拨款'],
        columns: ['合计', '一般公共预算财政拨款', '政府性基金预算财政拨款', '国有资本经营预算财政拨款'],
        lineNumbers: true,
        columnNumbers: true,
        income: '收 入',
        expenditure: '支 出',
        note: '注：本表反映单位本年度财政拨款的总收支和年末结转结余情况。',
      }),
      { size: 7.5 },
    ),
    { t: 'page' },
    t(
      functional(form, a.general, {
        title: '一般公共预算财政拨款支出决算表',
        kind: 'general_public_budget_expenditure',
        n: 5,
        leaves: general('小计'),
        lead: 'merged',
        columnNumbers: true,
        note: '注：本表反映单位本年度一般公共预算财政拨款支出情况。',
      }),
      { rowMin: 20 },
    ),
    LAND,
    t(
      economic(form, a.economic, a.personnel, a.publicUse, {
        title: '一般公共预算财政拨款基本支出决算表',
        n: 6,
        groups: [['301', '303'], ['302'], ['307', '310', '312', '399']],
        heads: true,
        amount: '决算数',
        codeHeader: '科目编码',
        note: '注：本表反映单位本年度一般公共预算财政拨款基本支出明细情况。',
      }),
      { size: 6.5, padY: 1, rowMin: 9.5 },
    ),
    { t: 'page' },
    t(
      itemsDown(
        form,
        a.threePublicBudget,
        a.threePublicActual,
        '财政拨款“三公”经费支出决算表',
        7,
        '注：本表反映单位本年度财政拨款“三公”经费支出预决算情况。',
      ),
      { rowMin: 24 },
    ),
    t(
      functional(form, [{ code: '', name: '合计', values: [] }], {
        title: '政府性基金预算财政拨款收入支出决算表',
        kind: 'government_fund',
        n: 8,
        leaves: FUND_LEAVES,
        lead: 'merged',
        columnNumbers: true,
        note: '注：本表反映单位本年度政府性基金预算财政拨款收入、支出及结转和结余情况。',
        blankRows: 2,
      }),
    ),
    { t: 'page' },
    t(
      functional(form, [{ code: '', name: '合计', values: [] }], {
        title: '国有资本经营预算财政拨款支出决算表',
        kind: 'state_capital',
        n: 9,
        leaves: general('合计'),
        lead: 'merged',
        columnNumbers: true,
        note: '注：本表反映单位本年度国有资本经营预算财政拨款支出情况。',
        blankRows: 2,
      }),
    ),
  ];
}

export function liaoningCentreDocument(attachments: Block[]): SampleDocument {
  return {
    name: 'liaoning-service-centre-2023',
    entity: a.entity,
    fiscalYear: 2023,
    documentKind: '单位决算',
    unit: '万元',
    setup: { width: 595.28, height: 841.89, left: 62, right: 62, top: 60, bottom: 56 },
    body: { size: 12, leading: 1.6 },
    table: {
      size: 8,
      padX: 2.5,
      padY: 1.5,
      rowMin: 14.5,
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
    footer: (n) => `— ${n} —`,
    header: null,
    anomalies: [],
    blocks: [
      ...cover([a.entity, '2023年度单位决算']),
      { t: 'toc', title: '目　录' },
      { t: 'page' },
      ...overview(
        `第一部分　${a.entity}概况`,
        a.entity,
        [
          '承担医疗保障经办服务的技术支持和保障工作。',
          '承担异地就医直接结算等经办服务工作。',
          '完成主管部门交办的其他工作。',
        ],
        [a.entity],
      ),
      { t: 'page' },
      ...part('第二部分　2023年度单位决算情况说明'),
      ...finalProse({
        accounts: a,
        self: '本单位',
        grouped: false,
        prior: { total: '2029.89', running: '0.00' },
        initial: {
          2080502: '4.14',
          2080505: '110.63',
          2080506: '6.00',
          2101102: '60.72',
          2101506: '134.00',
          2101550: '918.58',
          2101599: '25.31',
          2210201: '107.57',
        },
        procurement: { goods: '0.00', works: '74.35', services: '7.96', sme: '82.31', micro: '76.35' },
        vehicles: 0,
        operating: null,
      }),
      ...glossary('第三部分　名词解释'),
      { t: 'page' },
      ...part('第四部分　2023年度单位决算表'),
      ...liaoningTables(),
      ...attachments,
    ],
  };
}
