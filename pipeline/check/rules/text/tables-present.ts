/** @module The statutory tables are all there, each once, with numbers that go up. */
import type { TableKind } from '../../../../schemas/index.js';
import type { FactIndex, IndexedTable } from '../../fact-index.js';
import type { CheckContext } from '../../context.js';
import type { Finding, Outcome, Rule } from '../../types.js';

/** Statutory for final accounts and budgets alike; titles of final accounts. */
const STATUTORY: [TableKind, string][] = [
  ['income_expenditure_summary', '收入支出总表'],
  ['income', '收入表'],
  ['expenditure', '支出表'],
  ['fiscal_appropriation_summary', '财政拨款收入支出总表'],
  ['general_public_budget_expenditure', '一般公共预算财政拨款支出表'],
  ['basic_expenditure_by_economic_class', '一般公共预算财政拨款基本支出表'],
  ['three_public_expenses', '“三公”经费支出表'],
  ['government_fund', '政府性基金预算收入支出表'],
  ['state_capital', '国有资本经营预算支出表'],
];
/** With fewer kinds than this the file is an excerpt, an attachment or a report, not a whole publication. */
const WHOLE = 4;

export const rule: Rule = {
  id: 'tables-present',
  severity: 'warning',
  title: { zh: '法定报表齐全、不重复、编号有序', en: 'The statutory tables are all there, once, in order' },
  *evaluate(ctx) {
    const { index } = ctx;
    const kinds = STATUTORY.filter(([kind]) => index.ofKind(kind).length > 0);
    if (!['final_accounts', 'budget'].includes(ctx.identity.kind) || kinds.length < WHOLE) {
      yield { outcome: 'not_applicable', why: 'no whole publication of final accounts or of a budget' };
      return;
    }
    for (const [kind, name] of STATUTORY) yield presence(ctx, index, kind, name);
    yield* numbers(index);
  },
};

function presence(ctx: CheckContext, index: FactIndex, kind: TableKind, name: string): Outcome {
  const tables = index.ofKind(kind);
  if (tables.length === 0) {
    const last = index.tables.at(-1)!.table;
    return fail(
      `未找到${name}；该表应公开，无数据时亦应公开空表。`,
      `No ${kind} table was found; it must be published, empty where there is nothing to report.`,
      { page: last.pages.at(-1) ?? 1, boxes: [], quote: ctx.identity.title ?? last.title ?? name },
    );
  }
  const filled = tables.filter((t) => t.nonZero);
  const [first, second] = filled;
  // Units of one department may each print their own: the same title twice is what needs a reason.
  if (first && second && first.title === second.title) {
    return fail(
      `${first.title}出现 ${filled.length} 次（第 ${pages(filled)} 页）。`,
      `${first.title} stands there ${filled.length} times (pages ${pages(filled)}).`,
      titleOf(second),
      titleOf(first),
    );
  }
  return { outcome: 'pass', facts: [], confirms: false };
}

/** 公开01表, 公开02表, …: a number twice, or going back, is a slip of numbering. */
function* numbers(index: FactIndex): Iterable<Outcome> {
  const numbered = index.tables.flatMap((t) => {
    const number = /\d+/.exec(t.table.printed_number ?? '')?.[0];
    return number === undefined || t.table.kind === null
      ? []
      : [{ table: t, number: Number(number), text: t.table.printed_number! }];
  });
  if (numbered.length < 2) {
    yield { outcome: 'not_applicable', why: 'tables carry no numbers' };
    return;
  }
  for (let i = 1; i < numbered.length; i++) {
    const before = numbered[i - 1]!,
      here = numbered[i]!;
    if (here.number > before.number) {
      yield { outcome: 'pass', facts: [], confirms: false };
      continue;
    }
    yield fail(
      `${here.table.title}编号“${here.text}”排在“${before.text}”（${before.table.title}）之后，编号重复或颠倒。`,
      `${here.table.title} is numbered “${here.text}” after “${before.text}” (${before.table.title}): ` +
        'repeated or out of order.',
      titleOf(here.table, here.text),
      titleOf(before.table, before.text),
    );
  }
}

function fail(message: string, message_en: string, ...evidence: Finding['evidence']): Outcome {
  return {
    outcome: 'fail',
    facts: [],
    finding: {
      severity: 'warning',
      message,
      message_en,
      reported: null,
      computed: null,
      difference: null,
      tolerance: null,
      evidence,
    },
  };
}

function titleOf(t: IndexedTable, text = ''): Finding['evidence'][number] {
  return { quote: `${text} ${t.title}`.trim(), page: t.table.pages[0] ?? 1, boxes: t.table.cells[0]?.boxes ?? [] };
}

function pages(tables: IndexedTable[]): string {
  return tables.map((t) => t.table.pages[0]).join('、');
}
