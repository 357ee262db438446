/** @module Header paths and row labels of one table kind in; canonical column and row ids out. */
import type { Cell } from '../../schemas/index.js';
import { labelKey, LabelIndex } from '../domain/labels.js';
import type { KindDefinition } from './types.js';

export type Side = 'income' | 'expenditure';

const TOTAL_KEYS = /^(?:合计|小计|总计)$/;

/** The label lookups of a kind, built once. */
export class Resolver {
  private readonly columns: LabelIndex;
  private readonly rows: LabelIndex;
  private readonly halves: Readonly<Record<Side, LabelIndex>>;
  private readonly sections: { path: RegExp; index: LabelIndex }[];

  constructor(kind: KindDefinition) {
    this.columns = new LabelIndex(kind.columns);
    this.rows = new LabelIndex(kind.rows ?? {});
    const half = (side: Side) =>
      new LabelIndex(Object.fromEntries(Object.entries(kind.rows ?? {}).filter(([id]) => id.startsWith(`${side}.`))));
    this.halves = { income: half('income'), expenditure: half('expenditure') };
    this.sections = (kind.sections ?? []).map(({ path, rows }) => ({ path, index: new LabelIndex(rows) }));
  }

  /** Ids of the path's cells, outermost first, joined: 基本支出/人员经费 -> basic.personnel; totals give way to what they total. */
  column(path: readonly Cell[]): string | null {
    const ids: string[] = [];
    for (const cell of path) {
      const id = this.columns.find(withoutUnitAndYear(cell.text));
      if (id !== null && ids.at(-1) !== id) ids.push(id);
    }
    const named = ids.filter((id) => id !== 'total' && id !== 'amount');
    if (named.length === 0) return ids.at(-1) ?? null;
    return named.join('.');
  }

  /** Row id of a label; section headings and parents decide between rows of one name. */
  row(label: string, path: readonly string[]): string | null {
    const key = withoutUnitAndYear(label);
    const joined = path.join('/');
    for (const { path: pattern, index } of this.sections) {
      if (!pattern.test(joined)) continue;
      const id = index.find(key);
      if (id !== null) return id;
    }
    return this.rows.find(key);
  }

  rowOfSide(label: string, side: Side | null): string | null {
    if (side !== null) return this.halves[side].find(label);
    const found = [this.halves.income.find(label), this.halves.expenditure.find(label)].filter((id) => id !== null);
    return found.length === 1 ? found[0]! : null;
  }

  /** The item that a header path names, where items run across; 小计 and 合计 name what stands above them. */
  item(path: readonly Cell[]): string | null {
    for (let i = path.length - 1; i >= 0; i--) {
      const key = labelKey(path[i]!.text);
      if (TOTAL_KEYS.test(key)) {
        const parent = i > 0 ? this.item(path.slice(0, i)) : null;
        return parent ?? this.rows.find(key);
      }
      const id = this.rows.find(withoutUnitAndYear(path[i]!.text));
      if (id !== null) return id;
    }
    return null;
  }
}

/** Label without a bracketed unit and without a year: 2025年预算数（万元） -> 预算数. */
export function withoutUnitAndYear(label: string): string {
  return labelKey(label)
    .replace(
      /\((?:单位:)?(?:亿元|万元|千元|百元|元|%|辆|台\/套|台\(套\)|台套|台|套|个|人|人次|批|批次|次|平方米)\)$/,
      '',
    )
    .replace(/^(?:19|20)\d\d年度?/, '');
}

const resolvers = new Map<string, Resolver>();

export function resolverOf(kind: KindDefinition): Resolver {
  let resolver = resolvers.get(kind.id);
  if (!resolver) {
    resolver = new Resolver(kind);
    resolvers.set(kind.id, resolver);
  }
  return resolver;
}
