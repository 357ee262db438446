/**
 * @module In: outcomes of one rule, each with the family of statements it belongs to. Out: the same, where what fails is
 * an exception; where much of a family fails, its form is not understood: not evaluable, with one note.
 */
import type { Outcome } from '../types.js';

export interface Judged {
  /** Statements of one family stand or fall together: those of one account. */
  family: string;
  outcome: Outcome;
}

/** Failures that may stand without anything that agrees: a lone sentence wrong, and its echo. */
const ALONE = 2;

export function* exceptions(judged: readonly Judged[]): Iterable<Outcome> {
  const failed = new Map<string, number>(),
    agreed = new Map<string, number>();
  for (const { family, outcome } of judged) {
    if (outcome.outcome === 'fail') failed.set(family, (failed.get(family) ?? 0) + 1);
    else if (outcome.outcome === 'pass' && outcome.confirms) agreed.set(family, (agreed.get(family) ?? 0) + 1);
  }
  const unclear = new Set(
    [...failed].flatMap(([family, n]) => (n > Math.max(ALONE, agreed.get(family) ?? 0) ? [family] : [])),
  );
  // Where nothing at all agrees, it is the tables that are not the prose's.
  if (agreed.size === 0 && [...failed.values()].reduce((sum, n) => sum + n, 0) >= ALONE)
    for (const family of failed.keys()) unclear.add(family);
  for (const { family, outcome } of judged) {
    if (outcome.outcome !== 'fail' || !unclear.has(family)) {
      yield outcome;
      continue;
    }
    yield {
      outcome: 'not_evaluable',
      why: `most of what is said of ${family} (${failed.get(family)} of ${failed.get(family)! + (agreed.get(family) ?? 0)}) is in no table as it is said: the form is not understood; ${outcome.finding.message_en ?? outcome.finding.message}`,
    };
  }
}
