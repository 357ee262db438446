/**
 * @module Liaoning, unit of a city bureau, 2024: full-width commas in numbers, rulings as thin filled rectangles,
 * radicals in ToUnicode, 三公 as table 9.
 */
import { shenyang as a } from '../figures/shenyang.js';
import { SOURCES } from '../catalogue.js';
import { cover, glossary, overview, part } from '../front.js';
import { PAIRS } from '../layout/fonts.js';
import type { Block, SampleDocument, TableSpec, TableStyle } from '../model.js';
import { finalProse } from '../narrative.js';
import { economic } from '../tables/economic.js';
import { EXPENDITURE_LEAVES, functional, FUND_LEAVES, general, INCOME_LEAVES } from '../tables/functional.js';
import { summary } from '../tables/summary.js';
import type { Form } from '../tables/style.js';
import { itemsDown } from '../tables/three-public.js';

const form: Form = {
  numbers: 'fullwidth',
  number: (n) => `公开 0${n} 表`,
  unit: '万元',
  unitLine: '金额单位：万元',
  entityLine: `单位：${a.entity}`,
  yearLine: '2024 年度',
  commonNotes: ['本表金额转换成万元时，因四舍五入可能存在尾差。', '如本表为空，则我部门本年度无此类资金收支余。'],
  codeHeader: '功能分类科目编码',
  nothing: '',
};

export function shenyangDocument(): SampleDocument {
  const t = (spec: TableSpec, style: Partial<TableStyle> = {}): Block => ({ t: 'table', spec, style });
  const page: Block = { t: 'page' };
  const none = [{ code: '', name: '合计', values: [] }];
  return {
    name: 'liaoning-bureau-2024',
    entity: a.entity,
    fiscalYear: 2024,
    documentKind: '单位决算',
    unit: '万元',
    setup: { width: 595.28, height: 841.89, left: 50, right: 50, top: 60, bottom: 50 },
    body: { size: 12, leading: 1.65 },
    table: {
      size: 7.5,
      padX: 2,
      padY: 1.5,
      rowMin: 15.5,
      ruling: 'fill',
      lineWidth: 0.48,
      repeatHeader: false,
      cutRows: false,
      closeAtBreak: true,
      headerFill: '#dbe5f1',
      boldHeader: false,
      valign: 'middle',
    },
    fonts: PAIRS.song,
    footer: (n) => `${n}`,
    header: null,
    anomalies: [],
    doubleBold: true,
    radicals: true,
    blocks: [
      ...cover([a.entity, '2024年度单位决算']),
      { t: 'toc', title: '目录' },
      page,
      ...overview(
        `第一部分 ${a.entity}概况`,
        a.entity,
        [
          '贯彻执行医疗保障法律法规、规划和标准，拟订全市有关政策。',
          '组织实施医疗保障基金监督管理办法。',
          '负责医疗保障经办管理、公共服务体系和信息化建设。',
        ],
        [a.entity],
      ),
      ...part('第二部分 2024年度单位决算情况说明'),
      ...finalProse({
        accounts: a,
        self: '本单位',
        grouped: true,
        prior: { total: '3519.80', running: '1.15' },
        initial: {
          2080501: '80.20',
          2080505: '230.00',
          2080506: '38.54',
          2101101: '90.11',
          2101501: '2300.00',
          2101599: '463.00',
          2210201: '250.00',
          2210203: '128.09',
        },
        procurement: { goods: '8.45', works: '0.00', services: '320.15', sme: '328.60', micro: '164.30' },
        vehicles: 1,
        operating: '364.47',
      }),
      ...glossary('第三部分 名词解释'),
      page,
      ...part('第四部分 2024年度部门决算表'),
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
        { rowMin: 22 },
      ),
      page,
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
        { rowMin: 22 },
      ),
      page,
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
          note: '注：本表反映部门本年度财政拨款的总收支和年末结转结余情况。',
        }),
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
        { rowMin: 20 },
      ),
      page,
      t(
        economic(form, a.economic, a.personnel, a.publicUse, {
          title: '一般公共预算财政拨款基本支出决算表',
          n: 6,
          groups: [['301', '303'], ['302'], ['307', '310', '312', '399']],
          heads: true,
          amount: '决算数',
          codeHeader: '科目编码',
          note: '注：本表反映部门本年度一般公共预算财政拨款基本支出明细情况。',
        }),
        { size: 6.5, rowMin: 18 },
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
      t(
        functional(form, none, {
          title: '国有资本经营预算财政拨款收入支出决算表',
          kind: 'state_capital',
          n: 8,
          leaves: general('合计'),
          lead: 'merged',
          columnNumbers: true,
          note: '注：本表反映部门本年度国有资本经营预算财政拨款支出情况。',
        }),
      ),
      t(
        itemsDown(
          form,
          a.threePublicBudget,
          a.threePublicActual,
          '财政拨款“三公”经费支出决算表',
          9,
          '注：本表反映部门本年度财政拨款“三公”经费支出预决算情况。',
        ),
        { rowMin: 22 },
      ),
    ],
  };
}
