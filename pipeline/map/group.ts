/** @module One column group of a table in; what its rows are read with out: the meaning of each value column, its half, its running state. */
import type { Cell, Phase } from '../../schemas/index.js';
import { CodeReader } from '../domain/code-reader.js';
import type { ColumnGroup } from './columns.js';
import type { Grid } from './grid.js';
import { type Header, isNumberingRow } from './header.js';
import { RowHierarchy } from './hierarchy.js';
import { statedPhase } from '../domain/phase.js';
import { type Resolver, type Side, resolverOf } from './resolve.js';
import { fold, labelKey } from '../domain/labels.js';
import type { KindDefinition } from './types.js';
import { labelUnit } from '../domain/units.js';

export interface ReadContext {
  grid: Grid;
  header: Header;
  /** Column groups side by side. */
  groups: readonly ColumnGroup[];
  kind: KindDefinition;
  fiscalYear: number | null;
  /** The table's unit. */
  unit: string | null;
  /** Phase of values whose header says nothing: the document's, or the table title's. */
  phase: Phase;
}

export interface ValueColumn {
  id: string | null;
  label: string;
  phase: Phase;
  unit: string | null;
  path: Cell[];
}

export interface GroupState {
  group: ColumnGroup;
  side: Side | null;
  codes: CodeReader;
  hierarchy: RowHierarchy;
  /** Row id and label of the row whose parts may follow. */
  open: { id: string; label: string } | null;
  columns: Map<number, ValueColumn>;
  /** The header may name the items of rows whose own label names none: items run across, and one row stands for each phase. */
  itemsAcross: boolean;
}

export function startGroup(context: ReadContext, group: ColumnGroup, index: number, count: number): GroupState {
  const { header, kind } = context;
  const resolver = resolverOf(kind);
  const unit = context.unit;
  const columns: GroupState['columns'] = new Map();
  for (const c of group.values) {
    const full = header.paths[c]!;
    const path = full.filter((cell) => !group.headings.includes(cell));
    const wording = full.map((cell) => cell.text);
    const id = resolver.column(path);
    columns.set(c, {
      id,
      label: wording.join('/'),
      // A change is no amount of either year.
      phase: id?.startsWith('change') ? 'statistic' : (statedPhase(wording, context.fiscalYear) ?? context.phase),
      unit:
        [...wording]
          .reverse()
          .map(labelUnit)
          .find((found) => found !== null) ?? (/%/.test(wording.at(-1) ?? '') ? '%' : unit),
      path: full,
    });
  }
  tellApart(resolver, [...columns.values()]);
  return {
    group,
    side: sideOf(context, group, index, count),
    codes: new CodeReader(),
    hierarchy: new RowHierarchy(),
    open: null,
    columns,
    itemsAcross: kind.rowsBy === 'label_or_column' && itemsAcross(context, group, resolver),
  };
}

/** 年初预算数 beside 全年预算数, 上年预算数 beside 上年执行数: columns of one id and phase that their wording tells apart. */
function tellApart(resolver: Resolver, columns: readonly ValueColumn[]): void {
  // 合计 with what was carried over, beside the 小计 of the year alone.
  const totals = columns.filter((column) => column.id === 'total');
  if (
    totals.length === 2 &&
    totals[0]!.phase === totals[1]!.phase &&
    totals[0]!.path.length === 1 &&
    /^本年(?:收入|支出).*计$/.test(fold(totals[1]!.label).replace('/', ''))
  )
    totals[1]!.id = 'total.current';
  const meaning = (column: ValueColumn) => `${column.id} ${column.phase} ${resolver.item(column.path)}`;
  const meanings = columns.map(meaning);
  columns.forEach((column, i) => {
    if (column.id === null || !meanings.some((other, k) => k !== i && other === meanings[i])) return;
    const wording = column.path.map((cell) => cell.text).join('');
    if (/年初/.test(wording)) column.id += '.initial';
    else if (column.phase === 'prior_year' && /预算/.test(wording)) column.id += '.budget';
  });
}

/** False where rows name items themselves, and where several rows name institutions: a column's item would name each of them. */
function itemsAcross(context: ReadContext, group: ColumnGroup, resolver: Resolver): boolean {
  let foreign = 0;
  for (let r = context.header.count; r < context.grid.rows; r++) {
    const text = group.labels.map((c) => context.grid.text(r, c)).findLast((label) => label !== '') ?? '';
    if (text === '' || isNumberingRow(context.grid, r) || statedPhase([text], context.fiscalYear) !== null) continue;
    const id = resolver.row(text, []);
    if (id !== null && id !== 'total') return false;
    if (id === null) foreign++;
  }
  return foreign <= 1;
}

function sideOf(context: ReadContext, group: ColumnGroup, index: number, count: number): Side | null {
  if (context.kind.rowsBy !== 'side') return null;
  for (const cell of group.headings) {
    const key = labelKey(cell.text);
    if (/收入/.test(key) && !/支出/.test(key)) return 'income';
    if (/支出/.test(key) && !/收入/.test(key)) return 'expenditure';
  }
  if (count === 1) return null;
  return index === 0 ? 'income' : 'expenditure';
}
