/**
 * @module Functional names of the prose (类/款/项) that no table of the document has: old names, wrong parents, other
 * items.
 */
import type { Statement } from '../../../narrative/types.js';
import type { IndexedTable, Row } from '../../fact-index.js';
import { close } from '../../quantity.js';
import { isDoubtful } from '../../narrative/groups.js';
import type { Names } from '../../narrative/names.js';
import { fails, PASS, words } from '../../narrative/say.js';
import { unknownCodes } from '../../narrative/unknown-codes.js';
import { plainOf } from '../../../narrative/normal.js';
import { merged } from '../../narrative/text-rule.js';
import type { CheckContext } from '../../context.js';
import type { Outcome, Rule } from '../../types.js';
import type { TableKind } from '../../../../schemas/index.js';

const TABLES: TableKind[] = [
  'general_public_budget_expenditure',
  'expenditure',
  'income',
  'government_fund',
  'state_capital',
];

export const rule: Rule = {
  id: 'narrative-unknown-subject',
  severity: 'error',
  title: { zh: '说明文字中的功能分类科目在表中存在', en: 'A functional subject of the prose is in the tables' },
  evaluate: (ctx) => merged(subjects(ctx)),
};

/** A row of an item, with the labels of its class and group. */
export interface Item {
  table: IndexedTable;
  row: Row;
  path: ReturnType<typeof pathOf>;
}

function* subjects(ctx: CheckContext): Iterable<Outcome> {
  const tables = TABLES.flatMap((kind) => ctx.index.ofKind(kind)).filter((table) =>
    table.rows.some((row) => row.code?.length === 7),
  );
  if (tables.length === 0) {
    yield { outcome: 'not_evaluable', why: 'no table goes down to items' };
    return;
  }
  const rows = tables.flatMap((table) =>
    table.rows.filter((row) => row.code?.length === 7).map((row): Item => ({ table, row, path: pathOf(table, row) })),
  );
  const done = new Set<string>();
  for (const statement of ctx.prose.statements) {
    const { names } = statement;
    // The first figure of an item stands for the item.
    if (
      names.length !== 3 ||
      statement.kind !== 'amount' ||
      done.has(statement.group) ||
      ctx.structure.scopes[statement.paragraph] === 'none'
    )
      continue;
    const item = ctx.groups.of(statement).filter((s) => s.kind === 'amount');
    done.add(statement.group);
    yield look(ctx, statement, item, tables, rows);
  }
  yield* unknownCodes(ctx, rows);
}

function look(
  ctx: CheckContext,
  statement: Statement,
  item: Statement[],
  tables: IndexedTable[],
  rows: Item[],
): Outcome {
  const { index, names } = ctx;
  const [itemClass, group, name] = statement.names as [string, string, string];
  const account = /^(fund|capital)\./.exec(statement.subject)?.[1];
  if (account && !tables.some((t) => t.table.kind === (account === 'fund' ? 'government_fund' : 'state_capital')))
    return { outcome: 'not_evaluable', why: `no table of the ${account} goes down to items` };
  if (
    rows.some(
      ({ row, path }) =>
        same(names, row.label, name) && same(names, path[1], group) && same(names, path[0], itemClass),
    )
  )
    return PASS;
  // 人大事务行政运行（项）: the group's name runs into the item's.
  if (group === '' && rows.some(({ row, path }) => names.key(`${path[1] ?? ''}${row.label}`) === names.key(name)))
    return PASS;
  // An item on which nothing was spent has no line.
  const spent = item.filter((s) => s.subject.endsWith('.actual') || ctx.identity.kind === 'budget');
  if (spent.length === 0 || spent.every((s) => Number(s.value) === 0))
    return { outcome: 'not_applicable', why: `${name}: nothing was spent, so there is no line` };
  const byName = rows.filter(({ row, path }) => same(names, row.label, name) && same(names, path[0], itemClass));
  const near = rows.some(
    ({ row, path }) =>
      alike(names, row.label, name) && alike(names, path[1], group) && alike(names, path[0], itemClass),
  );
  const byAmount = rows.filter(
    ({ row, path }) =>
      same(names, path[0], itemClass) &&
      [...row.cells.values()].some(
        (fact) =>
          fact.value !== null &&
          /[1-9]/.test(fact.value) &&
          spent.some(
            (s) => close(ctx.stated.quantity(s)!, [{ q: index.quantity(fact)!, sign: 1 }]).verdict !== 'beyond',
          ),
      ),
  );
  // Old names of classes: group and item are those of a row.
  const byGroup = rows.filter(
    ({ row, path }) => same(names, row.label, name) && group !== '' && same(names, path[1], group),
  );
  const meant = byName[0] ?? byGroup[0] ?? byAmount[0];
  const paragraph = ctx.prose.paragraphs[statement.paragraph]!;
  const printed = [
    [itemClass, '类'],
    [group, '款'],
    [name, '项'],
  ]
    .filter(([label]) => label !== '')
    .map(([label, level]) => `${label}（${level}）`)
    .join('');
  // In print the levels may hold digits: （210类）.
  const from = Math.max(0, plainOf(paragraph).indexOf(itemClass || group || name));
  const wrong = byName.length > 0 ? `款名“${group}”` : byGroup.length > 0 ? `类名“${itemClass}”` : `项名“${name}”`;
  const should = meant ? `${meant.path[0]}（类）${meant.path[1]}（款）${meant.row.label}（项）` : null;
  return fails({
    severity:
      near || isDoubtful(ctx, statement) || tables.some((t) => t.facts[0]?.source === 'ocr') ? 'warning' : 'error',
    reported: byName.length > 0 && itemClass !== '' ? `${itemClass}（类）${group}（款）` : printed,
    computed: byName.length > 0 && itemClass !== '' ? `${meant!.path[0]}（类）${meant!.path[1]}（款）` : should,
    zh: `“${printed}”：表中没有此科目，${wrong}有误${should && meant ? `，应为“${should}”（${meant.row.code}）` : ''}。`,
    en: `No table has the subject ${printed}${should ? `; ${should} (${meant!.row.code}) is meant` : ''}.`,
    evidence: [
      words(paragraph, from, Math.min(paragraph.text.length, from + printed.length + 7)),
      ...(meant
        ? [...meant.row.cells.values()].slice(0, 1).map((f) => ({
            fact_id: f.id,
            quote: `${f.row_code ?? ''} ${f.row_label} ${f.raw_text}`.trim(),
            page: f.page,
            boxes: f.boxes,
          }))
        : []),
    ],
  });
}

function same(names: Names, label: string | undefined, name: string): boolean {
  // A level that the sentence leaves out is no contradiction.
  return name === '' || (label !== undefined && names.key(label) === names.key(name));
}

/** The same words but for 支出, 的 and 费 at the end: a looser way of writing, no other subject. */
function alike(names: Names, label: string | undefined, name: string): boolean {
  return name === '' || (label !== undefined && names.loose(label) === names.loose(name));
}

/** Labels of class and group, by code: row_path may be cut where the parents stand on another page. */
function pathOf(table: IndexedTable, row: Row): [string | undefined, string | undefined] {
  const label = (code: string): string | undefined => table.rowsOf(code)[0]?.label;
  return [label(row.code!.slice(0, 3)) ?? row.path[0], label(row.code!.slice(0, 5)) ?? row.path[1]];
}
