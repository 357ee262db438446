/**
 * @module General public budget expenditure by code against all expenditure by code: a part cannot exceed the whole;
 * and where both totals are equal nothing else was spent, so every row must be equal.
 */
import type { Fact } from '../../../../schemas/index.js';
import { codeOf } from '../../codes.js';
import type { IndexedTable } from '../../fact-index.js';
import { between, byTable } from '../../place.js';
import { factAt, mainColumn, pair } from '../../statements.js';
import { atMost } from '../../at-most.js';
import { equalIdentity } from '../../sum-identity.js';
import type { CheckContext } from '../../context.js';
import type { Outcome, Rule } from '../../types.js';

export const rule: Rule = {
  id: 'appropriation-within-total',
  severity: 'error',
  title: {
    zh: '一般公共预算支出不大于同科目的全部支出',
    en: 'General public budget expenditure does not exceed all expenditure under the same code',
  },
  *evaluate(ctx) {
    const tables = pair(ctx.index, 'expenditure', 'general_public_budget_expenditure');
    if (!Array.isArray(tables)) {
      yield tables;
      return;
    }
    const [all, general] = tables;
    for (const column of ['total', 'basic', 'project']) {
      const [whole, part] = tables.map((t) => factAt(ctx, t, 'total', column));
      const same = whole?.value !== null && whole?.value !== undefined && whole.value === part?.value;
      const others = codes(ctx, all, column);
      for (const [code, own] of codes(ctx, general, column)) {
        const other = others.get(code);
        if (!other || own.value === null) continue;
        yield same ? equalRows(ctx, all, general, other, own) : withinRow(ctx, all, general, other, own);
      }
    }
  },
};

/** Codes printed once, with their fact. */
function codes(ctx: CheckContext, table: IndexedTable, columnId: string): Map<string, Fact> {
  const column = mainColumn(ctx, table, columnId),
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
  return facts;
}

function equalRows(ctx: CheckContext, all: IndexedTable, general: IndexedTable, whole: Fact, part: Fact): Outcome {
  const { index } = ctx;
  return equalIdentity({
    at: between(general, all),
    place: `${general.id}/${part.row_code}`,
    total: byTable(index, general, part),
    other: byTable(index, all, whole),
    remark: { zh: '两表合计相同，各科目应逐一相同', en: 'both totals are equal, so every row should be' },
  });
}

function withinRow(ctx: CheckContext, all: IndexedTable, general: IndexedTable, whole: Fact, part: Fact): Outcome {
  const { index } = ctx;
  return atMost({
    at: between(general, all),
    place: `${general.id}/${part.row_code}`,
    part: byTable(index, general, part),
    whole: byTable(index, all, whole),
  });
}
