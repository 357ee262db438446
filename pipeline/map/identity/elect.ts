/** @module Names with where they stand in; the one that the document is of, out. */
import { fold } from '../../domain/labels.js';

/** Where a name stands. */
export type NameSource = 'cover' | 'unit_line' | 'cell' | 'column' | 'table_title' | 'sentence';

/** The cover outweighs any one other source; unit lines and cells together outweigh a cover that names somebody else. */
const WEIGHTS: Readonly<Record<NameSource, number>> = {
  cover: 6,
  unit_line: 4,
  cell: 3,
  column: 2,
  table_title: 2,
  sentence: 1,
};

export interface NameVote {
  name: string;
  source: NameSource;
}

interface Candidate {
  /** Forms in which the name is printed, by the source that prints them. */
  forms: Map<string, number>;
  weight: number;
}

/**
 * Every source has its weight, shared among the names it states: a header on fifty pages says no more than one cover.
 * Forms that differ in width, and (本级), are one name; a short form (省委办公厅) votes for the long one that ends with it.
 */
export function elect(votes: readonly NameVote[]): string | null {
  const totals = new Map<NameSource, number>();
  for (const { source } of votes) totals.set(source, (totals.get(source) ?? 0) + 1);
  const keys = longForms(votes);
  const candidates = new Map<string, Candidate>();
  for (const { name, source } of votes) {
    const own = keyOf(name);
    const key = keys.get(own)!;
    const weight = WEIGHTS[source] / totals.get(source)!;
    const candidate = candidates.get(key) ?? { forms: new Map<string, number>(), weight: 0 };
    candidate.weight += weight;
    // The cover's form stands, with or without (本级), whatever the tables print.
    const form = WEIGHTS[source] + 1 / totals.get(source)!;
    if (own === key) candidate.forms.set(name, Math.max(candidate.forms.get(name) ?? 0, form));
    candidates.set(key, candidate);
  }
  const best = heaviest([...candidates].map(([name, { weight }]) => [name, weight]));
  return best === null ? null : heaviest([...candidates.get(best)!.forms]);
}

const keyOf = (name: string): string => fold(name).replace(/(?:\((?:本级|机关|机关本级)\)|机关本级|本级)$/, '');

/**
 * 省委办公厅 -> 江苏省委办公厅, where one longer name alone ends with it. Of sentences only the end is trusted: words before a name
 * may have come along, so that a sentence votes for the name that it ends with, and lengthens none.
 */
function longForms(votes: readonly NameVote[]): Map<string, string> {
  const trusted = new Set(votes.filter(({ source }) => source !== 'sentence').map(({ name }) => keyOf(name)));
  const forms = new Map<string, string>();
  for (const key of new Set(votes.map(({ name }) => keyOf(name)))) {
    const longer = [...trusted].filter((other) => other.length > key.length && other.endsWith(key));
    const longest = longer.reduce((a, b) => (b.length > a.length ? b : a), key);
    forms.set(key, longer.every((other) => longest.endsWith(other)) ? longest : key);
  }
  for (const key of forms.keys()) {
    if (trusted.has(key) || forms.get(key) !== key) continue;
    const meant = [...trusted].filter((other) => key.endsWith(other));
    if (meant.length > 0) forms.set(key, forms.get(meant.reduce((a, b) => (b.length > a.length ? b : a)))!);
  }
  return forms;
}

/** The longer of two that draw. */
function heaviest(weighed: readonly (readonly [string, number])[]): string | null {
  let best: readonly [string, number] | null = null;
  for (const entry of weighed) {
    const lead = best === null ? 1 : entry[1] - best[1];
    if (best === null || lead > 1e-9 || (Math.abs(lead) <= 1e-9 && entry[0].length > best[0].length)) best = entry;
  }
  return best?.[0] ?? null;
}
