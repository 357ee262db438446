/** @module A performance table's rows in; its header rows as blocks of columns with canonical ids out. */
import type { Cell } from '../../../schemas/index.js';
import { parseMeasured } from '../../domain/measured.js';
import { isBlank } from '../../domain/numbers.js';
import { labelUnit } from '../../domain/units.js';
import type { Grid } from '../grid.js';
import { type Block, isMoneyColumn, phaseOf } from './block.js';
import { nameByContent, settle, wordsOfList } from './block-settle.js';
import { columnOf, isPaid, nameOf, sourceOf, typeOf, wordKey } from './vocabulary.js';
import { greatest, least } from '../../domain/extremes.js';

const MONEY_HEADING = /资金|预算|经费|金额|收支/;

/** 一级指标: a level of indicators, never the name of their block as 绩效指标 may be. */
const RANKED = /[一二三四]级指标/;

const isName = (cell: Cell): boolean => nameOf(cell.text) !== null;
const isColumn = (cell: Cell): boolean => isName(cell) || columnOf(cell.text) !== null || isPaid(cell.text);
/** A source of money as the head of a column: 财政拨款 above 基本支出. */
const isSource = (cell: Cell): boolean => sourceOf(cell.text) !== null || typeOf(cell.text) !== null;
const isFigure = (cell: Cell): boolean => parseMeasured(cell.text).value !== null;

function ownCells(grid: Grid, row: number): Cell[] {
  return grid.row(row).filter((cell) => cell.row === row && !isBlank(cell.text));
}

/** The cell that names a block stands left of its header and spans its data too, whatever it is called (年度目标). */
function headingBeside(own: readonly Cell[]): Cell | null {
  const first = own[0];
  if (first === undefined || first.column !== 0 || own.length < 2 || RANKED.test(first.text)) return null;
  return first.row_span > least(own.slice(1).map((cell) => cell.row_span)) && !isHeaderLike(own) ? first : null;
}

/** 单位名称 | 项目名称 above 财政资金 | 其他资金: the first cell is a column as the others are. */
function isHeaderLike(own: readonly Cell[]): boolean {
  const [first, ...rest] = own;
  const name = nameOf(first!.text);
  if (name !== 'project' && name !== 'institution') return false;
  return rest.some((cell) => cell.row_span === first!.row_span && isColumn(cell));
}

/** The block whose header begins in this row, or null. */
export function blockAt(grid: Grid, row: number): Block | null {
  const own = ownCells(grid, row);
  const beside = headingBeside(own);
  const heads = own.filter((cell) => cell !== beside);
  const listed = heads.some((cell) => nameOf(cell.text) === 'project');
  const money = listed || (beside !== null && MONEY_HEADING.test(beside.text));
  const named = heads.filter((cell) => isColumn(cell) || (money && isSource(cell)));
  const different = new Set(named.map((cell) => wordKey(cell.text))).size;
  if (different < 2 || named.length * 2 < heads.length || !touch(named)) return null;
  // One figure may stand in the empty corner left of the columns: 项目资金（万元） | 500 | 年初预算数 | 全年预算数.
  const figures = heads.filter(isFigure);
  if (figures.length > 1 || (figures.length === 1 && (named.length < 3 || figures[0]!.column > named[0]!.column)))
    return null;
  const height = headerHeight(grid, row, named);
  const first = own[0]!;
  const heading = beside ?? (first.row_span > height && !isColumn(first) ? first : null);
  const block = readBlock(grid, row, height, heading);
  block.corner = figures[0] ?? null;
  return block;
}

/** Label and value alternate in a head (全年执行数 | | 执行率 |): columns stand beside one another. */
function touch(named: readonly Cell[]): boolean {
  return named.some((cell, i) => named[i + 1]?.column === cell.column + cell.column_span);
}

function readBlock(grid: Grid, row: number, height: number, heading: Cell | null): Block {
  const block: Block = {
    type: 'goals',
    height,
    heading,
    levels: [],
    names: [],
    projects: [],
    institutions: [],
    headers: [],
    corner: null,
    mixed: false,
    tasks: false,
    columns: new Map(),
  };
  for (let c = 0; c < grid.columns; c++) {
    const path: Cell[] = [];
    for (let r = row; r < row + height; r++) {
      const cell = grid.at(r, c);
      if (cell && cell !== heading && cell.text !== '' && cell.row >= row && path.at(-1) !== cell && !isFigure(cell))
        path.push(cell);
    }
    const leaf = path.at(-1);
    if (!leaf) continue;
    for (const cell of path) if (!block.headers.includes(cell)) block.headers.push(cell);
    const name = nameOf(leaf.text);
    if (name !== null) {
      if (leaf.column !== c) continue;
      if (name === 'level') block.levels.push(c);
      else if (name === 'project') {
        block.projects.push(c);
        block.mixed ||= /单位|部门/.test(leaf.text);
      } else if (name === 'institution') block.institutions.push(c);
      else block.names.push(c);
      if (name === 'task') block.tasks = true;
      continue;
    }
    const id = columnId(path);
    const unit =
      [...path]
        .reverse()
        .map((cell) => labelUnit(cell.text))
        .find((found) => found !== null) ?? null;
    block.columns.set(c, { id, label: path.map((cell) => cell.text).join('/'), path, phase: phaseOf(id), unit });
  }
  if (heading !== null && /任务/.test(heading.text)) block.tasks = true;
  wordsOfList(grid, row, height, block);
  nameByContent(grid, row + height, block);
  settle(block);
  return block;
}

function columnId(path: readonly Cell[]): string | null {
  const leaf = path.at(-1)!;
  const outer = path.length > 1 ? outerOf(path) : null;
  const source = sourceOf(leaf.text) ?? typeOf(leaf.text);
  if (outer !== null && isMoneyColumn(outer) && source !== null)
    return source === 'total' ? outer : `${outer}.${source}`;
  const own = columnOf(leaf.text);
  if (outer === 'cause') {
    if (sourceOf(leaf.text) === 'other') return 'cause.other';
    return own?.startsWith('cause') ? own : 'cause';
  }
  if (own !== null) return own;
  if (source === 'total') return path.length === 1 ? 'budget' : outer;
  return source !== null ? `budget.${source}` : null;
}

/** What the cells above the leaf say; 其中 and words that are not known say nothing, a source says whose money it is. */
function outerOf(path: readonly Cell[]): string | null {
  let id: string | null = null;
  for (const cell of path.slice(0, -1)) {
    const own = /^预算安排/.test(cell.text) ? 'budget' : columnOf(cell.text);
    const source = sourceOf(cell.text);
    if (own !== null) id = own;
    else if (source !== null && source !== 'total') id = `${id ?? 'budget'}.${source}`;
    else if (/^其中[:：]?$/.test(cell.text)) id ??= 'budget';
  }
  return id;
}

function headerHeight(grid: Grid, row: number, named: readonly Cell[]): number {
  const spans = named.map((cell) => cell.row_span).filter((span) => span <= 3);
  let height = Math.max(1, greatest(spans));
  // Drawn without spans: the row below divides a header cell into parts.
  if (height === 1 && row + 1 < grid.rows && named.some((cell) => cell.column_span > 1)) {
    const below = ownCells(grid, row + 1);
    const parts = below.filter((cell) => isColumn(cell) || isSource(cell));
    if (parts.length >= 2 && parts.length >= below.length - 1 && !below.some(isFigure)) height = 2;
  }
  return height;
}
