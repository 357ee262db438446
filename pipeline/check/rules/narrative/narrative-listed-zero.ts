/** @module Items that the prose lists as what the money was spent on, whose line in the table is 0 or empty. */
import type { Fact } from '../../../../schemas/index.js';
import type { Paragraph } from '../../../model.js';
import type { IndexedTable, Row } from '../../fact-index.js';
import { excerpt, fails, finding, PASS, sure, words } from '../../narrative/say.js';
import { plainOf } from '../../../narrative/normal.js';
import type { CheckContext } from '../../context.js';
import type { Outcome, Rule } from '../../types.js';
import { append } from '../../../domain/extremes.js';

/** 人员经费 d 万元，主要包括：a、b、c; up to where the list ends. */
const NAMED = /(?:人员经费|公用经费)[^。；]{0,40}?(?:主要)?(?:包括|用于|有)：?([^。；]+)/g;
const SEPARATOR = /[、，]/;

export const rule: Rule = {
  id: 'narrative-listed-zero',
  severity: 'error',
  title: { zh: '列为支出内容的项目在表中有数', en: 'An item listed as spent has an amount in the table' },
  *evaluate(ctx) {
    const { scopes } = ctx.structure;
    const table = ctx.index.one('basic_expenditure_by_economic_class');
    if (typeof table === 'string') {
      yield { outcome: 'not_evaluable', why: table };
      return;
    }
    if (!table.nonZero) {
      yield { outcome: 'not_evaluable', why: `${table.title} is empty` };
      return;
    }
    for (const [index, scope] of scopes.entries()) if (scope === 'basic') yield* lists(ctx, index, table);
  },
};

function* lists(ctx: CheckContext, index: number, table: IndexedTable): Iterable<Outcome> {
  const paragraph = ctx.prose.paragraphs[index]!;
  const text = plainOf(paragraph);
  for (const list of text.matchAll(NAMED)) {
    let from = list.index + list[0].length - list[1]!.length;
    const listed: Row[] = [];
    let unknown = /等|其中|\.{3}|…/.test(list[1]!) ? 1 : 0;
    for (const part of list[1]!.split(SEPARATOR)) {
      const name = part.replace(/(?:等(?:支出|费用|经费)?|其中)$/, '').trim();
      const at = from;
      from += part.length + 1;
      // With an amount of its own the item is compared as an amount.
      if (name.length < 2 || /\d|包括|万元/.test(name)) {
        unknown++;
        continue;
      }
      const rows = ctx.lookup.economicRows(table, name);
      append(listed, rows);
      if (rows.length === 0) {
        unknown++;
        yield { outcome: 'not_evaluable', why: `${table.title} has no item ${name}` };
        continue;
      }
      const facts = rows.flatMap((row) => [...row.cells.values()]);
      if (facts.some((fact) => fact.value !== null && /[1-9]/.test(fact.value))) {
        yield PASS;
        continue;
      }
      const fact = facts[0];
      if (!fact) continue;
      const value = fact.value ?? '空';
      const to = at + name.length;
      yield {
        outcome: 'fail',
        facts: facts.map((f) => f.id),
        finding: {
          ...(
            fails({
              severity:
                facts.some((f) => f.source === 'ocr') || mayBeRounded(table, fact) || /^其他/.test(name)
                  ? 'warning'
                  : sure(paragraph, at, to),
              reported: name,
              computed: fact.value,
              zh:
                `${list[0].slice(0, 4)}说明列有“${name}”（${excerpt(paragraph.text, at, to, 6)}），` +
                `而${table.title}${fact.row_code ?? ''}“${fact.row_label}”为${value}，不涉及的不列。`,
              en:
                `The prose lists ${name} as spent; ${table.title} ${fact.row_code ?? ''} prints ` +
                `${fact.value ?? 'nothing'}.`,
              evidence: [
                words(paragraph, at, to),
                ...facts.slice(0, 1).map((f) => ({
                  fact_id: f.id,
                  quote: `${f.row_code ?? ''} ${f.row_label} ${f.raw_text}`.trim(),
                  page: f.page,
                  boxes: f.boxes,
                })),
              ],
            }) as Extract<Outcome, { outcome: 'fail' }>
          ).finding,
        },
      };
    }
    if (unknown === 0) yield* omitted(table, paragraph, list, listed);
  }
}

/** With fewer names than this a list is not meant to be complete. */
const LEAST_LISTED = 5;
/** A list that leaves out more than this is a choice, not a slip. */
const MOST_OMITTED = 2;

/** The list ends without 等, and every name of it is an item of the table: an item with an amount that it leaves out. */
function* omitted(
  table: IndexedTable,
  paragraph: Paragraph,
  list: RegExpMatchArray,
  listed: readonly Row[],
): Iterable<Outcome> {
  const codes = new Set(listed.map((row) => row.code));
  const part = list[0].startsWith('人员') ? /^30[13]\d\d$/ : /^(?:302|30[7-9]|31\d|399)\d\d$/;
  if (codes.size < LEAST_LISTED || [...codes].some((code) => code !== null && !part.test(code))) return;
  const left = table.rows.filter(
    (row) =>
      row.code !== null &&
      part.test(row.code) &&
      !codes.has(row.code) &&
      [...row.cells.values()].some((fact) => fact.value !== null && /[1-9]/.test(fact.value)),
  );
  if (left.length === 0 || left.length > MOST_OMITTED) {
    if (left.length === 0) yield PASS;
    return;
  }
  for (const row of left) {
    const fact = [...row.cells.values()].find((one) => one.value !== null && /[1-9]/.test(one.value))!;
    const from = list.index! + list[0].length - list[1]!.length,
      to = list.index! + list[0].length;
    yield {
      outcome: 'fail',
      facts: [fact.id],
      finding: finding({
        severity: fact.source === 'ocr' || /^其他/.test(row.label) ? 'warning' : sure(paragraph, from, to),
        reported: row.label,
        computed: fact.value,
        zh: `${list[0].slice(0, 4)}说明未列“${row.label}”，而${table.title}${row.code}“${row.label}”为${fact.value}，应列。`,
        en: `The prose leaves out ${row.label}; ${table.title} ${row.code} prints ${fact.value}.`,
        evidence: [
          words(paragraph, list.index!, Math.min(list.index! + 24, from)),
          {
            fact_id: fact.id,
            quote: `未列“${row.label}” ${row.code} ${fact.raw_text}`,
            page: fact.page,
            boxes: fact.boxes,
          },
        ],
      }),
    };
  }
}

/** Where a table leaves empty what was not spent, a printed 0.00 is an amount too small to show. */
function mayBeRounded(table: IndexedTable, fact: Fact): boolean {
  if (fact.value === null) return false;
  const zeros = table.facts.filter((f) => f.value !== null && !/[1-9]/.test(f.value)).length;
  return zeros < 3 && table.facts.some((f) => f.value === null);
}
