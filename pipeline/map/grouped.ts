/** @module A statutory table of labelled rows and columns, in one or more column groups, in; its figures with what names them out. */
import type { Cell } from '../../schemas/index.js';
import type { TableKind } from '../domain/ids.js';
import type { KindDeclaration } from '../domain/kinds.js';
import { labelKey, numbering } from '../domain/labels.js';
import type { Coordinates, Words } from '../domain/lexicon/phrase.js';
import { labelUnit } from '../domain/units.js';
import { fold } from '../domain/labels.js';
import { type Rows, flowOfHalf } from './axis.js';
import type { ColumnGroup } from './columns.js';
import type { Grid } from './grid.js';
import { type Header, isNumberingRow } from './header.js';
import { isBlank, parseNumber } from '../domain/numbers.js';
import { type RowName, RowReader } from './rows.js';
import { type ValueColumn, valueColumns } from './value-columns.js';
import { append } from '../domain/extremes.js';

export interface ReadContext {
  lexicon: Words;
  grid: Grid;
  header: Header;
  /** Column groups side by side. */
  groups: readonly ColumnGroup[];
  kind: KindDeclaration;
  rows: Rows;
  /** The table's unit. */
  unit: string | null;
  entity: string | null;
  year: number | null;
}

/** One value place with all that names it. */
export interface Figure {
  cell: Cell;
  row: RowName;
  column: ValueColumn;
  /** Half of a summary. */
  side: 'income' | 'expenditure' | null;
  /** Number of its column group, from the left. */
  group: number;
  unit: string | null;
}

interface GroupState {
  group: ColumnGroup;
  side: 'income' | 'expenditure' | null;
  columns: Map<number, ValueColumn>;
  reader: RowReader;
}

export function readGrouped(context: ReadContext): Figure[] {
  const { grid, header } = context;
  const states = context.groups.map((group) => startGroup(context, group));
  const figures: Figure[] = [];
  // 一、政府采购情况 as the top row: a section heading like those further down.
  if (header.spanning && numbering(header.spanning.text).style === 'A')
    for (const state of states) state.reader.enterSection(plainName(header.spanning.text));
  const first = header.mixedRow ?? header.count;
  for (let r = first; r < grid.rows; r++) {
    if (r < header.count && r !== header.mixedRow) continue;
    if (r !== header.mixedRow && (isNumberingRow(grid, r) || repeatsHeader(grid, r, states))) continue;
    append(figures, readRow(context, states, r));
  }
  return figures;
}

function startGroup(context: ReadContext, group: ColumnGroup): GroupState {
  const { lexicon, header, grid, kind, rows } = context;
  const side = rows.axis === 'halves' ? flowOfHalf(lexicon, header, group, grid) : null;
  return {
    group,
    side,
    columns: valueColumns(lexicon, header, group, context.unit),
    reader: new RowReader(
      {
        lexicon,
        grid,
        scheme: rows.scheme,
        flow: side,
        projects: LISTS.has(kind.id),
        items: kind.id === 'three_public_expenses' || kind.id === 'disclosure_statistics',
        entity: context.entity,
        year: context.year,
        recognised: grid.recognised,
      },
      group.names,
    ),
  };
}

/** Kinds whose rows may be named by anything: projects, purchases. */
const LISTS: ReadonlySet<TableKind> = new Set(['project_expenditure', 'procurement_budget', 'purchased_services']);

/** Header rows that a continuation page repeats and that joining left in place. */
function repeatsHeader(grid: Grid, row: number, states: readonly GroupState[]): boolean {
  let same = 0;
  for (const state of states) {
    for (const c of state.group.values) {
      const cell = grid.at(row, c);
      if (!cell || cell.row !== row || isBlank(cell.text)) continue;
      if (parseNumber(cell.text).value !== null) return false;
      if (state.columns.get(c)!.path.some((header) => labelKey(header.text) === labelKey(cell.text))) same++;
    }
  }
  return same > 0;
}

function readRow(context: ReadContext, states: readonly GroupState[], row: number): Figure[] {
  const { grid, header } = context;
  const names = states.map((state) => nameRow(context, state, row));
  const figures: Figure[] = [];
  states.forEach((state, index) => {
    let name = names[index]!;
    const places = state.group.values
      .map((c) => grid.at(row, c))
      .filter((cell, i): cell is Cell => valuePlace(context, state, row, cell, state.group.values[i]!));
    if (name !== null && places.length === 0 && name.label !== '' && name.cell !== undefined) {
      state.reader.enterSection(name);
      return;
    }
    if (name === null && places.some((cell) => !isBlank(cell.text))) {
      // 公用经费合计 stands left of several groups; its amount stands in the last of them.
      name = adoptLabel(context, states, names, index, row, figures) ?? loneRow(context, state) ?? unlabelled();
    }
    if (name === null) return;
    for (const cell of places) figures.push(figure(context, state, name, cell));
  });
  const mixed = row === header.mixedRow;
  return mixed ? figures.filter(({ cell }) => isBlank(cell.text) || parseNumber(cell.text).value !== null) : figures;
}

/** Places that hold (or could hold) a value: cells of this row and column that are not the label stretching over them. */
function valuePlace(
  context: ReadContext,
  state: GroupState,
  row: number,
  cell: Cell | undefined,
  column: number,
): boolean {
  if (!cell || cell.row !== row || cell.column !== column) return false;
  if (row === context.header.mixedRow && !isBlank(cell.text) && parseNumber(cell.text).value === null) return false;
  return ![...state.group.labels, ...state.group.codes].some((c) => context.grid.at(row, c) === cell);
}

function nameRow(context: ReadContext, state: GroupState, row: number): RowName | null {
  if (state.group.names.length === 0) return loneRow(context, state);
  return state.reader.read(row);
}

function plainName(label: string, unknown: string[] = []): RowName {
  const means: Coordinates = {};
  return {
    label,
    cell: undefined,
    code: null,
    path: [],
    means,
    unknown,
    marks: new Set(),
    year: null,
    total: false,
    part: false,
    institution: null,
  };
}

/** The only label of an unlabelled data row: the header that spans the table, else the title. */
function loneRow(context: ReadContext, state: GroupState): RowName | null {
  if (state.group.names.length > 0) return null;
  return { ...plainName(context.header.spanning?.text ?? context.grid.table.title ?? ''), total: true };
}

/** A figure in a row that says nothing of itself: not understood. */
function unlabelled(): RowName {
  return plainName('', ['(no label)']);
}

function adoptLabel(
  context: ReadContext,
  states: readonly GroupState[],
  names: (RowName | null)[],
  index: number,
  row: number,
  figures: Figure[],
): RowName | null {
  for (let i = index - 1; i >= 0; i--) {
    const name = names[i];
    if (!name) continue;
    const own = states[i]!.group.values.map((c) => context.grid.at(row, c));
    if (own.some((cell) => cell && cell !== name.cell && !isBlank(cell.text)) || !/合计|总计|小计/.test(name.label))
      return null;
    for (let f = figures.length - 1; f >= 0; f--)
      if (figures[f]!.row === name && isBlank(figures[f]!.cell.text)) figures.splice(f, 1);
    return name;
  }
  return null;
}

function figure(context: ReadContext, state: GroupState, row: RowName, cell: Cell): Figure {
  const { grid } = context;
  const column = state.columns.get(cell.column)!;
  const printed = state.group.unit === null ? '' : fold(grid.text(cell.row, state.group.unit));
  const ofRow =
    labelUnit(row.label) ??
    [...row.path]
      .reverse()
      .map(labelUnit)
      .find((found) => found !== null);
  const rate = row.means.measure === 'change_rate' || row.means.measure === 'share' ? '%' : undefined;
  const group = context.groups.indexOf(state.group);
  return {
    cell,
    row,
    column,
    group,
    side: state.side,
    unit: (printed === '' ? null : printed) ?? ofRow ?? rate ?? column.unit,
  };
}
