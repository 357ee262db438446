/** @module 收入支出决算总表 and 财政拨款收入支出决算总表: two halves side by side, with or without 行次, with or without a 栏次 row. */
import type { Sides } from '../accounts.js';
import { FUNCTIONS, ordinal } from '../catalogue.js';
import { Grid, type Input } from '../grid.js';
import type { TableSpec } from '../model.js';
import { type Form, table, value } from './style.js';

export interface SummaryShape {
  title: string;
  kind: 'income_expenditure_summary' | 'fiscal_appropriation_summary';
  n: number;
  /** 金额, 决算数 or 预算数. */
  amount: string;
  /** Labels of the sources without ordinal. */
  sources: string[];
  /** Headers of the expenditure value columns. */
  columns: string[];
  lineNumbers: boolean;
  columnNumbers: boolean;
  /** Only these function codes are printed (budgets print a few); all 26 otherwise. */
  only?: string[];
  income?: string;
  expenditure?: string;
  /** 栏次 stands left of its number inside the 行次 column (Shaanxi) or over 项目 only. */
  note: string | null;
  blankRows?: number;
}

export function summary(form: Form, sides: Sides, s: SummaryShape): TableSpec {
  const n = s.columns.length;
  const line = s.lineNumbers ? 1 : 0;
  const grid = new Grid(2 + 2 * line + 1 + n);
  const income = s.income ?? '收入';
  const expenditure = s.expenditure ?? '支出';
  const lines = (): Input[] => (s.lineNumbers ? ['行次'] : []);
  grid.row([
    { t: income, cs: 2 + line },
    { t: expenditure, cs: 1 + line + n },
  ]);
  grid.row(['项目', ...lines(), s.amount, '项目', ...lines(), ...s.columns]);
  if (s.columnNumbers) {
    const blank: Input[] = s.lineNumbers ? [''] : [];
    grid.row(['栏次', ...blank, '1', '栏次', ...blank, ...s.columns.map((_, i) => String(i + 2))]);
  }
  const functions = FUNCTIONS.filter(([code]) => !s.only || s.only.includes(code));
  const rows: { left: string; leftValue: string; right: string; rightValues: string[]; bold?: boolean }[] = [];
  for (let i = 0; i < Math.max(functions.length, s.sources.length) + (s.blankRows ?? 0); i++) {
    const f = functions[i];
    const source = s.sources[i];
    rows.push({
      left: source ? `${ordinal(i + 1)}、${source}` : '',
      leftValue: sides.sources[i] ?? '',
      right: f ? `${ordinal(i + 1)}、${f[1]}` : '',
      rightValues: f ? (sides.functions[f[0]] ?? []) : [],
    });
  }
  rows.push(...sides.tail);
  rows.forEach((r, i) => {
    const bold = r.bold ?? false;
    const left: Input[] = [{ t: r.left, a: bold ? 'center' : 'left', b: bold }];
    if (s.lineNumbers) left.push(String(i + 1));
    left.push(
      r.left ? value(form, r.leftValue, { code: null, row: r.left, column: `${income}/${s.amount}` }) : { t: '' },
    );
    const right: Input[] = [{ t: r.right, a: bold ? 'center' : 'left', b: bold }];
    if (s.lineNumbers) right.push(String(rows.length + i + 1));
    s.columns.forEach((c, k) => {
      right.push(
        r.right
          ? value(form, r.rightValues[k], { code: null, row: r.right, column: `${expenditure}/${c}` })
          : { t: '' },
      );
    });
    grid.row([...left, ...right]);
  });
  const widths = [
    5.2,
    ...(line ? [0.8] : []),
    2,
    5.2,
    ...(line ? [0.8] : []),
    ...s.columns.map(() => (n > 1 ? 1.75 : 2)),
  ];
  return table(form, grid, s.kind, s.title, s.n, s.columnNumbers ? 3 : 2, widths, s.note);
}
