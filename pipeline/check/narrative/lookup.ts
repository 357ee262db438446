/** @module In: what a statement is about. Out: the facts of the tables that print the same figure. */
import type { Fact, Phase, TableKind } from '../../../schemas/index.js';
import type { Structure } from '../../narrative/index.js';
import type { Statement } from '../../narrative/types.js';
import type { FactIndex, IndexedTable, Row } from '../fact-index.js';
import type { Names } from './names.js';
import { PLACES, pathOf, phaseOf, type Place } from './places.js';

/** Facts whose sum is one printed counterpart of the stated figure. */
export type Counterpart = Fact[];

export class Lookup {
  private readonly known = new Map<string, Counterpart[] | string>();

  constructor(
    private readonly index: FactIndex,
    private readonly structure: Structure,
    private readonly names: Names,
  ) {}

  /**
   * Counterparts of a subject among the facts; a string says why there is none.
   * An empty place counts as printed nothing: its fact has value null.
   */
  counterparts(statement: Pick<Statement, 'subject' | 'names' | 'paragraph'>): Counterpart[] | string {
    const scope = this.structure.scopes[statement.paragraph] === 'general' ? 'general' : '';
    const named = statement.names.length > 0 && /^(?:function|fund|capital)/.test(statement.subject);
    const key = `${scope}|${statement.subject}|${named ? statement.names.slice(0, 3).join('/') : ''}`;
    let result = this.known.get(key);
    if (result === undefined) this.known.set(key, (result = this.lookUp(statement)));
    return result;
  }

  private lookUp(statement: Pick<Statement, 'subject' | 'names' | 'paragraph'>): Counterpart[] | string {
    const path = pathOf(statement.subject),
      phase = phaseOf(statement.subject);
    const economic = /^economic\.(.+)$/.exec(path);
    if (economic) return this.economicFacts(economic[1]!, phase);
    const basicClass = /^expenditure\.basic\.(\d{3})$/.exec(path);
    if (basicClass)
      return this.basicIsGeneral(phase)
        ? this.economicFacts(basicClass[1]!, phase)
        : 'basic expenditure holds more than the general public budget';
    const account = /^(function|fund|capital)\.(.+)$/.exec(path);
    if (account && !PLACES[path])
      return this.functionFacts(account[1] as 'function' | 'fund' | 'capital', account[2]!, statement, phase);
    const places = PLACES[path];
    return places ? this.placed(places, phase) : `no table prints ${path}`;
  }

  private placed(places: Place[][], phase: Phase): Counterpart[] | string {
    const found: Counterpart[] = [];
    for (const sum of places) {
      const facts: Fact[] = [];
      let complete = true;
      for (const [i, { kind, row, column }] of sum.entries()) {
        const fact = this.factIn(kind, row, column, phase);
        if (fact) facts.push(fact);
        // The funds besides the general budget may be absent or empty; the first place must be there.
        else if (i === 0) complete = false;
      }
      if (complete && facts.length > 0) found.push(facts);
    }
    return found.length > 0 ? found : 'the tables have no such place';
  }

  private factIn(kind: TableKind, rowId: string, columnId: string, phase: Phase): Fact | null {
    const table = this.index.one(kind);
    if (typeof table === 'string') return null;
    // Items across, 预算数 and 决算数 down: one item has a row for each.
    const found = table.rowsOf(rowId).flatMap((row) => cellOf(table, row, columnId, phase) ?? []);
    return found.length === 1 ? found[0]! : null;
  }

  private economicFacts(name: string, phase: Phase): Counterpart[] | string {
    const table = this.index.one('basic_expenditure_by_economic_class');
    if (typeof table === 'string') return table;
    const rows = this.economicRows(table, name);
    const found: Counterpart[] = [];
    for (const row of rows) {
      const fact = cellOf(table, row, 'amount', phase) ?? cellOf(table, row, 'total', phase);
      if (fact) found.push([fact]);
    }
    return found.length > 0 ? found : `${table.title} has no item ${name}`;
  }

  /** Rows of an economic class or item, by code or by name; several where one name stands under two classes. */
  economicRows(table: IndexedTable, name: string): Row[] {
    if (/^\d+$/.test(name)) return table.rowsOf(name);
    const key = this.names.economic(name);
    const exact = table.rows.filter((row) => this.names.key(row.label) === key);
    return exact.length > 0
      ? exact
      : table.rows.filter((row) => this.names.loose(row.label) === this.names.loose(key));
  }

  /**
   * Whether the basic expenditure of the whole is that of the general public budget: then the economic table explains
   * it.
   */
  private basicIsGeneral(phase: Phase): boolean {
    const whole = this.factIn('expenditure', 'total', 'basic', phase),
      general = this.factIn('general_public_budget_expenditure', 'total', 'basic', phase);
    return whole?.value !== null && whole?.value !== undefined && whole.value === general?.value;
  }

  private functionFacts(
    account: 'function' | 'fund' | 'capital',
    name: string,
    statement: Pick<Statement, 'names' | 'paragraph'>,
    phase: Phase,
  ): Counterpart[] | string {
    const { index } = this;
    const scope = this.structure.scopes[statement.paragraph] ?? 'all';
    const kinds: TableKind[] =
      account === 'fund'
        ? ['government_fund']
        : account === 'capital'
          ? ['state_capital']
          : scope === 'general'
            ? ['general_public_budget_expenditure']
            : ['general_public_budget_expenditure', 'expenditure'];
    const found: Counterpart[] = [];
    let why = 'no table by function';
    for (const kind of kinds) {
      const table = index.one(kind);
      if (typeof table === 'string') {
        why = table;
        continue;
      }
      const rows = this.functionRows(table, name, statement.names);
      for (const row of rows) {
        const fact = cellOf(table, row, 'total', phase);
        if (fact) found.push([fact]);
      }
      if (rows.length === 0) why = `${table.title} has no row ${name}`;
    }
    if (/^\d{3}$/.test(name) && account === 'function') {
      const summary = index.one('fiscal_appropriation_summary');
      if (typeof summary !== 'string') {
        const row = summary.row(`expenditure.${name}`);
        for (const column of scope === 'general' ? ['general_public_budget'] : ['general_public_budget', 'total']) {
          const fact = row && cellOf(summary, row, column, phase);
          if (fact) found.push([fact]);
        }
      }
    }
    return found.length > 0 ? found : why;
  }

  /**
   * The row of a class (by code) or of class, group and item (by names); several when the names do not single one
   * out.
   */
  functionRows(table: IndexedTable, name: string, names: string[]): Row[] {
    if (/^\d{3,7}$/.test(name)) return table.rowsOf(name);
    const [itemClass, group, item] = names;
    if (item === undefined)
      return table.rows.filter(
        (row) => row.code?.length === 3 && this.names.key(row.label) === this.names.key(itemClass ?? name),
      );
    const named = table.rows.filter(
      (row) => row.code?.length === 7 && this.names.key(row.label) === this.names.key(item),
    );
    // A level that the sentence leaves out matches any; then the rest must single out one row.
    const rows = named.filter(
      (row) =>
        (group === '' || this.labelOf(table, row.code!.slice(0, 5)) === this.names.key(group!)) &&
        (itemClass === '' || this.labelOf(table, row.code!.slice(0, 3)) === this.names.key(itemClass!)),
    );
    return itemClass !== '' || rows.length === 1 ? rows : [];
  }

  private labelOf(table: IndexedTable, code: string): string | null {
    const row = table.rowsOf(code)[0];
    return row ? this.names.key(row.label) : null;
  }
}

/** The value of a row in the column of this id and phase, when exactly one column is meant. */
function cellOf(table: IndexedTable, row: Row, columnId: string, phase: Phase): Fact | null {
  const columns = table.columnsOf(columnId);
  const exact = columns.filter((column) => column.phase === phase);
  const meant = exact.length > 0 ? exact : columns.filter((column) => column.phase === 'statistic');
  const facts = meant.map((column) => row.cells.get(column.key)).filter((fact) => fact !== undefined);
  // 年初预算数 beside 全年预算数: which one the prose means is not known.
  return facts.length === 1 ? facts[0]! : null;
}
