/** @module Places of a performance table in; its facts out, each with the project it belongs to, its meaning, and how it is read. */
import type { Cell, Fact } from '../../../schemas/index.js';
import type { Dimensions } from '../../domain/dimensions.js';
import type { KindDeclaration } from '../../domain/kinds.js';
import { labelKey } from '../../domain/labels.js';
import { parseMeasured } from '../../domain/measured.js';
import { isBlank, parseNumber, type PrintedNumber, readNumber } from '../../domain/numbers.js';
import { labelUnit } from '../../domain/units.js';
import { makeFact, UNREAD } from '../fact.js';
import type { Grid } from '../grid.js';
import { type BlockColumn, isMoneyColumn, phaseOf } from './block.js';
import { meaningOf } from './meaning.js';
import type { ProjectRow } from './projects.js';
import { isTextColumn, printsWords } from '../../domain/text-places.js';

export interface FormContext {
  /** The publisher: a form of its own whole department says nothing by its name. */
  entity: string | null;
  year: number | null;
}

export interface Record {
  id: string | null;
  label: string;
  path: readonly string[];
}

export interface Owner {
  project: string | null;
  institution: string | null;
}

const NOTHING: PrintedNumber = { value: null, unit: null };

export class FactWriter {
  readonly facts: Fact[] = [];
  /** The project that the rows below belong to, in a table of many. */
  project: ProjectRow | null = null;
  indicators = 0;
  tasks = 0;
  /** Named by the head: whose form it is. */
  private head: Owner = { project: null, institution: null };

  constructor(
    readonly grid: Grid,
    private readonly kind: KindDeclaration,
    readonly context: FormContext,
  ) {}

  enterProject(project: ProjectRow): void {
    this.project = project;
  }

  /** What a head field names: the project, or a department that is not the publisher itself. */
  name(field: string, text: string): void {
    if (text === '') return;
    if (field === 'project_name') this.head.project = text;
    else if (field === 'department_name' && this.kind.id === 'department_performance' && !this.isPublisher(text))
      this.head.institution = text;
  }

  private isPublisher(text: string): boolean {
    const entity = this.context.entity;
    return entity !== null && labelKey(text).includes(labelKey(entity));
  }

  owner(): Owner {
    if (this.project !== null) return { project: this.project.name || null, institution: this.project.institution };
    return this.kind.id === 'department_performance' ? { ...this.head, project: null } : this.head;
  }

  /** Institution and project above everything that belongs to them. */
  path(rest: readonly string[], owner: Owner = this.owner()): string[] {
    return [owner.institution, owner.project, ...rest].filter((name): name is string => name !== null && name !== '');
  }

  add(
    cell: Cell,
    column: Pick<BlockColumn, 'id' | 'label' | 'phase'>,
    record: Record,
    unit: string | null,
    dimensions: Dimensions | null = null,
  ): void {
    const textual = isTextColumn(column.id) || (column.id === 'target' && record.id === 'goal');
    const fact = makeFact(this.grid.table, this.kind.id, {
      cell,
      rowCode: null,
      rowId: record.id,
      rowLabel: record.label,
      rowPath: [...record.path],
      columnId: column.id,
      columnLabel: column.label,
      dimensions,
      phase: column.phase,
      unit: textual ? null : unit,
      read: textual ? () => NOTHING : isMoneyColumn(column.id) ? readMoney : parseMeasured,
    });
    const unread = fact.value === null && !isBlank(cell.text) && !textual && !printsWords(column.id, cell.text);
    this.facts.push(unread ? { ...fact, confidence: Math.min(fact.confidence, UNREAD) } : fact);
  }

  /** Money of a row: its meaning follows from row, column and owner. */
  money(
    cell: Cell,
    column: Pick<BlockColumn, 'id' | 'label' | 'phase'>,
    record: Record,
    unit: string | null,
    base: Dimensions | null,
    owner: Owner = this.owner(),
    row: string | null = record.id,
  ): void {
    const known = base !== null && (owner.project !== null || base.flow !== undefined);
    const meaning = known ? meaningOf({ column, row, ...owner, base, year: this.context.year }) : null;
    this.add(cell, column, record, unit, meaning);
  }

  /** A figure in the corner of a block of money: nothing says what it is but the block's name. */
  corner(cell: Cell, heading: Cell): void {
    const column = { id: null, label: '', phase: phaseOf('budget') };
    this.add(cell, column, { id: null, label: heading.text, path: this.path([]) }, labelUnit(heading.text));
  }
}

/** A number, also one that a narrow cell breaks over two lines. */
function readMoney(text: string, raw: string): PrintedNumber {
  const printed = parseNumber(text, raw);
  if (printed.value !== null || !raw.includes('\n')) return printed;
  const read = readNumber(text, raw);
  return read.form === 'broken' ? read : printed;
}
