/** @module Along a row: the first value column is the sum of the columns it is split into. */
import type { TableKind } from '../../../../schemas/index.js';
import type { Column, IndexedTable, Row } from '../../fact-index.js';
import { byColumn, inRow } from '../../place.js';
import { sumIdentity } from '../../sum-identity.js';
import type { CheckContext } from '../../context.js';
import type { Outcome, Rule } from '../../types.js';

interface Split {
  total: string;
  parts: string[];
  /** Without these columns the table is printed in another shape. */
  needed: string[];
  /** Columns that some forms count in and others print beside or inside another part; only the sum can tell. */
  perhaps?: string[];
}

const FUNDS = ['general_public_budget', 'government_fund', 'state_capital'];
const BY_TYPE: Split = {
  total: 'total',
  parts: ['basic', 'project', 'superior_remittance', 'operating', 'affiliated_subsidy'],
  needed: ['basic', 'project'],
  perhaps: ['closing_carryover'],
};
const PERSONNEL: Split = { total: 'basic', parts: ['personnel', 'public'], needed: ['personnel', 'public'] };
const SPLITS: Partial<Record<TableKind, Split[]>> = {
  income: [
    {
      total: 'total',
      needed: [],
      parts: ['fiscal_appropriation', 'superior_subsidy', 'business', 'operating', 'affiliated_remittance', 'other'],
      perhaps: [...FUNDS, 'fiscal_special_account', 'entity_funds', 'opening_carryover', 'surplus_used'],
    },
  ],
  expenditure: [BY_TYPE, PERSONNEL],
  general_public_budget_expenditure: [BY_TYPE, PERSONNEL],
  government_fund: [{ ...BY_TYPE, perhaps: [] }, PERSONNEL],
  state_capital: [{ ...BY_TYPE, perhaps: [] }, PERSONNEL],
  basic_expenditure_by_economic_class: [
    { total: 'total', parts: ['personnel', 'public'], needed: ['personnel', 'public'] },
  ],
};

export const rule: Rule = {
  id: 'row-sum',
  severity: 'error',
  title: { zh: '行内合计等于各列之和', en: 'The total column of a row is the sum of the columns it is split into' },
  *evaluate(ctx) {
    const { index } = ctx;
    for (const table of index.tables) {
      for (const split of (table.table.kind && SPLITS[table.table.kind]) || []) {
        for (const total of table.columnsOf(split.total)) yield* alongRows(ctx, table, split, total);
      }
    }
  },
};

function* alongRows(ctx: CheckContext, table: IndexedTable, split: Split, total: Column): Iterable<Outcome> {
  const { index } = ctx;
  const beside = nested(table, total) ?? table.columns.filter((c) => c !== total && sameSet(c, total));
  const parts = beside.filter((c) => c.id !== null && split.parts.includes(c.id));
  const missing = split.needed.filter((id) => !parts.some((c) => c.id === id));
  if (missing.length > 0) {
    if (missing.length < split.needed.length)
      yield {
        outcome: 'not_evaluable',
        why: `${table.title}: no column ${missing.join(', ')} beside ${total.label}`,
      };
    return;
  }
  const open = beside.filter((c) =>
    c.id === split.total ? true : c.id === null ? !/其中/.test(c.label) : (split.perhaps ?? []).includes(c.id),
  );
  if (parts.length + open.length === 0) return;
  for (const row of table.rows) {
    const whole = row.cells.get(total.key);
    if (!whole) {
      yield { outcome: 'not_applicable', why: 'no total in this row' };
      continue;
    }
    const sum = (columns: Column[]): Outcome =>
      sumIdentity({
        at: inRow(table, row),
        place: `${table.id}/${row.id ?? row.label}`,
        total: byColumn(index, whole),
        parts: columns.flatMap((c) => row.cells.get(c.key) ?? []).map((fact) => ({ operand: byColumn(index, fact) })),
      });
    yield firstThatCloses(table, row, parts, open, sum);
  }
}

/**
 * The plain parts; where that fails, the parts with the columns that may belong to them. What no reading closes is
 * not judged.
 */
function firstThatCloses(
  table: IndexedTable,
  row: Row,
  parts: Column[],
  open: Column[],
  sum: (columns: Column[]) => Outcome,
): Outcome {
  const filled = open.filter((c) => /[1-9]/.test(row.cells.get(c.key)?.value ?? ''));
  const plain = parts.length > 0 ? sum(parts) : null;
  if (plain && (plain.outcome !== 'fail' || filled.length === 0)) return plain;
  const funds = open.filter((c) => FUNDS.includes(c.id ?? ''));
  const readings = [
    [...parts, ...open],
    // 财政拨款收入 split by fund: the funds are inside it.
    [...parts, ...open.filter((c) => !funds.includes(c))],
    // 单位资金 as the head of 事业收入 and the others.
    open.some((c) => c.id === 'entity_funds')
      ? [...open, ...parts.filter((c) => c.id === 'fiscal_appropriation')]
      : [],
  ];
  for (const columns of readings) {
    const outcome = columns.length > 0 ? sum(columns) : null;
    if (outcome && outcome.outcome !== 'fail') return outcome;
  }
  return {
    outcome: 'not_evaluable',
    why:
      `${table.title}: ${row.label}: which of ${open.map((c) => c.label).join(', ')} belong to the ` +
      'total is not known',
  };
}

/**
 * Two totals of one phase: 合计 over 上年结转 and 本年收入, and 本年收入/小计 over the sources. Each is the sum of the columns beside
 * it in the header, another group counting by its own 小计. Null where the table has one total.
 */
function nested(table: IndexedTable, total: Column): Column[] | null {
  const totals = table.columns.filter((c) => c.id === total.id && sameSet(c, total));
  if (totals.length < 2) return null;
  const group = (c: Column): string => c.label.split('/').slice(0, -1).join('/');
  const own = group(total),
    others = totals.filter((t) => t !== total && group(t) !== own && group(t).startsWith(own));
  return table.columns.filter((c) => {
    if (c === total || !sameSet(c, total)) return false;
    if (group(c) === own) return c.id !== total.id;
    return group(c).startsWith(own) && (others.includes(c) || !others.some((t) => group(c).startsWith(group(t))));
  });
}

/** Columns of one set: 年初预算 beside 年初预算, 决算 beside 决算; growth rates are no parts. */
function sameSet(a: Column, b: Column): boolean {
  return a.phase === b.phase && a.key.split('|').length === b.key.split('|').length && !a.rate && a.id !== 'change';
}
