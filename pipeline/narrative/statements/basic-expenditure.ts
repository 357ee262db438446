/** @module Sentences on basic expenditure by economic class: 人员经费 d 万元, 公用经费 d 万元, and single items with amounts. */
import { WAN_AMOUNT } from '../../domain/prose-figures.js';
import type { SubjectPath } from '../../domain/subjects.js';
import type { PhraseContext, StatementKind } from './phrase.js';

/** Under their own heading, or right after the total they divide. */
const ofBasic =
  (part: 'personnel' | 'public') =>
  ({ scope, head }: PhraseContext): SubjectPath | null =>
    scope === 'basic' || (head === 'basic.total' && scope !== 'none' && scope !== 'performance')
      ? `basic.${part}`
      : null;

export const basicExpenditure: StatementKind = {
  id: 'basic-expenditure',
  phrases: [
    {
      pattern: '基本支出(?:决算|总额|合计)?',
      subject: ({ scope }) => (scope === 'basic' ? 'basic.total' : null),
      head: true,
    },
    { pattern: '人员经费', subject: ofBasic('personnel') },
    { pattern: '(?:日常)?公用经费', subject: ofBasic('public') },
    {
      // "基本工资255.31万元": a name that stands right before its amount, in a list.
      pattern: `(?<=[，、：；。])(?<economicItem>[\\u4e00-\\u9fff]{2,20}(?:（[\\u4e00-\\u9fff]{1,4}）[\\u4e00-\\u9fff]{0,6})?)(?= ?${WAN_AMOUNT})`,
      subject: ({ scope }, match) =>
        scope === 'basic' &&
        !/^(?:当年|本年|全年|年内|当期|实际|累计)|[增减少下降等占]|完成|预算|决算|分别|合计|(?:人员|公用|运行|三公)经费$/.test(
          match.groups!.economicItem!,
        )
          ? `economic.${match.groups!.economicItem!}`
          : null,
      names: (match) => [match.groups!.economicItem!],
    },
  ],
};
