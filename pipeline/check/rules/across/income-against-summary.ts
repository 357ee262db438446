/** @module Income table against the summary: 本年收入合计 and every source. */
import type { Fact } from '../../../../schemas/index.js';
import type { IndexedTable } from '../../fact-index.js';
import { between, byTable } from '../../place.js';
import { columnTotal, factAt, mainColumn, pair, totalIncome } from '../../statements.js';
import { sumIdentity } from '../../sum-identity.js';
import type { CheckContext } from '../../context.js';
import type { Outcome, Rule } from '../../types.js';

/** Lines of the summary that one column of the income table holds together. */
const SOURCES: [column: string, lines: string[]][] = [
  ['general_public_budget', ['income.general_public_budget']],
  ['government_fund', ['income.government_fund']],
  ['state_capital', ['income.state_capital']],
  ['superior_subsidy', ['income.superior_subsidy']],
  ['business', ['income.business']],
  ['operating', ['income.operating']],
  ['affiliated_remittance', ['income.affiliated_remittance']],
  ['other', ['income.other']],
];
const FUNDS = ['income.general_public_budget', 'income.government_fund', 'income.state_capital'];

export const rule: Rule = {
  id: 'income-against-summary',
  severity: 'error',
  title: {
    zh: '收入表合计及各来源与总表一致',
    en: 'The income table agrees with the summary in total and by source',
  },
  *evaluate(ctx) {
    const tables = pair(ctx.index, 'income_expenditure_summary', 'income');
    if (!Array.isArray(tables)) {
      yield tables;
      return;
    }
    const [summary, income] = tables;
    const total = totalIncome(ctx, summary);
    yield total
      ? against(ctx, summary, income, [total], 'total')
      : { outcome: 'not_evaluable', why: `${summary.title}: no total income` };
    const whole = factAt(ctx, summary, 'income.fiscal_appropriation', 'amount');
    const byFund = income.columnsOf('general_public_budget').length > 0;
    if (!byFund || mainColumn(ctx, income, 'fiscal_appropriation'))
      yield against(ctx, summary, income, whole ? [whole] : facts(ctx, summary, FUNDS), 'fiscal_appropriation');
    for (const [column, lines] of SOURCES) {
      const isFund = FUNDS.includes(lines[0]!);
      if (mainColumn(ctx, income, column) || (!isFund && facts(ctx, summary, lines).some((f) => f.value !== null)))
        yield against(ctx, summary, income, facts(ctx, summary, lines), column);
    }
  },
};

function facts(ctx: CheckContext, summary: IndexedTable, rows: string[]): Fact[] {
  return rows.flatMap((row) => factAt(ctx, summary, row, 'amount') ?? []);
}

function against(
  ctx: CheckContext,
  summary: IndexedTable,
  income: IndexedTable,
  lines: Fact[],
  column: string,
): Outcome {
  const { index } = ctx;
  const total = columnTotal(ctx, index, income, column);
  if (lines.length === 0 || !total)
    return { outcome: 'not_evaluable', why: `${summary.title}, ${income.title}: ${column} is not on both sides` };
  if (lines.length === 1) {
    return sumIdentity({
      at: between(summary, income),
      place: `${summary.id}/${lines[0]!.row_id}`,
      total: byTable(index, summary, lines[0]!),
      parts: total,
      sumName: `${income.title}各类之和`,
    });
  }
  if (total.length > 1) return { outcome: 'not_evaluable', why: `${income.title}: no total row` };
  return sumIdentity({
    at: between(income, summary),
    place: `${income.id}/total`,
    total: total[0]!.operand,
    parts: lines.map((fact) => ({ operand: byTable(index, summary, fact) })),
  });
}
