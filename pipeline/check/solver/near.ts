/**
 * @module Figures that print the same money under coordinates which differ only by what many documents do not print (no carry-over: the
 * year's own is all; no other fund: the appropriation is all). Where they are equal they confirm one another; where they differ nothing
 * follows.
 */
import type { Dimensions } from '../../domain/dimensions.js';
import { keyOf } from './coordinates.js';
import { bySameKey } from './copies.js';
import type { Figure, Printed } from './figures.js';

/** Digits that make an equality more than chance. */
const TELLING = /[1-9]\d*[1-9]\d*[1-9]|[1-9]\d{2,}/;

/** Pairs of figures in different tables. */
export function nearCopies(tables: readonly Printed[]): [Figure, Figure][] {
  const pairs: [Figure, Figure][] = [];
  for (const same of bySameKey(
    tables,
    (figure) => `${keyOf(relaxed(figure.dimensions!))} ${figure.amount!.of} ${figure.amount!.value}`,
  ).values()) {
    const [first, ...others] = same;
    if (first === undefined || !TELLING.test(first.figure.fact.value!.replace('.', ''))) continue;
    for (const other of others) if (other.figure.key !== first.figure.key) pairs.push([first.figure, other.figure]);
  }
  return pairs;
}

function relaxed(dimensions: Dimensions): Dimensions {
  const { flow: _, vintage, fund, phase, ...rest } = dimensions;
  return {
    ...rest,
    ...(vintage === 'carryover' ? { vintage } : {}),
    ...(fund === undefined || fund === 'general_public_budget' || fund === 'fiscal_appropriation' ? {} : { fund }),
    ...(phase === undefined ? {} : { phase: phase === 'adjusted' ? 'budget' : phase }),
  };
}
