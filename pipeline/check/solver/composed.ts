/**
 * @module The figures of all tables in; totals that one table prints and another only in parts, out: 财政拨款 of the income table is the
 * three funds of the summary, basic expenditure is 人员经费合计 and 公用经费合计, or all classes of the economic table.
 */
import type { DimensionKey, Dimensions } from '../../domain/dimensions.js';
import { isNonZero } from './figures.js';
import { keyOf } from './coordinates.js';
import { type Same, bySameKey } from './copies.js';
import type { Figure, Printed } from './figures.js';
import type { Identity } from './identity.js';
import { pairRule } from './names.js';
import { append } from '../../domain/extremes.js';

/** A value and what it consists of; every part must be printed, if only as an empty place. */
const COMPOSED: readonly { key: DimensionKey; whole: string | undefined; parts: readonly string[] }[] = [
  {
    key: 'fund',
    whole: 'fiscal_appropriation',
    parts: ['general_public_budget', 'government_fund', 'state_capital'],
  },
  { key: 'type', whole: 'basic', parts: ['basic.personnel', 'basic.public'] },
];

export function composedOf(tables: readonly Printed[]): Identity[] {
  const wholes = bySameKey(tables, (figure) => figure.key);
  return tables.flatMap((printed) => {
    const parts = byParts(printed, wholes);
    const said = new Set(parts.map(({ total }) => total.key));
    return [...parts, ...byClasses(printed, wholes).filter(({ total }) => !said.has(total.key))];
  });
}

function byParts(printed: Printed, wholes: ReadonlyMap<string, Same[]>): Identity[] {
  const found: Identity[] = [];
  for (const { key, whole, parts } of COMPOSED) {
    const sets = new Map<string, Map<string, Figure>>();
    for (const figure of printed.figures) {
      const value = figure.dimensions?.[key];
      if (value === undefined || !parts.includes(String(value))) continue;
      const name = wholeKey(figure.dimensions!, key, whole);
      const set = sets.get(name) ?? new Map<string, Figure>();
      sets.set(name, set);
      // Printed twice: which one is meant cannot be told.
      if (set.has(String(value))) set.set('', figure);
      else set.set(String(value), figure);
    }
    for (const [name, set] of sets)
      if (set.size === parts.length && !set.has(''))
        append(found, against(printed, wholes.get(name), [...set.values()]));
  }
  return found;
}

/** All classes of a table that prints no total of them. */
function byClasses(printed: Printed, wholes: ReadonlyMap<string, Same[]>): Identity[] {
  const sets = new Map<string, Figure[]>();
  const twice = new Set<string>();
  const seen = new Set<string>();
  for (const figure of printed.figures) {
    const { dimensions } = figure;
    if (dimensions?.economic?.length !== 3 || dimensions.government_economic !== undefined || figure.loose) continue;
    const name = wholeKey(dimensions, 'economic', undefined);
    if (seen.has(figure.key)) twice.add(name);
    seen.add(figure.key);
    sets.set(name, [...(sets.get(name) ?? []), figure]);
  }
  return [...sets].flatMap(([name, set]) =>
    set.length < 2 || twice.has(name) || !printed.understood ? [] : against(printed, wholes.get(name), set),
  );
}

function wholeKey(dimensions: Dimensions, key: DimensionKey, whole: string | undefined): string {
  const { [key]: _, ...rest } = dimensions;
  return keyOf(whole === undefined ? rest : { ...rest, [key]: whole });
}

function against(printed: Printed, places: readonly Same[] | undefined, parts: readonly Figure[]): Identity[] {
  if (places === undefined || !parts.some(isNonZero)) return [];
  // A table that prints the total itself is compared by it.
  if (places.some((place) => place.printed === printed)) return [];
  return places.map((place) => ({
    kind: 'copy',
    rule: pairRule(place.printed.table.kind, printed.table.kind),
    family: `${place.printed.table.id} = ${printed.table.id}`,
    total: place.figure,
    parts: parts.map((figure) => ({ figure, sign: 1 as const })),
    readings: [],
    strangers: [],
    left: [],
    doubt: null,
  }));
}
