/** @module The statutory tables are all there, each once, with numbers that go up. */
import type { TableKind } from '../../../../schemas/index.js';
import { plain } from '../../../narrative/normal.js';
import { words } from '../../narrative/say.js';
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
    const absent = announced(ctx) ?? (ctx.identity.kind === 'final_accounts' ? unannounced(index) : null);
    if (absent === null) yield { outcome: 'not_evaluable', why: 'no table of contents says which tables there are' };
    else if (absent.length > 0) yield missing(ctx, absent);
    else yield { outcome: 'pass', facts: [], confirms: false };
    for (const [kind] of STATUTORY) yield* twice(index, kind);
    yield* numbers(index);
  },
};

interface Absent {
  name: string;
  evidence: Finding['evidence'][number] | null;
}

/** Of the entries that name tables this share must be found before one that is not found is missing. */
const UNDERSTOOD = 0.6;
/** A list that misses more than this names its tables in other words than they carry. */
const MOST_MISSING = 3;

/** Tables that the contents announce and the body does not print under that name; null where the contents announce none. */
function announced(ctx: CheckContext): Absent[] | null {
  const { contents, contentsRange } = ctx.structure.outline;
  const entries = contents.filter(
    // 五、单位预算表 over its own list is a heading.
    ({ level, title }, i) =>
      level > 0 &&
      /表$/.test(bare(title)) &&
      bare(title).length >= SHORTEST &&
      !((contents[i + 1]?.level ?? 0) > level),
  );
  if (contentsRange === null || entries.length < WHOLE) return null;
  const name = ctx.identity.entity.name ? bare(ctx.identity.entity.name) : '';
  const nameless = (title: string): string => bare(name ? bare(title).replace(name, '') : title);
  const printed = new Set<string>();
  for (const { title, pages, cells } of ctx.tables) {
    if (title !== null && (pages[0] ?? 0) > 0) printed.add(nameless(title));
    // A title may stand inside the grid.
    for (const cell of cells) if (cell.row <= 1 && cell.text.length < 60) printed.add(nameless(cell.text));
  }
  for (const { content, lines } of ctx.layouts)
    if (content.number > (ctx.prose.paragraphs[contentsRange[1] - 1]?.pages.at(-1) ?? 0))
      for (const { text } of lines) if (text.length < 60) printed.add(nameless(text));
  for (const paragraph of ctx.prose.paragraphs.slice(contentsRange[1]))
    printed.add(nameless(paragraph.text.slice(0, 80)));
  const titles = ctx.tables.flatMap(({ title }) => (title === null ? [] : [nameless(title)]));
  const taken = new Set(entries.map(({ title }) => nameless(title)));
  // A table that no entry names in its own words may be what an entry names in others.
  const others = titles.filter((title) => !taken.has(title));
  const absent = entries.filter(({ title }) => {
    const own = nameless(title);
    return (
      !printed.has(own) &&
      !others.some((other) => (own.length >= WHOLE_NAME && other.includes(own)) || likeness(other, own) >= ALIKE)
    );
  });
  if (entries.length - absent.length < UNDERSTOOD * entries.length || absent.length > MOST_MISSING) return null;
  return absent.map(({ label, title, paragraph }) => {
    const entry = ctx.prose.paragraphs[paragraph]!;
    return { name: `${label}${title}`, evidence: words(entry, 0, Math.min(40, entry.text.length)) };
  });
}

/** A shorter name (支出决算表) is part of too many others. */
const WHOLE_NAME = 8;
/** Entries that a line break cut to less than this name nothing. */
const SHORTEST = 5;

/** Share of two-character runs in common from which two titles may name one table. */
const ALIKE = 0.6;

function likeness(a: string, b: string): number {
  const runs = (text: string): string[] =>
    Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2));
  const left = runs(a),
    right = new Set(runs(b));
  return left.length + right.size === 0
    ? 0
    : (2 * left.filter((run) => right.has(run)).length) / (left.length + right.size);
}

/** The nine tables of final accounts are the same everywhere. */
function unannounced(index: FactIndex): Absent[] | null {
  const absent = STATUTORY.filter(([kind]) => index.ofKind(kind).length === 0);
  return absent.length > MOST_MISSING ? null : absent.map(([, name]) => ({ name, evidence: null }));
}

/** Without number, year, quotes and the words for who publishes. */
function bare(title: string): string {
  return plain(title)
    .replace(/\s/g, '')
    .replace(/^(?:表|附表?|公开)?[\d一二三四五六七八九十]{1,3}(?:表)?[、.：]?/, '')
    .replace(/20\d\d年度?|["“”（）()《》]|(?:部门|单位)(?!整体)|\d+$/g, '')
    .replace(/[.…·]+\d*$/, '');
}

function missing(ctx: CheckContext, absent: Absent[]): Outcome {
  const names = absent.map(({ name }) => `“${name}”`).join('、');
  const listed = absent.some(({ evidence }) => evidence !== null);
  const last = ctx.index.tables.at(-1)!.table;
  const evidence = absent.flatMap((one) => (one.evidence ? [one.evidence] : []));
  return fail(
    listed ? `目录有${names}，正文无此表。` : `未找到${names}；该表应公开，无数据时亦应公开空表。`,
    listed
      ? `The contents announce ${names}; the body has no such table.`
      : `No table ${names} was found; it must be published, empty where there is nothing to report.`,
    ...(evidence.length > 0
      ? evidence
      : [{ page: last.pages.at(-1) ?? 1, boxes: [], quote: ctx.identity.title ?? last.title ?? names }]),
  );
}

/** The same figures: two pages of one table, or two units under one title, have their own. */
function isSamePrint(a: IndexedTable, b: IndexedTable): boolean {
  const printed = (table: IndexedTable): string => table.facts.map(({ raw_text: text }) => text).join('|');
  return printed(a) === printed(b);
}

function* twice(index: FactIndex, kind: TableKind): Iterable<Outcome> {
  const filled = index.ofKind(kind).filter((t) => t.nonZero);
  const [first, second] = filled;
  // Units of one department may each print their own: the same title twice is what needs a reason.
  if (first && second && first.title === second.title && isSamePrint(first, second))
    yield fail(
      `${first.title}出现 ${filled.length} 次（第 ${pages(filled)} 页）。`,
      `${first.title} stands there ${filled.length} times (pages ${pages(filled)}).`,
      titleOf(second),
      titleOf(first),
    );
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
