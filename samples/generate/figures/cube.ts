/**
 * @module A department's money as single amounts with all their coordinates. A table asks for the figure at its own
 * coordinates, so that every table of a document adds up and all of them agree, whatever they break down by.
 */
import { Big } from 'big.js';
import type { Coordinates } from '../meaning.js';

/** The smallest amount: one unit's money for one function and economic item, from one source. */
export interface Atom {
  year: number;
  institution: string;
  function: string;
  economic: string;
  government_economic: string;
  fund: string;
  vintage: 'current' | 'carryover';
  /** basic.personnel, basic.public or project. */
  type: string;
  project?: string;
  /** Other types and printed subdivisions that count it: procurement, 预留给中小企业 … */
  also: readonly string[];
  /** Whole units of the last printed digit. */
  amount: number;
}

const FUNDS: Readonly<Record<string, readonly string[]>> = {
  fiscal_appropriation: ['general_public_budget', 'government_fund', 'state_capital'],
  entity_funds: ['superior_subsidy', 'business', 'operating', 'affiliated_remittance', 'other'],
};
/** 三公 by economic code. */
const ITEMS: Readonly<Record<string, readonly string[]>> = {
  three_public: ['30212', '30217', '30231', '31013'],
  abroad: ['30212'],
  reception: ['30217'],
  vehicles: ['30231', '31013'],
  'vehicles.purchase': ['31013'],
  'vehicles.running': ['30231'],
};
/** Money is not broken down by what says how it is counted. */
const SPENT = ['income', 'expenditure'];

export class Cube {
  constructor(readonly atoms: readonly Atom[]) {}

  /** The amounts at some coordinates; what is carried over into the next year is nothing in these documents. */
  at(c: Coordinates): Atom[] {
    if (c.flow && !SPENT.includes(c.flow)) return [];
    return this.atoms.filter((a) => matches(a, c));
  }

  sum(c: Coordinates): number {
    return this.at(c).reduce((n, a) => n + a.amount, 0);
  }

  /** The figure as a decimal string; changes are against the year before, a rate in per cent; null: there is none. */
  figure(c: Coordinates, places: number): string | null {
    const now = this.sum(c);
    if (c.measure === undefined || c.measure === null) return decimal(now, places);
    const before = this.sum({ ...c, year: (c.year ?? 0) - 1 });
    if (c.measure === 'change') return decimal(now - before, places);
    if (c.measure !== 'change_rate') throw new Error(`cube: no figure for measure ${c.measure}`);
    return before === 0 ? null : new Big(now - before).times(100).div(before).toFixed(2);
  }

  /** Codes of a classification at some coordinates, with those above them, in the order of tables. */
  codes(of: 'function' | 'economic', c: Coordinates, levels: readonly number[]): string[] {
    const found = this.at(c).flatMap((a) => levels.map((n) => a[of].slice(0, n)));
    return [...new Set(found)].sort();
  }

  projects(c: Coordinates): string[] {
    return [...new Set(this.at({ ...c, type: 'project' }).flatMap((a) => a.project ?? []))];
  }
}

function decimal(n: number, places: number): string {
  return new Big(n).div(new Big(10).pow(places)).toFixed(places);
}

function matches(a: Atom, c: Coordinates): boolean {
  const under = (code: string, wanted: string | null | undefined) => !wanted || code.startsWith(wanted);
  return (
    (!c.year || a.year === c.year) &&
    (!c.vintage || a.vintage === c.vintage) &&
    (!c.fund || (FUNDS[c.fund] ?? [c.fund]).includes(a.fund)) &&
    (!c.institution || a.institution === c.institution) &&
    (!c.project || a.project === c.project) &&
    under(a.function, c.function) &&
    under(a.economic, c.economic) &&
    under(a.government_economic, c.government_economic) &&
    (!c.item || (ITEMS[c.item] ?? []).includes(a.economic)) &&
    (!c.type || a.type.startsWith(c.type) || a.also.includes(c.type)) &&
    (!c.type_detail || a.also.includes(c.type_detail))
  );
}
