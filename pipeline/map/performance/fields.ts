/** @module Fields of head and foot (label and value side by side), goals in words and totals of scores in; their facts out. */
import type { Cell } from '../../../schemas/index.js';
import { isBlank } from '../../domain/numbers.js';
import { labelUnit } from '../../domain/units.js';
import { type Block, phaseOf } from './block.js';
import type { FactWriter } from './facts.js';
import { columnOf, fieldOf, nameOf } from './vocabulary.js';

/** @returns null where the row is not of that form; else whether it ends the block: the scores stand at the foot */
export function readFields(
  writer: FactWriter,
  block: Block | null,
  own: readonly Cell[],
  first: Cell,
): boolean | null {
  const id = fieldOf(first.text);
  // The cell that names a block of goals may print nothing.
  if (id === null || (first.column !== 0 && (id !== 'goal' || own[0] === first))) return null;
  const printed = own.filter((cell) => cell.text !== '');
  const underColumn = printed.length === 2 && block?.type === 'indicators' && block.columns.has(printed[1]!.column);
  if (id === 'total' && underColumn) return null;
  for (let i = 0; i < own.length - 1; i++) {
    const label = own[i]!;
    const field = fieldOf(label.text);
    const value = own[i + 1]!;
    if (field === null || fieldOf(value.text) !== null) continue;
    writeField(writer, field, label, value);
    i++;
  }
  if (id === 'goal') goalsBelow(writer, own);
  return id.startsWith('score.') || id === 'total';
}

/** 年度总体目标 | 年度目标, its words in the row below. */
function goalsBelow(writer: FactWriter, own: readonly Cell[]): void {
  for (const [i, label] of own.entries()) {
    const beside = own[i + 1];
    if (i === 0 || fieldOf(label.text) !== 'goal' || (beside && fieldOf(beside.text) === null)) continue;
    const words = writer.grid.at(label.row + label.row_span, label.column);
    if (words && words.column === label.column && words.text !== '' && !isHeading(words))
      writeField(writer, 'goal', label, words);
  }
}

const isHeading = ({ text }: Cell): boolean =>
  fieldOf(text) !== null || columnOf(text) !== null || nameOf(text) !== null;

function writeField(writer: FactWriter, field: string, label: Cell, value: Cell): void {
  const id = fieldColumn(field);
  const column = { id, label: '', phase: phaseOf(id) };
  writer.name(field, value.text);
  const named = id === 'name';
  const record = { id: field, label: label.text, path: named ? [] : writer.path([]) };
  const money = id === 'budget' || id === 'executed' || id === 'execution_rate';
  const unit = named ? null : labelUnit(label.text);
  if (field === 'goal') {
    if (!isBlank(value.text)) writer.add(value, column, record, null);
  } else if (money && !field.includes('.')) writer.money(value, column, { ...record, id: field }, unit, {});
  else writer.add(value, column, record, unit);
}

function fieldColumn(field: string): string {
  if (field === 'goal') return 'target';
  if (field.startsWith('score.') || field === 'total') return 'score';
  if (field === 'execution_rate' || field === 'executed') return field;
  return field.endsWith('budget') ? 'budget' : 'name';
}

export function readGoal(writer: FactWriter, block: Block, own: readonly Cell[]): void {
  const label = block.heading?.text ?? writer.grid.table.title ?? '';
  for (const cell of own) {
    const column = block.columns.get(cell.column);
    if (!column || column.id === null || isBlank(cell.text) || cell === block.heading) continue;
    const goal = column.id === 'actual' ? { ...column, id: 'actual' } : column;
    writer.add(cell, goal, { id: 'goal', label, path: writer.path([]) }, null);
  }
}

/** 总分, 总评价得分: values stand under the columns of the block; one wide cell over the score column is the score. */
export function readTotal(writer: FactWriter, block: Block, own: readonly Cell[], label: Cell, id: string): void {
  for (const cell of own) {
    if (cell === label || cell.text === '') continue;
    const covered = [...Array(cell.column_span).keys()]
      .map((i) => block.columns.get(cell.column + i))
      .filter((column) => column !== undefined);
    const column = covered.find((candidate) => candidate.id === 'score') ?? covered[0];
    // A total under a column of targets is none of them.
    const known = column && /^(?:weight|score|completion)/.test(column.id ?? '');
    if (column && !known)
      writer.add(
        cell,
        { ...column, id: null, phase: 'statistic' },
        { id, label: label.text, path: writer.path([]) },
        null,
      );
    else if (column) writer.add(cell, column, { id, label: label.text, path: writer.path([]) }, null);
  }
}
