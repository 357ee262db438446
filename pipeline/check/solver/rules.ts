/**
 * @module The rules that follow from coordinates, by the ids that people know: each names a kind of identity and the tables it stands
 * in. None has code of its own: what they say is solved once a document, by solve.ts.
 */
import type { Rule } from '../types.js';

const TITLES: Readonly<Record<string, Rule['title']>> = {
  'appropriation-against-funds': {
    zh: '财政拨款总表各项资金与政府性基金、国有资本经营预算表一致',
    en: 'The appropriation summary agrees with the tables of government funds and state capital',
  },
  'appropriation-against-general-budget': {
    zh: '财政拨款总表一般公共预算列与一般公共预算支出表一致',
    en: 'The appropriation summary agrees with the general public budget table',
  },
  'appropriation-income': {
    zh: '财政拨款总表收入与总表、收入表一致',
    en: 'Income of the appropriation summary agrees with the summary and the income table',
  },
  'appropriation-within-total': {
    zh: '一般公共预算支出不大于同科目的全部支出',
    en: 'General public budget expenditure does not exceed all expenditure under the same code',
  },
  'basic-against-economic': {
    zh: '一般公共预算基本支出等于经济分类表合计',
    en: 'Basic expenditure equals the total of the table by economic class',
  },
  'carryover-balance': {
    zh: '年初结转和结余加本年收入减本年支出等于年末结转和结余',
    en: 'Opening balance plus income minus expenditure is the closing balance',
  },
  'change-against-prior': {
    zh: '增减额、增减率与本年、上年数相符',
    en: 'Change and growth columns follow from this year and last year',
  },
  'disclosure-parts': {
    zh: '信息统计表中政府采购、车辆合计等于各项之和',
    en: 'In the disclosure statistics procurement and vehicles add up',
  },
  'economic-class-sum': {
    zh: '经济分类各类等于所属款之和',
    en: 'Each economic class is the sum of its items',
  },
  'economic-subtotals': {
    zh: '人员经费合计、公用经费合计与各类之和相符',
    en: 'Personnel and public subtotals are the sums of their economic classes',
  },
  'expenditure-against-summary': {
    zh: '支出表合计及各类与总表一致',
    en: 'The expenditure table agrees with the summary in total and by function',
  },
  'fund-columns-sum': {
    zh: '财政拨款总表合计列等于各项资金之和',
    en: 'In the appropriation summary each total is the sum of its fund columns',
  },
  'hierarchy-sum': {
    zh: '类、款、项逐级汇总相符',
    en: 'Each level of the functional classification is the sum of the level below',
  },
  'income-against-summary': {
    zh: '收入表合计及各来源与总表一致',
    en: 'The income table agrees with the summary in total and by source',
  },
  'row-sum': {
    zh: '每行合计等于各列之和',
    en: 'In each row the total is the sum of its columns',
  },
  'summary-lines-sum': {
    zh: '总表各行加计等于合计',
    en: 'The lines of a summary add to its totals',
  },
  'summary-sides': {
    zh: '总表两边各自加计等于总计，且收入总计等于支出总计',
    en: 'Each side of a summary adds to its grand total, and both grand totals are equal',
  },
  'tables-agree': {
    zh: '不同表格中口径相同的数一致',
    en: 'Figures of equal coordinates are equal in every table that prints them',
  },
  'three-public-against-economic': {
    zh: '“三公”各项不小于基本支出中的相应经济科目',
    en: 'Each of the three public expenses is at least its economic item within basic expenditure',
  },
  'three-public-parts': {
    zh: '“三公”经费合计等于各项之和，公务用车费等于购置费与运行维护费之和',
    en: 'The three public expenses add up, and vehicle costs are purchase plus running',
  },
};

export const solvedRules: readonly Rule[] = Object.entries(TITLES).map(([id, title]) => ({
  id,
  severity: 'error',
  title,
  evaluate: (ctx) => ctx.solution.outcomesOf(id),
}));

/** @throws Error for an id that is no solved rule: a test must name one. */
export function solvedRule(id: string): Rule {
  const found = solvedRules.find((rule) => rule.id === id);
  if (found === undefined) throw new Error(`“${id}” is no rule that follows from coordinates`);
  return found;
}
