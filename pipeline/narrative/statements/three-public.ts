/** @module Sentences on 三公经费, 会议费 and 培训费: budget, actual, completion, change, and the counts that go with them. */
import type { StatedThreePublic, SubjectPath } from '../../domain/subjects.js';
import type { PhraseContext, StatementKind } from './phrase.js';

const inScope =
  (path: StatedThreePublic) =>
  ({ scope }: PhraseContext): SubjectPath | null =>
    scope === 'three_public' ? `three_public.${path}` : null;
/** The total is named so clearly that it counts in every part of the narrative but the glossary. */
const anywhere =
  (path: StatedThreePublic) =>
  ({ scope }: PhraseContext): SubjectPath | null =>
    scope === 'none' || scope === 'performance' ? null : `three_public.${path}`;

export const threePublic: StatementKind = {
  id: 'three-public',
  phrases: [
    {
      pattern: '(?:财政拨款)?(?:安排的)?["\']?三公["\']?经费["\']?(?:财政拨款)?(?:预算|支出)?',
      subject: anywhere('total'),
      head: true,
    },
    { pattern: '因公出国（境）(?:费用|费|经费)?', subject: inScope('abroad') },
    { pattern: '公务用车购置(?:及|和|与|、)运行(?:维护)?(?:费用|费|经费)?', subject: inScope('vehicles') },
    { pattern: '公务用车购置(?:费用|费|经费)?', subject: inScope('vehicle_purchase') },
    { pattern: '公务用车运行(?:维护)?(?:费用|费|经费)?', subject: inScope('vehicle_running') },
    { pattern: '公务接待(?:费用|费|经费)?', subject: inScope('reception') },
    { pattern: '国内(?:公务)?接待(?:费用|费)?', subject: inScope('reception.domestic') },
    { pattern: '(?:外事|外宾|国（境）外)接待(?:费用|费)?|接待外宾', subject: inScope('reception.foreign') },
    { pattern: '会议费', subject: inScope('conference') },
    { pattern: '培训费', subject: inScope('training') },
    { pattern: '(?:参加|安排|组织)?(?:因公)?出国(?:（境）)?团组(?:数)?', subject: inScope('abroad.groups') },
    { pattern: '购置公务用车|公务用车购置数', subject: inScope('vehicle_purchase.count') },
    { pattern: '公务用车保有量', subject: inScope('vehicle_running.count') },
  ],
};
