/**
 * @module The samples of the schools of form, from PDF to figures: who publishes, the kinds, every figure with its
 * coordinates as the truth has them.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { extractDocument } from '../pipeline/extract.js';
import { DEFAULT_OPTIONS } from '../pipeline/options.js';
import type { Dimensions, GongkaiDocument } from '../schemas/index.js';

interface TruthFact {
  kind: string | null;
  row_code: string | null;
  row: string;
  column: string;
  value: number | null;
  page: number;
  dimensions: Dimensions | null;
}
interface Truth {
  entity: string;
  fiscal_year: number;
  facts: TruthFact[];
}

const SAMPLES = join(import.meta.dirname, '../samples');
const truthOf = <T>(name: string, part: string): T =>
  JSON.parse(readFileSync(join(SAMPLES, 'truth', `${name}${part}.json`), 'utf8')) as T;

const said = (dimensions: Dimensions | null): string =>
  dimensions === null
    ? 'not understood'
    : Object.entries(dimensions)
        .map(([key, value]) => `${key} ${value}`)
        .sort()
        .join(', ');
const line = (parts: readonly (string | number | null)[]): string => parts.map((part) => part ?? '').join(' | ');

describe.each([
  'guangdong-bureau-budget-2026',
  'beijing-office-budget-tables-2026',
  'shenzhen-bureau-budget-2026',
  'central-administration-budget-2026',
])('%s', (name) => {
  let document: GongkaiDocument;
  const truth = truthOf<Truth>(name, '.facts');
  const tables = truthOf<{ tables: { kind: string | null; title: string; pages: number[] }[] }>(name, '').tables;
  beforeAll(async () => {
    const bytes = readFileSync(join(SAMPLES, `${name}.pdf`));
    const options = { ...DEFAULT_OPTIONS, ocr: 'never' } as const;
    document = await extractDocument(bytes, { uri: name, file_name: `${name}.pdf` }, options);
  }, 120_000);

  it('says who publishes what for which year', () => {
    expect(document.document).toMatchObject({ kind: 'budget', fiscal_year: truth.fiscal_year });
    expect(document.document.entity.name).toBe(truth.entity);
  });

  it('has every table with its title, kind and pages', () => {
    const short = (t: { kind: string | null; title: string | null; pages: readonly number[] }) =>
      line([t.title, t.kind, t.pages.join(' ')]);
    expect(document.tables.map(short)).toEqual(tables.map(short));
  });

  it('has every figure at its place, with the coordinates of the truth', () => {
    const place = (f: TruthFact) => line([f.page, f.kind, f.row_code, f.row, f.column, f.value, said(f.dimensions)]);
    const ours = document.facts.map((f) =>
      place({
        page: f.page,
        kind: f.table_kind,
        row_code: f.row_code,
        row: f.row_label,
        column: f.column_label,
        value: f.value === null ? null : Number(f.value),
        dimensions: f.dimensions,
      }),
    );
    expect(ours.sort()).toEqual(truth.facts.map(place).sort());
  });
});
