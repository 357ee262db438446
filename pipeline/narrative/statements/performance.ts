/** @module Sentences on performance management: number of projects, money they cover, average score. */
import type { PerformanceItem, SubjectPath } from '../../domain/subjects.js';
import type { PhraseContext, StatementKind } from './phrase.js';

const inScope =
  (path: PerformanceItem) =>
  ({ scope }: PhraseContext): SubjectPath | null =>
    scope === 'performance' ? `performance.${path}` : null;

export const performance: StatementKind = {
  id: 'performance',
  phrases: [
    {
      pattern: '(?:绩效自评的|共涉及预算支出|绩效目标的)(?:\\d{4}年度?)?项目(?:共)?',
      subject: inScope('projects'),
      head: true,
    },
    { pattern: '涉及(?:预算)?(?:项目预算)?(?:资金|金额)', subject: inScope('amount') },
    { pattern: '(?:自评)?平均(?:得)?分', subject: inScope('average_score') },
    { pattern: '(?:项目|部门整体支出)?自评得分', subject: inScope('score') },
    { pattern: '(?:项目)?全年预算数', subject: inScope('project_budget') },
    { pattern: '(?:全年)?执行数', subject: inScope('project_executed') },
  ],
};
