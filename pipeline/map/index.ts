/** @module Joined tables and page layouts in; identity, table kinds and facts out. */
import type { Fact, Phase, Table } from '../../schemas/index.js';
import { classify } from './classify.js';
import { columnGroups } from './columns.js';
import { Grid } from './grid.js';
import { readGrouped } from './grouped.js';
import { readHeader } from './header.js';
import { identify } from './identity/index.js';
import { readPerformance } from './performance/index.js';
import { resolverOf } from './resolve.js';
import { fold } from './text.js';
import { captionUnit, tableUnit } from './units.js';
import type { Identity, KindDefinition, MapInput, MapResult } from './types.js';

export function mapDocument(input: MapInput): MapResult {
  const identity = identify(input);
  const tables: Table[] = [];
  const facts: Fact[] = [];
  for (const table of input.tables) {
    const mapped = mapTable(table, identity);
    tables.push(mapped.kind === table.kind ? table : { ...table, kind: mapped.kind });
    facts.push(...mapped.facts);
  }
  return { identity, tables, facts };
}

function mapTable(table: Table, identity: Identity): { kind: Table['kind']; facts: Fact[] } {
  if (table.row_count === 0 || table.column_count === 0) return { kind: null, facts: [] };
  const grid = new Grid(table);
  const header = readHeader(grid);
  const kind = classify(table, grid, header);
  if (kind === null) return { kind: null, facts: [] };
  if (kind.reader === 'performance') return { kind: kind.id, facts: readPerformance(grid, kind) };
  // A title over a table none of whose columns or items it explains is not this table's title.
  const resolver = resolverOf(kind);
  const groups = columnGroups(grid, header);
  const explained = groups.some((group) => group.values.some((c) => resolver.column(header.paths[c]!) !== null || resolver.item(header.paths[c]!) !== null));
  if (!explained) return { kind: null, facts: [] };
  const unit = tableUnit(table.unit) ?? captionUnit(header.captions.map((cell) => cell.text));
  const facts = readGrouped({ grid, header, groups, kind, unit, fiscalYear: identity.fiscal_year, phase: defaultPhase(kind, table, identity) });
  return { kind: kind.id, facts };
}

function defaultPhase(kind: KindDefinition, table: Table, identity: Identity): Phase {
  if (kind.phase) return kind.phase;
  const title = fold(table.title ?? '').replace(/一般公共预算|政府性基金预算|国有资本经营预算|部门预算经济分类/g, '');
  if (/决算/.test(title)) return 'actual';
  if (/预算/.test(title)) return 'budget';
  return identity.kind === 'budget' ? 'budget' : 'actual';
}
