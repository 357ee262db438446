/** @module Sentences on government procurement: total, goods, works, services, and what went to small enterprises. */
import type { StatedProcurement, SubjectPath } from '../../domain/subjects.js';
import type { PhraseContext, StatementKind } from './phrase.js';

const inScope =
  (path: StatedProcurement) =>
  ({ scope }: PhraseContext): SubjectPath | null =>
    scope === 'procurement' ? `procurement.${path}` : null;

export const procurement: StatementKind = {
  id: 'procurement',
  phrases: [
    {
      pattern: '政府采购(?:支出)?(?:合同)?(?:总额|总金额|金额|预算|支出)(?:合计|共计)?',
      subject: inScope('total'),
      head: true,
    },
    { pattern: '(?:政府采购)?货物(?:采购)?(?:支出|预算|类)?(?:采购)?(?:金额)?', subject: inScope('goods') },
    { pattern: '(?:政府采购)?工程(?:采购)?(?:支出|预算|类)?(?:采购)?(?:金额)?', subject: inScope('works') },
    { pattern: '(?:政府采购)?服务(?:采购)?(?:支出|预算|类)?(?:采购)?(?:金额)?', subject: inScope('services') },
    {
      pattern: '授予中小企业(?:的)?合同(?:总)?金额|中小企业采购(?:支出|合同)?(?:总额|金额)',
      subject: inScope('sme'),
    },
    { pattern: '授予小微企业(?:的)?合同(?:总)?金额', subject: inScope('small_micro') },
    { pattern: '面向中小企业预留(?:的)?政府采购项目预算金额', subject: inScope('reserved_sme') },
    {
      pattern: '面向小微企业预留(?:的)?政府采购项目预算金额|预留给小型和微型企业的政府采购项目预算(?:金额)?',
      subject: inScope('reserved_small_micro'),
    },
    // Shares of one kind of procurement ("货物采购授予中小企业合同金额占 …") are about that kind, not about the total.
    { pattern: '(?:货物|工程|服务)采购授予中小企业(?:的)?合同(?:总)?金额', subject: inScope('sme_of_kind') },
  ],
};
