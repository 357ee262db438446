/** @module A total and its printed parts in; whether they are all that it consists of by its name, out. */
import type { Breakdown } from './coordinates.js';
import { type Figure, coordinateOf } from './figures.js';

/** What a value consists of, where the names say so; each part by any of its names. */
const WHOLES: readonly { key: Breakdown; whole: string; parts: readonly (readonly string[])[] }[] = [
  { key: 'item', whole: 'three_public', parts: [['abroad'], ['reception'], ['vehicles', 'vehicles.running']] },
  { key: 'item', whole: 'vehicles', parts: [['vehicles.purchase'], ['vehicles.running']] },
  { key: 'type', whole: '', parts: [['basic'], ['project']] },
  { key: 'type', whole: 'basic', parts: [['basic.personnel'], ['basic.public']] },
  { key: 'vintage', whole: '', parts: [['current'], ['carryover']] },
];

/** Whether the parts are all that their whole has by its name. */
export function isComplete(by: readonly string[], total: Figure, figures: readonly Figure[]): boolean {
  return WHOLES.some(
    ({ key, whole, parts }) =>
      by.length === 1 && by[0] === key && coordinateOf(total, key) === whole && areAllThere(parts, key, figures),
  );
}

function areAllThere(parts: readonly (readonly string[])[], key: Breakdown, figures: readonly Figure[]): boolean {
  const values = new Set(figures.map((figure) => coordinateOf(figure, key)));
  return parts.every((any) => any.some((value) => values.has(value)));
}

/** Why the printed parts cannot be all of them. */
export function incomplete(by: readonly Breakdown[], total: Figure, figures: readonly Figure[]): string | null {
  if (by.length === 1 && figures.length === 1 && !LISTS.has(by[0]!)) return 'one part alone';
  for (const { key, whole, parts } of WHOLES) {
    // Opening and closing balances stand for what was carried over.
    if (!by.includes(key) || coordinateOf(total, key) !== whole || (key === 'vintage' && by.includes('flow')))
      continue;
    const named = figures.some((figure) => parts.flat().includes(coordinateOf(figure, key)));
    if (named && !areAllThere(parts, key, figures)) return `a part is not printed: ${key}`;
  }
  return null;
}

/** Of these one part may be all there is. */
const LISTS: ReadonlySet<Breakdown> = new Set([
  'function',
  'economic',
  'government_economic',
  'institution',
  'project',
]);
