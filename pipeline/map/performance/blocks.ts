/** @module A performance table's rows in; its header rows as blocks of columns with canonical ids out. */
import type { Cell, Phase } from '../../../schemas/index.js';
import type { Grid } from '../grid.js';
import { isBlank, parseMeasured } from '../../domain/numbers.js';
import { withoutUnitAndYear } from '../../domain/labels.js';
import { LabelIndex } from '../../domain/labels.js';
import { labelUnit } from '../../domain/units.js';
import { PERFORMANCE_COLUMNS, SOURCE_COLUMNS } from './vocabulary.js';

export interface BlockColumn {
  id: string | null;
  label: string;
  phase: Phase;
  unit: string | null;
}

export interface Block {
  type: 'indicators' | 'funds' | 'goals';
  /** Rows of the header; data begins below. */
  height: number;
  /** The merged cell left of the block that names it (绩效指标, 年度主要任务, 项目资金（万元）), or null. */
  heading: Cell | null;
  /** Columns of 一级, 二级, 三级指标, or of the names of tasks and sources; outermost first. */
  levels: number[];
  columns: Map<number, BlockColumn>;
}

const LEVEL = /^(?:[一二三四]级指标(?:名称)?|指标内容|指标名称|绩效指标名称|具体指标)$/;
const TASK = /^(?:对应项目|任务名称|重点任务|主要任务|资金来源|资金性质|资金类别|资金名称)$/;

const columnIndex = new LabelIndex(PERFORMANCE_COLUMNS);
const sourceIndex = new LabelIndex(SOURCE_COLUMNS);

const PHASES: Readonly<Record<string, Phase>> = {
  operator: 'target',
  target: 'target',
  target_adjusted: 'target',
  target_unit: 'target',
  actual: 'actual',
  completion: 'completion',
  weight: 'weight',
  score: 'score',
  budget: 'budget',
  budget_initial: 'budget',
  budget_approved: 'budget',
  executed: 'actual',
  execution_rate: 'completion',
};

export function phaseOf(id: string | null): Phase {
  return PHASES[id?.split('.')[0] ?? ''] ?? 'statistic';
}

const key = (cell: Cell): string => withoutUnitAndYear(cell.text);
const isName = (cell: Cell): boolean => LEVEL.test(key(cell)) || TASK.test(key(cell));
const isColumn = (cell: Cell): boolean => isName(cell) || columnIndex.find(key(cell)) !== null;

function ownCells(grid: Grid, row: number): Cell[] {
  return grid.row(row).filter((cell) => cell.row === row && !isBlank(cell.text));
}

/** The block whose header begins in this row, or null. */
export function blockAt(grid: Grid, row: number): Block | null {
  const own = ownCells(grid, row);
  const first = own[0];
  // The cell that names a block stands left of its header and spans its data too, whatever it is called (年度目标).
  const beside =
    first !== undefined &&
    first.column === 0 &&
    own.length > 1 &&
    first.row_span > Math.min(...own.slice(1).map((cell) => cell.row_span)) &&
    !isName(first)
      ? first
      : null;
  const named = own.filter((cell) => cell !== beside && isColumn(cell));
  if (first === undefined || named.length < 2 || own.some((cell) => parseMeasured(cell.text).value !== null))
    return null;
  const height = headerHeight(grid, row, named);
  const heading = beside ?? (first.row_span > height && !isColumn(first) ? first : null);
  const columns = new Map<number, BlockColumn>();
  const levels: number[] = [];
  for (let c = 0; c < grid.columns; c++) {
    const path: Cell[] = [];
    for (let r = row; r < row + height; r++) {
      const cell = grid.at(r, c);
      if (cell && cell !== heading && cell.text !== '' && cell.row >= row && path.at(-1) !== cell) path.push(cell);
    }
    const leaf = path.at(-1);
    if (!leaf) continue;
    if (isName(leaf) || key(leaf) === '绩效指标') {
      if (leaf.column === c) levels.push(c);
      continue;
    }
    const id = columnId(path);
    const unit =
      [...path]
        .reverse()
        .map((cell) => labelUnit(cell.text))
        .find((found) => found !== null) ?? null;
    columns.set(c, { id, label: path.map((cell) => cell.text).join('/'), phase: phaseOf(id), unit });
  }
  const ids = new Set([...columns.values()].map((column) => column.id?.split('.')[0]));
  const type = named.some((cell) => LEVEL.test(key(cell)))
    ? 'indicators'
    : ids.has('executed') || ids.has('budget') || ids.has('execution_rate')
      ? 'funds'
      : 'goals';
  return { type, height, heading, levels, columns };
}

function columnId(path: readonly Cell[]): string | null {
  const leaf = path.at(-1)!;
  const outer = path.length > 1 ? columnIndex.find(key(path[0]!)) : null;
  if (outer === 'budget' || outer === 'executed' || outer === 'budget_initial') {
    const source = sourceIndex.find(key(leaf));
    if (source !== null) return source === 'total' ? outer : `${outer}.${source}`;
  }
  if (outer === 'cause') {
    const part = columnIndex.find(key(leaf));
    return part?.startsWith('cause') ? part : 'cause';
  }
  return columnIndex.find(key(leaf)) ?? outer;
}

function headerHeight(grid: Grid, row: number, named: readonly Cell[]): number {
  const spans = named.map((cell) => cell.row_span).filter((span) => span <= 3);
  let height = Math.max(1, ...spans);
  // Drawn without spans: the row below divides a header cell into parts.
  if (height === 1 && row + 1 < grid.rows && named.some((cell) => cell.column_span > 1)) {
    const below = ownCells(grid, row + 1);
    const parts = below.filter((cell) => isColumn(cell) || sourceIndex.find(key(cell)) !== null);
    if (
      parts.length >= 2 &&
      parts.length >= below.length - 1 &&
      !below.some((cell) => parseMeasured(cell.text).value !== null)
    )
      height = 2;
  }
  return height;
}
