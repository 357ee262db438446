/**
 * @module A grid and its title in; the kind of performance table that its form shows out, or null. The form decides (indicators in
 * levels, a list of projects with their goals, a head that names project or department); the title may hold any project's name.
 */
import type { Table } from '../../../schemas/index.js';
import type { KindDeclaration } from '../../domain/kinds.js';
import { fold } from '../../domain/labels.js';
import type { Grid } from '../grid.js';
import type { Block } from './block.js';
import { blockAt } from './blocks.js';
import { columnOf, fieldOf } from './vocabulary.js';

const form = (id: KindDeclaration['id']): KindDeclaration => ({ id, means: {}, axes: [], reader: 'performance' });
const DEPARTMENT = form('department_performance');
const PROJECT = form('project_performance');
const TARGETS = form('project_targets');

const PERFORMANCE = /绩效|自评/;
/** 部门整体, 单位整体: of the whole department; 专项资金整体 is one fund's. */
const WHOLE = /(?:部门|单位|机关|局|委|办|院|校|中心|^)[^专项]{0,4}整体/;
/** A head stands at the top; continuation rows of an earlier form may come before a second one. */
const HEAD_ROWS = 8;

export function performanceForm(grid: Grid, title: string | null): KindDeclaration | null {
  const said = fold(title ?? '');
  const blocks = blocksOf(grid);
  if (blocks.some(isIndicators)) return whole(grid, said, blocks) ? DEPARTMENT : PROJECT;
  const list = blocks.find(isList);
  if (list === undefined) return null;
  if (PERFORMANCE.test(said)) return has(list, 'score') || has(list, 'execution_rate') ? PROJECT : TARGETS;
  return said === '' && has(list, 'goal') ? TARGETS : null;
}

function blocksOf(grid: Grid): Block[] {
  const blocks: Block[] = [];
  for (let r = 0; r < grid.rows; r++) {
    const block = blockAt(grid, r);
    if (block === null) continue;
    blocks.push(block);
    r += block.height - 1;
  }
  return blocks;
}

/** Two levels, or one beside what is wanted of it. */
function isIndicators(block: Block): boolean {
  if (block.type !== 'indicators') return false;
  return block.levels.length >= 2 || has(block, 'target') || has(block, 'actual') || has(block, 'weight');
}

function isList(block: Block): boolean {
  return block.type === 'funds' && block.projects.length > 0;
}

function has(block: Block, id: string): boolean {
  return [...block.columns.values()].some((column) => column.id === id);
}

/** The whole department's: said by the title, else by a head that names a department and no project. */
function whole(grid: Grid, title: string, blocks: readonly Block[]): boolean {
  if (blocks.some((block) => isIndicators(block) && block.projects.length > 0)) return false;
  if (WHOLE.test(title) && !/专项资金/.test(title)) return true;
  if (/项目|专项|转移支付|政策/.test(title)) return false;
  const fields = headFields(grid);
  if (fields.has('project_name')) return false;
  return fields.has('department_name') || blocks.some(({ tasks }) => tasks);
}

function headFields(grid: Grid): Set<string> {
  const fields = new Set<string>();
  for (let r = 0; r < Math.min(HEAD_ROWS, grid.rows); r++) {
    const first = grid.at(r, 0);
    if (first?.row !== r) continue;
    const field = fieldOf(first.text);
    if (field !== null) fields.add(field);
  }
  return fields;
}

/** Whether a table prints the head of a block of indicators at all; most tables do not. */
export function mayHoldForms(table: Table): boolean {
  return table.cells.some(({ text }) => text.includes('指标') || text.includes('绩效'));
}

/**
 * Whether a form begins in this row below another one: its first field names a project or a department, as the first form's did.
 * What joining asks, that two forms one after another are two tables.
 */
export function formStarts(grid: Grid): number[] {
  const starts: number[] = [];
  let filled = false;
  for (let r = 0; r < grid.rows; r++) {
    const block = blockAt(grid, r);
    if (block !== null) {
      filled ||= isIndicators(block);
      r += block.height - 1;
      continue;
    }
    const own = grid.row(r).filter((cell) => cell.row === r && cell.text !== '');
    const field = own[0]?.column === 0 && own.length > 1 ? fieldOf(own[0].text) : null;
    if (filled && (field === 'project_name' || field === 'department_name') && columnOf(own[1]!.text) === null) {
      starts.push(r);
      filled = false;
    }
  }
  return starts;
}
