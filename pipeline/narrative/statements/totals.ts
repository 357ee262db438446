/** @module Sentences on totals: 收入支出总计, 本年收入合计, 支出总计, 年末结转和结余, and a budget's 收入预算, 支出预算. */
import type { SubjectPath, WholeItem } from '../../domain/subjects.js';
import type { PhraseContext, StatementKind } from './phrase.js';

const inScope =
  (path: WholeItem) =>
  ({ scope }: PhraseContext): SubjectPath | null =>
    scope !== 'all' && scope !== 'fiscal' && scope !== 'general'
      ? null
      : scope === 'fiscal'
        ? `fiscal.${path}`
        : path;

/** 政府采购支出总额, 培训费支出预算, 财政拨款支出预算 name something narrower. */
const WHOLE = '(?<![购费款金目本营业贴])';

export const totals: StatementKind = {
  id: 'totals',
  phrases: [
    {
      pattern:
        '财政拨款(?:收入支出|收支|收入、支出|收、支)(?:决算|预算)?(?:总计|合计)|财政拨款收入总计、(?:财政拨款)?支出总计',
      subject: 'fiscal.grand_total',
      head: true,
    },
    {
      pattern: '(?:收入支出|收支|收入、支出|收、支)(?:决算|预算)?(?:总计|合计)|收入总计、支出总计|收入总计和支出总计',
      subject: inScope('grand_total'),
      head: true,
    },
    { pattern: '财政拨款收入(?:决算)?总计', subject: 'fiscal.income.grand_total', head: true },
    { pattern: '财政拨款支出(?:决算)?总计', subject: 'fiscal.expenditure.grand_total', head: true },
    { pattern: `${WHOLE}收入(?:决算|预算)?总(?:计|额)`, subject: inScope('income.grand_total'), head: true },
    { pattern: `${WHOLE}支出(?:决算|预算)?总(?:计|额)`, subject: inScope('expenditure.grand_total'), head: true },
    { pattern: '(?:本年)?收入(?:决算)?合计', subject: inScope('income.total'), head: true },
    { pattern: '(?:本年)?支出(?:决算)?合计', subject: inScope('expenditure.total'), head: true },
    { pattern: '(?:今年|本年)支出', subject: inScope('expenditure.grand_total'), head: true },
    { pattern: '(?:今年|本年)收入', subject: inScope('income.grand_total'), head: true },
    { pattern: `${WHOLE}收入总预算|预算总收入`, subject: inScope('income.grand_total'), head: true },
    { pattern: `${WHOLE}支出总预算|预算总支出`, subject: inScope('expenditure.grand_total'), head: true },
    { pattern: '收支(?:总预算|预算总额)', subject: inScope('grand_total'), head: true },
    { pattern: `${WHOLE}收入预算`, subject: inScope('income.grand_total'), head: true },
    { pattern: `${WHOLE}支出预算`, subject: inScope('expenditure.grand_total'), head: true },
    {
      // 彩票公益金结转结余 is one purpose's.
      pattern: '年末(?:财政拨款)?结转(?:和|与)?结余|(?<![\\u4e00-\\u9fff])(?:今年)?结转(?:和|与)?结余',
      subject: inScope('expenditure.closing_carryover'),
    },
    { pattern: '(?:上年|年初)(?:财政拨款)?结转(?:和|与)?结余', subject: inScope('income.opening_carryover') },
    { pattern: '结余分配', subject: inScope('expenditure.surplus_distribution') },
  ],
};
