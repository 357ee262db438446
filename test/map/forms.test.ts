/**
 * @module Every sketched form of a statutory table is read into the facts that the sketch declares, in both ways to
 * print nothing.
 */
import { describe, expect, it } from 'vitest';
import { isColumnId, isRowId } from '../../pipeline/domain/ids.js';
import { mapDocument } from '../../pipeline/map/index.js';
import { assignRoles, headerRowCount } from '../../pipeline/tables/headers.js';
import { squeeze, type TableSpec } from '../../samples/generate/model.js';
import { parse } from '../../samples/generate/numbers.js';
import { Random } from '../../samples/generate/random.js';
import { BUDGET } from '../../samples/generate/stress/forms/budget.js';
import { FINAL } from '../../samples/generate/stress/forms/final.js';
import { drawn, type SketchForm } from '../../samples/generate/stress/forms/sketch.js';
import type { Cell, Table } from '../../schemas/index.js';

const YEAR = 2023;

function tableOf(spec: TableSpec): Table {
  const cells: Cell[] = [...spec.cells]
    .sort((a, b) => a.r - b.r || a.c - b.c)
    .map((c) => ({
      row: c.r,
      column: c.c,
      row_span: c.rs,
      column_span: c.cs,
      text: squeeze(c.text),
      raw_text: c.text,
      page: 1,
      boxes: [[c.c, c.r, c.c + c.cs, c.r + c.rs]],
      role: 'body',
      source: 'text_layer',
      confidence: 1,
    }));
  const headerRows = headerRowCount(cells, spec.rows);
  assignRoles(cells, spec.rows, headerRows);
  return {
    id: 't01',
    kind: null,
    title: spec.title,
    printed_number: spec.number,
    unit: spec.unit,
    unit_evidence: null,
    pages: [1],
    row_count: spec.rows,
    column_count: spec.columns,
    header_row_count: headerRows,
    grade: 'unchecked',
    notes: spec.notes,
    cells,
  };
}

function read(name: string, form: SketchForm, places: number) {
  const sketch = (name in FINAL ? FINAL : BUDGET)[name]!(new Random(1), YEAR);
  const spec = drawn({ ...sketch, title: `${YEAR}年${sketch.title}` }, { ...form, places }, new Random(7));
  const { tables, facts } = mapDocument({ tables: [tableOf(spec)], layouts: [] });
  return { sketch, spec, kind: tables[0]!.kind, facts };
}

const FORMS: [string, SketchForm, number][] = [
  ['empty places', { numbers: 'grouped', nothing: '', negative: 'triangle' }, 2],
  ['whole yuan', { numbers: 'plain', nothing: '—' }, 0],
  ['zeros', { numbers: 'fullwidth', nothing: '0.00', negative: 'brackets' }, 2],
];

describe.each(FORMS)('%s', (_, form, places) => {
  it.each([...Object.keys(FINAL), ...Object.keys(BUDGET)])('%s', (name) => {
    const { sketch, spec, kind, facts } = read(name, form, places);
    expect(kind).toBe(sketch.kind);
    const place = (code: string | null, label: string, column: string, value: string | number | null) =>
      `${code ?? ''} | ${label} | ${column} | ${value === null ? '' : Number(value)}`;
    const wanted = spec.cells.flatMap((c) =>
      c.fact
        ? [place(c.fact.code, c.fact.row === sketch.title ? spec.title! : c.fact.row, c.fact.column, parse(c.text))]
        : [],
    );
    expect(facts.map((f) => place(f.row_code, f.row_label, f.column_label, f.value)).sort()).toEqual(wanted.sort());
    expect(facts.filter((f) => f.row_id !== null && !isRowId(f.row_id)).map((f) => f.row_id)).toEqual([]);
    expect(facts.filter((f) => f.column_id !== null && !isColumnId(f.column_id)).map((f) => f.column_id)).toEqual([]);
    expect(facts.filter((f) => f.column_id === null).map((f) => f.column_label)).toEqual([]);
    const prior = facts.filter(
      (f) =>
        (f.column_label.includes(`${YEAR - 1}年`) && !f.column_label.includes('比')) ||
        /上年预算|上年执行/.test(f.column_label),
    );
    expect(new Set(prior.map((f) => f.phase))).toEqual(new Set(prior.length > 0 ? ['prior_year'] : []));
    expect(facts.filter((f) => f.phase === 'prior_year')).toHaveLength(prior.length);
    // No two values of one row mean the same; the same total stands twice beside functions and purposes, and
    // institutions have no ids.
    if (['summaryThree', 'threeUnits'].includes(name)) return;
    const meanings = facts.map((f) =>
      [f.boxes[0]![1], f.row_code ?? f.row_label, f.row_id, f.column_id, f.phase].join(' | '),
    );
    expect(meanings.filter((m, i) => meanings.indexOf(m) < i)).toEqual([]);
  });
});
