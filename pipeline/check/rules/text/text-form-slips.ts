/** @module Slips of the printed form itself: a code without its zero, a row that the form has and the table lacks, a blank page inside. */
import { usualNamesOf } from '../../../domain/names-of-codes.js';
import type { IndexedTable } from '../../fact-index.js';
import type { CheckContext } from '../../context.js';
import { fails, PASS } from '../../narrative/say.js';
import type { Outcome, Rule } from '../../types.js';

export const rule: Rule = {
  id: 'text-form-slips',
  severity: 'warning',
  title: {
    zh: '报表科目编码位数、行次齐全，文中无空白页',
    en: 'Codes have their zero, forms their rows, and no page inside is blank',
  },
  *evaluate(ctx) {
    for (const table of ctx.index.tables) yield* shortCodes(table);
    const economic = ctx.index.one('basic_expenditure_by_economic_class');
    if (typeof economic !== 'string') yield* rowsLeftOut(ctx, economic);
    yield* blankPages(ctx);
  },
};

/** With fewer codes of two digits in a column than this, one digit may be how the column is printed. */
const CODES = 5;

/** 301|2 between 301|01 and 301|08. */
function* shortCodes({ table }: IndexedTable): Iterable<Outcome> {
  const columns = new Map<number, typeof table.cells>();
  for (const cell of table.cells) {
    if (cell.role === 'column_header' || !/^\d{1,2}$/.test(cell.text)) continue;
    const list = columns.get(cell.column) ?? [];
    columns.set(cell.column, list);
    list.push(cell);
  }
  for (const [column, cells] of columns) {
    // 款 and 项 stand right of their class, a name right of them.
    const classes = table.cells.filter((c) => c.column === column - 1 && /^\d{2,5}$/.test(c.text));
    const short = cells.filter(({ text }) => text.length === 1);
    if (
      classes.length < CODES ||
      cells.length - short.length < CODES ||
      cells.length !== inColumn(table, column).length
    )
      continue;
    if (short.length === 0 || short.length > cells.length / 4) continue;
    const printed = short.map((cell) => {
      const left = table.cells.find((c) => c.row === cell.row && c.column === column - 1)?.text ?? '';
      const right = table.cells.find((c) => c.row === cell.row && c.column === column + 1)?.text ?? '';
      return { cell, words: `${left} ${cell.text} ${right}`.trim() };
    });
    yield fails({
      severity: 'warning',
      reported: short.map(({ text }) => text).join('、'),
      computed: short.map(({ text }) => `0${text}`).join('、'),
      zh: `${table.title ?? '表'}“${printed.map(({ words }) => words).join('”“')}”：编码应为两位（${short.map(({ text }) => `0${text}`).join('、')}）。`,
      en: `Codes without their zero: ${printed.map(({ words }) => words).join('; ')}.`,
      evidence: printed.map(({ cell, words }) => ({ quote: words, page: cell.page, boxes: cell.boxes })),
    });
  }
}

function inColumn(table: IndexedTable['table'], column: number) {
  return table.cells.filter((cell) => cell.column === column && cell.role !== 'column_header' && cell.text !== '');
}

/** A form printed whole has its empty rows; one that is not there was left out. */
const EMPTY_ROWS = 3;
const MOST_LEFT_OUT = 2;

function* rowsLeftOut(ctx: CheckContext, { table, facts, title }: IndexedTable): Iterable<Outcome> {
  if (ctx.identity.kind !== 'final_accounts') return;
  const year = ctx.identity.fiscal_year;
  const codes = new Set(
    facts.flatMap(({ row_code: code }) => (code !== null && /^3\d{4}$/.test(code) ? [code] : [])),
  );
  const empty = facts.filter(
    ({ row_code: code, value }) => code !== null && codes.has(code) && !/[1-9]/.test(value ?? ''),
  );
  if (empty.length < EMPTY_ROWS) return;
  const missing: { before: string; code: string; after: string }[] = [];
  for (const code of codes) {
    // Only a gap of one row inside a class, where the classification has that row.
    const between = String(Number(code) + 1),
      after = String(Number(code) + 2);
    if (codes.has(between) || !codes.has(after) || after.slice(0, 3) !== code.slice(0, 3)) continue;
    const ofClass = [...codes].filter((one) => one.startsWith(code.slice(0, 3))).length;
    if (ofClass >= CODES && usualNamesOf('department_economic', between, year))
      missing.push({ before: code, code: between, after });
  }
  if (missing.length > MOST_LEFT_OUT) return;
  if (missing.length === 0) {
    yield PASS;
    return;
  }
  const [first] = missing;
  const fact = facts.find(({ row_code: code }) => code === first!.after)!;
  yield fails({
    severity: 'warning',
    reported: first!.after,
    computed: first!.code,
    zh: `${title}：${missing.map(({ before, code, after }) => `${before}后为${after}，缺${code}“${usualNamesOf('department_economic', code, year)![0]}”一行`).join('；')}。`,
    en: `${table.title ?? 'The table'} has empty rows and lacks ${missing.map(({ code }) => code).join(', ')}.`,
    evidence: [{ fact_id: fact.id, quote: `${fact.row_code} ${fact.row_label}`, page: fact.page, boxes: fact.boxes }],
  });
}

/** A page without a glyph or a line, between pages that have both. */
function* blankPages({ layouts }: CheckContext): Iterable<Outcome> {
  const digital = layouts.filter(({ content }) => content.textSource === 'text_layer').length;
  if (digital < layouts.length - 2) return;
  const blank = layouts
    .slice(1, -1)
    .filter(({ content }) => content.textSource === 'none' && content.glyphs.length === 0);
  if (blank.length === 0) return;
  const pages = blank.map(({ content }) => content.number);
  yield fails({
    severity: 'info',
    reported: pages.join('、'),
    zh: `第${pages.join('、')}页为空白页。`,
    en: `Page ${pages.join(', ')} is blank.`,
    evidence: pages.map((page) => ({ quote: '空白页', page, boxes: [] })),
  });
}
