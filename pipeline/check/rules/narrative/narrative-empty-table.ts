/** @module What the prose says about a fund that has no figures, against the fund's table. */
import { excerpt, fails, PASS, sure, words } from '../../narrative/say.js';
import { plainOf } from '../../../narrative/normal.js';
import type { CheckContext } from '../../context.js';
import type { Outcome, Rule } from '../../types.js';

const FUNDS = [
  {
    kind: 'government_fund',
    scope: 'fund',
    says: /(?:无|没有|未(?:安排|发生|使用)|不涉及)[^。；，]{0,12}政府性基金(?:预算)?(?:财政拨款)?(?:预算)?(?:收入|支出|收支|安排)?/,
  },
  {
    kind: 'state_capital',
    scope: 'capital',
    says: /(?:无|没有|未(?:安排|发生|使用)|不涉及)[^。；，]{0,12}国有资本经营(?:预算)?(?:财政拨款)?(?:预算)?(?:收入|支出|收支|安排)?/,
  },
] as const;
/** In the fund's own section: 本年度无此项支出, 本表为空, an amount of 0. */
const DECLARED =
  /无此(?:项|类)|为空|空表|无数据|没有|不涉及|未安排|未发生|无[^。]{0,20}(?:收入|支出|收支)|0(?:\.00)?万元/;

export const rule: Rule = {
  id: 'narrative-empty-table',
  severity: 'error',
  title: {
    zh: '“无此项收支”的说明与表一致',
    en: 'A statement that there is no such income or expenditure agrees with the table',
  },
  *evaluate(ctx) {
    for (const fund of FUNDS) yield* against(ctx, fund);
  },
};

function* against(ctx: CheckContext, { kind, scope, says }: (typeof FUNDS)[number]): Iterable<Outcome> {
  const table = ctx.index.one(kind);
  if (typeof table === 'string') {
    yield { outcome: 'not_evaluable', why: table };
    return;
  }
  const { scopes } = ctx.structure;
  let declared = table.table.notes.some((note) => DECLARED.test(note));
  const notes = table.table.notes.map((note) => note.replace(/\s+/g, ''));
  let section = -1;
  /** What is said twice of one table is one contradiction. */
  let first: Extract<Outcome, { outcome: 'fail' }> | null = null;
  for (const [index, paragraph] of ctx.prose.paragraphs.entries()) {
    if (scopes[index] === 'none') continue;
    const text = plainOf(paragraph);
    const own = scopes[index] === scope;
    if (own && section < 0) section = index;
    const match = says.exec(text) ?? (own ? /无此(?:项|类)(?:收入|支出|收支)?|本表为空/.exec(text) : null);
    if (
      !match ||
      /(?<=如)本表为空|空，则/.test(text.slice(Math.max(0, match.index - 2), match.index + match[0].length + 2))
    ) {
      declared ||= own && DECLARED.test(text);
      continue;
    }
    declared = true;
    // The note below the table itself is rule empty-fund-table's.
    if (notes.some((note) => note.includes(paragraph.text.replace(/\s+/g, '')))) continue;
    // What was carried over is neither income nor expenditure.
    const figure = table.facts.find(
      (fact) => fact.value !== null && /[1-9]/.test(fact.value) && !/carryover/.test(fact.column_id ?? ''),
    );
    if (!figure) {
      yield PASS;
      continue;
    }
    const from = match.index,
      to = from + match[0].length;
    if (first) {
      first.finding.evidence.push(words(paragraph, from, to));
      continue;
    }
    first = {
      outcome: 'fail',
      facts: [figure.id],
      finding: {
        severity: figure.source === 'ocr' ? 'warning' : sure(paragraph, from, to),
        reported: paragraph.text.slice(from, to),
        computed: figure.value,
        difference: null,
        tolerance: null,
        message:
          `“${excerpt(paragraph.text, from, to, 8)}”，而${table.title}“${figure.row_label}”` +
          `${figure.column_label}为${figure.value}。`,
        message_en:
          `The prose says there is none; ${table.title} prints ${figure.row_label} ${figure.column_label} ` +
          `${figure.value}.`,
        evidence: [
          words(paragraph, from, to),
          {
            fact_id: figure.id,
            quote: `${figure.row_label} ${figure.raw_text}`,
            page: figure.page,
            boxes: figure.boxes,
          },
        ],
      },
    };
  }
  if (first) yield first;
  if (table.nonZero || declared || table.facts.some((fact) => fact.value !== null)) return;
  const paragraph = section >= 0 ? ctx.prose.paragraphs[section] : undefined;
  yield fails({
    severity: 'warning',
    reported: table.title,
    zh: `${table.title}为空表，文中没有相应的说明（如“本年度无此项收支”）。`,
    en: `${table.title} is empty and no sentence says that there is none.`,
    evidence: [
      paragraph
        ? words(paragraph, 0, Math.min(30, paragraph.text.length))
        : {
            quote: table.title,
            page: table.table.pages[0] ?? 1,
            boxes: table.table.cells[0]?.boxes.slice(0, 1) ?? [],
          },
    ],
  });
}
