/**
 * @module In: figures as a test writes them down. Out: a CheckInput, and the outcomes of one rule on it. For tests
 * only.
 */
import assert from 'node:assert/strict';
import { coordinatesOf } from './coordinates.js';
import type { Box, Cell, Fact, Phase, Table, TableKind, TextSource } from '../../../schemas/index.js';
import { readSubject } from '../../../pipeline/domain/subjects.js';
import type { Identity } from '../../../pipeline/map/types.js';
import type { PageLayout } from '../../../pipeline/model.js';
import type { Statement } from '../../../pipeline/narrative/types.js';
import type { TextualRule } from '../../../pipeline/check/narrative/text-rule.js';
import { CheckContext } from '../../../pipeline/check/context.js';
import type { CheckInput, Finding, Outcome, Rule } from '../../../pipeline/check/types.js';

/** canonical id (null: unknown), header path, phase. */
export type ColumnSpec = [id: string | null, label: string, phase?: Phase];
/**
 * canonical id or code (null: unknown), label, one value a column as printed; null: an empty place; undefined: no
 * place.
 */
export type RowSpec = [id: string | null, label: string, ...values: (string | null | undefined)[]];

export interface TableSpec {
  kind: TableKind | null;
  title?: string;
  unit?: string | null;
  page?: number;
  source?: TextSource;
  confidence?: number;
  notes?: string[];
  columns: ColumnSpec[];
  rows: RowSpec[];
}

export interface SummarySpec extends Omit<TableSpec, 'columns' | 'rows'> {
  /** Left half: id without "income.", label, value. */
  income: [id: string | null, label: string, value: string | null][];
  /** Right half: id without "expenditure.", label, values of expenditureColumns. */
  expenditure: [id: string | null, label: string, ...values: (string | null)[]][];
  /** @default [['amount', '支出/决算数']] */
  expenditureColumns?: ColumnSpec[];
  phase?: Phase;
}

/** Appropriation summaries split their expenditure half by fund. */
export const FUND_COLUMNS: ColumnSpec[] = [
  ['total', '支出/合计'],
  ['general_public_budget', '支出/一般公共预算财政拨款'],
  ['government_fund', '支出/政府性基金预算财政拨款'],
  ['state_capital', '支出/国有资本经营预算财政拨款'],
];

export class DocumentBuilder {
  private readonly tables: Table[] = [];
  private readonly facts: Fact[] = [];
  private readonly statements: Statement[] = [];
  private readonly texts: string[] = [];
  private readonly identity: Identity;
  private layouts: PageLayout[] = [];

  constructor(identity: Partial<Identity> = {}) {
    this.identity = {
      kind: 'final_accounts',
      scope: 'department',
      fiscal_year: 2024,
      title: '2024年度部门决算',
      entity: { name: '示例市示例局', division_code: null, division_name: null },
      ...identity,
    };
  }

  /** Cells are made from the rows and columns, one header row. */
  table(spec: TableSpec): this {
    const id = `t${this.tables.length + 1}`,
      page = spec.page ?? this.tables.length + 1;
    const cells: Cell[] = spec.columns.map(([, label], i) =>
      cell(0, i + 1, label, page, 'column_header', spec.source),
    );
    const carried =
      spec.rows.some(([rowId]) => rowId !== null && /carryover|surplus/.test(rowId)) ||
      spec.columns.some(([, label]) => label === '本年收入合计');
    spec.rows.forEach(([rowId, label, ...values], r) => {
      const y = 100 + 20 * r;
      cells.push(cell(r + 1, 0, label, page, 'row_header', spec.source));
      values.forEach((value, c) => {
        if (value === undefined) return;
        cells.push(cell(r + 1, c + 1, value ?? '', page, 'body', spec.source));
        const [columnId, columnLabel, phase] = spec.columns[c]!;
        const shown = value === null || /^[-—]+$/.test(value) ? null : value.replace(/[,%]/g, '');
        const unit = value?.endsWith('%') ? '%' : spec.unit === undefined ? '万元' : spec.unit;
        const code = rowId !== null && /^\d+$/.test(rowId) ? rowId : null;
        this.facts.push({
          id: `${id}-r${r + 1}c${c + 1}`,
          table_id: id,
          table_kind: spec.kind as TableKind,
          table_title: spec.title ?? null,
          row_code: code,
          row_id: rowId,
          row_label: label,
          row_path: [],
          column_id: columnId,
          column_label: columnLabel,
          phase: phase ?? (this.identity.kind === 'budget' ? 'budget' : 'actual'),
          value: shown,
          raw_text: value ?? '',
          unit,
          amount_yuan: null,
          page,
          boxes: [[100 + 80 * c, y, 170 + 80 * c, y + 12] as Box],
          source: spec.source ?? 'text_layer',
          confidence: spec.confidence ?? 1,
          grade: 'unchecked',
          dimensions: coordinatesOf({
            kind: spec.kind,
            row: rowId,
            column: columnId,
            phase: this.identity.kind === 'budget' || phase === 'budget' ? 'budget' : 'actual',
            year: (this.identity.fiscal_year ?? 2024) - (phase === 'prior_year' ? 1 : 0),
            carried,
          }),
          repair: null,
        });
      });
    });
    this.tables.push({
      id,
      kind: spec.kind,
      title: spec.title ?? null,
      printed_number: null,
      unit: spec.unit === undefined ? '万元' : spec.unit,
      unit_evidence: null,
      pages: [page],
      row_count: spec.rows.length + 1,
      column_count: spec.columns.length + 1,
      header_row_count: 1,
      grade: 'unchecked',
      notes: spec.notes ?? [],
      cells,
    });
    return this;
  }

  /** A summary with its two halves. */
  summary(spec: SummarySpec): this {
    const right = spec.expenditureColumns ?? [['amount', '支出/决算数'] as ColumnSpec];
    const columns: ColumnSpec[] = [
      ['amount', '收入/决算数', spec.phase],
      ...right.map(([a, b]): ColumnSpec => [a, b, spec.phase]),
    ];
    const { income, expenditure, expenditureColumns: _columns, ...rest } = spec;
    return this.table({
      ...rest,
      columns,
      rows: [
        ...income.map(([id, label, value]): RowSpec => [id === null ? null : `income.${id}`, label, value]),
        ...expenditure.map(
          ([id, label, ...values]): RowSpec => [
            id === null ? null : `expenditure.${id}`,
            label,
            undefined,
            ...values,
          ],
        ),
      ],
    });
  }

  /** A sentence with the figures it states; each gets the sentence as its quote. */
  says(quote: string, ...figures: (Partial<Statement> & { kind: string; subject: string })[]): this {
    const paragraph = this.texts.push(quote) - 1;
    for (const f of figures) {
      this.statements.push({
        id: `s${this.statements.length + 1}`,
        about: readSubject(f.subject),
        value: null,
        unit: null,
        quote,
        page: 1,
        boxes: [],
        paragraph,
        from: 0,
        to: quote.length,
        at: 0,
        end: 0,
        base: null,
        group: `g${paragraph}`,
        names: [],
        ...f,
      });
    }
    return this;
  }

  /** Lines outside tables, for rules about form: one page of plain lines. */
  page(number: number, ...lines: string[]): this {
    this.layouts.push({
      content: {
        number,
        width: 595,
        height: 842,
        rotation: 0,
        glyphs: [],
        rulings: [],
        areas: [],
        unmappedGlyphs: 0,
        hiddenGlyphs: 0,
        textSource: 'text_layer',
        reason: null,
      },
      tables: [],
      furniture: [],
      lines: lines.map((text, i) => ({
        page: number,
        box: [72, 72 + 20 * i, 500, 84 + 20 * i] as Box,
        text,
        glyphs: [],
      })),
    });
    return this;
  }

  input(): CheckInput {
    const paragraphs = this.texts.map((text) => ({
      text,
      glyphs: [...text].map(() => null),
      pages: [...text].map(() => 1),
    }));
    return {
      identity: this.identity,
      tables: this.tables,
      facts: this.facts,
      prose: { paragraphs, statements: this.statements },
      layouts: this.layouts,
    };
  }
}

export function document(identity?: Partial<Identity>): DocumentBuilder {
  return new DocumentBuilder(identity);
}

/** All outcomes of one rule. */
export function run(rule: Rule, input: CheckInput | DocumentBuilder): Outcome[] {
  const seen = new CheckContext(input instanceof DocumentBuilder ? input.input() : input);
  const outcomes = [...rule.evaluate(seen)];
  // What a text rule leaves without a look must be what it would say nothing about.
  if ('everywhere' in rule)
    assert.deepEqual(
      outcomes,
      [...(rule as TextualRule).everywhere(seen)],
      `where of ${rule.id} leaves out a paragraph that its look finds something in`,
    );
  return outcomes;
}

/** What one rule finds, infos about rounding included. */
export function findings(rule: Rule, input: CheckInput | DocumentBuilder): Finding[] {
  return run(rule, input).flatMap((o) =>
    (o.outcome === 'fail' || o.outcome === 'pass') && o.finding ? [o.finding] : [],
  );
}

/** How many outcomes of each sort: { pass: 3, fail: 1 }. */
export function tally(rule: Rule, input: CheckInput | DocumentBuilder): Partial<Record<Outcome['outcome'], number>> {
  const counts: Partial<Record<Outcome['outcome'], number>> = {};
  for (const o of run(rule, input))
    counts[o.outcome] = (counts[o.outcome] ?? 0) + (o.outcome === 'fail' ? 1 : (o.times ?? 1));
  return counts;
}

function cell(
  row: number,
  column: number,
  text: string,
  page: number,
  role: Cell['role'],
  source: TextSource = 'text_layer',
): Cell {
  const box: Box = [20 + 80 * column, 80 + 20 * row, 90 + 80 * column, 92 + 20 * row];
  return {
    row,
    column,
    row_span: 1,
    column_span: 1,
    text,
    raw_text: text,
    page,
    boxes: [box],
    role,
    source,
    confidence: 1,
  };
}
