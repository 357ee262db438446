/**
 * @module What the performance tables of all provinces share: indicators in three merged levels, and the rows beside
 * them.
 */
import type { CellInput, Grid, Input } from '../grid.js';
import type { FactPlace, TableSpec } from '../model.js';

/** One indicator: three levels, then the province's own columns. */
export interface Indicator {
  levels: [string, string, string];
  values: string[];
}

/** Lines "一级|二级|三级|…"; an empty level repeats the one above. */
export function indicators(text: string): Indicator[] {
  let last: [string, string] = ['', ''];
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [a = '', b = '', c = '', ...values] = line.trim().split('|');
      last = [a || last[0], b || (a ? '' : last[1])];
      return { levels: [last[0], last[1], c], values };
    });
}

export interface Column {
  label: string;
  span?: number;
  fact?: boolean;
  align?: 'left' | 'center';
}

/** Writes indicator rows; `block` (the merged cell at the far left) has been placed before. */
export function indicatorRows(
  grid: Grid,
  list: Indicator[],
  columns: Column[],
  levelSpan: [number, number, number] = [1, 1, 1],
): void {
  const runs = (same: (a: Indicator, b: Indicator) => boolean) =>
    list.map((x, i) => {
      if (i > 0 && same(list[i - 1] as Indicator, x)) return 0;
      let n = 1;
      while (list[i + n] && same(list[i + n - 1] as Indicator, list[i + n] as Indicator)) n++;
      return n;
    });
  const first = runs((a, b) => a.levels[0] === b.levels[0]);
  const second = runs((a, b) => a.levels[0] === b.levels[0] && a.levels[1] === b.levels[1]);
  list.forEach((x, i) => {
    const cells: Input[] = [];
    if (first[i]) cells.push({ t: x.levels[0], rs: first[i] as number, cs: levelSpan[0] });
    if (second[i]) cells.push({ t: x.levels[1], rs: second[i] as number, cs: levelSpan[1] });
    cells.push({ t: x.levels[2], a: 'left', cs: levelSpan[2] });
    columns.forEach((c, k) => {
      const cell: CellInput = { t: x.values[k] ?? '', a: c.align ?? 'center', cs: c.span ?? 1 };
      if (c.fact) cell.fact = place(x.levels[2], c.label);
      cells.push(cell);
    });
    grid.row(cells);
  });
}

function place(row: string, column: string): FactPlace {
  return { code: null, row, column };
}

/** A value place of a named row: percentages and dashes as printed. */
export function at(row: string, column: string, t: string, cs = 1): CellInput {
  return { t, a: 'center', cs, fact: place(row, column) };
}

export function performanceSpec(grid: Grid, kind: string, title: string, year: number, widths: number[]): TableSpec {
  return {
    kind,
    title,
    subtitle: `(${year}年度)`,
    number: null,
    unit: null,
    unitLine: null,
    entityLine: null,
    yearLine: null,
    rows: grid.rows,
    columns: grid.columns,
    headerRows: 0,
    widths,
    cells: grid.cells,
    notes: [],
  };
}
