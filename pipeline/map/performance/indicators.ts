/** @module A row of indicators in; the facts of its target, result, weight and score out. */
import type { Cell } from '../../../schemas/index.js';
import { fold } from '../../domain/labels.js';
import { isBlank } from '../../domain/numbers.js';
import { labelUnit } from '../../domain/units.js';
import type { Grid } from '../grid.js';
import { type Block, isMoneyColumn } from './block.js';
import type { FactWriter } from './facts.js';
import { isMeasuredColumn } from '../../domain/text-places.js';

/** Columns that give a fact even when nothing is printed in them. */
const ALWAYS = /^(?:target|target_adjusted|actual|completion|weight|score)$/;

export function readIndicator(writer: FactWriter, block: Block, row: number, own: readonly Cell[]): void {
  const { grid } = writer;
  const levels = levelTexts(grid, block, row);
  const deepest = levels.at(-1);
  const values = own.filter((cell) => {
    const column = block.columns.get(cell.column);
    return column !== undefined && !isMoneyColumn(column.id) && column.id !== 'goal' && cell !== block.heading;
  });
  if (deepest === undefined || values.every((cell) => isBlank(cell.text))) return;
  writer.indicators++;
  const record = {
    id: `indicator.${writer.indicators}`,
    label: deepest,
    path: writer.path(levels.slice(0, -1)),
  };
  const unitCell = values.find((cell) => block.columns.get(cell.column)!.id === 'target_unit');
  const unit = unitCell && !isBlank(unitCell.text) ? plainUnit(unitCell.text) : labelUnit(deepest);
  for (const cell of values) {
    const column = block.columns.get(cell.column)!;
    if (isBlank(cell.text) && !(column.id !== null && ALWAYS.test(column.id))) continue;
    writer.add(cell, column, record, isMeasuredColumn(column.id) && column.id !== 'completion' ? unit : null);
  }
}

function plainUnit(printed: string): string {
  const text = fold(printed).replace(/^\((.*)\)$/, '$1');
  return text === '百分比' || text === '百分数' ? '%' : text;
}

/** Names of activity and levels, outermost first; where a page break cut a level's cell, its lower part goes on with the name. */
function levelTexts(grid: Grid, block: Block, row: number): string[] {
  const columns = [...block.names, ...block.levels].sort((a, b) => a - b);
  const texts: string[] = [];
  let last: Cell | undefined;
  for (const c of columns) {
    const cell = grid.at(row, c);
    if (cell === undefined || cell === last || cell === block.heading) continue;
    last = cell;
    const text = cell.text !== '' ? cell.text : c === columns.at(-1) ? '' : above(grid, cell);
    if (text !== '') texts.push(text);
  }
  return texts;
}

/** The cell over a blank one that begins where its page begins. */
function above(grid: Grid, cell: Cell): string {
  let row = cell.row - 1;
  let page = cell.page;
  while (row >= 0) {
    const over = grid.at(row, cell.column);
    if (over === undefined || over.page === page || over.column !== cell.column) return '';
    if (over.text !== '') return over.text;
    page = over.page;
    row = over.row - 1;
  }
  return '';
}
