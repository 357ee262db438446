/**
 * @module The tables by functional classification: income, expenditure, general public budget, government fund, state
 * capital.
 */
import type { CodedRow } from '../accounts.js';
import { Grid, type Input } from '../grid.js';
import type { TableSpec } from '../model.js';
import { type Form, table, value } from './style.js';

/** A leaf column, under a group header or not. */
export interface Leaf {
  group?: string;
  label: string;
}

export interface FunctionalShape {
  title: string;
  kind: string;
  n: number;
  leaves: Leaf[];
  /** How 栏次 and 合计 stand: over code and name, or under the name only beside a code header of two rows. */
  lead: 'merged' | 'name';
  columnNumbers: boolean;
  /** Codes split over 类 | 款 | 项 columns. */
  split?: boolean;
  item?: string;
  nameHeader?: string;
  totalLast?: boolean;
  blankRows?: number;
  note: string | null;
  valueWidth?: number;
}

export const INCOME_LEAVES: Leaf[] = [
  '本年收入合计',
  '财政拨款收入',
  '上级补助收入',
  '事业收入',
  '经营收入',
  '附属单位上缴收入',
  '其他收入',
].map((label) => ({ label }));
export const EXPENDITURE_LEAVES: Leaf[] = [
  '本年支出合计',
  '基本支出',
  '项目支出',
  '上缴上级支出',
  '经营支出',
  '对附属单位补助支出',
].map((label) => ({ label }));
export const general = (first: string, group: string | undefined = '本年支出'): Leaf[] =>
  [first, '基本支出', '项目支出'].map((label) => (group ? { group, label } : { label }));
export const FUND_LEAVES: Leaf[] = [
  { label: '年初结转和结余' },
  { label: '本年收入' },
  ...general('小计'),
  { label: '年末结转和结余' },
];

export function functional(form: Form, rows: CodedRow[], s: FunctionalShape): TableSpec {
  const codes = s.split ? 3 : 1;
  const grid = new Grid(codes + 1 + s.leaves.length);
  const path = (l: Leaf) => (l.group ? `${l.group}/${l.label}` : l.label);
  const headerRows = header(grid, form, s, codes);
  const line = (r: CodedRow): void => {
    const cells: Input[] = [];
    if (r.code === '') {
      if (s.lead === 'merged') cells.push({ t: r.name, cs: codes + 1, b: true });
      else cells.push(...Array.from({ length: codes }, () => ''), { t: r.name, b: true });
    } else if (s.split) {
      cells.push(r.code.slice(0, 3), r.code.slice(3, 5), r.code.slice(5, 7), { t: r.name, a: 'left' });
    } else cells.push({ t: r.code, a: 'left' }, { t: r.name, a: 'left' });
    s.leaves.forEach((l, i) => {
      cells.push(value(form, r.values[i], { code: r.code || null, row: r.name, column: path(l) }));
    });
    grid.row(cells);
  };
  const total = rows.filter((r) => r.code === '');
  const rest = rows.filter((r) => r.code !== '');
  if (!s.totalLast) total.forEach(line);
  rest.forEach(line);
  for (let i = 0; i < (s.blankRows ?? 0); i++) grid.row(Array.from({ length: grid.columns }, () => ''));
  if (s.totalLast) total.forEach(line);
  const widths = [...(s.split ? [0.75, 0.65, 0.65] : [1.5]), 4.6, ...s.leaves.map(() => s.valueWidth ?? 1.7)];
  return table(form, grid, s.kind, s.title, s.n, headerRows, widths, s.note);
}

/** Writes the header rows and says how many there are. */
function header(grid: Grid, form: Form, s: FunctionalShape, codes: number): number {
  const deep = s.split ? 3 : 2;
  const outer = s.split && s.leaves.every((l) => l.group);
  const top: Input[] = [{ t: s.item ?? '项目', cs: codes + 1 }];
  const second: Input[] = [];
  for (let i = 0; i < s.leaves.length; i++) {
    const l = s.leaves[i] as Leaf;
    if (!l.group) {
      top.push({ t: l.label, rs: deep });
      continue;
    }
    let n = 1;
    while (s.leaves[i + n]?.group === l.group) n++;
    top.push({ t: l.group, cs: n });
    for (let k = 0; k < n; k++) second.push({ t: (s.leaves[i + k] as Leaf).label, rs: outer || s.split ? 2 : 1 });
    i += n - 1;
  }
  grid.row(top);
  const name = s.nameHeader ?? '科目名称';
  if (s.split) {
    grid.row([{ t: form.codeHeader, cs: 3 }, { t: name, rs: 2 }, ...second]);
    grid.row(['类', '款', '项']);
  } else if (s.lead === 'name' && s.columnNumbers) grid.row([{ t: form.codeHeader, rs: 2 }, name, ...second]);
  else grid.row([form.codeHeader, name, ...second]);
  if (!s.columnNumbers) return deep;
  const numbers = s.leaves.map((_, i) => String(i + 1));
  if (s.lead === 'name' && !s.split) grid.row(['栏次', ...numbers]);
  else grid.row([{ t: '栏次', cs: codes + 1 }, ...numbers]);
  return deep + 1;
}
