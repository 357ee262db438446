/** @module Joined tables and page layouts in; identity, table kinds and facts with their coordinates out. */
import type { Fact, Phase, Table } from '../../schemas/index.js';
import type { MoneyPhase } from '../domain/dimensions.js';
import type { KindDeclaration } from '../domain/kinds.js';
import { type Lexicon, LEXICON } from '../domain/lexicon/phrase.js';
import { captionUnit, tableUnit } from '../domain/units.js';
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
import { settleOddFigures } from './odd-figures.js';
import { readPerformance } from './performance/index.js';
import { type TitlePhrase, readTitle } from './title.js';
import type { Identity, MapInput, MapResult } from './types.js';

export function mapDocument(input: MapInput, lexicon: Lexicon = LEXICON): MapResult {
  const identity = identify(input);
  const readings = input.tables.map((table) => understand(lexicon, table, identity));
  const tables = readings.map(({ table, kind }) =>
    table.kind === (kind?.id ?? null) ? table : { ...table, kind: kind?.id ?? null },
  );
  const further = new Map<string, readonly string[]>();
  const facts = readings.flatMap((reading) => {
    const read = readFacts(lexicon, reading, identity);
    for (const fact of read) further.set(fact.id, furtherWords(reading, fact));
    return read;
  });
  return { identity, tables, facts: distinct(facts, further) };
}

/** A table with what is known of it before its facts are read. */
interface Reading {
  table: Table;
  grid: Grid;
  header: Header;
  groups: ColumnGroup[];
  rows: Rows;
  title: TitlePhrase;
  kind: KindDeclaration | null;
}

function understand(lexicon: Lexicon, table: Table, identity: Identity): Reading {
  const grid = new Grid(table);
  const header = readHeader(grid);
  const groups = columnGroups(grid, header);
  const rows = rowsOf(lexicon, grid, header, groups);
  const printed = table.title ?? header.spanning?.text ?? '';
  const title = readTitle(lexicon, printed, identity.entity.name);
  const empty = table.row_count === 0 || table.column_count === 0;
  return { table, grid, header, groups, rows, title, kind: empty ? null : kindOf(title, rows) };
}

function readFacts(lexicon: Lexicon, reading: Reading, identity: Identity): Fact[] {
  const { table, grid, header, groups, rows, title, kind } = reading;
  if (kind === null) return [];
  if (kind.reader === 'performance') return readPerformance(grid, kind);
  const unit = tableUnit(table.unit) ?? captionUnit(header.captions.map((cell) => cell.text));
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
  const base = { ...statedBy(title), ...kind.fixes };
  if (kind.id === 'three_public_expenses') {
    delete base.item;
    delete base.type;
  }
  const meaning = {
    kind,
    base,
    unknown: [],
    phase: phaseOf(title, identity),
    year: title.year ?? identity.fiscal_year,
  };
  const drafts = compose(meaning, figures);
  settleInstitutions(drafts, entity);
  return settleOddFigures(publish(reading, kind, base, drafts, identity));
}

/** What the row of a fact prints beside its figures and its own label. */
function furtherWords({ grid, groups }: Reading, fact: Fact): readonly string[] {
  const row = Number(/-r(\d+)c\d+$/.exec(fact.id)?.[1] ?? -1);
  const values = new Set(groups.flatMap((group) => group.values));
  return grid
    .row(row)
    .filter((cell) => !values.has(cell.column) && cell.text !== '')
    .map((cell) => cell.text);
}

/** What the title says, else what the document is. */
function phaseOf(title: TitlePhrase, identity: Identity): MoneyPhase {
  return (
    title.means.phase ?? (identity.kind === 'budget' || identity.kind === 'government_budget' ? 'budget' : 'actual')
  );
}

function publish(
  { table }: Reading,
  kind: KindDeclaration,
  base: Draft['means'],
  drafts: readonly Draft[],
  identity: Identity,
): Fact[] {
  const ids = columnIds(kind, base, drafts, identity.fiscal_year);
  return drafts.map((draft) => {
    const { figure } = draft;
    const { row, column, cell } = figure;
    const item = draft.means.item;
    const { dimensions } = dimensionsOf(draft);
    return makeFact(table, kind.id, {
      cell,
      rowCode: row.code,
      rowId: rowId(kind, row, figure.side, item),
      rowLabel: row.label,
      rowPath: row.path,
      columnId: ids.get(column.column) ?? null,
      columnLabel: column.label,
      dimensions,
      phase: publishedPhase(draft, identity.fiscal_year),
      unit: figure.unit,
    });
  });
}

/** actual, budget; prior_year for amounts of an earlier year; statistic for changes, rates and counts. */
function publishedPhase({ means }: Draft, fiscalYear: number | null): Phase {
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
  const columns = new Map<number, { figure: Figure; phase: Phase; year: unknown }>();
  for (const draft of drafts) {
    const { column } = draft.figure.column;
    if (!columns.has(column))
      columns.set(column, { figure: draft.figure, phase: publishedPhase(draft, fiscalYear), year: draft.means.year });
  }
  const list = [...columns.values()].map(({ figure, phase, year }) => ({
    column: figure.column,
    // Halves have their rows' ids to tell them apart; items that run across are rows.
    key: `${phase} ${String(year)} ${figure.side ?? ''} ${figure.column.means.item ?? ''} ${figure.row.marks.size === 0 ? '' : ''}`,
    id: columnId(kind, base, figure.column),
  }));
  const ids = tellApart(list);
  return new Map(list.map(({ column }, i) => [column.column, ids[i]!]));
}
