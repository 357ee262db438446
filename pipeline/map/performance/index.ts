/**
 * @module A performance table in; facts with the indicator as the record out: the third level is the row label, the levels
 * above it are the row path. Head fields, money by task or source, goals and the scores at the foot are rows of their own.
 */
import type { Cell, Fact } from '../../../schemas/index.js';
import { makeFact } from '../fact.js';
import type { Grid } from '../grid.js';
import { isBlank, parseMeasured, parseNumber } from '../../domain/numbers.js';
import { withoutUnitAndYear } from '../../domain/labels.js';
import { LabelIndex } from '../../domain/labels.js';
import type { KindDeclaration } from '../../domain/kinds.js';
import { labelUnit, tableUnit } from '../../domain/units.js';
import { type Block, type BlockColumn, blockAt, phaseOf } from './blocks.js';
import { FIELDS, PERFORMANCE_ROWS } from './vocabulary.js';

const fieldIndex = new LabelIndex(FIELDS);
const rowIndex = new LabelIndex(PERFORMANCE_ROWS);

/** Columns that give a fact even when nothing is printed in them. */
const ALWAYS =
  /^(?:target|target_adjusted|actual|completion|weight|score|budget|budget_initial|budget_approved|executed|execution_rate)(?:\.|$)/;
const TEXT_ONLY = /^(?:operator|target_unit|cause|measure|content)(?:\.|$)/;
const MEASURED = /^(?:target|target_adjusted|actual)$/;

export function readPerformance(grid: Grid, kind: KindDeclaration): Fact[] {
  return new PerformanceReader(grid, kind).read();
}

class PerformanceReader {
  private readonly facts: Fact[] = [];
  private block: Block | null = null;
  private indicators = 0;
  private tasks = 0;

  constructor(
    private readonly grid: Grid,
    private readonly kind: KindDeclaration,
  ) {}

  read(): Fact[] {
    for (let r = 0; r < this.grid.rows; r++) {
      const block = blockAt(this.grid, r);
      if (block) {
        this.block = block;
        r += block.height - 1;
        continue;
      }
      this.readRow(r);
    }
    return this.facts;
  }

  private readRow(row: number): void {
    const own = this.grid.row(row).filter((cell) => cell.row === row);
    const first = own.find((cell) => cell.text !== '');
    if (!first) return;
    const inLevels = this.block?.levels.includes(first.column) === true && first.column > 0;
    if (!inLevels && this.readFields(own)) return;
    if (!this.block) {
      this.readFunds(own, row);
      return;
    }
    if (this.block.type === 'indicators') {
      const totalId = inLevels ? null : rowIndex.find(withoutUnitAndYear(first.text));
      if (totalId !== null && !totalId.startsWith('funds')) this.readTotal(own, first, totalId);
      else this.readIndicator(own, row);
    } else if (this.block.type === 'funds') this.readMoney(own, row);
    else this.readGoal(own);
  }

  private add(
    cell: Cell,
    column: BlockColumn,
    row: { id: string | null; label: string; path: string[] },
    unit: string | null,
  ): void {
    const textual = column.id === null || TEXT_ONLY.test(column.id);
    this.facts.push(
      makeFact(this.grid.table, this.kind.id, {
        dimensions: null,
        cell,
        rowCode: null,
        rowId: row.id,
        rowLabel: row.label,
        rowPath: row.path,
        columnId: column.id,
        columnLabel: column.label,
        phase: column.phase,
        unit: textual ? null : unit,
        read: textual
          ? () => ({ value: null, unit: null })
          : column.id !== null && MEASURED.test(column.id)
            ? parseMeasured
            : parseNumber,
      }),
    );
  }

  private readIndicator(own: readonly Cell[], row: number): void {
    const block = this.block!;
    const levels = [...new Set(block.levels.map((c) => this.grid.at(row, c)))].filter(
      (cell): cell is Cell => cell !== undefined && cell.text !== '',
    );
    const deepest = levels.at(-1);
    const values = own.filter((cell) => block.columns.has(cell.column) && !levels.includes(cell));
    if (!deepest || values.every((cell) => isBlank(cell.text))) return;
    this.indicators++;
    const record = {
      id: `indicator.${this.indicators}`,
      label: deepest.text,
      path: levels.slice(0, -1).map((cell) => cell.text),
    };
    const unitCell = values.find((cell) => block.columns.get(cell.column)!.id === 'target_unit');
    const printedUnit = unitCell && !isBlank(unitCell.text) ? unitCell.text : null;
    for (const cell of values) {
      const column = block.columns.get(cell.column)!;
      if (isBlank(cell.text) && !(column.id !== null && ALWAYS.test(column.id))) continue;
      this.add(cell, column, record, column.id !== null && MEASURED.test(column.id) ? printedUnit : null);
    }
  }

  private readMoney(own: readonly Cell[], row: number): void {
    const block = this.block!;
    const labels =
      block.levels.length > 0
        ? block.levels
        : [...Array(this.grid.columns).keys()].filter(
            (c) => !block.columns.has(c) && this.grid.at(row, c) !== block.heading,
          );
    const names = [...new Set(labels.map((c) => this.grid.at(row, c)))].filter(
      (cell): cell is Cell => cell !== undefined && cell.text !== '' && cell !== block.heading,
    );
    const name = block.levels.length > 0 ? names[0] : names.at(-1);
    const values = own.filter((cell) => block.columns.has(cell.column) && cell !== name);
    const known = name ? rowIndex.find(withoutUnitAndYear(name.text)) : null;
    if (!name || (known === null && values.every((cell) => isBlank(cell.text)))) return;
    if (known === null) this.tasks++;
    const heading = block.heading?.text;
    const record = {
      id: known === 'total' ? 'funds.total' : (known ?? `task.${this.tasks}`),
      label: name.text,
      path: heading === undefined ? [] : [heading],
    };
    for (const cell of values) {
      const column = block.columns.get(cell.column)!;
      if (isBlank(cell.text) && !(column.id !== null && ALWAYS.test(column.id))) continue;
      const money = /^(?:budget|executed|remaining)/.test(column.id ?? '');
      this.add(
        cell,
        column,
        record,
        money ? (column.unit ?? labelUnit(heading ?? '') ?? tableUnit(this.grid.table.unit)) : null,
      );
    }
  }

  /** Money printed as label and value, the cell that names it left of them: 项目资金（万元） | 年度资金总额 | 120.00. */
  private readFunds(own: readonly Cell[], row: number): void {
    const at = own.findIndex(
      (cell, i) =>
        own[i + 1] !== undefined && (rowIndex.find(withoutUnitAndYear(cell.text)) ?? '').startsWith('funds.'),
    );
    if (at < 0) return;
    const [label, value] = [own[at]!, own[at + 1]!];
    const heading = this.grid.at(row, label.column - 1);
    const id = rowIndex.find(withoutUnitAndYear(label.text))!;
    const named = heading !== undefined && heading.row_span > 1 ? heading : undefined;
    if (parseNumber(value.text).value === null && !isBlank(value.text)) return;
    const unit = labelUnit(label.text) ?? labelUnit(named?.text ?? '') ?? tableUnit(this.grid.table.unit);
    this.add(
      value,
      { id: 'budget', label: '', phase: 'budget', unit },
      { id, label: label.text, path: named ? [named.text] : [] },
      unit,
    );
  }

  private readGoal(own: readonly Cell[]): void {
    const block = this.block!;
    const label = block.heading?.text ?? this.grid.table.title ?? '';
    for (const cell of own) {
      const column = block.columns.get(cell.column);
      if (!column || column.id === null || isBlank(cell.text) || cell === block.heading) continue;
      this.facts.push(
        makeFact(this.grid.table, this.kind.id, {
          dimensions: null,
          cell,
          rowCode: null,
          rowId: 'goal',
          rowLabel: label,
          rowPath: [],
          columnId: column.id,
          columnLabel: column.label,
          phase: column.phase,
          unit: null,
          read: () => ({ value: null, unit: null }),
        }),
      );
    }
  }

  /** 总分, 总评价得分, 金额合计: values stand under the columns of the block; one wide cell over the score column is the score. */
  private readTotal(own: readonly Cell[], label: Cell, id: string): void {
    const block = this.block!;
    for (const cell of own) {
      if (cell === label || cell.text === '') continue;
      const covered = [...Array(cell.column_span).keys()]
        .map((i) => block.columns.get(cell.column + i))
        .filter((column) => column !== undefined);
      const column = covered.find((candidate) => candidate.id === 'score') ?? covered[0];
      if (column) this.add(cell, column, { id, label: label.text, path: [] }, null);
    }
    // What follows the total (advice, opinions, analyses) is no indicator.
    this.block = null;
  }

  /** Label and value side by side: 项目名称 | …, 执行率 | 92.45%, 减分项 | 0. @returns whether the row is of that form */
  private readFields(own: readonly Cell[]): boolean {
    const printed = own.filter((cell) => cell.text !== '');
    const first = printed[0];
    if (first?.column !== 0) return false;
    const id = fieldIndex.find(withoutUnitAndYear(first.text));
    if (
      id === null ||
      (id === 'total' &&
        printed.length === 2 &&
        this.block?.type === 'indicators' &&
        this.block.columns.has(printed[1]!.column))
    )
      return false;
    for (let i = 0; i < own.length - 1; i++) {
      const label = own[i]!;
      const field = fieldIndex.find(withoutUnitAndYear(label.text));
      const value = own[i + 1]!;
      if (field === null || fieldIndex.find(withoutUnitAndYear(value.text)) !== null) continue;
      const columnId = fieldColumn(field);
      const unit = labelUnit(label.text);
      this.facts.push(
        makeFact(this.grid.table, this.kind.id, {
          dimensions: null,
          cell: value,
          rowCode: null,
          rowId: field,
          rowLabel: label.text,
          rowPath: [],
          columnId,
          columnLabel: '',
          phase: phaseOf(columnId),
          unit,
          ...(columnId === 'name' ? { read: () => ({ value: null, unit: null }) } : {}),
        }),
      );
      i++;
    }
    if (id.startsWith('score.') || id === 'total') this.block = null;
    return true;
  }
}

function fieldColumn(field: string): string {
  if (field.startsWith('score.') || field === 'total') return 'score';
  if (field === 'execution_rate' || field === 'executed') return field;
  return field.endsWith('budget') ? 'budget' : 'name';
}
