/** @module Sentences on basic expenditure by economic class: 人员经费 d 万元, 公用经费 d 万元, and single items with amounts. */
import type { StatementKind } from './phrase.js';

export const basicExpenditure: StatementKind = {
  id: 'basic-expenditure',
  phrases: [
    { pattern: '人员经费', subject: ({ scope }) => (scope === 'basic' ? 'basic.personnel' : null) },
    { pattern: '(?:日常)?公用经费', subject: ({ scope }) => (scope === 'basic' ? 'basic.public' : null) },
    {
      // "基本工资255.31万元": a name that stands right before its amount, in a list.
      pattern: '(?<=[，、：；。])(?<economicItem>[\\u4e00-\\u9fff]{2,20}(?:（[\\u4e00-\\u9fff]{1,4}）[\\u4e00-\\u9fff]{0,6})?)(?= ?\\d[\\d，.]*万元)',
      subject: ({ scope }, match) => (scope === 'basic' && !/[增减少下降等占]|完成|预算|决算|经费$/.test(match.groups!.economicItem!) ? `economic.${match.groups!.economicItem!}` : null),
      names: match => [match.groups!.economicItem!],
    },
  ],
};
