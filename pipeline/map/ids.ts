/**
 * @module Coordinates in; the canonical ids that stand for them in one kind of table out (docs/canonical-ids.md). Ids are short names
 * for what the coordinates say; where they say nothing that has a name, the id is null.
 */
import type { KindDeclaration } from '../domain/kinds.js';
import type { Coordinates } from '../domain/lexicon/phrase.js';
import type { Mark } from '../domain/lexicon/terms.js';
import type { RowName } from './rows.js';
import type { ValueColumn } from './value-columns.js';

/** What the title of a table fixes for all its figures. */
export type Base = Coordinates;

const ITEM_ROWS: Readonly<Record<string, string>> = {
  three_public: 'total',
  'vehicles.purchase': 'vehicle_purchase',
  'vehicles.running': 'vehicle_running',
  meetings: 'conference',
};

export function columnId(kind: KindDeclaration, base: Base, column: ValueColumn): string | null {
  const { means, marks } = column;
  if (means.measure !== undefined && means.measure !== null) return means.measure;
  if (column.unknown.length > 0 || means.type_detail !== undefined) return null;
  const parts: string[] = [];
  if (means.flow === 'opening') parts.push('opening_carryover');
  else if (means.flow === 'closing') parts.push('closing_carryover');
  else if (means.flow === 'financing') parts.push('surplus_used');
  else if (means.flow === 'distribution') parts.push('surplus_distribution');
  else if (means.flow === 'income' && base.flow !== 'income' && !isHalves(kind)) parts.push('income');
  if (means.type === null || means.fund === null) return null;
  if (means.type !== undefined && means.type !== base.type)
    parts.push(base.type === 'basic' ? means.type.replace(/^basic\./, '') : means.type);
  if (means.fund !== undefined && means.fund !== base.fund) parts.push(means.fund);
  if (means.economic !== undefined && means.economic !== null) parts.push(means.economic);
  if (means.vintage === 'carryover' && parts.length === 0) parts.push('opening_carryover');
  if (parts.length > 0) return parts.join('.');
  return totalId(kind, marks);
}

function isHalves(kind: KindDeclaration): boolean {
  return kind.id === 'income_expenditure_summary' || kind.id === 'fiscal_appropriation_summary';
}

function totalId(kind: KindDeclaration, marks: ReadonlySet<Mark>): string {
  if (!kind.amounts) return 'total';
  if (kind.id === 'income_expenditure_summary' || kind.id === 'three_public_expenses') return 'amount';
  return marks.has('total') && !marks.has('amount') ? 'total' : 'amount';
}

/** Two columns of one table never share an id with phase and year: what tells them apart is added, or the later ones have none. */
export function tellApart(
  columns: readonly { column: ValueColumn; key: string; id: string | null }[],
): (string | null)[] {
  const ids = columns.map(({ id }) => id);
  const clashes = (): Map<string, number[]> => {
    const same = new Map<string, number[]>();
    ids.forEach((id, i) => {
      if (id === null) return;
      const key = `${id} ${columns[i]!.key}`;
      same.set(key, [...(same.get(key) ?? []), i]);
    });
    return new Map([...same].filter(([, list]) => list.length > 1));
  };
  const add = (suffix: (column: ValueColumn) => string | null): void => {
    for (const list of clashes().values())
      for (const i of list) {
        const found = suffix(columns[i]!.column);
        if (found !== null) ids[i] = `${ids[i]}.${found}`;
      }
  };
  add(({ means }) => means.vintage ?? null);
  add(({ label }) => (/年初/.test(label) ? 'initial' : null));
  add(({ means, lastYear }) => (lastYear && means.phase === 'budget' ? 'budget' : null));
  for (const list of clashes().values()) for (const i of list.slice(1)) ids[i] = null;
  return ids;
}

/** Canonical row: a classification code, the line of a summary's half, an item. */
export function rowId(
  kind: KindDeclaration,
  name: RowName,
  side: 'income' | 'expenditure' | null,
  item: string | null | undefined,
): string | null {
  const { means } = name;
  if (kind.id === 'three_public_expenses') {
    if (means.type === 'operating_expenses') return 'operating';
    if (item !== undefined && item !== null) return ITEM_ROWS[item] ?? item;
    return name.total ? 'total' : null;
  }
  if (side !== null) return lineId(name, side);
  const code = means.function ?? means.economic ?? means.government_economic;
  if (name.code !== null && /^\d{3}(?:\d\d){0,2}$/.test(name.code) && code !== undefined) return name.code;
  if (code !== undefined && code !== null && name.code === null) return code;
  if (name.unknown.length > 0) return null;
  if (name.total) return 'total';
  if (means.type === 'basic.personnel') return 'personnel_total';
  if (means.type === 'basic.public') return 'public_total';
  if (name.marks.has('total') || name.marks.has('grand')) return 'total';
  return null;
}

function lineId(name: RowName, side: 'income' | 'expenditure'): string | null {
  const { means, marks } = name;
  if (name.unknown.length > 0) return null;
  const part = partId(means);
  if (part === null) return null;
  if (means.flow === 'opening' || (means.vintage === 'carryover' && side === 'income'))
    return `income.opening_carryover${part === '' ? '' : `.${part}`}`;
  if (means.flow === 'closing') return `expenditure.closing_carryover${part === '' ? '' : `.${part}`}`;
  if (means.flow === 'financing') return 'income.surplus_used';
  if (means.flow === 'distribution') return 'expenditure.surplus_distribution';
  if (part !== '') return `${side}.${part}`;
  if (marks.has('grand') || (name.total && /总计|共计/.test(name.label))) return `${side}.grand_total`;
  if (name.total) return `${side}.grand_total`;
  if (marks.has('total')) return `${side}.total`;
  return null;
}

function partId(means: Coordinates): string | null {
  if (means.fund === null || means.type === null) return null;
  const code = means.function ?? means.economic ?? means.government_economic;
  if (code !== undefined && code !== null) return code;
  if (means.type !== undefined) return means.type.replace(/^basic\./, '');
  return means.fund ?? '';
}
