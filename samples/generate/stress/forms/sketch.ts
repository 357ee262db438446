/**
 * @module A table drawn in words -> its spec with facts: rows of cells between "|", "→2" for a column span, "↓2" for
 * a row span, "#" for an invented amount, "~" for an amount or nothing, "=" for the figure at the coordinates that
 * the sketch declares. What the columns are is declared, so that the truth owes nothing to a reader.
 */
import { Grid, type Input } from '../../grid.js';
import type { FactPlace, GridCell, TableSpec } from '../../model.js';
import { type Coordinates, lineOf, type Meaning, published, together } from '../../meaning.js';
import { print, type NumberStyle } from '../../numbers.js';
import type { Random } from '../../random.js';

/** Columns that belong together: where codes, labels and values stand. */
export interface SketchGroup {
  codes?: number[];
  labels?: number[];
  values: number[];
}

export interface Sketch {
  kind: string | null;
  title: string;
  number?: string | null;
  unit?: string | null;
  unitLine?: string | null;
  entityLine?: string | null;
  yearLine?: string | null;
  header: string[];
  /** Rows of the header that number the columns, and rows as wide as the table, give no column labels. */
  body: string[];
  widths?: number[];
  groups: SketchGroup[];
  /** Label of the row that has none. */
  lone?: string;
  notes?: string[];
  /** Rows below the header that head a further part: no facts. */
  silent?: number[];
  /** What the figures mean; without it, facts carry values alone. */
  means?: Meaning;
}

export interface SketchForm {
  numbers: NumberStyle;
  nothing: string;
  negative?: 'minus' | 'triangle' | 'brackets';
  places?: number;
  /** The printed figure at some coordinates, for "=". */
  figure?: (c: Coordinates) => string;
}

const CELL = /^(.*?)(?:→(\d+))?(?:↓(\d+))?$/s;
const NUMBERING = /^\d{1,2}(?:[=＝].*)?$/;

function cells(line: string, form: SketchForm, r: Random): Input[] {
  return line.split('|').map((part) => {
    const [, text = '', cs, rs] = CELL.exec(part) as RegExpExecArray;
    const amount = text === '#' || (text === '~' && r.chance(0.6));
    const printed = amount ? invented(form, r) : text === '~' ? form.nothing : text;
    return {
      t: printed,
      a:
        amount || text === '~'
          ? 'right'
          : /^[一二三四五六七八九十\d（(其]/.test(text) && text.length > 3
            ? 'left'
            : 'center',
      ...(cs ? { cs: Number(cs) } : {}),
      ...(rs ? { rs: Number(rs) } : {}),
    };
  });
}

function invented(form: SketchForm, r: Random): string {
  const places = form.places ?? 2;
  const amount = r.chance(0.5) ? r.int(1, 99_999) : r.int(100_000, 99_999_999);
  const digits = String(amount).padStart(places + 1, '0');
  const value = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return print(r.chance(0.04) ? `-${value}` : value, form.numbers, form.negative);
}

export function drawn(s: Sketch, form: SketchForm, r: Random): TableSpec {
  const columns = count(s.header[0] as string);
  const grid = new Grid(columns);
  for (const line of [...s.header, ...s.body]) grid.row(cells(line, form, r));
  const at = places(grid.cells);
  s.body.forEach((_, i) => {
    const row = s.header.length + i;
    if (!s.silent?.includes(i))
      s.groups.forEach((group, g) => place(s, { ...group, line: i, index: g }, row, at, form));
  });
  const open = grid.cells.find((c) => c.text === '=');
  if (open) throw new Error(`sketch ${s.title}: "=" at row ${open.r}, column ${open.c} is no value of a group`);
  for (let c = 0; c < columns; c++)
    for (const g of s.groups) {
      if ((g.labels ?? []).includes(c))
        for (const cell of grid.cells)
          if (cell.c === c && cell.r >= s.header.length && cell.text.length > 4) cell.align = 'left';
    }
  const widths =
    s.widths ??
    Array.from({ length: columns }, (_, c) =>
      s.groups.some((g) => g.labels?.includes(c)) ? 4 : s.groups.some((g) => g.codes?.includes(c)) ? 1.5 : 1.8,
    );
  return {
    kind: s.kind,
    title: s.title,
    number: s.number ?? null,
    unit: s.unit === undefined ? '万元' : s.unit,
    unitLine: s.unitLine === undefined ? '单位：万元' : s.unitLine,
    entityLine: s.entityLine ?? null,
    yearLine: s.yearLine ?? null,
    rows: grid.rows,
    columns,
    headerRows: s.header.length,
    widths,
    cells: grid.cells,
    notes: s.notes ?? [],
  };
}

function count(line: string): number {
  return line.split('|').reduce((n, part) => n + Number((CELL.exec(part) as RegExpExecArray)[2] ?? 1), 0);
}

type At = (row: number, column: number) => GridCell | undefined;

function places(cells: GridCell[]): At {
  return (row, column) => cells.find((c) => row >= c.r && row < c.r + c.rs && column >= c.c && column < c.c + c.cs);
}

/** A group at one line of the body. */
type Place = SketchGroup & { line: number; index: number };

function place(s: Sketch, group: Place, row: number, at: At, form: SketchForm): void {
  const text = (column: number) => (at(row, column)?.text ?? '').replace(/\s/g, '');
  const code = (group.codes ?? [])
    .map((c, i, all) => (i > 0 && at(row, c) === at(row, all[i - 1] as number) ? '' : text(c)))
    .join('');
  const label =
    [...(group.labels ?? [])]
      .reverse()
      .map(text)
      .find((t) => t !== '') ?? '';
  const isCode = /^\d+$/.test(code);
  const printed = label || (isCode ? '' : code) || (group.labels ? '' : (s.lone ?? ''));
  const named = {
    line: group.line,
    group: group.index,
    code: isCode ? code : '',
    label: printed,
    lone: !group.labels,
  };
  const line = s.means ? lineOf(s.means, named) : null;
  const row_ = line?.label ?? printed;
  if ((s.means && line === null) || (row_ === '' && !isCode)) return;
  for (const c of group.values) {
    const cell = at(row, c);
    if (
      !cell ||
      cell.r !== row ||
      cell.c !== c ||
      [...(group.labels ?? []), ...(group.codes ?? [])].some((k) => at(row, k) === cell)
    )
      continue;
    const fact: FactPlace = { code: isCode ? code : null, row: row_, column: path(s, c, at) };
    if (line?.code !== undefined) fact.code = line.code;
    if (s.means && line) {
      const means = together(s.means.table, s.means.columns[c], line.means);
      fact.dimensions = published(means);
      if (cell.text === '=') {
        if (!form.figure) throw new Error(`sketch ${s.title}: "=" needs figures`);
        cell.text = form.figure(means);
        cell.align = 'right';
      }
    }
    cell.fact = fact;
  }
}

function path(s: Sketch, column: number, at: At): string {
  const parts: string[] = [];
  const wide = count(s.header[0] as string);
  for (let r = 0; r < s.header.length; r++) {
    const cell = at(r, column);
    const text = (cell?.text ?? '').replace(/\s/g, '');
    if (!cell || text === '' || cell.cs === wide || NUMBERING.test(text) || /^栏次$/.test(text)) continue;
    if (parts.at(-1) !== text) parts.push(text);
  }
  return parts.join('/');
}
