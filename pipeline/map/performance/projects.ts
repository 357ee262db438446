/** @module A block with a column of projects in; which project, of which institution, each of its rows belongs to, out. */
import type { Cell } from '../../../schemas/index.js';
import { isBlank } from '../../domain/numbers.js';
import type { Grid } from '../grid.js';
import { type Block, isMoneyColumn } from './blocks.js';

export interface ProjectRow {
  /** Name as printed, joined where a page break cut it. */
  name: string;
  institution: string | null;
  /** First row. */
  row: number;
  /** n-th project of the table, from 1. */
  number: number;
  /** The printed name stands over several projects. */
  shared?: true | undefined;
  /** Its cells of money and words by column: the one that prints something, else the first. */
  cells: Map<number, Cell>;
}

/** 11000022T000000424331-…: a name that begins with its code begins. */
const CODED = /^[\dA-Z]{8,}/;

/** @param from the first row below the header, `to` the row after the last. @param number projects before it in the table */
export function projectRows(grid: Grid, block: Block, from: number, to: number, number: number): ProjectRow[] {
  const column = block.projects.at(-1)!;
  const money = [...block.columns].filter(([, { id }]) => isMoneyColumn(id)).map(([c]) => c);
  const projects: ProjectRow[] = [];
  let institution: string | null = null;
  for (let r = from; r < to; r++) {
    const unit = block.institutions.map((c) => grid.text(r, c)).find((text) => text !== '');
    if (unit !== undefined) institution = unit;
    const cell = grid.at(r, column);
    let project = projects.at(-1);
    if (cell && cell.row === r) {
      if (project !== undefined && goesOn(grid, r, cell, project, money)) project.name += cell.text;
      else if (cell.text !== '' || project === undefined) {
        project = { name: cell.text, institution, row: r, number: number + projects.length + 1, cells: new Map() };
        projects.push(project);
      }
    }
    if (project === undefined) continue;
    if (cell && cell.row < r && secondAmount(grid, r, project, money)) {
      // A name cell without its ruling spans two projects: which name is whose is not sure.
      const second = { name: project.name, institution, row: r, number: project.number + 1, cells: new Map() };
      project.shared = true;
      project = { ...second, shared: true as const };
      projects.push(project);
    }
    collect(grid, block, r, project);
  }
  return projects;
}

/** Another amount begins where the project has one already. */
function secondAmount(grid: Grid, row: number, project: ProjectRow, money: readonly number[]): boolean {
  return money.some((c) => {
    const cell = grid.at(row, c);
    return cell?.row === row && !isBlank(cell.text) && !isBlank(project.cells.get(c)?.text ?? '');
  });
}

/** A page break cuts a name in two: the second half has no money of its own beside it, or the first had none. */
function goesOn(grid: Grid, row: number, cell: Cell, project: ProjectRow, money: readonly number[]): boolean {
  if (cell.page === grid.at(row - 1, cell.column)?.page || cell.text === '') return false;
  if (money.length === 0) return false;
  const own = money.map((c) => grid.at(row, c)).filter((each): each is Cell => each !== undefined);
  const before = money.some((c) => !isBlank(project.cells.get(c)?.text ?? ''));
  if (CODED.test(cell.text)) return false;
  return before
    ? own.every((each) => each.row < row || isBlank(each.text))
    : own.some((each) => each.row === row && !isBlank(each.text));
}

function collect(grid: Grid, block: Block, row: number, project: ProjectRow): void {
  for (const [c, { id }] of block.columns) {
    const listed = block.levels.length === 0 || isMoneyColumn(id) || id === 'goal' || id === 'execution_rate';
    if (!listed) continue;
    const cell = grid.at(row, c);
    if (!cell || cell.row !== row || cell.column !== c) continue;
    const known = project.cells.get(c);
    if (known === undefined || (isBlank(known.text) && !isBlank(cell.text))) project.cells.set(c, cell);
  }
}
