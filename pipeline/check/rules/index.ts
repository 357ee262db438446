/**
 * @module Every rule, one import and one entry a line, imports by group, the list by id:
 * adding a rule touches nothing else.
 */
import type { Rule } from '../types.js';
import { solvedRules } from '../solver/rules.js';
import { rule as narrativeAmount } from './narrative/narrative-amount.js';
import { rule as narrativeCompletion } from './narrative/narrative-completion.js';
import { rule as narrativeCounts } from './narrative/narrative-counts.js';
import { rule as narrativeDirection } from './narrative/narrative-direction.js';
import { rule as narrativeEmptyTable } from './narrative/narrative-empty-table.js';
import { rule as narrativeGrowth } from './narrative/narrative-growth.js';
import { rule as narrativeItemUse } from './narrative/narrative-item-use.js';
import { rule as narrativeListedZero } from './narrative/narrative-listed-zero.js';
import { rule as narrativeOverWhole } from './narrative/narrative-over-whole.js';
import { rule as narrativePartsSum } from './narrative/narrative-parts-sum.js';
import { rule as narrativePerformance } from './narrative/narrative-performance.js';
import { rule as narrativeRepeated } from './narrative/narrative-repeated.js';
import { rule as narrativeShare } from './narrative/narrative-share.js';
import { rule as narrativeUnknownSubject } from './narrative/narrative-unknown-subject.js';
import { rule as narrativeZeroBase } from './narrative/narrative-zero-base.js';
import { rule as performanceCompletion } from './performance/performance-completion.js';
import { rule as performanceFunds } from './performance/performance-funds.js';
import { rule as performanceRate } from './performance/performance-rate.js';
import { rule as performanceScoreRate } from './performance/performance-score-rate.js';
import { rule as performanceScoreSum } from './performance/performance-score-sum.js';
import { rule as performanceScoreWeight } from './performance/performance-score-weight.js';
import { rule as classWithoutItems } from './sums/class-without-items.js';
import { rule as codeName } from './text/code-name.js';
import { rule as emptyFundTable } from './text/empty-fund-table.js';
import { rule as tableCaption } from './text/table-caption.js';
import { rule as tablesPresent } from './text/tables-present.js';
import { rule as textAsciiPunctuation } from './text/text-ascii-punctuation.js';
import { rule as textBrackets } from './text/text-brackets.js';
import { rule as textContentsHeadings } from './text/text-contents-headings.js';
import { rule as textEntity } from './text/text-entity.js';
import { rule as textFormSlips } from './text/text-form-slips.js';
import { rule as textMissingPercent } from './text/text-missing-percent.js';
import { rule as textMissingUnit } from './text/text-missing-unit.js';
import { rule as textNumbering } from './text/text-numbering.js';
import { rule as textOtherItem } from './text/text-other-item.js';
import { rule as textPlaceholder } from './text/text-placeholder.js';
import { rule as textPunctuation } from './text/text-punctuation.js';
import { rule as textScopeWord } from './text/text-scope-word.js';
import { rule as textSentenceEnd } from './text/text-sentence-end.js';
import { rule as textTypo } from './text/text-typo.js';
import { rule as textWordForm } from './text/text-word-form.js';
import { rule as textYear } from './text/text-year.js';
import { rule as unitLine } from './text/unit-line.js';

export const rules: readonly Rule[] = [
  ...solvedRules,
  classWithoutItems,
  codeName,
  emptyFundTable,
  narrativeAmount,
  narrativeCompletion,
  narrativeCounts,
  narrativeDirection,
  narrativeEmptyTable,
  narrativeGrowth,
  narrativeItemUse,
  narrativeListedZero,
  narrativeOverWhole,
  narrativePartsSum,
  narrativePerformance,
  narrativeRepeated,
  narrativeShare,
  narrativeUnknownSubject,
  narrativeZeroBase,
  performanceCompletion,
  performanceFunds,
  performanceRate,
  performanceScoreRate,
  performanceScoreSum,
  performanceScoreWeight,
  tableCaption,
  tablesPresent,
  textAsciiPunctuation,
  textBrackets,
  textContentsHeadings,
  textEntity,
  textFormSlips,
  textMissingPercent,
  textMissingUnit,
  textNumbering,
  textOtherItem,
  textPlaceholder,
  textPunctuation,
  textScopeWord,
  textSentenceEnd,
  textTypo,
  textWordForm,
  textYear,
  unitLine,
];
