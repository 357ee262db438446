/** @module A statutory table of labelled rows and columns, in one or more column groups, in; its facts out. */
import type { Cell, Fact } from '../../schemas/index.js';
import { isClassificationCode, leadingCode } from '../domain/codes.js';
import { makeFact } from './fact.js';
import type { Grid } from './grid.js';
import { type GroupState, type ReadContext, startGroup } from './group.js';
import { isNumberingRow } from './header.js';
import { isBlank, parseNumber } from '../domain/numbers.js';
import { statedPhase } from '../domain/phase.js';
import { resolverOf } from './resolve.js';
import { fold, labelKey, numbering } from '../domain/labels.js';
import type { KindDefinition } from './types.js';
import { labelUnit } from '../domain/units.js';

interface RowName {
  label: string;
  cell: Cell | undefined;
  code: string | null;
  path: string[];
  id: string | null;
  /** In brackets behind the label or a parent's. */
  unit: string | null;
}

export function readGrouped(context: ReadContext): Fact[] {
  const { grid, header, groups } = context;
  const states = groups.map((group, index) => startGroup(context, group, index, groups.length));
  const facts: Fact[] = [];
  // 一、政府采购情况 as the top row: a section heading like those further down.
  if (header.spanning && numbering(header.spanning.text).style === 'A')
    for (const state of states) state.hierarchy.enterSection(header.spanning.text);
  const first = header.mixedRow ?? header.count;
  for (let r = first; r < grid.rows; r++) {
    if (r < header.count && r !== header.mixedRow) continue;
    if (r !== header.mixedRow && isNumberingRow(grid, r)) continue;
    if (r !== header.mixedRow && repeatsHeader(grid, r, states)) continue;
    facts.push(...readRow(context, states, r));
  }
  return facts;
}

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

function readRow(context: ReadContext, states: readonly GroupState[], row: number): Fact[] {
  const { grid, header } = context;
  const names = states.map((state) => nameRow(context, state, row));
  const facts: Fact[] = [];
  states.forEach((state, index) => {
    let name = names[index]!;
    const places = state.group.values
      .map((c) => grid.at(row, c))
      .filter((cell, i): cell is Cell => valuePlace(context, state, row, cell, state.group.values[i]!));
    if (name !== null && places.length === 0 && name.label !== '' && name.cell !== undefined) {
      state.hierarchy.enterSection(name.label);
      return;
    }
    if (name === null && places.some((cell) => !isBlank(cell.text))) {
      // 公用经费合计 stands left of several groups; its amount stands in the last of them.
      name = adoptLabel(context, states, names, index, row, facts) ??
        loneRow(context, state) ?? { label: '', cell: undefined, code: null, path: [], id: null, unit: null };
    }
    if (name === null) return;
    const named = name;
    facts.push(...places.map((cell) => toFact(context, state, named, cell)));
  });
  return row === header.mixedRow ? facts.filter((fact) => fact.value !== null || isBlank(fact.raw_text)) : facts;
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
  const { grid, kind } = context;
  const { group } = state;
  if (group.labels.length + group.codes.length === 0) return loneRow(context, state);
  const codeCells = group.codes.map((c) => grid.at(row, c));
  const labelCells = [...new Set(group.labels.map((c) => grid.at(row, c)))].filter(
    (cell): cell is Cell => cell !== undefined && cell.text !== '',
  );
  let cell = labelCells.at(-1);
  let code: string | null = null;
  const words = codeCells.find((candidate) => candidate !== undefined && /[\u3400-\u9fff]/.test(candidate.text));
  if (words) cell ??= words;
  else if (!cell || !codeCells.includes(cell)) code = state.codes.read(codeCells);
  if (!cell && code === null) return null;
  const label = cell?.text ?? '';
  code ??= label === '' ? null : leadingCode(label);
  const path = isClassificationCode(code) ? state.hierarchy.coded(code, label) : state.hierarchy.labelled(label);
  for (const outer of labelCells.slice(0, -1).reverse()) path.unshift(outer.text);
  const unit =
    labelUnit(label) ??
    [...path]
      .reverse()
      .map(labelUnit)
      .find((found) => found !== null) ??
    null;
  return identify(kind, state, { label, cell, code, path, id: null, unit });
}

function identify(kind: KindDefinition, state: GroupState, name: RowName): RowName {
  if (isClassificationCode(name.code)) return { ...name, id: name.code };
  const resolver = resolverOf(kind);
  if (kind.rowsBy !== 'side') {
    const id = resolver.row(name.label, name.path);
    // 公务用车购置及运行费 | 小计: the part of a divided label column that totals it.
    const outer = name.path.at(-1);
    return {
      ...name,
      id:
        outer !== undefined && /^(?:小计|合计)$/.test(labelKey(name.label)) && (id === null || id === 'total')
          ? (resolver.row(outer, name.path.slice(0, -1)) ?? id)
          : id,
    };
  }
  let id = resolver.rowOfSide(name.label, state.side);
  const open = state.open;
  if (open && id !== null && kind.nested?.[open.id]?.includes(id)) {
    const path = name.path.includes(open.label) ? name.path : [...name.path, open.label];
    return { ...name, path, id: `${open.id}.${id.slice(id.indexOf('.') + 1)}` };
  }
  if (id !== null && kind.nested && id in kind.nested) state.open = { id, label: name.label };
  else if (name.label !== '') state.open = null;
  // Some print 合计 in place of 总计 in the last row; above it, it is the total of the year.
  if (id?.endsWith('.grand_total') && labelKey(name.label) === '合计' && /合计$/.test(name.path.at(-1) ?? ''))
    id = null;
  return { ...name, id };
}

/** The only label of an unlabelled data row: the header that spans the table, else the title. */
function loneRow(context: ReadContext, state: GroupState): RowName | null {
  if (state.group.labels.length + state.group.codes.length > 0) return null;
  return {
    label: context.header.spanning?.text ?? context.grid.table.title ?? '',
    cell: undefined,
    code: null,
    path: [],
    id: null,
    unit: null,
  };
}

function adoptLabel(
  context: ReadContext,
  states: readonly GroupState[],
  names: (RowName | null)[],
  index: number,
  row: number,
  facts: Fact[],
): RowName | null {
  for (let i = index - 1; i >= 0; i--) {
    const name = names[i];
    if (!name) continue;
    const own = states[i]!.group.values.map((c) => context.grid.at(row, c));
    if (own.some((cell) => cell && cell !== name.cell && !isBlank(cell.text)) || !/合计|总计|小计/.test(name.label))
      return null;
    for (let f = facts.length - 1; f >= 0; f--)
      if (facts[f]!.row_label === name.label && facts[f]!.value === null) facts.splice(f, 1);
    return name;
  }
  return null;
}

function toFact(context: ReadContext, state: GroupState, name: RowName, cell: Cell): Fact {
  const { kind, grid } = context;
  const column = state.columns.get(cell.column)!;
  let { id, path } = name;
  let { phase } = column;
  if (kind.rowsBy === 'label_or_column') {
    if (!column.id?.startsWith('change'))
      phase =
        statedPhase([...column.path.map((header) => header.text)], context.fiscalYear) ??
        statedPhase([name.label], context.fiscalYear) ??
        phase;
    const item = resolverOf(kind).item(column.path);
    // Items run across: the header names the row; items run down: the label does.
    if (state.itemsAcross || (item !== null && item !== 'total' && id === 'total')) id = item ?? id;
  }
  if (kind.parents && id !== null && id in kind.parents && path.length === 0)
    path = parentLabel(context, state, kind.parents[id]!);
  const rowUnit = state.group.unit === null ? '' : fold(grid.text(cell.row, state.group.unit));
  const unit = (rowUnit === '' ? null : rowUnit) ?? name.unit ?? column.unit;
  return makeFact(grid.table, kind.id, {
    cell,
    rowCode: name.code,
    rowId: id,
    rowLabel: name.label,
    rowPath: path,
    columnId: column.id ?? (kind.rowsBy === 'label_or_column' ? Object.keys(kind.columns)[0]! : null),
    columnLabel: column.label,
    phase,
    unit: countedNotPaid(id) && unit === context.unit ? null : unit,
  });
}

/** Vehicles and equipment are counted; the table's money unit is not theirs. */
function countedNotPaid(id: string | null): boolean {
  return id !== null && /^(?:vehicles\.|equipment\.)/.test(id);
}

function parentLabel(context: ReadContext, state: GroupState, parent: string): string[] {
  const resolver = resolverOf(context.kind);
  for (let r = context.header.count; r < context.grid.rows; r++) {
    for (const c of state.group.labels) {
      const text = context.grid.text(r, c);
      if (text !== '' && resolver.row(text, []) === parent) return [text];
    }
  }
  return [];
}
