/** @module 一般公共预算财政拨款基本支出决算表: economic items in two, three or four column groups side by side. */
import { ECONOMIC, type EconomicClass } from '../catalogue.js';
import { Grid, type Input } from '../grid.js';
import type { TableSpec } from '../model.js';
import { type Form, table, value } from './style.js';

export interface EconomicShape {
  title: string;
  n: number;
  /** Classes of each column group, top to bottom. */
  groups: EconomicClass[][];
  /** Break a long list of the last classes over two groups after this many rows. */
  height?: number;
  /** Print 人员经费 / 公用经费 over the groups. */
  heads: boolean;
  amount: string;
  codeHeader: string;
  /** Classes that do not apply and print "———". */
  dashed?: string[];
  note: string | null;
}

export function economic(
  form: Form,
  values: Record<string, string>,
  personnel: string,
  publicUse: string,
  s: EconomicShape,
): TableSpec {
  const lists = s.groups.map((g) => g.flatMap((k) => [...ECONOMIC[k]]));
  const columns = spread(lists, s.height);
  const grid = new Grid(columns.length * 3);
  const head = (g: number) => (s.heads ? `${g === 0 ? '人员经费' : '公用经费'}/` : '');
  if (s.heads)
    grid.row([
      { t: '人员经费', cs: 3 },
      { t: '公用经费', cs: (columns.length - 1) * 3 },
    ]);
  grid.row(columns.flatMap(() => [s.codeHeader, '科目名称', s.amount]));
  const height = Math.max(...columns.map((c) => c.length));
  for (let i = 0; i < height; i++) {
    const cells: Input[] = [];
    columns.forEach((column, g) => {
      const item = column[i];
      if (!item) {
        cells.push('', '', '');
        return;
      }
      const [code, name] = item;
      const dashed = (s.dashed ?? []).some((d) => code.startsWith(d));
      const fact = { code, row: name, column: `${head(g)}${s.amount}` };
      cells.push(
        { t: code, a: 'left' },
        { t: name, a: 'left', i: code.length > 3 ? 0.5 : 0 },
        dashed ? { t: '———', a: 'center', fact } : value(form, values[code], fact),
      );
    });
    grid.row(cells);
  }
  const last = columns.length - 1;
  grid.row([
    { t: '人员经费合计', cs: 2, b: true },
    value(form, personnel, { code: null, row: '人员经费合计', column: `${head(0)}${s.amount}` }),
    { t: '公用经费合计', cs: last * 3 - 1, b: true },
    value(form, publicUse, { code: null, row: '公用经费合计', column: `${head(last)}${s.amount}` }),
  ]);
  const widths = columns.flatMap(() => [1.15, 3.6, 1.6]);
  return table(form, grid, 'basic_expenditure_by_economic_class', s.title, s.n, s.heads ? 2 : 1, widths, s.note);
}

/** Groups longer than the height run on in a further column group. */
function spread<T>(lists: T[][], height: number | undefined): T[][] {
  if (!height) return lists;
  return lists.flatMap((list) => {
    const out: T[][] = [];
    for (let i = 0; i < list.length; i += height) out.push(list.slice(i, i + height));
    return out;
  });
}
