/**
 * @module Budget tables whose shape final accounts do not have: income and expenditure by kind side by side, economic
 * items in rows with personnel and public columns.
 */
import type { CodedRow } from '../accounts.js';
import { Grid, type Input } from '../grid.js';
import type { TableSpec } from '../model.js';
import { type Form, table, value } from './style.js';

export interface BudgetSides {
  title: string;
  kind: 'income_expenditure_summary' | 'fiscal_appropriation_summary';
  income: string;
  expenditure: string;
  left: { label: string; value: string }[];
  right: { label: string; values: string[] }[];
  columns: string[];
  leftTotal: { label: string; value: string };
  rightTotal: { label: string; values: string[] };
  blankRows: number;
}

export function budgetSides(form: Form, s: BudgetSides): TableSpec {
  const n = s.columns.length;
  const grid = new Grid(3 + n)
    .row([
      { t: s.income, cs: 2 },
      { t: s.expenditure, cs: 1 + n },
    ])
    .row(['项目', '预算数', '项目', ...s.columns]);
  const line = (
    left: { label: string; value: string } | undefined,
    right: { label: string; values: string[] } | undefined,
    bold: boolean,
  ) => {
    const cells: Input[] = [
      { t: left?.label ?? '', a: bold ? 'center' : 'left', b: bold },
      left ? value(form, left.value, { code: null, row: left.label, column: `${s.income}/预算数` }) : '',
    ];
    cells.push({ t: right?.label ?? '', a: bold ? 'center' : 'left', b: bold });
    cells.push(
      ...s.columns.map((c, i) =>
        right ? value(form, right.values[i], { code: null, row: right.label, column: `${s.expenditure}/${c}` }) : '',
      ),
    );
    grid.row(cells);
  };
  const rows = Math.max(s.left.length, s.right.length) + s.blankRows;
  for (let i = 0; i < rows; i++) line(s.left[i], s.right[i], false);
  line(s.leftTotal, s.rightTotal, true);
  return {
    ...table(form, grid, s.kind, s.title, null, 2, [4.4, 2.2, 4.4, ...s.columns.map(() => 2.1)], null),
    number: null,
  };
}

/** Economic items in rows, code split over 类 | 款 or whole. */
export function economicRows(
  form: Form,
  rows: CodedRow[],
  s: { title: string; group: string; codeHeader: string; split: boolean; nameHeader: string },
): TableSpec {
  const lead = s.split ? 3 : 2;
  const grid = new Grid(lead + 3).row([
    { t: '项目', cs: lead },
    { t: s.group, cs: 3 },
  ]);
  const leaves = ['合计', '人员经费', '公用经费'];
  const deep = s.split ? 2 : 1;
  grid.row([
    { t: s.codeHeader, cs: s.split ? 2 : 1 },
    { t: s.nameHeader, rs: deep },
    ...leaves.map((t) => ({ t, rs: deep })),
  ]);
  if (s.split) grid.row(['类', '款']);
  for (const r of rows) {
    const cells: Input[] =
      r.code === ''
        ? [{ t: r.name, cs: lead, b: true }]
        : s.split
          ? [r.code.slice(0, 3), r.code.slice(3), { t: r.name, a: 'left' }]
          : [
              { t: r.code, a: 'left' },
              { t: r.name, a: 'left' },
            ];
    cells.push(
      ...leaves.map((l, i) =>
        value(form, r.values[i], { code: r.code || null, row: r.name, column: `${s.group}/${l}` }),
      ),
    );
    grid.row(cells);
  }
  const widths = [...(s.split ? [0.9, 0.9] : [1.4]), 4, 2.2, 2.2, 2.2];
  return table(form, grid, 'basic_expenditure_by_economic_class', s.title, null, 1 + deep, widths, null);
}
