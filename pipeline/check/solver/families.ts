/**
 * @module Identities with how they close in; for each that fails, whether the document is wrong or we have not understood its form, out.
 * An error is an exception to what the rest of its family obeys.
 */
import { isNonZero } from './figures.js';
import { type Closure, type Identity, type Part, closureOf, weightOf } from './identity.js';

export interface Evaluated {
  identity: Identity;
  /** The reading that closes, else the first one. */
  parts: Part[];
  /** Null: one side is not printed, or the units do not go together. */
  closure: Closure | null;
  /** Printed figures that are not zero. */
  weight: number;
}

export interface Family {
  name: string;
  rule: string;
  /** Identities that say something: not all zero, both sides printed, no strangers. */
  closing: number;
  failing: number;
  /** Of the closing: sums of two figures and more. */
  sums: number;
}

/** Failures that a family may have beside those that close. */
const MOST_FAILING = 0.2;
/** Closing identities that make a family understood by itself. */
const ENOUGH = 4;

export function evaluate(identity: Identity): Evaluated {
  const first = closureOf(identity);
  if (first?.verdict === 'beyond')
    for (const parts of identity.readings) {
      const closure = closureOf(identity, parts);
      if (closure !== null && closure.verdict !== 'beyond')
        return { identity, parts, closure, weight: weightOf(identity.total, parts) };
    }
  const { parts } = identity;
  return { identity, parts, closure: first, weight: weightOf(identity.total, parts) };
}

export function familiesOf(evaluated: readonly Evaluated[]): Map<string, Family> {
  const families = new Map<string, Family>();
  for (const { identity, closure, weight } of evaluated) {
    if (closure === null || weight === 0) continue;
    const family = families.get(identity.family) ?? {
      name: identity.family,
      rule: identity.rule,
      closing: 0,
      failing: 0,
      sums: 0,
    };
    families.set(identity.family, family);
    if (closure.verdict !== 'beyond') {
      family.closing++;
      if (weight > 2) family.sums++;
    } else if (identity.strangers.length === 0) family.failing++;
  }
  return families;
}

/** Enough of it closes, and what fails is the exception. */
export function isUnderstood(family: Family): boolean {
  const { closing, failing } = family;
  return closing >= ENOUGH && failing <= Math.max(1, MOST_FAILING * (closing + failing));
}

/** Facts that a closing identity of their own holds: a copy elsewhere, or a sum. */
export function heldFacts(evaluated: readonly Evaluated[]): Map<string, Set<string>> {
  const held = new Map<string, Set<string>>();
  for (const { identity, parts, closure, weight } of evaluated) {
    if (closure === null || closure.verdict === 'beyond' || weight < 2) continue;
    for (const figure of [identity.total, ...parts.map((part) => part.figure)]) {
      if (!isNonZero(figure)) continue;
      const families = held.get(figure.fact.id) ?? new Set();
      held.set(figure.fact.id, families.add(identity.family));
    }
  }
  return held;
}
