/** @module Sentences on what the expenditure is made of: 基本支出, 项目支出, 工资福利支出 …, as parts of the total spoken of. */
import type { CodeRow, ExpenditurePart } from '../../domain/ids.js';
import type { SubjectPath } from '../../domain/subjects.js';
import type { PhraseContext, StatementKind } from './phrase.js';

/** The account that the parts belong to: that of the total before, else that of the section. */
function account({
  scope,
  head,
}: PhraseContext): 'expenditure' | 'fiscal.expenditure' | 'general.expenditure' | null {
  if (scope === 'none' || scope === 'performance') return null;
  if (head?.startsWith('fiscal.')) return 'fiscal.expenditure';
  if (head?.startsWith('general.')) return 'general.expenditure';
  if (head === 'expenditure.total' || head === 'expenditure.grand_total') return 'expenditure';
  if (scope === 'general') return 'general.expenditure';
  if (scope === 'fiscal') return 'fiscal.expenditure';
  return scope === 'all' ? 'expenditure' : null;
}

const part =
  (path: ExpenditurePart) =>
  (context: PhraseContext): SubjectPath | null => {
    const of = account(context);
    return of && `${of}.${path}`;
  };

/** Economic classes belong to the basic expenditure they are listed under. */
const economicClass =
  (code: CodeRow) =>
  (context: PhraseContext): SubjectPath | null =>
    context.scope === 'basic' ? `economic.${code}` : context.scope === 'all' ? `expenditure.basic.${code}` : null;

export const expenditureParts: StatementKind = {
  id: 'expenditure-parts',
  phrases: [
    { pattern: '基本支出(?:预算)?', subject: part('basic') },
    { pattern: '项目支出(?:预算)?', subject: part('project') },
    { pattern: '上缴上级支出', subject: part('superior_remittance') },
    { pattern: '(?:事业单位)?经营支出', subject: part('operating') },
    { pattern: '对附属单位补助支出', subject: part('affiliated_subsidy') },
    { pattern: '工资福利支出', subject: economicClass('301') },
    { pattern: '商品和服务支出', subject: economicClass('302') },
    { pattern: '对个人和家庭的?补助(?:支出)?', subject: economicClass('303') },
    { pattern: '资本性支出', subject: economicClass('310') },
  ],
};
