/** @module Tables and facts in; every identity that follows from coordinates, judged, out. */
import type { Fact, Table } from '../../../schemas/index.js';
import { agreed } from './consensus.js';
import { composedOf } from './composed.js';
import { copiesOf } from './copies.js';
import { type Evaluated, type Family, evaluate, familiesOf, heldFacts } from './families.js';
import { type Figure, type Printed, figuresOf, isNonZero } from './figures.js';
import { flowsOf } from './flows.js';
import type { Identity } from './identity.js';
import { type Judging, type Ruling, columnKey, ruling, slotKey, upKey } from './judge.js';
import { nearCopies } from './near.js';
import { subtotalsOf } from './subtotals.js';
import { sumsOf } from './sums.js';
import { withinOf } from './within.js';
import { greatest } from '../../domain/extremes.js';

export interface Solved {
  printed: readonly Printed[];
  judged: readonly { evaluated: Evaluated; ruling: Ruling }[];
  /** Pairs that print the same money under coordinates that differ by what the document does not print. */
  near: readonly [Figure, Figure][];
  families: ReadonlyMap<string, Family>;
}

export function solve(tables: readonly Table[], facts: readonly Fact[]): Solved {
  const printed = figuresOf(tables, facts);
  const leaves = new Map<Figure, number>();
  const sums = printed.flatMap(sumsOf);
  for (const { total, leaves: n = 0 } of sums) leaves.set(total, Math.max(n, leaves.get(total) ?? 0));
  const evaluated = [
    ...sums,
    ...printed.flatMap(flowsOf),
    ...printed.flatMap(subtotalsOf),
    ...copiesOf(printed),
    ...composedOf(printed),
    ...withinOf(printed),
  ]
    .map((identity) => withLeaves(identity, leaves))
    .map(evaluate);
  const families = familiesOf(evaluated);
  const judging: Judging = {
    families,
    held: heldFacts(evaluated),
    printed: new Map(printed.flatMap((each) => each.ids.map((id) => [id, each]))),
    slots: slotsOf(evaluated),
    madeUp: madeUp(evaluated),
    misread: misreadColumns(evaluated),
  };
  const judged = evaluated.map((each) => ({ evaluated: each, ruling: ruling(each, judging) }));
  const few = judged.flatMap(({ evaluated: each, ruling: r }) =>
    r.is === 'exception' || (r.is === 'open' && r.few) ? [each] : [],
  );
  const together = agreed(few);
  return {
    printed,
    judged: judged.map((each) => (together.has(each.evaluated) ? { ...each, ruling: { is: 'exception' } } : each)),
    near: nearCopies(printed),
    families,
  };
}

function slotsOf(evaluated: readonly Evaluated[]): Set<string> {
  const slots = new Set<string>();
  for (const { identity, parts, closure, weight } of evaluated) {
    if (closure === null || closure.verdict === 'beyond' || weight < 2) continue;
    for (const { figure } of parts) if (isNonZero(figure)) slots.add(slotKey(identity.family, figure));
  }
  return slots;
}

function madeUp(evaluated: readonly Evaluated[]): Set<string> {
  const totals = new Set<string>();
  for (const each of evaluated) {
    const { closure, weight, identity } = each;
    if (
      identity.kind === 'sum' &&
      closure !== null &&
      closure.verdict !== 'beyond' &&
      weight > 1 &&
      isNonZero(identity.total)
    )
      totals.add(upKey(each));
  }
  return totals;
}

/** Failures in a column before it counts as misread as a whole. */
const MANY = 4;

/** Columns of a table in which more sums fail than close: one of our columns is another one, and nothing in it can be judged. */
function misreadColumns(evaluated: readonly Evaluated[]): Set<string> {
  const counts = new Map<string, { closing: number; failing: number }>();
  for (const { identity, parts, closure, weight } of evaluated) {
    if (identity.kind !== 'sum' || closure === null || weight < 2 || identity.strangers.length > 0) continue;
    const columns = new Set(
      [identity.total, ...parts.map(({ figure }) => figure)].filter(isNonZero).map((figure) => columnKey(figure)),
    );
    for (const column of columns) {
      const count = counts.get(column) ?? { closing: 0, failing: 0 };
      counts.set(column, count);
      if (closure.verdict === 'beyond') count.failing++;
      else count.closing++;
    }
  }
  return new Set(
    [...counts].flatMap(([column, { closing, failing }]) => (failing >= MANY && failing > closing ? [column] : [])),
  );
}

/** Two totals of many figures, each rounded, may differ by as much as their sums. */
function withLeaves(identity: Identity, leaves: ReadonlyMap<Figure, number>): Identity {
  const all = [identity.total, ...identity.parts.map(({ figure }) => figure)];
  const most = Math.max(identity.leaves ?? 0, greatest(all.map((figure) => leaves.get(figure) ?? 0)));
  return most === (identity.leaves ?? 0) ? identity : { ...identity, leaves: most };
}
