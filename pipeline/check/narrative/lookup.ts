/** @module In: what a statement is about. Out: the facts of the tables that print the same figure. */
import type { Fact, Phase, TableKind } from '../../../schemas/index.js';
import { structureOf } from '../../narrative/index.js';
import type { Statement } from '../../narrative/types.js';
import type { IndexedTable, Row } from '../fact-index.js';
import { indexOf } from '../fact-index.js';
import type { CheckInput } from '../types.js';
import { economicName, looseKey, nameKey } from './names.js';

/** Facts whose sum is one printed counterpart of the stated figure. */
export type Counterpart = Fact[];

interface Place {
  kind: TableKind;
  row: string;
  column: string;
}

const S = 'income_expenditure_summary',
  F = 'fiscal_appropriation_summary',
  I = 'income',
  E = 'expenditure';
const G = 'general_public_budget_expenditure',
  B = 'basic_expenditure_by_economic_class',
  T = 'three_public_expenses',
  D = 'disclosure_statistics';
const at = (kind: TableKind, row: string, column: string): Place => ({ kind, row, column });

/** Every way in which tables print a subject; places in one inner list are added up. */
const PLACES: Record<string, Place[][]> = {
  grand_total: [[at(S, 'income.grand_total', 'amount')], [at(S, 'expenditure.grand_total', 'amount')]],
  // Some provinces write 收入总计 and 支出总计 for what the tables call 合计.
  'income.grand_total': [[at(S, 'income.grand_total', 'amount')], [at(S, 'income.total', 'amount')]],
  'expenditure.grand_total': [[at(S, 'expenditure.grand_total', 'amount')], [at(S, 'expenditure.total', 'amount')]],
  'income.total': [[at(S, 'income.total', 'amount')], [at(I, 'total', 'total')]],
  'expenditure.total': [[at(S, 'expenditure.total', 'amount')], [at(E, 'total', 'total')]],
  'income.opening_carryover': [[at(S, 'income.opening_carryover', 'amount')]],
  'expenditure.closing_carryover': [[at(S, 'expenditure.closing_carryover', 'amount')]],
  'income.surplus_used': [[at(S, 'income.surplus_used', 'amount')]],
  'income.general_public_budget': [
    [at(S, 'income.general_public_budget', 'amount')],
    [at(F, 'income.general_public_budget', 'amount')],
  ],
  'income.government_fund': [
    [at(S, 'income.government_fund', 'amount')],
    [at(F, 'income.government_fund', 'amount')],
  ],
  'income.state_capital': [[at(S, 'income.state_capital', 'amount')], [at(F, 'income.state_capital', 'amount')]],
  'income.fiscal_appropriation': [
    [at(I, 'total', 'fiscal_appropriation')],
    [at(S, 'income.fiscal_appropriation', 'amount')],
    [at(F, 'income.total', 'amount')],
    [
      at(S, 'income.general_public_budget', 'amount'),
      at(S, 'income.government_fund', 'amount'),
      at(S, 'income.state_capital', 'amount'),
    ],
  ],
  ...Object.fromEntries(
    ['superior_subsidy', 'business', 'operating', 'affiliated_remittance', 'other'].map((source) => [
      `income.${source}`,
      [[at(S, `income.${source}`, 'amount')], [at(I, 'total', source)]],
    ]),
  ),
  ...Object.fromEntries(
    ['basic', 'project', 'superior_remittance', 'operating', 'affiliated_subsidy'].map((part) => [
      `expenditure.${part}`,
      [[at(E, 'total', part)]],
    ]),
  ),
  'fiscal.grand_total': [[at(F, 'income.grand_total', 'amount')], [at(F, 'expenditure.grand_total', 'total')]],
  'fiscal.income.grand_total': [[at(F, 'income.grand_total', 'amount')], [at(F, 'income.total', 'amount')]],
  'fiscal.expenditure.grand_total': [
    [at(F, 'expenditure.grand_total', 'total')],
    [at(F, 'expenditure.total', 'total')],
  ],
  'fiscal.income.total': [[at(F, 'income.total', 'amount')]],
  'fiscal.expenditure.total': [[at(F, 'expenditure.total', 'total')]],
  'fiscal.income.opening_carryover': [[at(F, 'income.opening_carryover', 'amount')]],
  'fiscal.expenditure.closing_carryover': [[at(F, 'expenditure.closing_carryover', 'total')]],
  'fiscal.expenditure': [[at(F, 'expenditure.total', 'total')], [at(F, 'expenditure.grand_total', 'total')]],
  'fiscal.expenditure.basic': [
    [at(G, 'total', 'basic'), at('government_fund', 'total', 'basic'), at('state_capital', 'total', 'basic')],
  ],
  'fiscal.expenditure.project': [
    [at(G, 'total', 'project'), at('government_fund', 'total', 'project'), at('state_capital', 'total', 'project')],
  ],
  'general.expenditure': [[at(G, 'total', 'total')], [at(F, 'expenditure.total', 'general_public_budget')]],
  'general.expenditure.basic': [[at(G, 'total', 'basic')]],
  'general.expenditure.project': [[at(G, 'total', 'project')]],
  'fund.income': [[at('government_fund', 'total', 'income')], [at(F, 'income.government_fund', 'amount')]],
  'capital.income': [[at('state_capital', 'total', 'income')], [at(F, 'income.state_capital', 'amount')]],
  'fund.expenditure': [[at('government_fund', 'total', 'total')], [at(F, 'expenditure.total', 'government_fund')]],
  'capital.expenditure': [[at('state_capital', 'total', 'total')], [at(F, 'expenditure.total', 'state_capital')]],
  'basic.total': [[at(G, 'total', 'basic')], [at(B, 'total', 'total')], [at(B, 'total', 'amount')]],
  'basic.personnel': [[at(B, 'personnel_total', 'amount')], [at(B, 'total', 'personnel')]],
  'basic.public': [[at(B, 'public_total', 'amount')], [at(B, 'total', 'public')]],
  ...Object.fromEntries(
    ['total', 'abroad', 'reception', 'vehicles', 'vehicle_purchase', 'vehicle_running', 'conference', 'training'].map(
      (item) => [`three_public.${item}`, [[at(T, item, 'amount')]]],
    ),
  ),
  operating_expenses: [[at(D, 'operating_expenses', 'statistic')], [at(T, 'operating', 'amount')]],
  ...Object.fromEntries(
    ['total', 'goods', 'works', 'services', 'sme', 'small_micro'].map((part) => [
      `procurement.${part}`,
      [[at(D, `procurement.${part}`, 'statistic')]],
    ]),
  ),
};

const PHASE = /\.(actual|budget|prior_year)$/;

/** Path without phase. */
export function pathOf(subject: string): string {
  return subject.replace(PHASE, '');
}

export function phaseOf(subject: string): Phase {
  return (PHASE.exec(subject)?.[1] ?? 'actual') as Phase;
}

/**
 * Counterparts of a subject among the facts; a string says why there is none.
 * An empty place counts as printed nothing: its fact has value null.
 */
export function counterparts(
  input: CheckInput,
  statement: Pick<Statement, 'subject' | 'names' | 'paragraph'>,
): Counterpart[] | string {
  let cached = found.get(input);
  if (!cached) found.set(input, (cached = new Map()));
  const scope = structureOf(input.prose).scopes[statement.paragraph] === 'general' ? 'general' : '';
  const key = `${scope}|${statement.subject}|${statement.names.length > 0 && /^(?:function|fund|capital)/.test(statement.subject) ? statement.names.slice(0, 3).join('/') : ''}`;
  let result = cached.get(key);
  if (result === undefined) cached.set(key, (result = lookUp(input, statement)));
  return result;
}

const found = new WeakMap<CheckInput, Map<string, Counterpart[] | string>>();

function lookUp(
  input: CheckInput,
  statement: Pick<Statement, 'subject' | 'names' | 'paragraph'>,
): Counterpart[] | string {
  const path = pathOf(statement.subject),
    phase = phaseOf(statement.subject);
  if (path.startsWith('vehicles.') || path.startsWith('equipment.'))
    return placed(input, [[at(D, path, 'statistic')]], phase);
  const economic = /^economic\.(.+)$/.exec(path);
  if (economic) return economicFacts(input, economic[1]!, phase);
  const basicClass = /^expenditure\.basic\.(\d{3})$/.exec(path);
  if (basicClass)
    return basicIsGeneral(input, phase)
      ? economicFacts(input, basicClass[1]!, phase)
      : 'basic expenditure holds more than the general public budget';
  const account = /^(function|fund|capital)\.(.+)$/.exec(path);
  if (account && !PLACES[path])
    return functionFacts(input, account[1] as 'function' | 'fund' | 'capital', account[2]!, statement, phase);
  const places = PLACES[path];
  return places ? placed(input, places, phase) : `no table prints ${path}`;
}

function placed(input: CheckInput, places: Place[][], phase: Phase): Counterpart[] | string {
  const found: Counterpart[] = [];
  for (const sum of places) {
    const facts: Fact[] = [];
    let complete = true;
    for (const [i, { kind, row, column }] of sum.entries()) {
      const fact = factIn(input, kind, row, column, phase);
      if (fact) facts.push(fact);
      // The funds besides the general budget may be absent or empty; the first place must be there.
      else if (i === 0) complete = false;
    }
    if (complete && facts.length > 0) found.push(facts);
  }
  return found.length > 0 ? found : 'the tables have no such place';
}

function factIn(input: CheckInput, kind: TableKind, rowId: string, columnId: string, phase: Phase): Fact | null {
  const table = indexOf(input).one(kind);
  if (typeof table === 'string') return null;
  // Items across, 预算数 and 决算数 down: one item has a row for each.
  const found = table.rowsOf(rowId).flatMap((row) => cellOf(table, row, columnId, phase) ?? []);
  return found.length === 1 ? found[0]! : null;
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

function economicFacts(input: CheckInput, name: string, phase: Phase): Counterpart[] | string {
  const table = indexOf(input).one(B);
  if (typeof table === 'string') return table;
  const rows = economicRows(table, name);
  const found: Counterpart[] = [];
  for (const row of rows) {
    const fact = cellOf(table, row, 'amount', phase) ?? cellOf(table, row, 'total', phase);
    if (fact) found.push([fact]);
  }
  return found.length > 0 ? found : `${table.title} has no item ${name}`;
}

/** Rows of an economic class or item, by code or by name; several where one name stands under two classes. */
export function economicRows(table: IndexedTable, name: string): Row[] {
  if (/^\d+$/.test(name)) return table.rowsOf(name);
  const key = economicName(name);
  const exact = table.rows.filter((row) => nameKey(row.label) === key);
  return exact.length > 0 ? exact : table.rows.filter((row) => looseKey(row.label) === looseKey(key));
}

/** Whether the basic expenditure of the whole is that of the general public budget: then the economic table explains it. */
function basicIsGeneral(input: CheckInput, phase: Phase): boolean {
  const whole = factIn(input, E, 'total', 'basic', phase),
    general = factIn(input, G, 'total', 'basic', phase);
  return whole?.value !== null && whole?.value !== undefined && whole.value === general?.value;
}

function functionFacts(
  input: CheckInput,
  account: 'function' | 'fund' | 'capital',
  name: string,
  statement: Pick<Statement, 'names' | 'paragraph'>,
  phase: Phase,
): Counterpart[] | string {
  const index = indexOf(input);
  const scope = structureOf(input.prose).scopes[statement.paragraph] ?? 'all';
  const kinds: TableKind[] =
    account === 'fund'
      ? ['government_fund']
      : account === 'capital'
        ? ['state_capital']
        : scope === 'general'
          ? [G]
          : [G, E];
  const found: Counterpart[] = [];
  let why = 'no table by function';
  for (const kind of kinds) {
    const table = index.one(kind);
    if (typeof table === 'string') {
      why = table;
      continue;
    }
    const rows = functionRows(table, name, statement.names);
    for (const row of rows) {
      const fact = cellOf(table, row, 'total', phase);
      if (fact) found.push([fact]);
    }
    if (rows.length === 0) why = `${table.title} has no row ${name}`;
  }
  if (/^\d{3}$/.test(name) && account === 'function') {
    const summary = index.one(F);
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

/** The row of a class (by code) or of class, group and item (by names); several when the names do not single one out. */
export function functionRows(table: IndexedTable, name: string, names: string[]): Row[] {
  if (/^\d{3,7}$/.test(name)) return table.rowsOf(name);
  const [itemClass, group, item] = names;
  if (item === undefined)
    return table.rows.filter((row) => row.code?.length === 3 && nameKey(row.label) === nameKey(itemClass ?? name));
  const named = table.rows.filter((row) => row.code?.length === 7 && nameKey(row.label) === nameKey(item));
  // A level that the sentence leaves out matches any; then the rest must single out one row.
  const rows = named.filter(
    (row) =>
      (group === '' || labelOf(table, row.code!.slice(0, 5)) === nameKey(group!)) &&
      (itemClass === '' || labelOf(table, row.code!.slice(0, 3)) === nameKey(itemClass!)),
  );
  return itemClass !== '' || rows.length === 1 ? rows : [];
}

function labelOf(table: IndexedTable, code: string): string | null {
  const row = table.rowsOf(code)[0];
  return row ? nameKey(row.label) : null;
}
