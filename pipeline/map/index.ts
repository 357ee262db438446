/** @module Joined tables and page layouts in; identity, table kinds and facts out. */
import type { Fact, Phase, Table } from '../../schemas/index.js';
import { classify } from './classify.js';
import { type ColumnGroup, columnGroups } from './columns.js';
import { Grid } from './grid.js';
import { readGrouped } from './grouped.js';
import { type Header, readHeader } from './header.js';
import { identify } from './identity/index.js';
import { readPerformance } from './performance/index.js';
import { resolverOf } from './resolve.js';
import { fold } from '../domain/labels.js';
import { captionUnit, tableUnit } from '../domain/units.js';
import type { Identity, KindDefinition, MapInput, MapResult } from './types.js';

export function mapDocument(input: MapInput): MapResult {
  const identity = identify(input);
  const readings = preferred(input.tables.map(understand));
  const tables = readings.map(({ table, kind }) =>
    table.kind === (kind?.id ?? null) ? table : { ...table, kind: kind?.id ?? null },
  );
  return { identity, tables, facts: readings.flatMap((reading) => readFacts(reading, identity)) };
}

/** A table with what is known of it before its facts are read. */
interface Reading {
  table: Table;
  grid: Grid;
  header: Header;
  groups: ColumnGroup[];
  kind: KindDefinition | null;
}

function understand(table: Table): Reading {
  const grid = new Grid(table);
  const header = readHeader(grid);
  const kind = table.row_count === 0 || table.column_count === 0 ? null : classify(table, grid, header);
  if (kind === null || kind.reader === 'performance') return { table, grid, header, groups: [], kind };
  const groups = columnGroups(grid, header);
  // A title over a table none of whose columns or items it explains is not this table's title.
  const resolver = resolverOf(kind);
  const explained = groups.some((group) =>
    group.values.some((c) => resolver.column(header.paths[c]!) !== null || resolver.item(header.paths[c]!) !== null),
  );
  return { table, grid, header, groups, kind: explained ? kind : null };
}

/** Of several tables of one kind, those whose title says so, where the kind asks for it. */
function preferred(readings: readonly Reading[]): Reading[] {
  const named = new Set(
    readings.filter(({ kind, table }) => kind?.preferTitle?.test(fold(table.title ?? ''))).map(({ kind }) => kind),
  );
  return readings.map((reading) =>
    reading.kind !== null &&
    named.has(reading.kind) &&
    !reading.kind.preferTitle!.test(fold(reading.table.title ?? ''))
      ? { ...reading, kind: null }
      : reading,
  );
}

function readFacts({ table, grid, header, groups, kind }: Reading, identity: Identity): Fact[] {
  if (kind === null) return [];
  if (kind.reader === 'performance') return readPerformance(grid, kind);
  const unit = tableUnit(table.unit) ?? captionUnit(header.captions.map((cell) => cell.text));
  return readGrouped({
    grid,
    header,
    groups,
    kind,
    unit,
    fiscalYear: identity.fiscal_year,
    phase: defaultPhase(kind, table, identity),
  });
}

function defaultPhase(kind: KindDefinition, table: Table, identity: Identity): Phase {
  if (kind.phase) return kind.phase;
  const title = fold(table.title ?? '').replace(/一般公共预算|政府性基金预算|国有资本经营预算|部门预算经济分类/g, '');
  if (/决算/.test(title)) return 'actual';
  if (/预算/.test(title)) return 'budget';
  return identity.kind === 'budget' ? 'budget' : 'actual';
}
