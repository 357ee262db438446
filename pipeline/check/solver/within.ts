/**
 * @module The figures of all tables in; parts that stand in another table than their whole, out: general public budget expenditure under
 * a code is not more than all expenditure under it, 三公 covers at least what basic expenditure spends on the same.
 */
import type { Dimensions } from '../../domain/dimensions.js';
import { keyOf } from './coordinates.js';
import { type Figure, type Printed, isAmount } from './figures.js';
import type { Identity } from './identity.js';
import { append } from '../../domain/extremes.js';

/** Economic items that 三公 counts too, and beside them what project expenditure spends. */
const ITEM_OF: Readonly<Record<string, string>> = {
  '30212': 'abroad',
  '30217': 'reception',
  '30231': 'vehicles.running',
  '31013': 'vehicles.purchase',
};

export function withinOf(tables: readonly Printed[]): Identity[] {
  const found: Identity[] = [];
  const of = (kind: string): Printed[] => tables.filter(({ table }) => table.kind === kind);
  for (const part of of('general_public_budget_expenditure'))
    for (const whole of of('expenditure')) append(found, funds(part, whole));
  for (const part of of('basic_expenditure_by_economic_class'))
    for (const whole of of('three_public_expenses')) append(found, items(part, whole));
  return found;
}

/** Where both totals are equal nothing else was spent: every row must be equal then. */
function funds(part: Printed, whole: Printed): Identity[] {
  const wholes = once(whole, ({ dimensions }) => (dimensions!.fund === undefined ? keyOf(bare(dimensions!)) : null));
  const parts = once(part, ({ dimensions }) => keyOf(bare(dimensions!)));
  const pairs = [...parts].flatMap(([key, own]) => {
    const other = wholes.get(key);
    return other === undefined || own.amount!.of !== other.amount!.of ? [] : [{ own, other }];
  });
  const totals = pairs.filter(
    ({ own }) => own.dimensions!.function === undefined && own.dimensions!.type === undefined,
  );
  const same = totals.length > 0 && totals.every(({ own, other }) => own.amount!.value === other.amount!.value);
  const name = `${part.table.id} ${same ? '~' : '<'} ${whole.table.id}`;
  return pairs.map(({ own, other }) =>
    pair(same ? 'copy' : 'within', 'appropriation-within-total', name, other, own),
  );
}

function bare({ fund: _, vintage, ...rest }: Dimensions): Dimensions {
  return vintage === 'carryover' ? { ...rest, vintage } : rest;
}

function items(part: Printed, whole: Printed): Identity[] {
  const wholes = once(whole, ({ dimensions }) => {
    const { item, phase, year, type, vintage } = dimensions!;
    return item === undefined || type !== undefined || vintage !== undefined ? null : `${item} ${phase} ${year}`;
  });
  const found: Identity[] = [];
  for (const own of part.figures) {
    const { economic, phase, year, type, institution, vintage } = own.dimensions ?? {};
    const item = economic === undefined ? undefined : ITEM_OF[economic];
    if (
      item === undefined ||
      own.amount === null ||
      type !== 'basic' ||
      institution !== undefined ||
      vintage !== undefined
    )
      continue;
    const other = wholes.get(`${item} ${phase} ${year}`);
    if (other !== undefined && other.amount!.of === own.amount.of)
      found.push(pair('within', 'three-public-against-economic', `${part.table.id} < ${whole.table.id}`, other, own));
  }
  return found;
}

/** Figures by key, those that several places print left out. */
function once(printed: Printed, keyFor: (figure: Figure) => string | null): Map<string, Figure> {
  const found = new Map<string, Figure>();
  const repeated = new Set<string>();
  for (const figure of printed.figures) {
    if (!isAmount(figure) || figure.amount === null) continue;
    const key = keyFor(figure);
    if (key === null) continue;
    if (found.has(key)) repeated.add(key);
    found.set(key, figure);
  }
  for (const key of repeated) found.delete(key);
  return found;
}

function pair(kind: 'copy' | 'within', rule: string, family: string, total: Figure, part: Figure): Identity {
  return {
    kind,
    rule,
    family,
    total,
    parts: [{ figure: part, sign: 1 }],
    readings: [],
    strangers: [],
    left: [],
    doubt: null,
  };
}
