/** @module In: what a statement is about. Out: the facts of the tables that print the same figure. */
import type { Fact, Phase, TableKind } from '../../../schemas/index.js';
import type { Structure } from '../../narrative/index.js';
import type { Prose, Statement } from '../../narrative/types.js';
import { type Within, partOf, withinOf } from './within.js';
import type { FactIndex, IndexedTable, Row } from '../fact-index.js';
import { isCodeForName } from '../../domain/codes.js';
import type { Fund, MoneyPhase } from '../../domain/dimensions.js';
import type { Identity } from '../../map/types.js';
import type { Scope } from '../../narrative/scope.js';
import { meaningOf, type Place } from './coordinates.js';
import { DimensionIndex } from './dimension-index.js';
import type { Names } from './names.js';
import { NamedUnits } from './named-units.js';
import { STATISTICS, pathOf, phaseOf, type TablePlace } from './places.js';
import { append } from '../../domain/extremes.js';

/** Facts whose sum is one printed counterpart of the stated figure. */
export type Counterpart = Fact[];

/** What a question is about; without `at` the whole paragraph counts as standing before it. */
type Asked = Pick<Statement, 'subject' | 'names' | 'paragraph'> & Partial<Pick<Statement, 'at'>>;

export interface Meant {
  exact: Counterpart[];
  also: Counterpart[];
}

/** Totals that are printed by their parts only. */
const SUMS: Readonly<Record<string, Place[][]>> = {
  'income.fiscal_appropriation': sums(({ fund }) => [
    { flow: 'income', vintage: 'current', fund },
    { flow: 'income', fund },
  ]),
  'fiscal.income.total': sums(({ fund }) => [
    { flow: 'income', vintage: 'current', fund },
    { flow: 'income', fund },
  ]),
  'fiscal.expenditure.basic': sums(({ fund }) => [{ flow: 'expenditure', type: 'basic', fund }]),
  'fiscal.expenditure.project': sums(({ fund }) => [{ flow: 'expenditure', type: 'project', fund }]),
};

/** For each way to write a part, the three funds in it. */
function sums(of: (fund: { fund: Fund }) => Place[]): Place[][] {
  const funds = (['general_public_budget', 'government_fund', 'state_capital'] as const).map((fund) => of({ fund }));
  return funds[0]!.map((_, i) => funds.map((places) => places[i]!));
}

export class Lookup {
  private readonly known = new Map<string, Meant | string>();
  private readonly dimensions: DimensionIndex;
  private readonly units: NamedUnits;
  /** What part of an item each paragraph lists. */
  private readonly within: (Within | null)[];

  constructor(
    private readonly index: FactIndex,
    private readonly structure: Structure,
    private readonly names: Names,
    private readonly identity: Identity,
    prose: Prose,
  ) {
    this.within = withinOf(prose);
    this.units = new NamedUnits([...index.facts.values()], prose, identity.entity.name);
    this.dimensions = new DimensionIndex([...index.facts.values()], names);
  }

  /**
   * Counterparts of a subject among the facts; a string says why there is none.
   * An empty place counts as printed nothing: its fact has value null.
   */
  counterparts(statement: Asked): Counterpart[] | string {
    const meant = this.meant(statement);
    return typeof meant === 'string' ? meant : [...meant.exact, ...meant.also];
  }

  /** The same with what is certain told apart from what is only possible. */
  meant(statement: Asked): Meant | string {
    const result = this.ofWhole(statement);
    if (typeof result === 'string' || !this.units.isSpokenOf(statement)) return result;
    // 某局（本级）预算 …，其中：基本支出 …: a unit's figure may differ from the department's.
    return { exact: [], also: [...result.exact, ...result.also] };
  }

  private ofWhole(statement: Asked): Meant | string {
    const scope = this.structure.scopes[statement.paragraph] ?? 'all';
    const named = statement.names.length > 0 && /^(?:function|fund|capital)/.test(statement.subject);
    const within = statement.subject.startsWith('function.') ? (this.within[statement.paragraph] ?? null) : null;
    const key = `${scope}|${within}|${statement.subject}|${named ? statement.names.slice(0, 3).join('/') : ''}`;
    let result = this.known.get(key);
    if (result === undefined) this.known.set(key, (result = this.lookUp(statement, scope, within)));
    return result;
  }

  private lookUp(
    { subject, names }: Pick<Statement, 'subject' | 'names'>,
    scope: Scope,
    within: Within | null,
  ): Meant | string {
    const path = pathOf(subject),
      phase = phaseOf(subject);
    const exact: Counterpart[] = [],
      also: Counterpart[] = [];
    // Counts and statistics stand in a table of their own, whose rows have ids.
    const places = STATISTICS[path];
    if (places) append(exact, this.placed(places, phase));
    const coded = this.coded(path, names);
    const meaning = coded === null ? null : meaningOf(coded, scope);
    if (meaning) {
      append(exact, this.at(partOf(meaning.exact, within), phase));
      append(also, this.at(partOf(meaning.also, within), phase));
    }
    for (const sum of SUMS[path] ?? []) {
      const parts = sum.map((place) => this.at([place], phase)[0]?.[0]).filter((fact) => fact !== undefined);
      if (parts.length > 0) also.push(parts);
    }
    return exact.length + also.length > 0 ? { exact, also } : `no figure has the coordinates of ${path}`;
  }

  private at(places: readonly Place[], phase: Phase): Counterpart[] {
    const [phases, year] = this.when(phase);
    return places.flatMap((place) => this.dimensions.at(place, phases, year).map((fact) => [fact]));
  }

  /** 预算 may be that of the beginning of the year or the adjusted one; the year before may be given as either. */
  private when(phase: Phase): [MoneyPhase[] | null, number | null] {
    const { fiscal_year: year } = this.identity;
    if (phase === 'prior_year') return [null, year === null ? -1 : year - 1];
    return [phase === 'budget' ? ['budget', 'adjusted'] : ['actual'], year];
  }

  /** The path with codes in place of names; null where the names do not single out one code. */
  private coded(path: string, names: string[]): string | null {
    const economic = /^economic\.(.+)$/.exec(path)?.[1];
    if (economic !== undefined) {
      if (/^\d+$/.test(economic)) return path;
      const codes = this.dimensions.codesOf('economic', economic);
      return codes.length === 1 ? `economic.${codes[0]}` : null;
    }
    const [, account, item] = /^(function|fund|capital)\.(.+)$/.exec(path) ?? [];
    if (account === undefined || /^(?:\d{3,7}|income|expenditure)$/.test(item!)) return path;
    const codes = this.functionCodes(item!, names);
    return codes.length === 1 ? `${account}.${codes[0]}` : null;
  }

  /** Codes that the names of class, group and item single out; a level that the sentence leaves out matches any. */
  private functionCodes(name: string, [itemClass, group, item]: string[]): string[] {
    const { dimensions } = this;
    if (item === undefined)
      return dimensions.codesOf('function', itemClass ?? name).filter((code) => code.length === 3);
    return dimensions
      .codesOf('function', item)
      .filter(
        (code) =>
          code.length === 7 &&
          (!group || dimensions.isNamed('function', code.slice(0, 5), group)) &&
          (!itemClass || dimensions.isNamed('function', code.slice(0, 3), itemClass)),
      );
  }

  private placed(places: TablePlace[][], phase: Phase): Counterpart[] {
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
    return found;
  }

  private factIn(kind: TableKind, rowId: string, columnId: string, phase: Phase): Fact | null {
    const table = this.index.one(kind);
    if (typeof table === 'string') return null;
    // Items across, 预算数 and 决算数 down: one item has a row for each.
    const found = table.rowsOf(rowId).flatMap((row) => cellOf(table, row, columnId, phase) ?? []);
    return found.length === 1 ? found[0]! : null;
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
   * The row of a class (by code) or of class, group and item (by names); several when the names do not single one
   * out.
   */
  functionRows(table: IndexedTable, name: string, names: string[]): Row[] {
    if (isCodeForName(name)) return table.rowsOf(name);
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
