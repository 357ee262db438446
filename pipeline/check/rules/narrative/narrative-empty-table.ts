/** @module What the prose says about a fund that has no figures, against the fund's table. */
import { excerpt, fails, finding, PASS, sure, words } from '../../narrative/say.js';
import { plainOf } from '../../../narrative/normal.js';
import type { CheckContext } from '../../context.js';
import type { Evidence } from '../../../../schemas/index.js';
import type { Outcome, Rule } from '../../types.js';

const FUNDS = [
  {
    kind: 'government_fund',
    scope: 'fund',
    says: /(?:无(?![\u4e00-\u9fff]{1,2}[省市区县州])|没有|未(?:安排|发生|使用)|不涉及)[^。；，]{0,12}政府性基金(?:预算)?(?:财政拨款)?(?:预算)?(?:收入|支出|收支|安排)?/,
  },
  {
    kind: 'state_capital',
    scope: 'capital',
    says: /(?:无(?![\u4e00-\u9fff]{1,2}[省市区县州])|没有|未(?:安排|发生|使用)|不涉及)[^。；，]{0,12}国有资本经营(?:预算)?(?:财政拨款)?(?:预算)?(?:收入|支出|收支|安排)?/,
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
    const unsaid: Evidence[] = [];
    for (const fund of FUNDS) yield* against(ctx, fund, unsaid);
    if (unsaid.length > 0) yield notSaid(unsaid);
    yield* notesBelow(ctx);
    yield* notesOfOthers(ctx);
  },
};

function* against(
  ctx: CheckContext,
  { kind, scope, says }: (typeof FUNDS)[number],
  unsaid: Evidence[],
): Iterable<Outcome> {
  const table = ctx.index.one(kind);
  if (typeof table === 'string') {
    yield { outcome: 'not_evaluable', why: table };
    return;
  }
  const { scopes } = ctx.structure;
  let declared = table.table.notes.some((note) => DECLARED.test(note));
  const notes = table.table.notes.map((note) => note.replace(/\s+/g, ''));
  /** What is said twice of one table is one contradiction. */
  let first: Extract<Outcome, { outcome: 'fail' }> | null = null;
  for (const [index, paragraph] of ctx.prose.paragraphs.entries()) {
    if (scopes[index] === 'none') continue;
    const text = withoutNames(plainOf(paragraph), ctx);
    const own = scopes[index] === scope;
    const match = says.exec(text) ?? (own ? /无此(?:项|类)(?:收入|支出|收支)?|本表为空/.exec(text) : null);
    if (
      !match ||
      /(?<=如)本表为空|空，则/.test(text.slice(Math.max(0, match.index - 2), match.index + match[0].length + 2))
    ) {
      declared ||= own && DECLARED.test(text);
      continue;
    }
    declared = true;
    // 无2021年结转的政府性基金预算拨款支出 says nothing of this year's.
    if (/结转|上年/.test(match[0])) continue;
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
  unsaid.push({
    quote: table.title ?? (kind === 'government_fund' ? '政府性基金预算表' : '国有资本经营预算表'),
    page: table.table.pages[0] ?? 1,
    boxes: table.table.cells[0]?.boxes.slice(0, 1) ?? [],
  });
}

/** 无 in 无锡 is no "none": names of places and of the institution are blanked out, offsets stay. */
function withoutNames(text: string, { identity: { entity } }: CheckContext): string {
  let out = text;
  for (const name of [entity.name, entity.division_name]) {
    if (!name) continue;
    for (const part of [name, name.slice(0, 2)])
      if (part.includes('无')) out = out.replaceAll(part, '某'.repeat(part.length));
  }
  return out;
}

/** One remark for all the empty tables of a document. */
function notSaid(evidence: Evidence[]): Outcome {
  const titles = evidence.map(({ quote }) => quote ?? '');
  return fails({
    severity: 'warning',
    reported: titles.join('、'),
    zh: `${titles.join('、')}为空表，文中没有相应的说明（如“本年度无此项收支”）。`,
    en: `Empty tables (${titles.join(', ')}) without a sentence that says there is none.`,
    evidence,
  });
}

/** 故本表为空表, 本表无数据: a note that declares its table empty. */
const EMPTY_NOTE = /(?<![如若])(?<!如果)本表(?:为空|无数据)(?!的?，则)/;

/** The note below any other table that declares it empty, over figures. */
function* notesBelow(ctx: CheckContext): Iterable<Outcome> {
  for (const table of ctx.index.tables) {
    if (table.table.kind === null || FUNDS.some(({ kind }) => kind === table.table.kind)) continue;
    const note = table.table.notes.map((one) => one.replace(/\s+/g, '')).find((one) => EMPTY_NOTE.test(one));
    if (note === undefined) continue;
    const figure = table.facts.find((fact) => fact.value !== null && /[1-9]/.test(fact.value));
    if (!figure) {
      yield PASS;
      continue;
    }
    yield {
      outcome: 'fail',
      facts: [figure.id],
      finding: finding({
        severity: figure.source === 'ocr' ? 'warning' : 'error',
        reported: note,
        computed: figure.value,
        zh: `${table.title}注明“${note}”，而表内有数：${figure.row_label} ${figure.column_label} ${figure.value}。`,
        en: `${table.title} says “${note}”, yet it prints ${figure.row_label} ${figure.column_label} ${figure.value}.`,
        evidence: [
          { fact_id: figure.id, quote: `${note} ${figure.raw_text}`, page: figure.page, boxes: figure.boxes },
        ],
      }),
    };
  }
}

/** What each fund's note names. */
const NAMES = [
  ['government_fund', /政府性基金/],
  ['state_capital', /国有资本经营/],
] as const;

/** A note below the table of one fund that speaks of the other alone. */
function* notesOfOthers(ctx: CheckContext): Iterable<Outcome> {
  for (const [i, [kind, own]] of NAMES.entries()) {
    const [, other] = NAMES[1 - i]!;
    for (const table of ctx.index.ofKind(kind)) {
      const note = table.table.notes.map((one) => one.replace(/\s+/g, '')).find((one) => other.test(one));
      if (note === undefined || table.table.notes.some((one) => own.test(one))) continue;
      yield fails({
        severity: 'warning',
        reported: note,
        zh: `${table.title}下的说明“${note}”说的是另一张表。`,
        en: `The note below ${table.title} speaks of the other fund: ${note}.`,
        evidence: [{ quote: note, page: table.table.pages.at(-1) ?? 1, boxes: table.table.cells[0]?.boxes ?? [] }],
      });
    }
  }
}
