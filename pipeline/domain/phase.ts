/** @module Header and row wording in; which phase of the budget cycle a value belongs to out. */
import type { Phase } from './ids.js';
import { fold } from './labels.js';

const PRIOR = /上年(?:度)?(?:预算|决算|执行|完成|数|支出)|去年|上年同期/;
const BUDGET = /预算数|预算金额|年初预算|全年预算|调整预算|预算安排|本年预算|年度预算|^预算$|\d年度?预算/;
const ACTUAL = /决算|执行数|实际支出|^决算数$/;
const STATISTIC = /统计数/;

/** The phase that printed wording states, or null. */
export function statedPhase(wording: readonly string[], fiscalYear: number | null): Phase | null {
  for (const text of [...wording].reverse()) {
    const folded = fold(text);
    if (PRIOR.test(folded)) return 'prior_year';
    const year = /((?:19|20)\d\d)年/.exec(folded);
    if (year && fiscalYear !== null && Number(year[1]) < fiscalYear && /预算|决算|执行|数/.test(folded))
      return 'prior_year';
    if (STATISTIC.test(folded)) return 'statistic';
    if (BUDGET.test(folded)) return 'budget';
    if (ACTUAL.test(folded)) return 'actual';
  }
  return null;
}
