/** @module Sentences on where the income comes from: 财政拨款收入 d 万元，占 p%; 事业收入; 其他收入. */
import type { FiscalFund, IncomeSource } from '../../domain/ids.js';
import type { SubjectPath } from '../../domain/subjects.js';
import type { PhraseContext, StatementKind } from './phrase.js';

const source =
  (path: FiscalFund | IncomeSource | 'surplus_used') =>
  ({ scope }: PhraseContext): SubjectPath | null =>
    scope === 'all' || scope === 'fiscal' ? `income.${path}` : null;

export const incomeSources: StatementKind = {
  id: 'income-sources',
  phrases: [
    { pattern: '一般公共预算(?:财政)?拨款收入', subject: source('general_public_budget') },
    { pattern: '政府性基金(?:预算)?(?:财政)?拨款收入', subject: source('government_fund') },
    { pattern: '国有资本经营(?:预算)?(?:财政)?拨款收入', subject: source('state_capital') },
    { pattern: '财政拨款收入', subject: source('fiscal_appropriation') },
    { pattern: '上级补助收入', subject: source('superior_subsidy') },
    { pattern: '事业收入', subject: source('business') },
    { pattern: '(?:事业单位)?经营收入', subject: source('operating') },
    { pattern: '附属单位上缴收入', subject: source('affiliated_remittance') },
    { pattern: '其他收入', subject: source('other') },
    { pattern: '使用非财政拨款结余(?:和专用结余|（含专用结余）)?', subject: source('surplus_used') },
  ],
};
