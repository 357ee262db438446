/** @module What statutory tables of one document have in common: number style, captions, notes. */
import type { NumberStyle, NegativeStyle } from '../numbers.js';
import { print } from '../numbers.js';
import type { CellInput, Grid } from '../grid.js';
import type { FactPlace, TableSpec } from '../model.js';

export interface Form {
  numbers: NumberStyle;
  negative?: NegativeStyle;
  /** 公开 01 表 with or without spaces: given the ordinal. */
  number: (n: number) => string;
  unit: string;
  unitLine: string;
  entityLine: string;
  yearLine: string | null;
  /** Notes under every table, after its own. */
  commonNotes: string[];
  /** 功能分类科目编码 / 科目代码 / 科目编码. */
  codeHeader: string;
  /** What a value place prints when there is nothing ("" or "0.00"). */
  nothing: string;
}

/** A value cell with its fact. */
export function value(form: Form, v: string | undefined, fact: FactPlace, extra: Partial<CellInput> = {}): CellInput {
  const text = v === undefined || v === '' ? form.nothing : print(v, form.numbers, form.negative);
  return { t: text, a: 'right', fact, ...extra };
}

export function table(
  form: Form,
  grid: Grid,
  kind: string | null,
  title: string,
  n: number | null,
  headerRows: number,
  widths: number[],
  note: string | null,
): TableSpec {
  if (widths.length !== grid.columns)
    throw new Error(`${title}: ${widths.length} widths for ${grid.columns} columns`);
  return {
    kind,
    title,
    number: n === null ? null : form.number(n),
    unit: form.unit,
    unitLine: form.unitLine,
    entityLine: form.entityLine,
    yearLine: form.yearLine,
    rows: grid.rows,
    columns: grid.columns,
    headerRows,
    widths,
    cells: grid.cells,
    notes: note === null ? [] : [note, ...form.commonNotes],
  };
}
