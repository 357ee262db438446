/** @module Published facts -> income and expenditure of the year, an entity and a document, for the charts. */
import { toYuan } from '../../pipeline/domain/units.js';
import type { FactRecord } from '../../schemas/index.js';
import { factsKey } from '../../stores/layout.js';
import type { ObjectStore } from '../../stores/object-store.js';
import type { DocumentHead, Total, Totals } from '../answers.js';
import { readReviews } from '../reviews/index.js';

/** A budget may print 收入总计 alone. */
const ROWS = {
  income: ['income.total', 'income.grand_total'],
  expenditure: ['expenditure.total', 'expenditure.grand_total'],
} as const;

/** Null for documents that have no summary table, no year or no entity. */
export async function readTotals(store: ObjectStore, head: DocumentHead): Promise<Totals | null> {
  const { id, entity, division, kind, fiscal_year } = head;
  if ((kind !== 'final_accounts' && kind !== 'budget') || fiscal_year === null || entity === null) return null;
  const body = await store.get(factsKey({ id, kind, fiscal_year }));
  if (body === null) return null;
  const summary: FactRecord[] = [];
  for (const line of Buffer.from(body).toString('utf8').split('\n')) {
    // Most lines are of other tables: parsed is only what can be wanted.
    if (
      !line.includes('"table_kind":"income_expenditure_summary"') ||
      !/"row_id":"(income|expenditure)\.(grand_)?total"/.test(line)
    )
      continue;
    summary.push(JSON.parse(line) as FactRecord);
  }
  const reviews = summary.length > 0 ? await readReviews(store, id) : new Map();
  const phase = kind === 'budget' ? 'budget' : 'actual';
  const total = (rows: readonly string[]): Total | null => {
    for (const row of rows) {
      const fact = summary.find(
        (candidate) =>
          candidate.row_id === row &&
          candidate.phase === phase &&
          candidate.column_id === 'amount' &&
          candidate.amount_yuan !== null,
      );
      if (!fact?.amount_yuan || fact.value === null) continue;
      const review = reviews.get(fact.id);
      const corrected = review?.decision === 'corrected';
      if (corrected && review.new.value === null) continue;
      const amount = corrected ? toYuan(review.new.value, fact.unit) : fact.amount_yuan;
      if (amount !== null)
        return { amount_yuan: amount, grade: fact.grade, fact_id: fact.id, page: fact.page, corrected };
    }
    return null;
  };
  const [income, expenditure] = [total(ROWS.income), total(ROWS.expenditure)];
  return income || expenditure ? { id, entity, division, kind, fiscal_year, income, expenditure } : null;
}
