/**
 * @module Coordinates in; keys that tell them apart, and the coarser coordinates above them, out. A key that is absent stands at the top
 * of its tree: not broken down by it.
 */
import { DIMENSION_KEYS, type DimensionKey, type Dimensions, parentOf } from '../../domain/dimensions.js';

/** What an amount is broken down by; the other keys say which amount it is. */
export const BREAKDOWNS = [
  'flow',
  'fund',
  'vintage',
  'type',
  'type_detail',
  'function',
  'economic',
  'government_economic',
  'institution',
  'project',
  'item',
] as const satisfies readonly DimensionKey[];
export type Breakdown = (typeof BREAKDOWNS)[number];

/** A code of an institution says no more than its name. */
const REPEATED: ReadonlySet<DimensionKey> = new Set(['institution_code']);
const FIXED = DIMENSION_KEYS.filter(
  (key) => !REPEATED.has(key) && !(BREAKDOWNS as readonly DimensionKey[]).includes(key),
);

/** Which amount of what year it is, whatever it is broken down by. */
export function fixedKey(dimensions: Dimensions): string {
  let key = '';
  for (const each of FIXED) key += `${dimensions[each] ?? ''}|`;
  return key;
}

export function keyOf(dimensions: Dimensions): string {
  let key = fixedKey(dimensions);
  for (const each of BREAKDOWNS) key += `${dimensions[each] ?? ''}|`;
  return key;
}

const chains = new Map<string, readonly string[]>();

/** A value and those above it, '' (not broken down) last. */
export function chainOf(key: Breakdown, value: string): readonly string[] {
  if (value === '') return NONE;
  const name = `${key} ${value}`;
  let chain = chains.get(name);
  if (chain === undefined) {
    const made: string[] = [];
    for (let at: string | null = value; at !== null; at = parentOf(key, at)) made.push(at);
    made.push('');
    chain = made;
    if (chains.size > 20_000) chains.clear();
    chains.set(name, chain);
  }
  return chain;
}
const NONE: readonly string[] = [''];

/** Types that overlap with basic and project expenditure instead of standing beside them. */
const OVERLAPPING: ReadonlySet<string> = new Set(['procurement', 'purchased_services', 'operating_expenses']);

/** Whether a figure may be one of the parts that make up another one in this coordinate. */
export function addsUp(key: Breakdown, value: string): boolean {
  return key === 'type' ? !OVERLAPPING.has(value) : key !== 'type_detail';
}
