/** @module A block with a column of projects in; which project, of which institution, each of its rows belongs to, out. */
import type { Cell } from '../../../schemas/index.js';
import { Decimal } from '../../domain/decimal.js';
import { looksLikeInstitution } from '../../domain/lexicon/axes.js';
import { isBlank, parseNumber } from '../../domain/numbers.js';
import type { Grid } from '../grid.js';
import { type Block, isMoneyColumn } from './block.js';
import { fundsRow } from './vocabulary.js';

export interface ProjectRow {
  /** Name as printed, joined where a page break cut it. */
  name: string;
  institution: string | null;
  /** First row. */
  row: number;
  /** n-th project of the table, from 1. */
  number: number;
  /** An institution above its projects in one column (项目名称（资金使用单位）). */
  isInstitution?: true;
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
  if (block.mixed) findInstitutions(projects, money);
  return projects;
}

/** Amounts are rounded to two decimals: each may be off by half of the last. */
const HALF_DIGIT = Decimal.of('0.005');

/** A row named as institutions are, whose amount is the sum of the rows down to the next such: those are its projects. */
function findInstitutions(projects: ProjectRow[], money: readonly number[]): void {
  const [column] = money;
  if (column === undefined) return;
  const named = projects.map(({ name }) => looksLikeInstitution(name) && fundsRow(name) === null);
  const amount = (project: ProjectRow): Decimal | null => {
    const { value } = parseNumber(project.cells.get(column)?.text ?? '');
    return value === null ? null : Decimal.of(value);
  };
  for (let i = 0; i < projects.length; i++) {
    const whole = named[i] ? amount(projects[i]!) : null;
    if (whole === null) continue;
    let left: Decimal = whole;
    let end = i + 1;
    const open = (): boolean => left.abs().gt(HALF_DIGIT.times(end - i));
    while (end < projects.length && open() && fundsRow(projects[end]!.name) === null) {
      left = left.minus(amount(projects[end]!) ?? 0);
      end++;
    }
    if (open() || end === i + 1) continue;
    projects[i]!.isInstitution = true;
    for (const project of projects.slice(i + 1, end)) project.institution = projects[i]!.name;
    i = end - 1;
  }
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
