/**
 * @module A performance table in; facts with the indicator as the record out: the third level is the row label, the project and the
 * levels above it are the row path. Head fields, money by task or source, goals and the scores at the foot are rows of their own.
 */
import type { Cell, Fact } from '../../../schemas/index.js';
import { isBlank } from '../../domain/numbers.js';
import type { KindDeclaration } from '../../domain/kinds.js';
import type { Grid } from '../grid.js';
import type { Block } from './block.js';
import { blockAt } from './blocks.js';
import { joinBroken } from './broken.js';
import { FactWriter, type FormContext } from './facts.js';
import { readFields, readGoal, readTotal } from './fields.js';
import { readIndicator } from './indicators.js';
import { readFundsPairs, readMoney, readProject } from './money.js';
import { type ProjectRow, projectRows } from './projects.js';
import { fundsRow, scoreRow } from './vocabulary.js';

export function readPerformance(grid: Grid, kind: KindDeclaration, context: FormContext): Fact[] {
  return new PerformanceReader(grid, kind, context).read();
}

class PerformanceReader {
  private readonly writer: FactWriter;
  private block: Block | null = null;
  private projects: ProjectRow[] = [];
  private counted = 0;

  constructor(
    private readonly grid: Grid,
    kind: KindDeclaration,
    context: FormContext,
  ) {
    this.writer = new FactWriter(grid, kind, context);
  }

  read(): Fact[] {
    for (let r = 0; r < this.grid.rows; r++) {
      const block = blockAt(this.grid, r);
      if (block) {
        this.enter(block, r);
        r += block.height - 1;
      } else this.readRow(r);
    }
    return joinBroken(this.writer.facts);
  }

  private enter(block: Block, row: number): void {
    this.block = block;
    this.counted += this.projects.length;
    this.projects = [];
    this.writer.project = null;
    if (block.corner !== null && block.heading !== null) this.writer.corner(block.corner, block.heading);
    if (block.projects.length === 0) return;
    let end = row + block.height;
    while (end < this.grid.rows && blockAt(this.grid, end) === null) end++;
    this.projects = projectRows(this.grid, block, row + block.height, end, this.counted);
  }

  private readRow(row: number): void {
    const own = this.grid.row(row).filter((cell) => cell.row === row);
    if (this.block !== null && this.block.projects.length > 0) {
      this.readListed(own, this.block, row);
      return;
    }
    const first = own.find((cell) => cell.text !== '');
    if (!first) return;
    if (this.block !== null && this.isOver(this.block, row, first)) this.block = null;
    const { block } = this;
    const inLevels = first.column > 0 && block?.levels.includes(first.column) === true;
    if (!inLevels && this.readHead(own, first)) return;
    if (!block) {
      readFundsPairs(this.writer, own, row);
      return;
    }
    if (block.type === 'indicators') {
      const total = inLevels ? null : scoreRow(first.text);
      if (total !== null) {
        readTotal(this.writer, block, own, first, total);
        // What follows the total (advice, opinions, analyses) is no indicator.
        this.block = null;
      } else readIndicator(this.writer, block, row, own);
    } else if (block.type === 'funds') readMoney(this.writer, block, own, row);
    else if (!readFundsPairs(this.writer, own, row)) readGoal(this.writer, block, own);
  }

  /** Label and value side by side; the scores at the foot end the block. */
  private readHead(own: readonly Cell[], first: Cell): boolean {
    const ended = readFields(this.writer, this.block, own, first);
    if (ended === null) return false;
    if (ended) this.block = null;
    return true;
  }

  /** A block of money or goals ends where the cell that names it does; a total may stand below it, and a page break cut it. */
  private isOver(block: Block, row: number, first: Cell): boolean {
    const { heading } = block;
    if (heading === null || heading.column > 0 || block.type === 'indicators') return false;
    const at = this.grid.at(row, 0);
    if (at === heading || at === undefined || at.text === heading.text) return false;
    if (at.text === '' && at.page !== heading.page) return false;
    return fundsRow(first.text) === null && !block.names.includes(0);
  }

  /** A row of a table of many projects: what its project prints once, then its indicator. */
  private readListed(own: readonly Cell[], block: Block, row: number): void {
    const project = [...this.projects].reverse().find((each) => each.row <= row);
    if (project === undefined) return;
    if (project.row === row) readProject(this.writer, block, project);
    if (block.levels.length === 0 || own.every((cell) => isBlank(cell.text))) return;
    this.writer.enterProject(project);
    readIndicator(this.writer, block, row, own);
  }
}
