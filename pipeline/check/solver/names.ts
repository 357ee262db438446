/** @module The coordinates and places of an identity in; the id of the rule that people know it by out. */
import type { Figure } from './figures.js';

export type Direction = 'across' | 'down';

const SUMMARIES: ReadonlySet<string> = new Set(['income_expenditure_summary', 'fiscal_appropriation_summary']);

/** @param by the coordinates in which the parts are finer than their total */
export function sumRule(kind: string | null, direction: Direction, by: readonly string[], total: Figure): string {
  if (kind === 'disclosure_statistics') return 'disclosure-parts';
  if (by.includes('item')) return 'three-public-parts';
  if (kind !== null && SUMMARIES.has(kind)) {
    if (direction === 'across') return by.includes('fund') ? 'fund-columns-sum' : 'row-sum';
    return isGrand(total) && by.some((key) => key === 'flow' || key === 'vintage')
      ? 'summary-sides'
      : 'summary-lines-sum';
  }
  if (direction === 'across') return 'row-sum';
  if (by.includes('economic') || by.includes('government_economic') || by.includes('type')) {
    const code = total.dimensions?.economic ?? total.dimensions?.government_economic;
    return code === undefined ? 'economic-subtotals' : 'economic-class-sum';
  }
  return 'hierarchy-sum';
}

function isGrand(figure: Figure): boolean {
  return figure.dimensions?.fund === undefined || figure.fact.row_id?.endsWith('grand_total') === true;
}

export const PAIRS: readonly [string, string, string][] = [
  ['income', 'income_expenditure_summary', 'income-against-summary'],
  ['income', 'fiscal_appropriation_summary', 'appropriation-income'],
  ['income_expenditure_summary', 'fiscal_appropriation_summary', 'appropriation-income'],
  ['expenditure', 'income_expenditure_summary', 'expenditure-against-summary'],
  ['government_fund', 'fiscal_appropriation_summary', 'appropriation-against-funds'],
  ['state_capital', 'fiscal_appropriation_summary', 'appropriation-against-funds'],
  ['general_public_budget_expenditure', 'fiscal_appropriation_summary', 'appropriation-against-general-budget'],
  ['general_public_budget_expenditure', 'basic_expenditure_by_economic_class', 'basic-against-economic'],
  ['general_public_budget_expenditure', 'expenditure', 'appropriation-within-total'],
  ['three_public_expenses', 'basic_expenditure_by_economic_class', 'three-public-against-economic'],
];

/** Two tables that print the same. */
export function pairRule(a: string | null, b: string | null): string {
  const found = PAIRS.find(([x, y]) => (x === a && y === b) || (x === b && y === a));
  return found?.[2] ?? 'tables-agree';
}
