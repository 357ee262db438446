/**
 * @module A table without a title of its own in; the kind that its columns and rows show beyond doubt out, or null. What a title would
 * have to say (whose money it is) is not known then.
 */
import type { TableKind } from '../domain/ids.js';
import type { Words } from '../domain/lexicon/phrase.js';
import { type Rows, flowOfHalf } from './axis.js';
import type { ColumnGroup } from './columns.js';
import type { Grid } from './grid.js';
import type { Header } from './header.js';

/** Sources that no table of fiscal appropriation has. */
const OWN_FUNDS = new Set([
  'business',
  'operating',
  'other',
  'superior_subsidy',
  'affiliated_remittance',
  'entity_funds',
  'fiscal_special_account',
]);
const OWN_TYPES = new Set(['superior_remittance', 'operating', 'affiliated_subsidy']);

export function shapeOf(
  lexicon: Words,
  grid: Grid,
  header: Header,
  groups: readonly ColumnGroup[],
  rows: Rows,
): TableKind | null {
  const columns = { fund: new Set<string>(), type: new Set<string>(), item: new Set<string>() };
  for (const group of groups)
    for (const c of group.values) for (const cell of header.paths[c]!) collect(lexicon, cell.text, columns);
  const labels = { fund: new Set<string>(), type: new Set<string>(), item: new Set<string>() };
  const sources = { fund: new Set<string>(), type: new Set<string>(), item: new Set<string>() };
  for (const group of groups) {
    const income = flowOfHalf(lexicon, header, group, grid) === 'income';
    for (const text of labelsOf(grid, header, group)) {
      collect(lexicon, text, labels);
      if (income) collect(lexicon, text, sources);
    }
  }
  const some = (set: ReadonlySet<string>, of: ReadonlySet<string>): boolean => [...of].some((each) => set.has(each));
  switch (rows.axis) {
    case 'halves':
      if (some(sources.fund, OWN_FUNDS)) return 'income_expenditure_summary';
      return columns.fund.has('general_public_budget') && columns.fund.has('government_fund')
        ? 'fiscal_appropriation_summary'
        : null;
    case 'item': {
      const items = new Set([...columns.item, ...labels.item]);
      return items.has('abroad') && items.has('reception') ? 'three_public_expenses' : null;
    }
    case 'function':
      if (some(columns.type, OWN_TYPES) && columns.fund.size === 0) return 'expenditure';
      return some(columns.fund, OWN_FUNDS) && columns.type.size === 0 ? 'income' : null;
    case 'economic':
      return columns.fund.size === 0 &&
        [...columns.type].every((type) => type.startsWith('basic')) &&
        rows.counts.economic > 1
        ? 'basic_expenditure_by_economic_class'
        : null;
    default:
      return null;
  }
}

function collect(lexicon: Words, text: string, into: Record<'fund' | 'type' | 'item', Set<string>>): void {
  const { means } = lexicon.parse(text);
  for (const key of ['fund', 'type', 'item'] as const) {
    const value = means[key];
    if (typeof value === 'string') into[key].add(value);
  }
}

function* labelsOf(grid: Grid, header: Header, group: ColumnGroup): Iterable<string> {
  for (let r = header.count; r < grid.rows; r++)
    for (const c of group.labels) {
      const cell = grid.at(r, c);
      if (cell && cell.row === r && cell.text !== '') yield cell.text;
    }
}
