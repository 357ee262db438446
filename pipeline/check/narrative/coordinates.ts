/**
 * @module In: what a statement is about (subject path, part of the prose). Out: the coordinates of the figures that
 * print the same: those that are it, and those that print it under a neighbouring name and so excuse it.
 */
import type { Dimensions, Fund } from '../../domain/dimensions.js';
import { isCode } from '../../domain/codes.js';
import type { Scope } from '../../narrative/scope.js';

/** Coordinates without phase and year, which the sentence gives. */
export type Place = Omit<Dimensions, 'phase' | 'year'>;

export interface Meaning {
  /** Figures that are what is said: when none of them agrees, the statement is wrong. */
  exact: Place[];
  /** Figures that some places mean by the same words: one that agrees is enough, none of them condemns. */
  also: Place[];
}

const SPENT = { flow: 'expenditure' } as const;
const EARNED = { flow: 'income' } as const;
const OWN = { flow: 'income', vintage: 'current' } as const;

const ITEMS: Readonly<Record<string, string>> = {
  total: 'three_public',
  abroad: 'abroad',
  reception: 'reception',
  vehicles: 'vehicles',
  vehicle_purchase: 'vehicles.purchase',
  vehicle_running: 'vehicles.running',
  conference: 'meetings',
  training: 'training',
};

const TYPES = ['basic', 'project', 'superior_remittance', 'operating', 'affiliated_subsidy'] as const;
/** Whose money an account's name says. */
const FUNDS: Readonly<Record<string, Fund>> = {
  fiscal: 'fiscal_appropriation',
  general: 'general_public_budget',
  fund: 'government_fund',
  capital: 'state_capital',
};

/** The institution's whole money: 收入总计, 本年支出合计, 年末结转和结余 … */
const WHOLE: Readonly<Record<string, Meaning>> = {
  grand_total: { exact: [{}, EARNED], also: [SPENT, OWN] },
  // Some places write 收入总计 and 支出总计 for what the tables call 合计.
  'income.grand_total': { exact: [{}, EARNED], also: [OWN, SPENT] },
  'expenditure.grand_total': { exact: [{}, SPENT], also: [EARNED] },
  'income.total': { exact: [OWN], also: [EARNED, {}] },
  'expenditure.total': { exact: [SPENT], also: [{}] },
  expenditure: { exact: [SPENT], also: [{}] },
  income: { exact: [OWN, EARNED], also: [] },
  'income.opening_carryover': {
    exact: [{ flow: 'opening' }],
    also: [{ flow: 'income', vintage: 'carryover' }, { flow: 'financing' }],
  },
  'expenditure.closing_carryover': { exact: [{ flow: 'closing' }], also: [{ flow: 'distribution' }] },
  'income.surplus_used': { exact: [{ flow: 'financing' }], also: [] },
  'expenditure.surplus_distribution': { exact: [{ flow: 'distribution' }], also: [] },
};

/** null: no coordinates say it. */
export function meaningOf(path: string, scope: Scope): Meaning | null {
  const [account = '', ...rest] = path.split('.');
  const fund = FUNDS[account];
  if (fund !== undefined) {
    const item = rest.join('.');
    if (isCode(item)) return byFunction(item, [fund]);
    const of = item === 'income' ? WHOLE.income! : item === '' ? null : wholeItem(item);
    return of && withFund(of, fund);
  }
  const [item = ''] = rest;
  switch (account) {
    case 'function':
      return isCode(item) ? functional(item, scope) : null;
    case 'basic':
      return basic(item);
    case 'economic':
      return isCode(item) ? economic(item) : null;
    case 'three_public':
      return rest.length === 1 && ITEMS[item] !== undefined ? publicItem(ITEMS[item]) : null;
    case 'operating_expenses':
      return anyFund({ ...SPENT, type: 'operating_expenses' });
    case 'procurement':
      return item === 'total' ? { exact: [], also: anyFund({ ...SPENT, type: 'procurement' }).exact } : null;
    default:
      return wholeItem(path);
  }
}

function wholeItem(path: string): Meaning | null {
  const known = WHOLE[path];
  if (known) return known;
  const type = TYPES.find((one) => path === `expenditure.${one}`);
  if (type) return { exact: [{ ...SPENT, type }], also: anyFund({ ...SPENT, type }).exact };
  const basicClass = /^expenditure\.basic\.(\d{3})$/.exec(path)?.[1];
  if (basicClass) return economic(basicClass);
  const source = /^income\.(\w+)$/.exec(path)?.[1] as Fund | undefined;
  if (!source) return null;
  return {
    exact: [
      { ...OWN, fund: source },
      { ...EARNED, fund: source },
    ],
    also: [],
  };
}

/** The same with a fund; where a table of one fund needs no word for its flow, it has none. */
function withFund({ exact, also }: Meaning, fund: Fund): Meaning {
  const of = (places: Place[]): Place[] =>
    places.flatMap((place) => [
      { ...place, fund },
      ...(place.flow === 'expenditure' ? [{ ...without(place, 'flow'), fund }] : []),
    ]);
  // One fund alone stands for the three where nothing else is appropriated.
  const narrower =
    fund === 'fiscal_appropriation'
      ? exact.map((place) => ({ ...place, fund: 'general_public_budget' as const }))
      : [];
  return { exact: of(exact), also: [...of(also), ...narrower] };
}

function without(place: Place, key: keyof Place): Place {
  const { [key]: _, ...rest } = place;
  return rest;
}

function functional(code: string, scope: Scope): Meaning {
  return scope === 'general' || scope === 'basic'
    ? {
        exact: byFunction(code, ['general_public_budget']).exact,
        also: [{ ...SPENT, function: code }, ...byFunction(code, ['fiscal_appropriation']).exact],
      }
    : {
        exact: [
          { ...SPENT, function: code },
          ...byFunction(code, ['fiscal_appropriation', 'general_public_budget']).exact,
        ],
        also: byFunction(code, ['government_fund', 'state_capital']).exact,
      };
}

function byFunction(code: string, funds: Fund[]): Meaning {
  return {
    exact: funds.flatMap((fund): Place[] => [
      { ...SPENT, fund, function: code },
      ...(fund === 'government_fund' || fund === 'state_capital' ? [{ fund, function: code }] : []),
    ]),
    also: [],
  };
}

function basic(item: string): Meaning {
  const type = item === 'total' ? 'basic' : item === 'personnel' ? 'basic.personnel' : 'basic.public';
  return {
    exact: [{ ...SPENT, fund: 'general_public_budget', type }],
    also: [{ ...SPENT, fund: 'fiscal_appropriation', type }],
  };
}

function economic(code: string): Meaning {
  return {
    exact: [{ ...SPENT, fund: 'general_public_budget', type: 'basic', economic: code }],
    also: [
      ...(['basic.personnel', 'basic.public'] as const).map((type) => ({
        ...SPENT,
        fund: 'general_public_budget' as const,
        type,
        economic: code,
      })),
      { ...SPENT, fund: 'fiscal_appropriation', type: 'basic', economic: code },
      { ...SPENT, type: 'basic', economic: code },
      // Under a heading of basic expenditure some places list the whole by economic class.
      { ...SPENT, fund: 'general_public_budget', economic: code },
      { ...SPENT, economic: code },
    ],
  };
}

function publicItem(item: string): Meaning {
  const { exact } = anyFund({ ...SPENT, item });
  return { exact, also: exact.flatMap((place) => [{ ...place, vintage: 'current' as const }]) };
}

function anyFund(place: Place): Meaning {
  return {
    exact: [place, { ...place, fund: 'fiscal_appropriation' }, { ...place, fund: 'general_public_budget' }],
    also: [],
  };
}
