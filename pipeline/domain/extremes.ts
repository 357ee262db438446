/**
 * @module Lists of any length -> their greatest and least number, and one list put behind another. A call with a spread
 * list (Math.max, push) hands over every item as an argument, which ends in a RangeError beyond some 120,000 of them.
 */

/** @example greatest([2, 7, 1]) -> 7; of none: -Infinity */
export function greatest(numbers: Iterable<number>): number {
  let most = -Infinity;
  for (const number of numbers) most = Math.max(most, number);
  return most;
}

/** @example least([2, 7, 1]) -> 1; of none: Infinity */
export function least(numbers: Iterable<number>): number {
  let fewest = Infinity;
  for (const number of numbers) fewest = Math.min(fewest, number);
  return fewest;
}

/** Puts the items behind those of the list, in their order. */
export function append<T>(list: T[], items: Iterable<T>): void {
  for (const item of items) list.push(item);
}
