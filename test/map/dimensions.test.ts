/**
 * @module Four schools of form, drawn without a PDF: every table has its kind, every figure its place and exactly the
 * coordinates that the form declares.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { mapDocument } from '../../pipeline/map/index.js';
import { beijingTables } from '../../samples/generate/documents/beijing.js';
import { centralTables } from '../../samples/generate/documents/central.js';
import { guangdongTables } from '../../samples/generate/documents/guangdong.js';
import { shenzhenTables } from '../../samples/generate/documents/shenzhen.js';
import { squeeze, type TableSpec } from '../../samples/generate/model.js';
import { parse } from '../../samples/generate/numbers.js';
import type { Dimensions } from '../../schemas/index.js';
import { tableOf } from './spec-table.js';
import { pageOf } from './truth.js';

interface School {
  tables: () => TableSpec[];
  /** What the first page prints. */
  front: string[];
  entity: { name: string; division_code: string | null; division_name: string | null };
}

const SCHOOLS: Record<string, School> = {
  Guangdong: {
    tables: guangdongTables,
    front: ['2026年广州市样例事务局部门预算'],
    entity: { name: '广州市样例事务局', division_code: '440100', division_name: '广州市' },
  },
  Beijing: {
    tables: beijingTables,
    front: ['部门名称：北京市样例事务办公室', '2026年度'],
    entity: { name: '北京市样例事务办公室', division_code: '110000', division_name: '北京市' },
  },
  Shenzhen: {
    tables: shenzhenTables,
    front: ['2026年深圳市样例协调局部门预算'],
    entity: { name: '深圳市样例协调局', division_code: '440300', division_name: '深圳市' },
  },
  central: {
    tables: centralTables,
    front: ['国家样例事务管理局', '2026年部门预算'],
    entity: { name: '国家样例事务管理局', division_code: null, division_name: null },
  },
};

const place = (code: string | null, row: string, column: string, value: string | number | null): string =>
  [code ?? '', row, column, value === null ? '' : Number(value)].join(' | ');

const said = (dimensions: Dimensions | null | undefined): string =>
  dimensions
    ? Object.entries(dimensions)
        .map(([key, value]) => `${key} ${value}`)
        .sort()
        .join(', ')
    : 'not understood';

describe.each(Object.entries(SCHOOLS))('%s', (_, school) => {
  let specs: TableSpec[];
  let read: ReturnType<typeof mapDocument>;
  beforeAll(() => {
    specs = school.tables();
    read = mapDocument({
      tables: specs.map((spec, i) => tableOf(spec, `t${i + 1}`)),
      layouts: [pageOf(1, school.front)],
    });
  });

  it('says who publishes what for which year', () => {
    expect(read.identity).toMatchObject({ kind: 'budget', fiscal_year: 2026, entity: school.entity });
  });

  it('names every kind', () => {
    expect(read.tables.map((t) => t.kind)).toEqual(specs.map((s) => s.kind));
  });

  it('reads every figure at its place, and gives it the coordinates that its words declare', () => {
    const wanted = specs.flatMap((spec, i) =>
      spec.cells.flatMap(({ fact, text }) =>
        fact
          ? [
              `t${i + 1} | ${place(fact.code, squeeze(fact.row), squeeze(fact.column), parse(text))} | ${said(fact.dimensions)}`,
            ]
          : [],
      ),
    );
    const given = read.facts.map(
      (f) => `${f.table_id} | ${place(f.row_code, f.row_label, f.column_label, f.value)} | ${said(f.dimensions)}`,
    );
    expect(given.sort()).toEqual(wanted.sort());
  });

  it('gives one value to one meaning, whatever table prints it', () => {
    const figures = new Map<string, string>();
    for (const { dimensions, value } of read.facts) {
      if (dimensions === null || value === null) continue;
      const meaning = said(dimensions);
      expect([meaning, figures.get(meaning) ?? value]).toEqual([meaning, value]);
      figures.set(meaning, value);
    }
    expect(figures.size).toBeGreaterThan(100);
  });
});
