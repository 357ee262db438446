/**
 * @module Coordinates in; the canonical ids that stand for them in one kind of table out (docs/canonical-ids.md). Ids are short names
 * for what the coordinates say; where they say nothing that has a name, the id is null.
 */
import { isClassificationCode } from '../domain/codes.js';
import type { KindDeclaration } from '../domain/kinds.js';
import type { Coordinates } from '../domain/lexicon/phrase.js';
import type { Mark } from '../domain/lexicon/term.js';
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

const THREE_PUBLIC: ReadonlySet<string> = new Set([
  'three_public',
  'abroad',
  'reception',
  'vehicles',
  'vehicles.purchase',
  'vehicles.running',
  'meetings',
  'training',
]);

/** Subdivisions that places print under one name. */
const DETAILS: Readonly<Record<string, string>> = {
  教育收费: 'education_fees',
  扣除基建项目后: 'without_construction',
};

export function columnId(kind: KindDeclaration, base: Base, column: ValueColumn): string | null {
  const { own: means, marks } = column;
  const measure = column.means.measure;
  if (measure !== undefined && measure !== null) return measure;
  if (column.unknown.length > 0) return null;
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
  if (typeof means.type_detail === 'string') {
    const detail = DETAILS[means.type_detail];
    if (detail === undefined) return null;
    parts.push(detail);
  }
  if (parts.length > 0) return parts.join('.');
  return totalId(kind, marks);
}

function isHalves(kind: KindDeclaration): boolean {
  return kind.id === 'income_expenditure_summary' || kind.id === 'fiscal_appropriation_summary';
}

function totalId(kind: KindDeclaration, marks: ReadonlySet<Mark>): string {
  if (kind.id === 'disclosure_statistics') return marks.has('amount') ? 'statistic' : 'total';
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

/**
 * Canonical row: a classification code, the line of a summary's half, an item.
 * @param means coordinates of the figure: items and types that run across stand in its column
 */
export function rowId(
  kind: KindDeclaration,
  name: RowName,
  side: 'income' | 'expenditure' | null,
  means: Coordinates,
): string | null {
  if (kind.id === 'three_public_expenses') return itemId(name, means);
  if (kind.id === 'disclosure_statistics') return statisticId(name, means);
  if (side !== null) return lineId(name, side);
  const code = name.means.function ?? name.means.economic ?? name.means.government_economic;
  if (name.code !== null && code !== undefined && isClassificationCode(name.code)) return name.code;
  if (code !== undefined && code !== null && name.code === null) return code;
  if (name.unknown.length > 0 || name.institution !== null) return null;
  if (name.total) return 'total';
  if (name.means.type === 'basic.personnel') return 'personnel_total';
  if (name.means.type === 'basic.public') return 'public_total';
  return name.marks.has('total') || name.marks.has('grand') ? 'total' : null;
}

/** Items of institutions are not the department's. */
function itemId(name: RowName, { item, type, institution }: Coordinates): string | null {
  if (institution !== undefined) return null;
  if (type === 'operating_expenses' && item === undefined) return 'operating';
  if (name.unknown.length > 0) return null;
  if (typeof item === 'string') return ITEM_ROWS[item] ?? item;
  // 合计 of 三公 with meetings and training is no total of 三公.
  return null;
}

function statisticId(name: RowName, { item, type }: Coordinates): string | null {
  if (name.unknown.length > 0) return null;
  if (typeof item === 'string') {
    const plain = ITEM_ROWS[item] ?? item;
    return THREE_PUBLIC.has(item) ? `three_public.${plain}` : plain;
  }
  if (type === 'procurement') return 'procurement.total';
  return type === 'operating_expenses' ? 'operating_expenses' : null;
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
  if (marks.has('grand') || name.total) return `${side}.grand_total`;
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
