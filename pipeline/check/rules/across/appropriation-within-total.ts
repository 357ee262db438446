/**
 * @module General public budget expenditure by code against all expenditure by code: a part cannot exceed the whole; and where both
 * totals are equal nothing else was spent, so every row must be equal.
 */
import type { Fact } from '../../../../schemas/index.js';
import { codeOf } from '../../codes.js';
import { indexOf } from '../../fact-index.js';
import type { IndexedTable } from '../../fact-index.js';
import { between, byTable } from '../../place.js';
import { factAt, mainColumn, pair } from '../../statements.js';
import { atMost, equalIdentity } from '../../sum-identity.js';
import type { CheckInput, Outcome, Rule } from '../../types.js';

export const rule: Rule = {
  id: 'appropriation-within-total',
  severity: 'error',
  title: {
    zh: '一般公共预算支出不大于同科目的全部支出',
    en: 'General public budget expenditure does not exceed all expenditure under the same code',
  },
  *evaluate(input) {
    const tables = pair(indexOf(input), 'expenditure', 'general_public_budget_expenditure');
    if (!Array.isArray(tables)) {
      yield tables;
      return;
    }
    const [all, general] = tables;
    for (const column of ['total', 'basic', 'project']) {
      const [whole, part] = tables.map((t) => factAt(input, t, 'total', column));
      const same = whole?.value !== null && whole?.value !== undefined && whole.value === part?.value;
      for (const [code, own] of codes(input, general, column)) {
        const other = codes(input, all, column).get(code);
        if (!other || own.value === null) continue;
        yield same ? equalRows(input, all, general, other, own) : withinRow(input, all, general, other, own);
      }
    }
  },
};

/** Codes printed once, with their fact. */
const memo = new WeakMap<IndexedTable, Map<string, Map<string, Fact>>>();
function codes(input: CheckInput, table: IndexedTable, columnId: string): Map<string, Fact> {
  const known = memo.get(table) ?? new Map<string, Map<string, Fact>>();
  memo.set(table, known);
  const found = known.get(columnId);
  if (found) return found;
  const column = mainColumn(input, table, columnId),
    facts = new Map<string, Fact>(),
    repeated = new Set<string>();
  for (const row of column ? table.rows : []) {
    const code = codeOf(row),
      fact = row.cells.get(column!.key);
    if (code === null || !fact) continue;
    if (facts.has(code)) repeated.add(code);
    facts.set(code, fact);
  }
  for (const code of repeated) facts.delete(code);
  known.set(columnId, facts);
  return facts;
}

function equalRows(input: CheckInput, all: IndexedTable, general: IndexedTable, whole: Fact, part: Fact): Outcome {
  const index = indexOf(input);
  return equalIdentity({
    at: between(general, all),
    place: `${general.id}/${part.row_code}`,
    total: byTable(index, general, part),
    other: byTable(index, all, whole),
    remark: { zh: '两表合计相同，各科目应逐一相同', en: 'both totals are equal, so every row should be' },
  });
}

function withinRow(input: CheckInput, all: IndexedTable, general: IndexedTable, whole: Fact, part: Fact): Outcome {
  const index = indexOf(input);
  return atMost({
    at: between(general, all),
    place: `${general.id}/${part.row_code}`,
    part: byTable(index, general, part),
    whole: byTable(index, all, whole),
  });
}
