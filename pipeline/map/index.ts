/** @module Joined tables and page layouts in; identity, table kinds and facts with their coordinates out. */
import type { Fact, Phase, Table } from '../../schemas/index.js';
import { type MoneyPhase, parentOf } from '../domain/dimensions.js';
import { isGovernment, type TableKind } from '../domain/ids.js';
import type { KindDeclaration } from '../domain/kinds.js';
import type { Lexicon, Words } from '../domain/lexicon/phrase.js';
import { captionUnit, tableUnit } from '../domain/units.js';
import { type Understanding, understandingOf } from '../domain/vocabulary.js';
import { type Rows, rowsOf } from './axis.js';
import { type ColumnGroup, columnGroups } from './columns.js';
import { distinct } from './distinct.js';
import { type Draft, compose, dimensionsOf } from './compose.js';
import { makeFact } from './fact.js';
import { Grid } from './grid.js';
import { type Figure, readGrouped } from './grouped.js';
import { type Header, readHeader } from './header.js';
import { identify } from './identity/index.js';
import { columnId, rowId, tellApart } from './ids.js';
import { settleInstitutions } from './institutions.js';
import { kindOf, statedBy } from './kind.js';
import { settleOddHabits } from './odd-figures.js';
import { shapeOf } from './shape.js';
import { splitForms } from '../join/split.js';
import { tellFormsApart } from './performance/apart.js';
import { formStarts, mayHoldForms, performanceForm } from './performance/form.js';
import { readPerformance } from './performance/index.js';
import { type TitlePhrase, readTitle } from './title.js';
import type { Identity, MapInput, MapResult } from './types.js';

export function mapDocument(input: MapInput, { lexicon, kinds }: Understanding = understandingOf(null)): MapResult {
  const identity = identify(input);
  // A whole government's tables are no department's: they stay whole, without kind, and give no facts.
  if (isGovernment(identity.kind)) return { identity, tables: input.tables, facts: [] };
  const forms = splitForms(input.tables, (table) => (mayHoldForms(table) ? formStarts(new Grid(table)) : []));
  const readings = forms.map((table) => understand(lexicon, kinds, table, identity));
  const tables = readings.map(({ table, kind }) =>
    table.kind === (kind?.id ?? null) ? table : { ...table, kind: kind?.id ?? null },
  );
  const readingOf = new Map<string, Reading>();
  const facts = readings.flatMap((reading) => {
    const read = readFacts(reading, identity);
    for (const { id } of read) readingOf.set(id, reading);
    return read;
  });
  return {
    identity,
    tables,
    facts: distinct(tellFormsApart(facts), (fact) => furtherWords(readingOf.get(fact.id), fact)),
  };
}

/** A table with what is known of it before its facts are read. */
interface Reading {
  table: Table;
  lexicon: Words;
  grid: Grid;
  header: Header;
  groups: ColumnGroup[];
  rows: Rows;
  /** Null: none of its own. */
  title: TitlePhrase | null;
  kind: KindDeclaration | null;
}

function understand(all: Lexicon, kinds: readonly KindDeclaration[], table: Table, identity: Identity): Reading {
  const grid = new Grid(table);
  const lexicon = grid.recognised ? all.recognised() : all;
  const header = readHeader(grid);
  const groups = columnGroups(grid, header);
  const rows = rowsOf(lexicon, grid, header, groups);
  const printed = table.title ?? header.spanning?.text ?? '';
  const title = readTitle(lexicon, printed, identity.entity.name);
  const empty = table.row_count === 0 || table.column_count === 0;
  if (empty) return { table, lexicon, grid, header, groups, rows, title: null, kind: null };
  const form = performanceForm(grid, table.title);
  if (form !== null) return { table, lexicon, grid, header, groups, rows, title, kind: form };
  const shape = (): TableKind | null => shapeOf(lexicon, grid, header, groups, rows);
  const named = kindOf(title, rows, shape, grid.recognised, kinds);
  // A title of evaluations over a table that shows no form of one; recognised words may hide the form.
  const unborne = named.kind?.reader === 'performance' && !grid.recognised;
  return { table, lexicon, grid, header, groups, rows, ...named, kind: unborne ? null : named.kind };
}

function readFacts(reading: Reading, identity: Identity): Fact[] {
  const { table, lexicon, grid, header, groups, rows, title, kind } = reading;
  if (kind === null) return [];
  if (kind.reader === 'performance')
    return readPerformance(grid, kind, { entity: identity.entity.name, year: identity.fiscal_year });
  const unit = unitOf(table, header);
  const entity = identity.entity.name;
  const figures = readGrouped({
    lexicon,
    grid,
    header,
    groups,
    kind,
    rows,
    unit,
    entity,
    year: identity.fiscal_year,
  });
  const base = { ...(title === null ? shownBy(kind) : statedBy(title)), ...kind.fixes };
  if (kind.id === 'three_public_expenses') {
    delete base.item;
    delete base.type;
  }
  const meaning = {
    kind,
    base,
    unknown: title === null ? unsaid(kind) : [],
    phase: phaseOf(title, identity),
    year: title?.year ?? identity.fiscal_year,
  };
  const drafts = compose(meaning, figures);
  settleInstitutions(drafts);
  return settleOddHabits(publish(reading, kind, base, drafts, identity));
}

/** Coordinates that a kind has whatever its title says. */
function shownBy(kind: KindDeclaration): Draft['means'] {
  return kind.id === 'fiscal_appropriation_summary'
    ? { fund: 'fiscal_appropriation' }
    : kind.id === 'income'
      ? { flow: 'income' }
      : {};
}

/** What only a title could have said. */
function unsaid(kind: KindDeclaration): string[] {
  return kind.may?.includes('fund') || kind.means.fund === 'general_public_budget' ? ['(no title)'] : [];
}

/** What the row of a fact prints beside its figures and its own label. */
function furtherWords(reading: Reading | undefined, fact: Fact): readonly string[] {
  if (reading === undefined) return [];
  const { grid, groups } = reading;
  const row = Number(/-r(\d+)c\d+$/.exec(fact.id)?.[1] ?? -1);
  const values = new Set(groups.flatMap((group) => group.values));
  return grid
    .row(row)
    .filter((cell) => !values.has(cell.column) && cell.text !== '')
    .map((cell) => cell.text);
}

/** Vehicles, devices and people are counted; the table's money unit is not theirs. */
function counted({ means }: Draft): boolean {
  return means.measure === 'vehicles' || means.measure === 'count' || means.measure === 'persons';
}

function unitOf(table: Table, header: Header): string | null {
  return tableUnit(table.unit) ?? captionUnit(header.captions.map((cell) => cell.text));
}

/** What the title says, else what the document is. */
function phaseOf(title: TitlePhrase | null, identity: Identity): MoneyPhase {
  return (
    title?.means.phase ?? (identity.kind === 'budget' || identity.kind === 'government_budget' ? 'budget' : 'actual')
  );
}

function publish(
  { table, header }: Reading,
  kind: KindDeclaration,
  base: Draft['means'],
  drafts: readonly Draft[],
  identity: Identity,
): Fact[] {
  const ids = columnIds(kind, base, drafts, identity.fiscal_year);
  const unit = unitOf(table, header);
  return drafts.map((draft) => {
    const { figure } = draft;
    const { row, column, cell } = figure;
    const { dimensions } = dimensionsOf(draft);
    return makeFact(table, kind.id, {
      cell,
      rowCode: row.code,
      rowId: rowId(kind, row, figure.side, draft.means),
      rowLabel: row.label,
      rowPath: itemPath(draft, drafts),
      columnId: ids.get(column.column) ?? null,
      columnLabel: column.label,
      dimensions,
      phase:
        kind.id === 'disclosure_statistics' && column.own.phase === undefined
          ? 'statistic'
          : publishedPhase(draft, identity.fiscal_year),
      unit: counted(draft) && figure.unit === unit ? null : figure.unit,
    });
  });
}

/** actual, budget; prior_year for amounts of an earlier year; statistic for changes, rates and counts. */
function publishedPhase({ means }: Pick<Draft, 'means'>, fiscalYear: number | null): Phase {
  if (means.measure !== undefined) return 'statistic';
  if (fiscalYear !== null && typeof means.year === 'number' && means.year < fiscalYear) return 'prior_year';
  return means.phase === 'actual' ? 'actual' : 'budget';
}

function columnIds(
  kind: KindDeclaration,
  base: Draft['means'],
  drafts: readonly Draft[],
  fiscalYear: number | null,
): Map<number, string | null> {
  const columns = new Map<number, { figure: Figure; key: string }>();
  for (const { figure, means } of drafts) {
    const { column, own } = figure.column;
    if (columns.has(column)) continue;
    // Groups side by side name their columns alike: their rows tell them apart. Items that run across are rows.
    const key = [figure.group, publishedPhase({ means }, fiscalYear), means.year, own.item, own.type === base.type];
    columns.set(column, { figure, key: key.join(' ') });
  }
  const list = [...columns.values()].map(({ figure, key }) => ({
    column: figure.column,
    key,
    id: columnId(kind, base, figure.column),
  }));
  const ids = tellApart(list);
  return new Map(list.map(({ column }, i) => [column.column, ids[i]!]));
}

/** 公务用车购置费 stands below 公务用车购置及运行维护费 although the print need not show it. */
function itemPath({ figure, means }: Draft, drafts: readonly Draft[]): string[] {
  const { row } = figure;
  const item = row.means.item;
  if (row.path.length > 0 || typeof item !== 'string' || item !== means.item) return row.path;
  const parent = parentOf('item', item);
  if (parent === null || parentOf('item', parent) === null) return row.path;
  const above = drafts.find((other) => other.figure.row.means.item === parent);
  return above === undefined ? row.path : [above.figure.row.label];
}
