/** @module Along a row: the first value column is the sum of the columns it is split into. */
import type { TableKind } from '../../../schemas/index.js';
import { indexOf } from '../fact-index.js';
import type { Column, IndexedTable, Row } from '../fact-index.js';
import { byColumn, inRow } from '../place.js';
import { sumIdentity } from '../sum-identity.js';
import type { Outcome, Rule } from '../types.js';

interface Split { total: string; parts: string[]; /** Without these columns the table is printed in another shape. */ needed: string[]; }

const BY_TYPE: Split = { total: 'total', parts: ['basic', 'project', 'superior_remittance', 'operating', 'affiliated_subsidy'], needed: ['basic', 'project'] };
const PERSONNEL: Split = { total: 'basic', parts: ['personnel', 'public'], needed: ['personnel', 'public'] };
const SPLITS: Partial<Record<TableKind, Split[]>> = {
  income: [{
    total: 'total', needed: ['fiscal_appropriation'],
    parts: ['fiscal_appropriation', 'superior_subsidy', 'business', 'operating', 'affiliated_remittance', 'other'],
  }],
  expenditure: [BY_TYPE, PERSONNEL],
  general_public_budget_expenditure: [BY_TYPE, PERSONNEL],
  government_fund: [BY_TYPE],
  state_capital: [BY_TYPE],
  basic_expenditure_by_economic_class: [{ total: 'total', parts: ['personnel', 'public'], needed: ['personnel', 'public'] }],
};

export const rule: Rule = {
  id: 'row-sum',
  severity: 'error',
  title: { zh: '行内合计等于各列之和', en: 'The total column of a row is the sum of the columns it is split into' },
  *evaluate(input) {
    const index = indexOf(input);
    for (const table of index.tables) {
      for (const split of (table.table.kind && SPLITS[table.table.kind]) || []) {
        for (const total of table.columnsOf(split.total)) yield* alongRows(input, table, split, total);
      }
    }
  },
};

function* alongRows(input: Parameters<Rule['evaluate']>[0], table: IndexedTable, split: Split, total: Column): Iterable<Outcome> {
  const index = indexOf(input);
  const parts = table.columns.filter((c) => c.id !== null && split.parts.includes(c.id) && sameSet(c, total));
  const missing = split.needed.filter((id) => !parts.some((c) => c.id === id));
  if (missing.length === split.needed.length) return;
  if (missing.length > 0) {
    yield { outcome: 'not_evaluable', why: `${table.title}: no column ${missing.join(', ')} beside ${total.label}` };
    return;
  }
  // Columns that this version does not know may be parts of the total, or 其中 columns inside a part.
  const unknown = table.columns.filter((c) => c.id === null && c.phase === total.phase && !/其中/.test(c.label));
  for (const row of table.rows) yield sumOfRow(row, parts, unknown);

  function sumOfRow(row: Row, known: Column[], strange: Column[]): Outcome {
    const whole = row.cells.get(total.key);
    if (!whole) return { outcome: 'not_applicable', why: 'no total in this row' };
    const sum = (columns: Column[]): Outcome => sumIdentity({
      ...inRow(table, row), place: `${table.id}/${row.id ?? row.label}`, total: byColumn(index, whole),
      parts: columns.flatMap((c) => row.cells.get(c.key) ?? []).map((fact) => ({ operand: byColumn(index, fact) })),
    });
    const outcome = sum(known);
    if (outcome.outcome !== 'fail' || !strange.some((c) => /[1-9]/.test(row.cells.get(c.key)?.value ?? ''))) return outcome;
    const wider = sum([...known, ...strange]);
    return wider.outcome === 'pass' ? wider : { outcome: 'not_evaluable', why: `${table.title}: column ${strange.map((c) => c.label).join(', ')} is not known` };
  }
}

/** Columns of one set: 年初预算 beside 年初预算, 决算 beside 决算. */
function sameSet(a: Column, b: Column): boolean {
  return a.phase === b.phase && a.key.split('|').length === b.key.split('|').length;
}
