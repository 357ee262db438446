/**
 * The samples' results are those that samples/results.json has under the versions of the stages: who changes a result
 * raises the version of the stage in pipeline/versions.ts, then runs `npm run versions`. It refuses to write where no
 * version was raised.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { extractDocument } from '../pipeline/extract.js';
import { DEFAULT_OPTIONS } from '../pipeline/options.js';
import { PIPELINE_VERSION, STAGE_VERSIONS } from '../pipeline/versions.js';
import type { GongkaiDocument } from '../schemas/index.js';

type Versions = Readonly<Record<string, string>>;
type Results = Record<string, Record<string, string>>;
interface Kept {
  versions: Versions;
  results: Results;
}

const SAMPLES = join(import.meta.dirname, '../samples');
const KEPT = join(SAMPLES, 'results.json');

/** Parts of a document, each with the stages whose work it shows. Grades are the checks'. */
const PARTS: Record<string, { stages: readonly string[]; of(document: GongkaiDocument): unknown }> = {
  tables: { stages: ['tables', 'join', 'map'], of: ({ tables }) => tables.map(({ grade: _, ...table }) => table) },
  facts: {
    stages: ['tables', 'join', 'map'],
    of: ({ document, facts }) => [document, facts.map(({ grade: _, ...fact }) => fact)],
  },
  narrative: { stages: ['tables', 'join', 'map', 'narrative'], of: ({ narrative }) => narrative },
  checks: {
    stages: ['tables', 'join', 'map', 'narrative', 'check'],
    of: ({ checks, anomalies, facts, tables, pages }) => [checks, anomalies, [facts, tables, pages].map(gradesOf)],
  },
};

const gradesOf = (graded: readonly { grade: string }[]): string[] => graded.map(({ grade }) => grade);

/** Scans are left out: what an engine reads differs by engine and processor. */
async function resultsOf(versions: Versions): Promise<Kept> {
  const results: Results = {};
  for (const name of readdirSync(SAMPLES).filter((file) => file.endsWith('.pdf'))) {
    const bytes = readFileSync(join(SAMPLES, name));
    const document = await extractDocument(
      bytes,
      { uri: name, file_name: name },
      {
        ...DEFAULT_OPTIONS,
        ocr: 'never',
      },
    );
    results[name] = Object.fromEntries(Object.entries(PARTS).map(([part, { of }]) => [part, digest(of(document))]));
  }
  return { versions, results };
}

const digest = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);

/** What changed while the stages behind it kept their versions: "shaanxi-bureau-2023.pdf: facts". */
function unversioned(before: Kept, now: Kept): string[] {
  const raised = (stage: string): boolean =>
    before.versions[stage] !== now.versions[stage] || before.versions.program !== now.versions.program;
  return Object.entries(now.results).flatMap(([name, parts]) =>
    Object.entries(parts)
      .filter(([part, value]) => (before.results[name]?.[part] ?? value) !== value)
      .filter(([part]) => !PARTS[part]!.stages.some(raised))
      .map(([part]) => `${name}: ${part}`),
  );
}

describe('versions of the stages', () => {
  const kept = JSON.parse(readFileSync(KEPT, 'utf8')) as Kept;

  it('are raised when results change, and samples/results.json has the results of these versions', async () => {
    const now = await resultsOf({ program: PIPELINE_VERSION, ...STAGE_VERSIONS });
    expect(unversioned(kept, now), 'raise the version of the stage that changed in pipeline/versions.ts').toEqual([]);
    if (process.env.UPDATE_VERSIONS === '1') writeFileSync(KEPT, `${JSON.stringify(now, null, 2)}\n`);
    else expect(now, 'npm run versions writes samples/results.json').toEqual(kept);
  });

  it('are asked for by what they stand for', () => {
    const before: Kept = {
      versions: { program: '1', map: '1', check: '1' },
      results: { a: { facts: 'x', checks: 'y' } },
    };
    const after = (versions: Versions, facts: string, checks: string): string[] =>
      unversioned(before, {
        versions: { ...before.versions, ...versions },
        results: { a: { facts, checks }, b: { facts } },
      });
    expect(after({}, 'x', 'y')).toEqual([]);
    expect(after({}, 'other', 'y')).toEqual(['a: facts']);
    expect(after({ check: '2' }, 'other', 'other')).toEqual(['a: facts']);
    expect(after({ map: '2' }, 'other', 'other')).toEqual([]);
    expect(after({ program: '2' }, 'other', 'other')).toEqual([]);
  });
});
