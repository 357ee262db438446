/** @module A block as its header cells read one by one in; the same settled by what its columns say together out. */
import { parseMeasured } from '../../domain/measured.js';
import { isBlank } from '../../domain/numbers.js';
import type { Grid } from '../grid.js';
import { type Block, type BlockColumn, isMoneyColumn, phaseOf } from './block.js';
import { isPaid } from './vocabulary.js';

/** What the columns together say: the block's type, what was paid, and ids that no two columns share. */
export function settle(block: Block): void {
  const columns = [...new Set(block.columns.values())];
  const has = (id: string): boolean => columns.some((column) => column.id === id);
  const paid = columns.some(({ id }) => isMoneyColumn(id) || id === 'execution_rate');
  if (block.levels.length > 0) block.type = 'indicators';
  else if (paid) block.type = 'funds';
  if (block.type === 'goals') for (const column of columns) if (column.id === 'goal') column.id = 'target';
  if (!has('executed'))
    for (const column of columns)
      if (column.id === null && isPaid(column.path.at(-1)!.text)) rename(column, 'executed');
  const seen = new Map<string, BlockColumn>();
  for (const [c, column] of block.columns) {
    if (column.id === null) continue;
    const before = seen.get(column.id);
    if (before === undefined) seen.set(column.id, column);
    else if (before.path.at(-1) === column.path.at(-1) || namesBetween(block, before, c)) continue;
    else if (column.id === 'weight' || column.id === 'score') {
      // 一级指标 | 分值 | 二级指标 | 分值 | 三级指标 | 分值: the innermost is the indicator's own.
      const levels = block.levels.filter((level) => level < c).length - 1;
      rename(before, levels > 0 ? `${column.id}.level${levels}` : null);
      seen.set(column.id, column);
    } else rename(column, null);
  }
}

/** A column of words left of money, headed by words that are not known (部门预算支出, 按预算级次划分), names its rows. */
export function nameByContent(grid: Grid, below: number, block: Block): void {
  if (block.projects.length > 0 || block.levels.length > 0) return;
  for (const [c, column] of block.columns) {
    const cell = grid.at(below, c);
    const next = block.columns.get(c + (cell?.column_span ?? 1));
    if (
      column.id !== null ||
      !cell ||
      isBlank(cell.text) ||
      parseMeasured(cell.text).value !== null ||
      !isMoneyColumn(next?.id ?? null)
    )
      continue;
    block.columns.delete(c);
    block.names.push(c);
  }
  block.names.sort((a, b) => a - b);
}

/** Halves side by side, each with names of its own, may print the same column. */
function namesBetween(block: Block, before: BlockColumn, column: number): boolean {
  const first = [...block.columns].find(([, each]) => each === before)![0];
  return block.names.some((c) => c > first && c < column);
}

/** A list of projects prints its indicators in words, in one column: 项目名称 | 总计 | 绩效目标 | 绩效指标. */
export function wordsOfList(grid: Grid, row: number, height: number, block: Block): void {
  const level = block.levels[0];
  const ids = new Set([...block.columns.values()].map(({ id }) => id));
  if (block.projects.length === 0 || block.levels.length !== 1 || level === undefined) return;
  if (['target', 'actual', 'weight', 'score'].some((id) => ids.has(id))) return;
  const cell = grid.at(row + height - 1, level)!;
  block.levels = [];
  block.columns.set(level, { id: 'description', label: cell.text, path: [cell], phase: 'statistic', unit: null });
}

function rename(column: BlockColumn, id: string | null): void {
  column.id = id;
  column.phase = phaseOf(id);
}
