/**
 * @module Every sketched form of a statutory table is read into the facts that the sketch declares, in both ways to
 * print nothing.
 */
import { describe, expect, it } from 'vitest';
import { isColumnId, isRowId } from '../../pipeline/domain/ids.js';
import { mapDocument } from '../../pipeline/map/index.js';
import { parse } from '../../samples/generate/numbers.js';
import { Random } from '../../samples/generate/random.js';
import { BUDGET } from '../../samples/generate/stress/forms/budget.js';
import { FINAL } from '../../samples/generate/stress/forms/final.js';
import { drawn, type SketchForm } from '../../samples/generate/stress/forms/sketch.js';
import type { FactPlace } from '../../samples/generate/model.js';
import type { Dimensions } from '../../schemas/index.js';
import { tableOf } from './spec-table.js';
import { pageOf } from './truth.js';

const YEAR = 2023;

function read(name: string, form: SketchForm, places: number) {
  const sketch = (name in FINAL ? FINAL : BUDGET)[name]!(new Random(1), YEAR);
  const spec = drawn({ ...sketch, title: `${YEAR}年${sketch.title}` }, { ...form, places }, new Random(7));
  const { tables, facts } = mapDocument({
    tables: [tableOf(spec)],
    layouts: [pageOf(1, [`样例市样例局${YEAR}年${name in FINAL ? '度部门决算' : '部门预算'}`])],
  });
  return { sketch, spec, kind: tables[0]!.kind, facts };
}

const meaning = (d: Dimensions | null): string =>
  JSON.stringify(d === null ? null : Object.entries(d).sort(([a], [b]) => (a < b ? -1 : 1)));

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
    if (sketch.means) {
      const said = (c: { fact?: FactPlace }) => meaning(c.fact!.dimensions!);
      const meant = spec.cells.flatMap((c) => (c.fact ? [`${c.c},${c.r} ${said(c)}`] : []));
      const given = facts.map((f) => `${f.boxes[0]![0]},${f.boxes[0]![1]} ${meaning(f.dimensions)}`);
      expect(given.sort()).toEqual(meant.sort());
    }
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
