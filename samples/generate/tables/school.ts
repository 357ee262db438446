/** @module What the tables of the schools of form say alike: the year, funds by name, vintages, functions as lines. */
import { FUNCTIONS, ordinal } from '../catalogue.js';
import type { Coordinates } from '../meaning.js';
import type { Half } from './lines.js';

export const YEAR = 2026;
export const BUDGET: Coordinates = { phase: 'budget', year: YEAR };
export const SPENDING: Coordinates = { ...BUDGET, flow: 'expenditure' };

/** The funds of the fiscal appropriation as tables print them. */
export const FUNDS: readonly [string, Coordinates][] = [
  ['一般公共预算', { fund: 'general_public_budget' }],
  ['政府性基金预算', { fund: 'government_fund' }],
  ['国有资本经营预算', { fund: 'state_capital' }],
];
export const funds = FUNDS.map(([, c]) => c);
export const CURRENT: Coordinates = { vintage: 'current' };
export const CARRIED: Coordinates = { vintage: 'carryover' };
export const TOTAL: Coordinates = {};

/** 一、一般公共服务支出 and so on, numbered as they stand. */
export const numberedFunctions = (codes: readonly string[], numbered: (n: number) => string): Half[] =>
  codes.map((code, i) => ({ label: `${numbered(i + 1)}${functionClass(code)}`, means: { function: code } }));

export const ALL_FUNCTIONS: readonly string[] = FUNCTIONS.map(([code]) => code).filter((c) => c !== '234');
export const comma = (n: number): string => `${ordinal(n)}、`;

function functionClass(code: string): string {
  const found = FUNCTIONS.find(([c]) => c === code);
  if (!found) throw new Error(`samples: no class of functions ${code}`);
  return found[1];
}
