/** @module Items that the prose lists as what the money was spent on, whose line in the table is 0 or empty. */
import type { Fact } from '../../../../schemas/index.js';
import type { IndexedTable } from '../../fact-index.js';
import { excerpt, fails, PASS, sure, words } from '../../narrative/say.js';
import { plainOf } from '../../../narrative/normal.js';
import type { CheckContext } from '../../context.js';
import type { Outcome, Rule } from '../../types.js';

/** 人员经费 d 万元，主要包括：a、b、c; up to where the list ends. */
const LIST = /(?:人员经费|公用经费)[^。；]{0,40}?(?:主要)?(?:包括|用于|有)：?([^。；]+)/g;
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
  for (const list of text.matchAll(LIST)) {
    let from = list.index + list[0].length - list[1]!.length;
    for (const part of list[1]!.split(SEPARATOR)) {
      const name = part.replace(/(?:等(?:支出|费用|经费)?|其中)$/, '').trim();
      const at = from;
      from += part.length + 1;
      // With an amount of its own the item is compared as an amount.
      if (name.length < 2 || /\d|包括|万元/.test(name)) continue;
      const rows = ctx.lookup.economicRows(table, name);
      if (rows.length === 0) {
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
                facts.some((f) => f.source === 'ocr') || mayBeRounded(table, fact)
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
  }
}

/** Where a table leaves empty what was not spent, a printed 0.00 is an amount too small to show. */
function mayBeRounded(table: IndexedTable, fact: Fact): boolean {
  if (fact.value === null) return false;
  const zeros = table.facts.filter((f) => f.value !== null && !/[1-9]/.test(f.value)).length;
  return zeros < 3 && table.facts.some((f) => f.value === null);
}
