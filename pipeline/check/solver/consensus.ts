/**
 * @module Failing identities that are too few of their kind to be judged alone in; those that one changed figure would close together,
 * out. Sums that have only one figure in common and ask the same value of it do not both misread the form.
 */
import { abs } from './amounts.js';
import type { Evaluated } from './families.js';
import { type Figure, isNonZero } from './figures.js';

interface Wish {
  evaluated: Evaluated;
  figure: Figure;
  value: bigint;
  tolerance: bigint;
}

export function agreed(open: readonly Evaluated[]): Set<Evaluated> {
  const wishes = new Map<string, Wish[]>();
  for (const evaluated of open) {
    const { identity, parts, closure } = evaluated;
    if (identity.kind === 'within' || closure === null) continue;
    const { residual, tolerance } = closure;
    add({ evaluated, figure: identity.total, value: identity.total.amount!.value - residual, tolerance });
    for (const { figure, sign } of parts) {
      if (figure.amount === null) continue;
      add({ evaluated, figure, value: figure.amount.value + (sign === 1 ? residual : -residual), tolerance });
    }
  }
  const found = new Set<Evaluated>();
  for (const list of wishes.values())
    for (const wish of list) {
      const alike = list.filter((other) => goTogether(wish, other));
      if (alike.length > 0) for (const each of [wish, ...alike]) found.add(each.evaluated);
    }
  return found;

  function add(wish: Wish): void {
    const list = wishes.get(wish.figure.fact.id);
    if (list) list.push(wish);
    else wishes.set(wish.figure.fact.id, [wish]);
  }
}

/** The same value wished for by two families that share no other printed figure. */
function goTogether(a: Wish, b: Wish): boolean {
  if (a.evaluated.identity.family === b.evaluated.identity.family) return false;
  if (abs(a.value - b.value) > a.tolerance + b.tolerance) return false;
  const facts = new Set(figuresOf(a.evaluated).map((figure) => figure.fact.id));
  return figuresOf(b.evaluated).every(
    (figure) => figure === a.figure || !isNonZero(figure) || !facts.has(figure.fact.id),
  );
}

function figuresOf({ identity, parts }: Evaluated): Figure[] {
  return [identity.total, ...parts.map((part) => part.figure)];
}
