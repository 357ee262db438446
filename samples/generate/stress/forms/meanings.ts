/** @module What the columns and rows of sketched forms say, in the words that several of them share. */
import type { Coordinates, Meaning } from '../../meaning.js';

const BUDGET = (year: number): Coordinates => ({ phase: 'budget', year });
const ACTUAL = (year: number): Coordinates => ({ phase: 'actual', year });
export const SPENT = { budget: BUDGET, actual: ACTUAL };

const TYPES: Readonly<Record<string, Coordinates>> = {
  基本支出: { type: 'basic' },
  项目支出: { type: 'project' },
  上缴上级支出: { type: 'superior_remittance' },
  经营支出: { type: 'operating' },
  事业单位经营支出: { type: 'operating' },
  对附属单位补助支出: { type: 'affiliated_subsidy' },
  人员经费: { type: 'basic.personnel' },
  公用经费: { type: 'basic.public' },
};
const FUNDS: Readonly<Record<string, Coordinates>> = {
  财政拨款收入: { fund: 'fiscal_appropriation' },
  一般公共预算: { fund: 'general_public_budget' },
  政府性基金预算: { fund: 'government_fund' },
  国有资本经营预算: { fund: 'state_capital' },
  财政专户管理资金: { fund: 'fiscal_special_account' },
  单位资金: { fund: 'entity_funds' },
  事业收入: { fund: 'business' },
  经营收入: { fund: 'operating' },
  事业单位经营收入: { fund: 'operating' },
  上级补助收入: { fund: 'superior_subsidy' },
  附属单位上缴收入: { fund: 'affiliated_remittance' },
  其他收入: { fund: 'other' },
};

/** Columns from the first on, by their labels; a label that is in no list is the total. */
export function labelled(first: number, labels: readonly string[], also: Coordinates = {}): Meaning['columns'] {
  return Object.fromEntries(
    labels.map((label, i) => [first + i, { ...(TYPES[label] ?? FUNDS[label] ?? {}), ...also }]),
  );
}
