/** @module Sentences on spending out of appropriations, by fund: 财政拨款支出, 一般公共预算财政拨款支出, 政府性基金 …, 国有资本经营 …. */
import type { SubjectPath } from '../../domain/subjects.js';
import type { PhraseContext, StatementKind } from './phrase.js';

const outside =
  (path: SubjectPath) =>
  ({ scope }: PhraseContext): SubjectPath | null =>
    scope === 'none' || scope === 'performance' || scope === 'three_public' ? null : path;

const ofFund =
  (flow: 'income' | 'expenditure') =>
  ({ scope }: PhraseContext): SubjectPath | null =>
    scope === 'fund' || scope === 'capital' ? `${scope}.${flow}` : null;

export const appropriation: StatementKind = {
  id: 'appropriation',
  phrases: [
    {
      pattern: '一般公共预算(?:(?:财政)?拨款)?基本支出(?:预算)?|(?<!一般公共预算)财政拨款基本支出',
      subject: outside('basic.total'),
      head: true,
    },
    {
      pattern: '一般公共预算(?:(?:财政)?拨款)?(?:决算支出|支出(?:决算|预算)?)',
      subject: outside('general.expenditure'),
      head: true,
    },
    // Under a fund's own heading the short forms are the fund's: 收入 5.00 万元，支出 5.00 万元.
    { pattern: '(?<=[，、；。：]|度)(?:本年)?收入(?=\\d)', subject: ofFund('income') },
    { pattern: '(?<=[，、；。：]|度)(?:本年)?支出(?=\\d)', subject: ofFund('expenditure') },
    { pattern: '(?:政府性基金|国有资本经营)(?:预算)?(?:财政)?拨款收入', subject: ofFund('income') },
    { pattern: '政府性基金(?:预算)?(?:(?:财政)?拨款)?支出(?:决算|预算)?', subject: outside('fund.expenditure') },
    { pattern: '国有资本经营(?:预算)?(?:(?:财政)?拨款)?支出(?:决算|预算)?', subject: outside('capital.expenditure') },
    {
      pattern: '财政拨款支出(?:决算|预算)?',
      // Under a heading of the general public budget the short form means that fund.
      subject: ({ scope }) =>
        scope === 'general'
          ? 'general.expenditure'
          : scope === 'all' || scope === 'fiscal'
            ? 'fiscal.expenditure'
            : null,
      head: true,
    },
  ],
};
