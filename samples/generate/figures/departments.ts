/** @module Invents a department: its units with their people, running costs and projects, as the amounts of a cube. */
import { governmentItem } from '../code-names.js';
import type { Random } from '../random.js';
import { type Atom, Cube } from './cube.js';

export interface Unit {
  name: string;
  /** An administration, or an institution (事业单位), whose people and money stand under other codes. */
  administration: boolean;
  /** Functional code of its running costs. */
  running: string;
  /** Roughly what a large item costs, in the last printed digit. */
  scale: number;
  projects: readonly Project[];
}

export interface Project {
  name: string;
  function: string;
  /** Economic items that share its money. */
  items: readonly string[];
  /** @default "general_public_budget" */
  fund?: string;
  /** The part of it carried over from the year before, in per cent. */
  carried?: number;
  also?: readonly string[];
}

const PEOPLE = ['30101', '30102', '30103', '30112'];
const RUNNING = ['30201', '30207', '30211', '30217', '30228', '30231', '30239'];
/** Each insurance has a function and an economic item of its own. */
const CARE = (administration: boolean): [string, string][] => [
  [administration ? '2080501' : '2080502', '30302'],
  ['2080505', '30108'],
  ['2080506', '30109'],
  [administration ? '2101101' : '2101102', '30110'],
  ['2210201', '30113'],
];

export function department(r: Random, year: number, units: readonly Unit[]): Cube {
  return new Cube(units.flatMap((u) => unit(r, year, u)));
}

/** The same department a year before: most amounts other, some things new. */
export function withYearBefore(r: Random, cube: Cube): Cube {
  const before = cube.atoms
    .filter((a) => a.vintage === 'current' && !r.chance(0.15))
    .map((a): Atom => ({ ...a, year: a.year - 1, amount: Math.round((a.amount * r.int(60, 130)) / 100) }));
  return new Cube([...cube.atoms, ...before]);
}

function unit(r: Random, year: number, u: Unit): Atom[] {
  const out: Atom[] = [];
  const add = (rest: Pick<Atom, 'function' | 'economic' | 'type' | 'amount'> & Partial<Atom>): void => {
    if (rest.amount === 0) return;
    out.push({
      year,
      institution: u.name,
      government_economic: governmentItem(rest.economic, u.administration),
      fund: 'general_public_budget',
      vintage: 'current',
      also: [],
      ...rest,
    });
  };
  const about = (part: number): number => Math.max(1, Math.round(u.scale * part * (0.5 + r.next())));
  for (const economic of PEOPLE)
    add({ function: u.running, economic, type: 'basic.personnel', amount: about(economic === '30112' ? 0.02 : 1) });
  for (const economic of RUNNING) {
    const also = u.administration ? ['operating_expenses'] : [];
    add({ function: u.running, economic, type: 'basic.public', amount: about(0.08), also });
  }
  for (const [code, economic] of CARE(u.administration))
    add({ function: code, economic, type: 'basic.personnel', amount: about(0.3) });
  for (const p of u.projects) {
    const carried = p.carried ?? 0;
    for (const economic of p.items) {
      const amount = about(0.6);
      const old = Math.round((amount * carried) / 100);
      const rest = { function: p.function, economic, type: 'project', project: p.name, also: p.also ?? [] };
      const fund = p.fund ?? 'general_public_budget';
      add({ ...rest, fund, amount: amount - old });
      add({ ...rest, fund, amount: old, vintage: 'carryover' });
    }
  }
  return out;
}
