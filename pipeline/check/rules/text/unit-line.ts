/**
 * @module A statutory table with amounts prints its unit, and one that the other tables bear out (元 read as 万元 is a
 * factor of 10,000).
 */
import type { Fact } from '../../../../schemas/index.js';
import { Decimal } from '../../../domain/decimal.js';
import type { FactIndex, IndexedTable } from '../../fact-index.js';
import { yuanPer } from '../../quantity.js';
import type { CheckContext } from '../../context.js';
import type { Outcome, Rule } from '../../types.js';

/** Their amounts are those of other tables, so that a factor shows. */
const MONEY = new Set([
  'income_expenditure_summary',
  'income',
  'expenditure',
  'fiscal_appropriation_summary',
  'general_public_budget_expenditure',
  'basic_expenditure_by_economic_class',
  'three_public_expenses',
  'government_fund',
  'state_capital',
]);
/** Figures below this many digits agree by chance. */
const TELLING_DIGITS = 4;

export const rule: Rule = {
  id: 'unit-line',
  severity: 'error',
  title: {
    zh: '报表应标明金额单位，且与其他表一致',
    en: 'A table prints its unit, and the other tables bear it out',
  },
  *evaluate(ctx) {
    const { index } = ctx;
    const tables = index.tables.filter((t) => t.table.kind !== null && MONEY.has(t.table.kind) && t.nonZero);
    if (tables.length === 0) yield { outcome: 'not_applicable', why: 'no table with amounts' };
    for (const table of tables) yield printedUnit(table);
    yield* sameFigureOtherUnit(ctx, index, tables);
  },
};

function printedUnit(table: IndexedTable): Outcome {
  const money = table.facts.filter((f) => f.value !== null && f.column_id !== 'change_rate');
  if (money.some((f) => yuanPer(f.unit) !== null) || yuanPer(table.table.unit) !== null)
    return { outcome: 'pass', facts: [], confirms: false };
  const first = money[0]!;
  return {
    outcome: 'fail',
    facts: [],
    finding: {
      severity: 'warning',
      reported: null,
      computed: null,
      difference: null,
      tolerance: null,
      message: `${table.title}未标明金额单位。`,
      message_en: `${table.title} prints no unit of money.`,
      evidence: [{ quote: table.title, page: first.page, boxes: table.table.cells[0]?.boxes ?? [] }],
    },
  };
}

/** The total of one table printed digit for digit in another under another unit: one of the two unit lines is wrong. */
function* sameFigureOtherUnit(ctx: CheckContext, index: FactIndex, tables: IndexedTable[]): Iterable<Outcome> {
  const leading = tables.flatMap((table) => {
    const largest = largestFact(table);
    return largest && yuanPer(largest.unit) !== null ? [{ table, fact: largest }] : [];
  });
  const usual = commonest(leading.map(({ fact }) => yuanPer(fact.unit)!.toFixed()));
  for (const { table, fact } of leading) {
    const here = yuanPer(fact.unit)!;
    if (here.toFixed() === usual) {
      yield { outcome: 'pass', facts: [], confirms: false };
      continue;
    }
    const twin = ctx.facts.find(
      (f) =>
        f.table_id !== table.id &&
        f.value !== null &&
        isSameNumber(f.value, fact.value!) &&
        yuanPer(f.unit)?.toFixed() === usual,
    );
    if (!twin || fact.value!.replace(/\D/g, '').replace(/^0+|0+$/g, '').length < TELLING_DIGITS) {
      yield { outcome: 'not_applicable', why: `${table.title} has a unit of its own` };
      continue;
    }
    const other = index.table(twin.table_id);
    yield {
      outcome: 'fail',
      facts: table.facts.filter((f) => f.value !== null).map((f) => f.id),
      finding: {
        severity: fact.source === 'text_layer' && twin.source === 'text_layer' ? 'error' : 'warning',
        message:
          `${table.title}单位为“${fact.unit}”，而“${fact.row_label}”${fact.value} ` +
          `在${other?.title ?? ''}中单位为“${twin.unit}”，相差 ${ratio(here, yuanPer(twin.unit)!)} 倍，单位行有误。`,
        message_en:
          `${table.title} is in “${fact.unit}”, yet ${fact.row_label} ${fact.value} stands in ` +
          `${other?.title ?? ''} in “${twin.unit}”: a factor of ${ratio(here, yuanPer(twin.unit)!)}, so ` +
          'one unit line is wrong.',
        reported: fact.unit,
        computed: twin.unit,
        difference: null,
        tolerance: null,
        evidence: [
          {
            fact_id: fact.id,
            quote: table.table.unit_evidence?.quote ?? `${fact.row_label} ${fact.value}`,
            page: table.table.unit_evidence?.page ?? fact.page,
            boxes: table.table.unit_evidence?.boxes ?? fact.boxes,
          },
          {
            fact_id: twin.id,
            quote: `${twin.row_label} ${twin.value} ${twin.unit ?? ''}`,
            page: twin.page,
            boxes: twin.boxes,
          },
        ],
      },
    };
  }
}

/** By its digits before the point: enough to find the figure that other tables repeat. */
function largestFact(table: IndexedTable): Fact | null {
  let best: Fact | null = null,
    most = 0;
  for (const f of table.facts) {
    if (f.value === null || f.column_id === 'change_rate') continue;
    const point = f.value.indexOf('.'),
      digits = point < 0 ? f.value.length : point;
    if (best === null || digits > most || (digits === most && f.value > best.value!)) {
      best = f;
      most = digits;
    }
  }
  return best;
}

function commonest(values: string[]): string | null {
  const counts = new Map<string, number>();
  for (const v of values) counts.set(v, (counts.get(v) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function isSameNumber(a: string, b: string): boolean {
  return a === b || Decimal.of(a).eq(b);
}

function ratio(a: Decimal, b: Decimal): string {
  return (a.gt(b) ? a.div(b) : b.div(a)).toFixed();
}
