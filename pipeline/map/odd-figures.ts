/**
 * @module Facts of one table of a text layer in; the same, where its figures are printed in an odd but unambiguous way (120258,600: only
 * the last group is marked) read as what they mean, with what was printed and why. One odd figure alone may be a slip: it stays unread.
 */
import type { Fact } from '../../schemas/index.js';
import { isBlank, readNumber } from '../domain/numbers.js';
import { toYuan } from '../domain/units.js';
import { UNREAD } from './fact.js';

/** So many figures of a table must be odd in one way, and none of them regular where the odd way would show. */
const HABIT = 3;

export function settleOddHabits(facts: readonly Fact[]): Fact[] {
  const odd = new Map<Fact, { value: string; why: string }>();
  const habits = new Map<string, number>();
  for (const fact of facts) {
    if (fact.value !== null || fact.source !== 'text_layer' || fact.repair !== null) continue;
    const read = readNumber(fact.raw_text.replace(/\s+/g, ''), fact.raw_text);
    if (read.form !== 'odd' || read.value === null || read.why === undefined) continue;
    odd.set(fact, { value: read.value, why: read.why });
    habits.set(read.why, (habits.get(read.why) ?? 0) + 1);
  }
  const regular = facts.some(({ value, raw_text }) => value !== null && /\d,\d{3},\d{3}/.test(raw_text));
  return facts.map((fact) => {
    const found = odd.get(fact);
    if (found !== undefined && !regular && habits.get(found.why)! >= HABIT) {
      const { value, why } = found;
      const repair = {
        from: fact.raw_text,
        to: value,
        why: `${why}, as in the table's other figures`,
        identities: [],
      };
      return { ...fact, value, amount_yuan: toYuan(value, fact.unit), repair };
    }
    // Something is printed that is not read as one number: no silent hole.
    if (fact.value === null && fact.source === 'text_layer' && /\d/.test(fact.raw_text) && !isBlank(fact.raw_text))
      return { ...fact, confidence: Math.min(fact.confidence, UNREAD) };
    return fact;
  });
}
