/**
 * @module The figures of one table, each with its row and column, and what the title fixes, in; the dimensions of each out, null where
 * a word that could matter is not understood. What only the table as a whole can tell (does 总计 count carry-over in, which institution
 * is the department itself) is settled here, by what is printed, never by a default.
 */
import type { Dimensions, MoneyPhase } from '../domain/dimensions.js';
import { inOrder } from '../domain/dimensions.js';
import type { KindDeclaration } from '../domain/kinds.js';
import { type Coordinates, merge } from '../domain/lexicon/phrase.js';
import type { Figure } from './grouped.js';

export interface TableMeaning {
  kind: KindDeclaration;
  /** From title and kind; null values: said, but without a name. */
  base: Coordinates;
  /** Words of the title that are not understood. */
  unknown: readonly string[];
  phase: MoneyPhase;
  year: number | null;
}

export interface Meant {
  dimensions: Dimensions | null;
  /** Why there are none: the words that are not understood. */
  unknown: string[];
}

/** Coordinates of one figure before the table as a whole is looked at. */
export interface Draft {
  figure: Figure;
  means: Coordinates;
  unknown: string[];
}

export function compose(table: TableMeaning, figures: readonly Figure[]): Draft[] {
  const drafts = figures.map((figure) => draft(table, figure));
  settleItems(table, drafts);
  settleSubtotals(drafts);
  settleFlows(drafts);
  settleVintage(drafts);
  return drafts;
}

export function dimensionsOf(draft: Draft): Meant {
  const unknown = [...draft.unknown];
  for (const [key, value] of Object.entries(draft.means)) if (value === null) unknown.push(`${key}: no word for it`);
  if (unknown.length > 0) return { dimensions: null, unknown };
  return { dimensions: inOrder(draft.means as Dimensions), unknown };
}

function draft(table: TableMeaning, figure: Figure): Draft {
  const { row, column, side } = figure;
  const means: Coordinates = { ...table.base };
  const unknown = [...table.unknown, ...column.unknown, ...row.unknown];
  if (side !== null) means.flow = side;
  const ofColumn = side === null ? column.means : withoutOwnFlow(column.means);
  const ofRow = side === null ? row.means : withoutOwnFlow(row.means);
  for (const words of [withoutOwnVintage(ofRow, row.marks.has('of_year'), ofColumn), ofColumn]) {
    const flow = means.flow;
    const clash = merge(means, words);
    // The half, or the title, says which side a source column stands on; a column of another flow says so itself.
    if (clash?.startsWith('flow')) means.flow = words.flow ?? flow;
    else if (clash !== null) unknown.push(clash);
  }
  // 年初结转和结余/基本支出结转: what was carried over is what the flow says already.
  const standing = column.means.flow === 'opening' || column.means.flow === 'closing';
  if (standing && means.vintage === 'carryover' && row.means.vintage === undefined) delete means.vintage;
  if (means.measure === 'change' && figure.unit === '%') means.measure = 'change_rate';
  // 项目支出及其他支出: what stands under the name of a project is project expenditure.
  if (means.type === null && means.project !== undefined) means.type = 'project';
  means.phase = column.means.phase ?? row.means.phase ?? table.phase;
  const year = column.year ?? row.year;
  const last = column.lastYear || row.marks.has('last_year');
  if (year !== null) means.year = year;
  else if (table.year !== null) means.year = last ? table.year - 1 : table.year;
  return { figure, means, unknown };
}

/** In a half, 收入 and 支出 in a label repeat the half; opening, closing and the like are flows of their own. */
function withoutOwnFlow(means: Coordinates): Coordinates {
  if (means.flow !== 'income' && means.flow !== 'expenditure') return means;
  const { flow: _, ...rest } = means;
  return rest;
}

/** 本年收入合计 in a column of what was carried over: the column says of which year. */
function withoutOwnVintage(row: Coordinates, ofYear: boolean, column: Coordinates): Coordinates {
  if (!ofYear || column.vintage === undefined || column.vintage === row.vintage) return row;
  const { vintage: _, ...rest } = row;
  return rest;
}

/** 合计 of a table of 三公 alone is theirs; of a table that has more in it, there is no name for it. */
function settleItems({ kind }: TableMeaning, drafts: readonly Draft[]): void {
  if (kind.id !== 'three_public_expenses') return;
  const others = new Set(['meetings', 'training']);
  const more = drafts.some(
    ({ means }) => others.has(String(means.item)) || (means.type !== undefined && means.item === undefined),
  );
  for (const { means } of drafts) {
    if (means.item !== undefined || means.type !== undefined) continue;
    means.item = more ? null : 'three_public';
  }
}

/** Where 人员经费合计 and 公用经费合计 are printed, each economic class is part of one: 301 and 303 are paid to people. */
function settleSubtotals(drafts: readonly Draft[]): void {
  const subtotal = (type: string): boolean =>
    drafts.some(
      ({ figure: { row } }) => row.means.type === type && row.marks.has('total') && row.means.economic === undefined,
    );
  if (!subtotal('basic.personnel') || !subtotal('basic.public')) return;
  for (const { means } of drafts) {
    if (means.type !== 'basic' || typeof means.economic !== 'string') continue;
    means.type = /^30[13]/.test(means.economic) ? 'basic.personnel' : 'basic.public';
  }
}

/**
 * 收入总计 is income, unless what stood there at the beginning of the year is counted in; 支出总计 is expenditure, unless 本年支出 or
 * what is left stands beside it: then it counts that in and is neither.
 */
function settleFlows(drafts: readonly Draft[]): void {
  const opening = drafts.some(({ means }) => means.flow === 'opening');
  const left = drafts.some(
    ({ means, figure }) =>
      means.flow === 'closing' ||
      means.flow === 'distribution' ||
      (figure.side === 'expenditure' && figure.row.marks.has('total') && !isGrand(figure)),
  );
  for (const { means, figure } of drafts) {
    if (figure.side === null || !isGrand(figure)) continue;
    if (figure.side === 'income' && opening) delete means.flow;
    if (figure.side === 'expenditure' && left) delete means.flow;
    if (means.vintage === 'current' && figure.column.means.vintage === undefined) delete means.vintage;
  }
}

function isGrand({ row }: Figure): boolean {
  return row.marks.has('grand') || row.total;
}

/**
 * Income beside 上年结转 (or 年初结转和结余) is the year's own, its total apart that counts both in; so it is where the total says 本年收入;
 * so are the sources that head columns beside one of what was carried over. Where nothing carried over is printed anywhere, nothing
 * says of which year the money is.
 */
function settleVintage(drafts: readonly Draft[]): void {
  settleSources(drafts);
  const income = drafts.filter(({ means }) => means.flow === 'income');
  const carried = drafts.some(({ means }) => means.vintage === 'carryover' || means.flow === 'opening');
  const ofYear = drafts.some(({ figure }) => figure.column.marks.has('of_year') && figure.column.path.length === 1);
  if (!carried && !ofYear) return;
  const sets = new Set<number>();
  for (const { figure } of drafts) if (figure.column.means.vintage !== undefined) sets.add(figure.column.column);
  const doubled = income.some(({ figure }) => figure.side !== null && sets.has(figure.column.column));
  for (const { means, figure } of income) {
    if (means.vintage !== undefined) {
      // 本年收入合计 below a column that counts carry-over in (本年预算 beside 编制预算 and 上年结转).
      if (doubled && means.vintage === 'current' && figure.column.means.vintage === undefined) delete means.vintage;
      continue;
    }
    if (doubled) continue;
    const total =
      figure.side !== null ? isGrand(figure) : means.fund === undefined && !figure.column.marks.has('of_year');
    if (!total) means.vintage = 'current';
  }
}

/** Columns of sources beside a column of what was carried over, whatever they are spent on. */
function settleSources(drafts: readonly Draft[]): void {
  const beside = drafts.some(({ figure: { side, column } }) => side === null && column.own.vintage === 'carryover');
  if (!beside) return;
  for (const { means, figure } of drafts)
    if (figure.side === null && figure.column.own.fund !== undefined && means.vintage === undefined)
      means.vintage = 'current';
}
