/** @module Every declared table kind. A new kind is a new file and its line here. */
import type { KindDefinition } from '../types.js';
import { basicExpenditureByEconomicClass } from './basic-expenditure-by-economic-class.js';
import { departmentPerformance } from './department-performance.js';
import { disclosureStatistics } from './disclosure-statistics.js';
import { expenditure } from './expenditure.js';
import { fiscalAppropriationSummary } from './fiscal-appropriation-summary.js';
import { generalPublicBudgetExpenditure } from './general-public-budget-expenditure.js';
import { governmentFund } from './government-fund.js';
import { income } from './income.js';
import { incomeExpenditureSummary } from './income-expenditure-summary.js';
import { projectPerformance } from './project-performance.js';
import { stateCapital } from './state-capital.js';
import { threePublicExpenses } from './three-public-expenses.js';

export const KINDS: readonly KindDefinition[] = [
  incomeExpenditureSummary,
  income,
  expenditure,
  fiscalAppropriationSummary,
  generalPublicBudgetExpenditure,
  basicExpenditureByEconomicClass,
  threePublicExpenses,
  governmentFund,
  stateCapital,
  disclosureStatistics,
  departmentPerformance,
  projectPerformance,
];
