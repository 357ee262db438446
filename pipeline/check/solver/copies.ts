/**
 * @module The figures of all tables in; the places that print the same coordinates out, by twos. Equal coordinates printed twice in one
 * table say that the table is not understood there: such figures are compared with nothing.
 */
import { moneyPower } from './amounts.js';
import { type Figure, type Printed, isAmount } from './figures.js';
import type { Identity } from './identity.js';
import { pairRule } from './names.js';

/** The one figure of each table that prints these coordinates. */
export interface Same {
  printed: Printed;
  figure: Figure;
}

/** Figures by coordinates; of one table only what it prints once (or twice alike). */
export function bySameKey(tables: readonly Printed[], keyFor: (figure: Figure) => string): Map<string, Same[]> {
  const all = new Map<string, Same[]>();
  for (const printed of tables) {
    const own = new Map<string, Figure | null>();
    for (const figure of printed.figures) {
      if (!isAmount(figure) || figure.amount === null) continue;
      const key = keyFor(figure);
      const before = own.get(key);
      if (before === undefined) own.set(key, figure);
      else if (before !== null && before.fact.value !== figure.fact.value) own.set(key, null);
    }
    for (const [key, figure] of own) {
      if (figure === null) continue;
      const list = all.get(key);
      if (list) list.push({ printed, figure });
      else all.set(key, [{ printed, figure }]);
    }
  }
  return all;
}

/** Past so many tables each is compared with the first alone. */
const ALL_PAIRS = 5;

export function copiesOf(tables: readonly Printed[]): Identity[] {
  const copies: Identity[] = [];
  for (const same of bySameKey(tables, (figure) => figure.key).values()) {
    for (let i = 0; i < same.length; i++) {
      if (i > 0 && same.length > ALL_PAIRS) break;
      for (let j = i + 1; j < same.length; j++) {
        const pair = copy(same[i]!, same[j]!);
        if (pair !== null) copies.push(pair);
      }
    }
  }
  return copies;
}

function copy(a: Same, b: Same): Identity | null {
  if (a.figure.amount!.of !== b.figure.amount!.of) return null;
  return {
    kind: 'copy',
    rule: pairRule(a.printed.table.kind, b.printed.table.kind),
    family: `${a.printed.table.id} = ${b.printed.table.id}`,
    total: b.figure,
    parts: [{ figure: a.figure, sign: 1 }],
    readings: [],
    strangers: [],
    left: [],
    doubt: unitDoubt(a.figure, b.figure) ?? carryDoubt(a, b) ?? nameDoubt(a) ?? nameDoubt(b),
  };
}

/** What was carried over stands apart in one of the rows: whether the figure beside it counts it in is not said. */
function carryDoubt(...places: Same[]): string | null {
  const apart = places.some(
    ({ printed, figure }) => figure.dimensions!.vintage === undefined && printed.carriedRows.has(figure.row),
  );
  return apart ? 'what was carried over stands apart in one of the tables' : null;
}

/** A project may be called like a function. */
function nameDoubt({ printed, figure }: Same): string | null {
  const { dimensions, fact } = figure;
  const named = fact.row_code === null && (dimensions!.function ?? dimensions!.economic) !== undefined;
  return named && printed.table.kind === 'project_expenditure' ? 'a name without a code may be a project' : null;
}

/** 元 read as 万元 makes every comparison of two tables fail by 10,000: the unit line is in doubt, not the figures. */
function unitDoubt(a: Figure, b: Figure): string | null {
  const differ = moneyPower(a.fact.unit) !== moneyPower(b.fact.unit);
  return differ && a.fact.value === b.fact.value ? 'equal but for their units: a unit line may be wrong' : null;
}
