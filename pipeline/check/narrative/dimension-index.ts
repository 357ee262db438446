/** @module In: the facts of a document. Out: those that have given coordinates, in a phase and year; codes by the names printed beside them. */
import { looksLikeInstitution } from '../../domain/lexicon/axes.js';
import { DIMENSION_KEYS, type Dimensions, type MoneyPhase } from '../../domain/dimensions.js';
import type { Fact } from '../../../schemas/index.js';
import type { Place } from './coordinates.js';
import type { Names } from './names.js';

type Classification = 'function' | 'economic';

export class DimensionIndex {
  private readonly byPlace = new Map<string, Fact[]>();
  /** Codes of one classification, each with the names it is printed with. */
  private readonly labels = new Map<Classification, Map<string, Set<string>>>();

  constructor(
    facts: readonly Fact[],
    private readonly names: Names,
  ) {
    for (const fact of facts) {
      const { dimensions } = fact;
      if (!dimensions || isOneInstitution(fact)) continue;
      const key = keyOf(dimensions);
      const list = this.byPlace.get(key);
      if (list) list.push(fact);
      else this.byPlace.set(key, [fact]);
      for (const classification of ['function', 'economic'] as const) {
        const code = dimensions[classification];
        if (code !== undefined && rowNames(fact)) this.label(classification, code, fact.row_label);
      }
    }
  }

  private label(classification: Classification, code: string, label: string): void {
    let codes = this.labels.get(classification);
    if (!codes) this.labels.set(classification, (codes = new Map()));
    let names = codes.get(code);
    if (!names) codes.set(code, (names = new Set()));
    names.add(this.names.key(label));
  }

  /** Facts of these coordinates; a year that is not known matches any. */
  at(place: Place, phases: readonly MoneyPhase[] | null, year: number | null): Fact[] {
    return (this.byPlace.get(keyOf(place)) ?? []).filter(
      ({ dimensions }) =>
        (phases === null || dimensions!.phase === undefined || phases.includes(dimensions!.phase)) &&
        (year === null || dimensions!.year === undefined || dimensions!.year === year),
    );
  }

  /** Codes printed beside a name; a name that no code has is compared without 支出, 费 and the like at its end. */
  codesOf(classification: Classification, name: string): string[] {
    const codes = [...(this.labels.get(classification) ?? [])];
    const key = classification === 'economic' ? this.names.economic(name) : this.names.key(name);
    const exact = codes.filter(([, names]) => names.has(key));
    const found =
      exact.length > 0
        ? exact
        : codes.filter(([, names]) => [...names].some((one) => this.names.loose(one) === this.names.loose(key)));
    return found.map(([code]) => code);
  }

  /** Whether a code is printed with this name. */
  isNamed(classification: Classification, code: string, name: string): boolean {
    return this.labels.get(classification)?.get(code)?.has(this.names.key(name)) ?? false;
  }
}

/** 示例局（本级）: a row of one institution is not the whole, though its name was taken for the table's own. */
function isOneInstitution({ dimensions, row_label: label }: Fact): boolean {
  return dimensions!.institution === undefined && /本级|机关$/.test(label) && looksLikeInstitution(label);
}

/** A row whose label is its name, not that of a summary's line or a project. */
function rowNames(fact: Fact): boolean {
  return fact.row_label !== '' && fact.dimensions?.project === undefined;
}

const KEYS = DIMENSION_KEYS.filter((key) => key !== 'phase' && key !== 'year');

function keyOf(place: Place | Dimensions): string {
  let key = '';
  for (const name of KEYS) key += `${(place as Record<string, unknown>)[name] ?? ''}|`;
  return key;
}
