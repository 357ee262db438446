/**
 * @module Facts in; what the solver asks of them out: their place in the table, their coordinates, their exact amount. A fact without
 * coordinates is kept as a stranger: it adds to nothing, and where it stands among parts their sum is not evaluable.
 */
import type { Fact, Table } from '../../../schemas/index.js';
import type { Dimensions } from '../../domain/dimensions.js';
import { fold, titleKey } from '../../domain/labels.js';
import { type Amount, amountOf, decimalsOf } from './amounts.js';
import { type Breakdown, BREAKDOWNS, fixedKey, keyOf } from './coordinates.js';

export interface Figure {
  readonly fact: Fact;
  readonly row: number;
  readonly column: number;
  /** Number of the group of neighbouring value columns. */
  readonly group: number;
  /** Null: not understood. */
  readonly dimensions: Dimensions | null;
  /** All coordinates; '' for a stranger. */
  readonly key: string;
  /** Coordinates that are no breakdown. */
  readonly fixed: string;
  /** Null where nothing is printed (or nothing that is a number). */
  readonly amount: Amount | null;
  /** 其中: a part that need not add up. */
  readonly loose: boolean;
}

/** What is printed in one table, the pages that it runs on to with its title repeated included. */
export interface Printed {
  readonly table: Table;
  /** Ids of the tables that it is made of. */
  readonly ids: readonly string[];
  readonly figures: readonly Figure[];
  /** Rows that print what was carried over apart. */
  readonly carriedRows: ReadonlySet<number>;
  /** Every printed figure that is not zero is understood. */
  readonly understood: boolean;
}

const PLACE = /-r(\d+)c(\d+)$/;
/** Rates and shares follow from other figures; they are no amounts to add. */
const RATES: ReadonlySet<string> = new Set(['change_rate', 'share', 'completion_rate']);
const PERFORMANCE: ReadonlySet<string> = new Set(['department_performance', 'project_performance']);

export function figuresOf(tables: readonly Table[], facts: readonly Fact[]): Printed[] {
  const byTable = new Map<string, Fact[]>();
  for (const fact of facts) {
    const list = byTable.get(fact.table_id);
    if (list) list.push(fact);
    else byTable.set(fact.table_id, [fact]);
  }
  const printed: Printed[] = [];
  for (const table of tables) {
    const own = byTable.get(table.id);
    if (own === undefined || PERFORMANCE.has(table.kind ?? '')) continue;
    const read = ofTable(table, own);
    const before = printed.at(-1);
    if (before !== undefined && runsOn(before.table, table)) printed[printed.length - 1] = joined(before, read);
    else printed.push(read);
  }
  return printed;
}

/** The same table on the next page, its title and its columns printed again. */
function runsOn(a: Table, b: Table): boolean {
  return (
    a.kind === b.kind &&
    a.title !== null &&
    b.title !== null &&
    titleKey(a.title) === titleKey(b.title) &&
    a.column_count === b.column_count &&
    b.pages[0] === a.pages.at(-1)! + 1
  );
}

/** Rows of a table that runs on stand below all of those before. */
const FURTHER = 10_000;

function joined(a: Printed, b: Printed): Printed {
  const rows = FURTHER * a.ids.length;
  return {
    table: { ...a.table, pages: [...a.table.pages, ...b.table.pages] },
    ids: [...a.ids, ...b.ids],
    figures: [...a.figures, ...b.figures.map((figure) => ({ ...figure, row: figure.row + rows }))],
    carriedRows: new Set([...a.carriedRows, ...[...b.carriedRows].map((row) => row + rows)]),
    understood: a.understood && b.understood,
  };
}

function carriedRows(figures: readonly Figure[]): Set<number> {
  return new Set(
    figures.flatMap((figure) =>
      figure.dimensions?.vintage === 'carryover' && isNonZero(figure) ? [figure.row] : [],
    ),
  );
}

function ofTable(table: Table, facts: readonly Fact[]): Printed {
  const places = facts.map((fact) => {
    const [, row, column] = PLACE.exec(fact.id) ?? [];
    return { fact, row: Number(row ?? 0), column: Number(column ?? 0) };
  });
  const groups = groupsOf(places.map(({ column }) => column));
  const decimals = new Map<string, number>();
  for (const { fact, column } of places) {
    const key = decimalsKey(fact, column);
    if (fact.value !== null) decimals.set(key, Math.max(decimals.get(key) ?? 0, decimalsOf(fact.value)));
  }
  const figures = places.map(({ fact, row, column }): Figure => {
    const dimensions = (fact.dimensions ?? null) as Dimensions | null;
    return {
      fact,
      row,
      column,
      group: groups.get(column)!,
      dimensions,
      key: dimensions === null ? '' : keyOf(dimensions),
      fixed: dimensions === null ? '' : fixedKey(dimensions),
      amount: fact.value === null ? null : amountOf(fact.value, fact.unit, decimals.get(decimalsKey(fact, column))),
      loose: isLoose(fact),
    };
  });
  return {
    table,
    ids: [table.id],
    figures,
    carriedRows: carriedRows(figures),
    understood: figures.every((f) => f.dimensions !== null || !isNonZero(f)),
  };
}

/** Counts and amounts of one column have digits of their own. */
const decimalsKey = (fact: Fact, column: number): string => `${column} ${fact.unit ?? ''}`;

/** Value columns with none between them that holds names. */
function groupsOf(columns: readonly number[]): Map<number, number> {
  const groups = new Map<number, number>();
  let group = 0;
  let last: number | null = null;
  for (const column of [...new Set(columns)].sort((a, b) => a - b)) {
    if (last !== null && column !== last + 1) group++;
    groups.set(column, group);
    last = column;
  }
  return groups;
}

const LOOSE = /^(?:\([一二三四五六七八九十]\)|\d[.、])?其中/;

function isLoose(fact: Fact): boolean {
  return (
    LOOSE.test(fold(fact.row_label)) ||
    fact.column_label.split('/').some((label) => LOOSE.test(fold(label))) ||
    fact.row_path.some((label) => LOOSE.test(fold(label)))
  );
}

export function isNonZero(figure: Figure): boolean {
  return figure.amount !== null ? figure.amount.value !== 0n : /[1-9]/.test(figure.fact.value ?? '');
}

/** Something is printed that was not read as a number. */
export function isUnread(figure: Figure): boolean {
  return figure.fact.value === null && /\d/.test(figure.fact.raw_text);
}

export function isAmount(figure: Figure): boolean {
  return figure.dimensions !== null && !RATES.has(figure.dimensions.measure ?? '');
}

export function coordinateOf(figure: Figure, key: Breakdown): string {
  return String(figure.dimensions?.[key] ?? '');
}

/** Breakdowns in which the figures of a line differ. */
export function varyingOf(line: readonly Figure[]): Breakdown[] {
  const first = line[0];
  return first === undefined
    ? []
    : BREAKDOWNS.filter((key) => line.some((figure) => coordinateOf(figure, key) !== coordinateOf(first, key)));
}
