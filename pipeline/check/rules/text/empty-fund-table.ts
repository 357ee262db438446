/**
 * @module Fund tables: one that is empty, or says it is, against the column of the appropriation summary and its own
 * figures.
 */
import type { Fact } from '../../../../schemas/index.js';
import { isNonZeroAmount } from '../../../domain/number-shapes.js';
import type { IndexedTable } from '../../fact-index.js';
import { factOperand } from '../../operand.js';
import { factAt } from '../../statements.js';
import { isSure } from '../../operand.js';
import type { CheckContext } from '../../context.js';
import type { Outcome, Rule } from '../../types.js';

const FUNDS = ['government_fund', 'state_capital'] as const;
/** "如本表为空，则…" is a form's own note and declares nothing. */
const DECLARED =
  /(?<!如)(?<!若)本表(为空(?!，则)|无数据|无此类)|已公开空表|无政府性基金(预算)?(财政拨款)?(收入|支出|收支)|无国有资本经营预算(财政拨款)?(收入|支出|收支)/;

export const rule: Rule = {
  id: 'empty-fund-table',
  severity: 'error',
  title: {
    zh: '声明为空或空白的基金表与总表、自身数据相符',
    en: 'A fund table that is empty, or declared so, agrees with the summary and with itself',
  },
  *evaluate(ctx) {
    const { index } = ctx;
    for (const fund of FUNDS) {
      const table = index.one(fund);
      if (typeof table === 'string') {
        yield { outcome: 'not_evaluable', why: table };
        continue;
      }
      yield table.nonZero ? declaredButFilled(ctx, table) : emptyAgainstSummary(ctx, table, fund);
    }
  },
};

/** 本部门无政府性基金预算支出: where the prose says so too, rule narrative-empty-table names the contradiction. */
const SAID = /(?:无|没有|未(?:安排|发生|使用)|不涉及)[^。；，]{0,12}(?:政府性基金|国有资本经营)/;

function declaredButFilled(ctx: CheckContext, table: IndexedTable): Outcome {
  const note = table.table.notes.map((n) => n.replace(/\s+/g, '')).find((n) => DECLARED.test(n));
  if (note === undefined) return { outcome: 'not_applicable', why: `${table.title} is not declared empty` };
  const fund = table.table.kind === 'government_fund' ? '政府性基金' : '国有资本经营',
    notes = table.table.notes.map((n) => n.replace(/\s+/g, ''));
  const said = ctx.prose.paragraphs.some(
    ({ text }) =>
      SAID.exec(text)?.[0].endsWith(fund) === true && !notes.some((n) => n.includes(text.replace(/\s+/g, ''))),
  );
  if (said) return { outcome: 'not_applicable', why: 'the prose says so too: rule narrative-empty-table' };
  const figure = table.facts.find((f) => f.value !== null && /[1-9]/.test(f.value))!;
  return {
    outcome: 'fail',
    facts: [figure.id],
    finding: {
      severity: figure.source === 'text_layer' ? 'error' : 'warning',
      message: `${table.title}注明“${note}”，而表内有数：${figure.row_label} ${figure.column_label} ${figure.value}。`,
      message_en:
        `${table.title} says “${note}”, yet it prints a figure: ${figure.row_label} ` +
        `${figure.column_label} ${figure.value}.`,
      reported: figure.value,
      computed: null,
      difference: null,
      tolerance: null,
      evidence: [{ fact_id: figure.id, quote: note, page: figure.page, boxes: figure.boxes }],
    },
  };
}

function emptyAgainstSummary(ctx: CheckContext, table: IndexedTable, fund: (typeof FUNDS)[number]): Outcome {
  const { index } = ctx;
  const summary = index.one('fiscal_appropriation_summary');
  if (typeof summary === 'string') return { outcome: 'not_evaluable', why: summary };
  const spent = factAt(ctx, summary, 'expenditure.total', fund),
    received = factAt(ctx, summary, `income.${fund}`, 'amount');
  const filled = [spent, received].filter(
    (f): f is Fact => f?.value !== null && f?.value !== undefined && /[1-9]/.test(f.value),
  );
  if (!spent && !received) return { outcome: 'not_evaluable', why: `${summary.title}: no place for ${fund}` };
  if (filled.length === 0) return { outcome: 'pass', facts: [], confirms: false };
  // A figure in a cell that became no fact: the table was not understood, so it cannot be called empty.
  const stray = table.table.cells.find((c) => c.role !== 'column_header' && isNonZeroAmount(c.text));
  if (stray) return { outcome: 'not_evaluable', why: `${table.title} prints ${stray.text}, which is no fact` };
  const operands = filled.map((f) => factOperand(index, f));
  const page = table.table.pages[0] ?? filled[0]!.page;
  return {
    outcome: 'fail',
    facts: filled.map((f) => f.id),
    finding: {
      severity: isSure(operands) && table.table.cells.every((c) => c.source === 'text_layer') ? 'error' : 'warning',
      message:
        `${table.title}为空表，而${summary.title}` +
        `${filled.map((f) => `“${f.row_label}”${f.column_label} ${f.value}${f.unit ?? ''}`).join('、')}。`,
      message_en:
        `${table.title} is empty, while ${summary.title} prints ` +
        `${filled.map((f) => `${f.row_label} ${f.column_label} ${f.value} ${f.unit ?? ''}`.trim()).join(', ')}.`,
      reported: filled[0]!.value,
      computed: null,
      difference: null,
      tolerance: null,
      evidence: [
        ...operands.map((o) => o.evidence),
        { quote: table.title, page, boxes: table.table.cells[0]?.boxes ?? [] },
      ],
    },
  };
}
