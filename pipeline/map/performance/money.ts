/** @module Rows of money of a performance table (by source, by task, by project, or label and value side by side) in; their facts out. */
import type { Cell } from '../../../schemas/index.js';
import type { Dimensions } from '../../domain/dimensions.js';
import { fold } from '../../domain/labels.js';
import { isBlank, parseNumber } from '../../domain/numbers.js';
import { labelUnit, tableUnit } from '../../domain/units.js';
import { type Block, type BlockColumn, isMoneyColumn, phaseOf } from './block.js';
import type { FactWriter, Owner, Record } from './facts.js';
import type { ProjectRow } from './projects.js';
import { fieldOf, fundsRow, isPeriod, typeOf } from './vocabulary.js';

/** Columns that give a fact even when nothing is printed in them. */
const ALWAYS = /^(?:weight|score|budget|budget_initial|budget_approved|executed|execution_rate)(?:\.|$)/;
const LABELS_MONEY = /金额|资金|预算|经费|支出|收入|万元|\(元\)|（元）/;

const blank = (cell: Cell, column: BlockColumn): boolean =>
  isBlank(cell.text) && !(column.id !== null && ALWAYS.test(column.id));

/** A row below a header of budget and execution. */
export function readMoney(writer: FactWriter, block: Block, own: readonly Cell[], row: number): void {
  const names = nameColumns(writer, block, row);
  const groups = new Map<Cell | null, Cell[]>();
  for (const cell of own) {
    if (!block.columns.has(cell.column) || cell === block.heading) continue;
    const name = nameOf(writer, block, row, names, cell.column);
    if (cell === name) continue;
    groups.set(name, [...(groups.get(name) ?? []), cell]);
  }
  for (const [name, cells] of groups) readMoneyRow(writer, block, name, cells, row);
}

function nameColumns(writer: FactWriter, block: Block, row: number): number[] {
  if (block.names.length > 0) return block.names;
  return [...Array(writer.grid.columns).keys()].filter(
    (c) => !block.columns.has(c) && writer.grid.at(row, c) !== block.heading,
  );
}

/** The name left of a value: of several names side by side (任务名称, 对应项目) the first, of unnamed columns the last. */
function nameOf(
  writer: FactWriter,
  block: Block,
  row: number,
  names: readonly number[],
  column: number,
): Cell | null {
  const left = names.filter((c) => c < column);
  const halves = left.filter((c, i) => i === 0 || [...block.columns.keys()].some((v) => v < c && v > left[i - 1]!));
  const candidates = (block.names.length > 0 ? halves.reverse() : [...left].reverse())
    .map((c) => writer.grid.at(row, c))
    .filter((cell): cell is Cell => cell !== undefined && cell.text !== '' && cell !== block.heading);
  return candidates[0] ?? null;
}

function readMoneyRow(writer: FactWriter, block: Block, name: Cell | null, cells: Cell[], row: number): void {
  const heading = block.heading?.text;
  // A block of figures without names of rows: its own name is theirs.
  const alone = name === null && block.names.length === 0 && heading !== undefined;
  if (name === null && !alone) return;
  const label = name?.text ?? heading!;
  const id = alone ? 'funds.total' : rowOf(writer, block, label, cells);
  if (id === undefined) return;
  const record = { id, label, path: writer.path(alone || heading === undefined ? [] : [heading]) };
  for (const cell of cells) {
    const column = block.columns.get(cell.column)!;
    if (blank(cell, column)) continue;
    const money = isMoneyColumn(column.id);
    const unit = column.unit ?? labelUnit(heading ?? '') ?? tableUnit(writer.grid.table.unit);
    if (money || column.id === 'execution_rate')
      writer.money(cell, column, record, money ? unit : null, baseOf(writer, block, name, row));
    else writer.add(cell, column, record, null);
  }
}

/** undefined: a row that names nothing and prints nothing. */
function rowOf(writer: FactWriter, block: Block, label: string, cells: readonly Cell[]): string | null | undefined {
  const known = fundsRow(label);
  if (known !== null) return known;
  const type = typeOf(label);
  if (type !== null) return `expenditure.${type}`;
  if (cells.every((cell) => isBlank(cell.text))) return undefined;
  if (!block.tasks) return null;
  writer.tasks++;
  return `task.${writer.tasks}`;
}

/** A project's own form says whose money it is; a department's only where a word says income or expenditure. */
function baseOf(writer: FactWriter, block: Block, name: Cell | null, row: number): Dimensions | null {
  if (writer.owner().project !== null) return {};
  if (block.tasks) return null;
  const head = name === null ? '' : headOver(writer, block, name, row);
  if (/收入/.test(head)) return { flow: 'income' };
  const texts = [...block.columns.values()].flatMap(({ path }) => path.map((cell) => cell.text));
  return texts.some((text) => /支出/.test(text)) || /支出/.test(head) ? { flow: 'expenditure' } : null;
}

/** The header over a column of names (收入来源, 部门预算支出). */
function headOver(writer: FactWriter, block: Block, name: Cell, row: number): string {
  for (let r = row - 1; r >= 0; r--) {
    const cell = writer.grid.at(r, name.column);
    if (cell?.role === 'column_header' || block.headers.includes(cell!)) return fold(cell!.text);
  }
  return '';
}

/** A project of a list: its money and its goal. */
export function readProject(writer: FactWriter, block: Block, project: ProjectRow): void {
  const { owner, record, sure } = ownerOf(project);
  const base: Dimensions = block.levels.length > 0 ? {} : { flow: 'expenditure', type: 'project' };
  for (const [c, cell] of project.cells) {
    const column = block.columns.get(c)!;
    if (blank(cell, column)) continue;
    const unit = column.unit ?? tableUnit(writer.grid.table.unit);
    if (isMoneyColumn(column.id))
      writer.money(cell, column, record, unit, sure ? base : null, owner, record.id ?? 'institution');
    else writer.add(cell, column, record, null);
  }
}

/** 合计 and, where projects stand below their institution in one column, institutions are rows of their own. */
function ownerOf(project: ProjectRow): { owner: Owner; record: Record; sure: boolean } {
  const { name, institution } = project;
  const above = institution === null ? [] : [institution];
  if (fundsRow(name) === 'funds.total')
    return {
      owner: { project: null, institution },
      record: { id: 'funds.total', label: name, path: above },
      sure: true,
    };
  if (project.isInstitution)
    return { owner: { project: null, institution: name }, record: { id: null, label: name, path: [] }, sure: true };
  const sure = project.shared !== true && name !== '';
  return {
    owner: { project: sure ? name : null, institution },
    record: { id: `project.${project.number}`, label: name, path: above },
    sure,
  };
}

/**
 * Money printed as label and value, the cell that names it left of them (项目资金（万元） | 年度资金总额 | 120.00), two pairs in a row where
 * the whole project stands beside the year. @returns whether the row has any
 */
export function readFundsPairs(writer: FactWriter, own: readonly Cell[], row: number): boolean {
  let found = false;
  for (let i = 0; i + 1 < own.length; i++) {
    const [label, value] = [own[i]!, own[i + 1]!];
    const id = fundsRow(label.text);
    if (parseNumber(value.text).value === null && !isBlank(value.text)) continue;
    const generic = id === null && !isBlank(value.text) && fieldOf(label.text) === null;
    if (id === null && !(generic && LABELS_MONEY.test(label.text) && parseNumber(label.text).value === null))
      continue;
    writePair(writer, id, label, value, row);
    found = true;
    i++;
  }
  return found;
}

function writePair(writer: FactWriter, id: string | null, label: Cell, value: Cell, row: number): void {
  const beside = writer.grid.at(row, label.column - 1);
  const heading =
    beside !== undefined && beside.row_span > 1 && beside.column < label.column ? headOf(writer, beside) : null;
  const total = id === 'funds.total' ? null : totalOver(writer, label, row);
  const period = isPeriod((total ?? label).text);
  const unit =
    labelUnit(label.text) ??
    labelUnit(heading ?? '') ??
    labelUnit(total?.text ?? '') ??
    tableUnit(writer.grid.table.unit);
  const column = { id: period ? 'budget_period' : 'budget', label: '', phase: phaseOf('budget') };
  const path = [heading, total?.text ?? null].filter((text): text is string => text !== null);
  const record = { id, label: label.text, path: writer.path(path) };
  if (id === null) writer.add(value, { ...column, id: null }, record, unit);
  else writer.money(value, column, record, unit, period ? null : {});
}

/** The name of the block of money left of a label, a column of labels between them aside. */
function headOf(writer: FactWriter, beside: Cell): string | null {
  if (fundsRow(beside.text) !== null && beside.column > 0) {
    const first = writer.grid.at(beside.row, 0);
    return first && first.text !== '' ? first.text : null;
  }
  return beside.text === '' ? null : beside.text;
}

/** 年度资金总额 above 其中：财政拨款 in the same column. */
function totalOver(writer: FactWriter, label: Cell, row: number): Cell | null {
  for (let r = row - 1; r >= Math.max(0, row - 6); r--) {
    const cell = writer.grid.at(r, label.column);
    if (cell?.column !== label.column || fundsRow(cell.text) === null) return null;
    if (fundsRow(cell.text) === 'funds.total') return cell;
  }
  return null;
}
