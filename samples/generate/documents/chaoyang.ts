/**
 * @module Liaoning, city department: functional tables carried over pages with a repeated header, 0.00 in the general
 * budget, 三公 as 明细表.
 */
import { chaoyang as a } from '../figures/chaoyang.js';
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
  numbers: 'grouped',
  number: (n) => `公开 0${n} 表`,
  unit: '万元',
  unitLine: '金额单位：万元',
  entityLine: `部门：${a.entity}`,
  yearLine: '2023 年度',
  commonNotes: ['本表金额转换成万元时，因四舍五入可能存在尾差。', '如本表为空，则我部门本年度无此类资金收支余。'],
  codeHeader: '功能分类科目编码',
  nothing: '',
};

export function chaoyangDocument(): SampleDocument {
  const t = (spec: TableSpec, style: Partial<TableStyle> = {}): Block => ({ t: 'table', spec, style });
  const page: Block = { t: 'page' };
  const land: Block = { t: 'page', landscape: true };
  const none = [{ code: '', name: '合计', values: [] }];
  return {
    name: 'liaoning-department-2023',
    entity: a.entity,
    fiscalYear: 2023,
    documentKind: '部门决算',
    unit: '万元',
    setup: { width: 595.28, height: 841.89, left: 64, right: 64, top: 64, bottom: 64 },
    body: { size: 12, leading: 1.7 },
    table: {
      size: 8.5,
      padX: 3,
      padY: 2,
      rowMin: 16,
      ruling: 'stroke',
      lineWidth: 0.75,
      repeatHeader: true,
      cutRows: false,
      closeAtBreak: true,
      headerFill: null,
      boldHeader: false,
      valign: 'middle',
    },
    fonts: PAIRS.serif,
    footer: (n) => `- ${n} -`,
    header: null,
    anomalies: [],
    blocks: [
      ...cover([a.entity, '2023年度部门决算']),
      { t: 'toc', title: '目 录' },
      page,
      ...overview(
        `第一部分 ${a.entity}概况`,
        a.entity,
        [
          '贯彻执行医疗保障法律法规和政策，拟订本市有关政策并组织实施。',
          '监督管理医疗保障基金，推进支付方式改革。',
          '完成市委、市政府交办的其他任务。',
        ],
        ['朝阳市医疗保障局', '朝阳市医疗保险管理局', '朝阳市双塔医疗保险管理局', '朝阳市龙城医疗保险管理局'],
      ),
      page,
      ...part('第二部分 2023年度部门决算情况说明'),
      ...finalProse({
        accounts: a,
        self: '本部门',
        grouped: false,
        prior: { total: '2010.39', running: '8.63' },
        initial: {
          2080501: '5.63',
          2080502: '0.39',
          2080505: '144.73',
          2080506: '20.00',
          2080801: '17.13',
          2100410: '364.50',
          2101101: '68.18',
          2101102: '17.68',
          2101103: '22.96',
          2101501: '761.75',
          2101550: '185.37',
          2109999: '77.93',
          2210201: '93.62',
        },
        procurement: { goods: '0.00', works: '0.00', services: '0.00', sme: '0.00', micro: '0.00' },
        vehicles: 5,
        operating: '76.23',
      }),
      ...glossary('第三部分 名词解释'),
      page,
      ...part('第四部分 2023年度部门决算表'),
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
      land,
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
        { rowMin: 20 },
      ),
      land,
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
        { rowMin: 20 },
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
          income: '收 入',
          expenditure: '支 出',
          note: '注：本表反映部门本年度财政拨款的总收支和年末结转结余情况。',
        }),
        { size: 7.5 },
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
        { rowMin: 27, repeatHeader: false },
      ),
      land,
      t(
        economic(form, a.economic, a.personnel, a.publicUse, {
          title: '一般公共预算财政拨款基本支出决算明细表',
          n: 6,
          groups: [['301', '303'], ['302'], ['307', '310', '312', '399']],
          heads: true,
          amount: '决算数',
          codeHeader: '科目编码',
          note: '注：本表反映部门本年度一般公共预算财政拨款基本支出明细情况。',
        }),
        { size: 6.5, padY: 0.5, rowMin: 9.5 },
      ),
      page,
      t(
        itemsDown(
          form,
          a.threePublicBudget,
          a.threePublicActual,
          '财政拨款“三公经费”支出决算明细表',
          7,
          '注：本表反映部门本年度财政拨款“三公”经费支出预决算情况。',
        ),
        { rowMin: 24 },
      ),
      t(
        functional(form, none, {
          title: '政府性基金预算财政拨款收入支出决算表',
          kind: 'government_fund',
          n: 8,
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
          n: 9,
          leaves: general('合计'),
          lead: 'merged',
          columnNumbers: true,
          note: '注：本表反映部门本年度国有资本经营预算财政拨款支出情况。',
        }),
      ),
    ],
  };
}
