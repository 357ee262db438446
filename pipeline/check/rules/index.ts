/** @module Every rule, one import and one entry a line, both alphabetical: adding a rule touches nothing else. */
import type { Rule } from '../types.js';
import { rule as appropriationAgainstFunds } from './appropriation-against-funds.js';
import { rule as appropriationAgainstGeneralBudget } from './appropriation-against-general-budget.js';
import { rule as appropriationIncome } from './appropriation-income.js';
import { rule as appropriationWithinTotal } from './appropriation-within-total.js';
import { rule as basicAgainstEconomic } from './basic-against-economic.js';
import { rule as carryoverBalance } from './carryover-balance.js';
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
import { rule as rowSum } from './row-sum.js';
import { rule as summaryLinesSum } from './summary-lines-sum.js';
import { rule as summarySides } from './summary-sides.js';
import { rule as tablesPresent } from './tables-present.js';
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
  rowSum,
  summaryLinesSum,
  summarySides,
  tablesPresent,
  threePublicAgainstEconomic,
  threePublicParts,
  unitLine,
];
