/** @module Every rule, one import and one entry a line, both alphabetical: adding a rule touches nothing else. */
import type { Rule } from '../types.js';
import { rule as appropriationAgainstFunds } from './appropriation-against-funds.js';
import { rule as appropriationAgainstGeneralBudget } from './appropriation-against-general-budget.js';
import { rule as appropriationIncome } from './appropriation-income.js';
import { rule as appropriationWithinTotal } from './appropriation-within-total.js';
import { rule as basicAgainstEconomic } from './basic-against-economic.js';
import { rule as carryoverBalance } from './carryover-balance.js';
import { rule as changeAgainstPrior } from './change-against-prior.js';
import { rule as classWithoutItems } from './class-without-items.js';
import { rule as codeName } from './code-name.js';
import { rule as disclosureParts } from './disclosure-parts.js';
import { rule as economicClassSum } from './economic-class-sum.js';
import { rule as economicSubtotals } from './economic-subtotals.js';
import { rule as emptyFundTable } from './empty-fund-table.js';
import { rule as expenditureAgainstSummary } from './expenditure-against-summary.js';
import { rule as fundColumnsSum } from './fund-columns-sum.js';
import { rule as hierarchySum } from './hierarchy-sum.js';
import { rule as incomeAgainstSummary } from './income-against-summary.js';
import { rule as narrativeAmount } from './narrative-amount.js';
import { rule as narrativeCompletion } from './narrative-completion.js';
import { rule as narrativeCounts } from './narrative-counts.js';
import { rule as narrativeDirection } from './narrative-direction.js';
import { rule as narrativeEmptyTable } from './narrative-empty-table.js';
import { rule as narrativeGrowth } from './narrative-growth.js';
import { rule as narrativeItemUse } from './narrative-item-use.js';
import { rule as narrativeListedZero } from './narrative-listed-zero.js';
import { rule as narrativeOverWhole } from './narrative-over-whole.js';
import { rule as narrativePartsSum } from './narrative-parts-sum.js';
import { rule as narrativePerformance } from './narrative-performance.js';
import { rule as narrativeRepeated } from './narrative-repeated.js';
import { rule as narrativeShare } from './narrative-share.js';
import { rule as narrativeUnknownSubject } from './narrative-unknown-subject.js';
import { rule as narrativeZeroBase } from './narrative-zero-base.js';
import { rule as performanceCompletion } from './performance-completion.js';
import { rule as performanceFunds } from './performance-funds.js';
import { rule as performanceRate } from './performance-rate.js';
import { rule as performanceScoreRate } from './performance-score-rate.js';
import { rule as performanceScoreSum } from './performance-score-sum.js';
import { rule as performanceScoreWeight } from './performance-score-weight.js';
import { rule as rowSum } from './row-sum.js';
import { rule as summaryLinesSum } from './summary-lines-sum.js';
import { rule as summarySides } from './summary-sides.js';
import { rule as tableCaption } from './table-caption.js';
import { rule as tablesPresent } from './tables-present.js';
import { rule as textAsciiPunctuation } from './text-ascii-punctuation.js';
import { rule as textBrackets } from './text-brackets.js';
import { rule as textContentsHeadings } from './text-contents-headings.js';
import { rule as textEntity } from './text-entity.js';
import { rule as textMissingPercent } from './text-missing-percent.js';
import { rule as textMissingUnit } from './text-missing-unit.js';
import { rule as textNumbering } from './text-numbering.js';
import { rule as textOtherItem } from './text-other-item.js';
import { rule as textPlaceholder } from './text-placeholder.js';
import { rule as textPunctuation } from './text-punctuation.js';
import { rule as textScopeWord } from './text-scope-word.js';
import { rule as textSentenceEnd } from './text-sentence-end.js';
import { rule as textTypo } from './text-typo.js';
import { rule as textWordForm } from './text-word-form.js';
import { rule as textYear } from './text-year.js';
import { rule as threePublicAgainstEconomic } from './three-public-against-economic.js';
import { rule as threePublicParts } from './three-public-parts.js';
import { rule as unitLine } from './unit-line.js';

export const rules: readonly Rule[] = [
  appropriationAgainstFunds,
  appropriationAgainstGeneralBudget,
  appropriationIncome,
  appropriationWithinTotal,
  basicAgainstEconomic,
  carryoverBalance,
  changeAgainstPrior,
  classWithoutItems,
  codeName,
  disclosureParts,
  economicClassSum,
  economicSubtotals,
  emptyFundTable,
  expenditureAgainstSummary,
  fundColumnsSum,
  hierarchySum,
  incomeAgainstSummary,
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
  rowSum,
  summaryLinesSum,
  summarySides,
  tableCaption,
  tablesPresent,
  textAsciiPunctuation,
  textBrackets,
  textContentsHeadings,
  textEntity,
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
  threePublicAgainstEconomic,
  threePublicParts,
  unitLine,
];
