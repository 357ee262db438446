import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Mutation } from '../bench/checks/mutate.js';
import { proseMutations, readInput, sightOf, tableMutations } from '../bench/checks/mutate.js';
import { checkDocument } from '../pipeline/check/index.js';
import type { CheckInput } from '../pipeline/check/types.js';

const SAMPLES = join(import.meta.dirname, '../samples');
/** Changes tried per sample and sort; bench/checks/mutation.ts tries all of them and reports what stays unseen. */
const TRIED = 24;
/** The schools of form, whose sums follow from coordinates, are held by test/schools.test.ts. */
const SCHOOL = /-budget(?:-tables)?-2026\.pdf$/;
const files = readdirSync(SAMPLES)
  .filter((f) => f.endsWith('.pdf') && !f.includes('errors') && !SCHOOL.test(f))
  .sort();

describe.each(files)('planted errors in %s', (file) => {
  let input: CheckInput;
  let before: Set<string>;
  beforeAll(async () => {
    input = await readInput(join(SAMPLES, file));
    before = new Set(checkDocument(input).anomalies.map((a) => a.id));
  }, 240_000);

  /** Evenly over the document. */
  function some(mutations: Mutation[]): Mutation[] {
    const step = Math.max(1, Math.floor(mutations.length / TRIED));
    return mutations.filter((_, i) => i % step === 0).slice(0, TRIED);
  }

  it('without one there is no error', () => {
    expect(
      checkDocument(input)
        .anomalies.filter((a) => a.severity === 'error')
        .map((a) => a.message),
    ).toEqual([]);
  });

  it('every figure that stands in an identity is found when it is changed, as one error', () => {
    const { grades } = checkDocument(input);
    const standing = tableMutations(input).filter((m) => grades.get(m.fact!) === 'verified');
    expect(standing.length).toBeGreaterThan(50);
    const results = some(standing).map((m) => ({ place: `${m.place}: ${m.from} -> ${m.to}`, ...sightOf(m, before) }));
    expect(results.filter((r) => r.sight !== 'error' && r.sight !== 'warning')).toEqual([]);
    expect(results.filter((r) => r.errors > 1).length).toBeLessThanOrEqual(1);
  }, 600_000);

  it('a changed figure is never graded verified', () => {
    const { grades } = checkDocument(input);
    for (const m of some(tableMutations(input).filter((x) => grades.get(x.fact!) === 'verified'))) {
      expect([m.place, checkDocument(m.apply()).grades.get(m.fact!)]).toEqual([m.place, 'doubtful']);
    }
  }, 600_000);

  it('amounts, shares, direction words and years of the prose are found when they are changed', () => {
    const tried = some(proseMutations(input));
    const found = tried.filter((m) => ['error', 'warning'].includes(sightOf(m, before).sight));
    // The rest are figures that no table prints and words that nothing contradicts: listed in
    // bench/checks/mutation-report.md.
    expect(found.length).toBeGreaterThanOrEqual(Math.floor(tried.length * 0.85));
  }, 600_000);
});
