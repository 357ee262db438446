/**
 * @module A fact read from a scan -> which facts to look at again, and the readings that a picture may support beside
 * the one taken.
 */
import type { Fact } from '../../schemas/index.js';
import type { Suspect } from '../check/types.js';
import { holdsCentre } from '../geometry.js';
import type { NumericReading, PageLayout } from '../model.js';

export interface Candidate {
  /** As a number would be printed. */
  text: string;
  /** What speaks for it. */
  why: string;
}

/** Shapes that recognisers and worn print take for one another. */
const ALIKE = ['17', '14', '38', '68', '08', '06', '69', '89', '35', '56', '27', '49', '53', '90'];
/** A character surer than this on a good picture is not doubted without a reading that says so. */
const SURE = 0.97;
/** A reading less likely than this is no support. */
const LEAST = 0.002;
/** Cells looked at again in one document: a page with more is unreadable. */
const MAX_TARGETS = 80;

/**
 * Facts from scans that failed identities point at and whose reading leaves room for another: suspects first, then
 * the least sure.
 */
export function targetsOf(
  facts: readonly Fact[],
  failing: ReadonlySet<string>,
  suspects: readonly Suspect[],
  layouts: readonly PageLayout[],
): Fact[] {
  const bad = new Set(
    layouts.filter((l) => (l.content.imageQuality ?? 'good') !== 'good').map((l) => l.content.number),
  );
  const poor = (page: number): boolean => bad.has(page);
  const named = new Set(suspects.map((s) => s.fact_id));
  return facts
    .filter(
      (f) =>
        f.source === 'ocr' &&
        f.raw_text !== '' &&
        failing.has(f.id) &&
        (named.has(f.id) || f.value === null || f.confidence < SURE || poor(f.page)),
    )
    .sort(
      (a, b) =>
        Number(named.has(b.id)) - Number(named.has(a.id)) || a.confidence - b.confidence || (a.id < b.id ? -1 : 1),
    )
    .slice(0, MAX_TARGETS);
}

/** @param again readings of the second look at this fact, likeliest first */
export function candidatesFor(
  fact: Fact,
  layouts: readonly PageLayout[],
  again: NumericReading['readings'],
): Candidate[] {
  const out: Candidate[] = [];
  const add = (text: string, why: string): void => {
    if (!out.some((c) => c.text === text)) out.push({ text, why });
  };
  const content = layouts.find((l) => l.content.number === fact.page)?.content;
  for (const r of [...again, ...readingsAt(fact, layouts)]) {
    if (r.probability >= LEAST) add(r.text, `${r.by} also reads ${r.text} (${r.probability})`);
  }
  const pieces = fact.raw_text.trim().split(/\s+/);
  // Whatever is printed beside a number in its cell is not part of it.
  if (pieces.length > 1)
    for (const piece of pieces) if (piece.length > 1) add(piece, `${piece} stands apart in its cell`);
  const read = fact.raw_text.replace(/\s/g, '');
  if (/^\d+$/.test(read) && read.length > 2)
    add(`${read.slice(0, -2)}.${read.slice(-2)}`, 'the decimal point may be lost');
  for (let i = 1; i < read.length - 1; i++) {
    if (read[i] === '.' || read[i] === ',')
      add(
        `${read.slice(0, i)}${read[i] === '.' ? ',' : '.'}${read.slice(i + 1)}`,
        'point and grouping comma look alike',
      );
  }
  if (fact.confidence >= SURE && (content?.imageQuality ?? 'good') === 'good') return out;
  for (let i = 0; i < read.length; i++) {
    for (const pair of ALIKE) {
      const at = pair.indexOf(read[i]!);
      if (at >= 0)
        add(read.slice(0, i) + pair[1 - at]! + read.slice(i + 1), `${read[i]} and ${pair[1 - at]} look alike`);
    }
  }
  return out;
}

/** What the recogniser also saw in the fact's cell. */
export function readingsAt(fact: Fact, layouts: readonly PageLayout[]): NumericReading['readings'] {
  const content = layouts.find((l) => l.content.number === fact.page)?.content;
  return (content?.numericReadings ?? [])
    .filter((r) => fact.boxes.some((b) => holdsCentre(b, r.box)))
    .flatMap((r) => r.readings);
}
