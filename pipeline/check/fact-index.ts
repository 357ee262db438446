/**
 * @module In: facts in document order. Out: the same facts by table, row and column, built once a document for all
 * rules.
 */
import type { Fact, Table, TableKind } from '../../schemas/index.js';
import { decimalsOf, exact, quantity, yuanPer } from './quantity.js';
import type { Quantity } from './quantity.js';
import type { CheckInput } from './input.js';
import { append } from '../domain/extremes.js';

export interface Row {
  /** Canonical row id, or null where the row is not known. */
  id: string | null;
  code: string | null;
  label: string;
  path: string[];
  /** By column key. */
  cells: Map<string, Fact>;
}

/**
 * A value column of one table: its canonical id and phase, told apart by its label where one table has several of
 * these.
 */
export interface Column {
  key: string;
  id: string | null;
  phase: Fact['phase'];
  label: string;
  /** A share or growth rate: neither adds up down the table nor along a row. */
  rate: boolean;
}

export class IndexedTable {
  readonly rows: Row[] = [];
  readonly columns: Column[] = [];
  /** Digits after the point that this table prints, by unit. */
  private readonly decimals = new Map<string | null, number>();
  private readonly byId = new Map<string, Row[]>();

  constructor(
    readonly table: Table,
    readonly facts: Fact[],
  ) {
    this.placeFacts();
    this.countDecimals();
  }

  get id(): string {
    return this.table.id;
  }
  get title(): string {
    return this.table.title ?? this.facts[0]?.table_title ?? this.table.id;
  }

  /** Rows of a canonical id, in printed order; more than one where the table repeats it. */
  rowsOf(id: string): Row[] {
    return this.byId.get(id) ?? [];
  }

  /** The only row of this id; null where there is none, or several. */
  row(id: string): Row | null {
    const rows = this.rowsOf(id);
    return rows.length === 1 ? rows[0]! : null;
  }

  /** Columns whose figures add up down the table; growth rates do not. */
  get summable(): Column[] {
    return this.columns.filter((c) => !c.rate);
  }

  columnsOf(id: string): Column[] {
    return this.columns.filter((c) => c.id === id);
  }

  /** Whether any value of the table is printed (0.00 counts as printed). */
  get printed(): boolean {
    return this.facts.some((f) => f.value !== null);
  }
  /** Whether any value differs from zero. */
  get nonZero(): boolean {
    this.anyValue ??= this.facts.some((f) => f.value !== null && /[1-9]/.test(f.value));
    return this.anyValue;
  }
  private anyValue: boolean | undefined;

  /** The printed figure as an interval. Counts and scores are exact where they print no decimals. */
  measure(fact: Fact, value: string): Quantity {
    if (isCounted(fact)) return decimalsOf(value) === 0 ? exact(value, fact.unit) : quantity(value, fact.unit);
    return quantity(value, fact.unit, this.decimals.get(fact.unit) ?? 0);
  }

  private placeFacts(): void {
    const names = rowKeys(this.facts),
      plains = this.facts.map(columnKey);
    const taken = new Map<string, Set<string>>();
    const collides = new Set<string>();
    this.facts.forEach((_, i) => {
      const columns = taken.get(names[i]!),
        column = plains[i]!;
      if (!columns) taken.set(names[i]!, new Set([column]));
      else if (columns.has(column)) collides.add(column);
      else columns.add(column);
    });
    const open = new Map<string, Row[]>();
    const columns = new Map<string, Column>();
    for (const [i, f] of this.facts.entries()) {
      const plain = plains[i]!,
        name = names[i]!;
      // 年初预算数 and 全年预算数 share column and phase: the leaf of the header tells them apart.
      const key = collides.has(plain) ? `${plain}|${f.column_label.split('/').at(-1)}` : plain;
      if (!columns.has(key)) {
        columns.set(key, { key, id: f.column_id, phase: f.phase, label: f.column_label, rate: isRate(f) });
      }
      let rows = open.get(name);
      if (!rows) open.set(name, (rows = []));
      let row = rows.find((r) => !r.cells.has(key));
      if (!row) {
        row = { id: f.row_id, code: f.row_code, label: f.row_label, path: f.row_path, cells: new Map() };
        rows.push(row);
        this.rows.push(row);
        if (row.id !== null) {
          const same = this.byId.get(row.id);
          if (same) same.push(row);
          else this.byId.set(row.id, [row]);
        }
      }
      row.cells.set(key, f);
    }
    append(this.columns, columns.values());
  }

  /**
   * The commonest count of digits after the point among values that are not zero: tables drop zeros at the end ("15",
   * "0").
   */
  private countDecimals(): void {
    const counts = new Map<string | null, Map<number, number>>();
    for (const f of this.facts) {
      if (f.value === null || !/[1-9]/.test(f.value)) continue;
      const d = decimalsOf(f.value);
      const of = counts.get(f.unit) ?? new Map<number, number>();
      counts.set(f.unit, of);
      of.set(d, (of.get(d) ?? 0) + 1);
    }
    for (const [unit, of] of counts) {
      let best = 0,
        most = 0;
      for (const [d, n] of of)
        if (n > most || (n === most && d < best)) {
          best = d;
          most = n;
        }
      this.decimals.set(unit, best);
    }
  }
}

function isRate(f: Fact): boolean {
  return (
    /_rate$/.test(f.column_id ?? '') ||
    /[%％]/.test(`${f.unit ?? ''}${f.column_label}`) ||
    /(率|比例|占比|幅度)$/.test(f.column_label.replace(/[（(][^）)]*[）)]/g, ''))
  );
}

/** Vehicles, devices, people and scores are counted, not rounded. */
function isCounted(f: Fact): boolean {
  if (f.phase === 'weight' || f.phase === 'score' || /^(vehicles|equipment)\./.test(f.row_id ?? '')) return true;
  return f.unit !== null && yuanPer(f.unit) === null && !/[%％]/.test(f.unit);
}

function columnKey(f: Fact): string {
  return `${f.column_id ?? `label:${f.column_label}`}|${f.phase}`;
}

/** What makes facts those of one row. Facts come row by row: what the one before had is not put together again. */
function rowKeys(facts: Fact[]): string[] {
  let key = '',
    before: Fact | null = null;
  return facts.map((f) => {
    if (
      before === null ||
      f.row_id !== before.row_id ||
      f.row_code !== before.row_code ||
      f.row_label !== before.row_label ||
      f.row_path !== before.row_path
    ) {
      // Where items run across, one canonical row is printed in several lines (预算数, 决算数): its id holds it together.
      key = f.row_id !== null ? `#${f.row_id}` : `${f.row_code ?? ''}|${f.row_label}|${f.row_path.join('/')}`;
    }
    before = f;
    return key;
  });
}

export class FactIndex {
  readonly tables: IndexedTable[] = [];
  private readonly kinds = new Map<TableKind, IndexedTable[]>();
  private readonly tableOf = new Map<string, IndexedTable>();
  readonly facts = new Map<string, Fact>();
  private readonly quantities = new Map<Fact, Quantity>();

  constructor(input: Pick<CheckInput, 'tables' | 'facts'>) {
    const grouped = new Map<string, Fact[]>();
    for (const f of input.facts) {
      this.facts.set(f.id, f);
      const of = grouped.get(f.table_id);
      if (of) of.push(f);
      else grouped.set(f.table_id, [f]);
    }
    for (const table of input.tables) {
      const indexed = new IndexedTable(table, grouped.get(table.id) ?? []);
      this.tables.push(indexed);
      this.tableOf.set(table.id, indexed);
      if (table.kind === null) continue;
      const same = this.kinds.get(table.kind);
      if (same) same.push(indexed);
      else this.kinds.set(table.kind, [indexed]);
    }
  }

  /** All tables of a kind, in document order. */
  ofKind(kind: TableKind): IndexedTable[] {
    return this.kinds.get(kind) ?? [];
  }

  /**
   * The one table of a kind that others are compared with; a string says why there is none: rules answer not_evaluable.
   * A second table of the kind that has no figure does not count.
   */
  one(kind: TableKind): IndexedTable | string {
    const all = this.ofKind(kind);
    if (all.length === 0) return `no table of kind ${kind}`;
    const printed = all.length === 1 ? all : all.filter((t) => t.printed);
    if (printed.length > 1) return `${printed.length} tables of kind ${kind}: which one is meant is not known`;
    return printed[0] ?? all[0]!;
  }

  table(id: string): IndexedTable | undefined {
    return this.tableOf.get(id);
  }

  /** The printed figure as an interval; null for an empty place. */
  quantity(fact: Fact): Quantity | null {
    if (fact.value === null) return null;
    let known = this.quantities.get(fact);
    if (!known)
      this.quantities.set(
        fact,
        (known = this.table(fact.table_id)?.measure(fact, fact.value) ?? quantity(fact.value, fact.unit)),
      );
    return known;
  }
}
