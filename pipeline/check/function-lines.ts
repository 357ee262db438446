/** @module Function lines of a summary (八、社会保障和就业支出) against the 类 rows (208) of a table by functional code. */
import type { Column, IndexedTable } from './fact-index.js';
import { factOperand } from './operand.js';
import { between, byTable, rowTitle } from './place.js';
import { close } from './quantity.js';
import { classFacts, columnTotal, mainColumn } from './statements.js';
import { equalIdentity, sumIdentity } from './sum-identity.js';
import { isSure } from './operand.js';
import type { CheckContext } from './context.js';
import type { Outcome } from './types.js';
import { lineFact } from './summary.js';

/** Yields the totals first, then every line that either table prints. */
export function* compareFunctionLines(
  ctx: CheckContext,
  summary: IndexedTable,
  column: Column,
  table: IndexedTable,
  columnId: string,
): Iterable<Outcome> {
  const { index } = ctx;
  const other = mainColumn(ctx, table, columnId);
  if (!other) {
    yield { outcome: 'not_evaluable', why: `${table.title}: no single column ${columnId}` };
    return;
  }
  yield totals(ctx, summary, column, table, columnId);
  const lines = new Map(
    summary.rows.flatMap((r) => {
      const code = /^expenditure\.(\d{3})$/.exec(r.id ?? '')?.[1];
      const fact = code === undefined ? null : lineFact(summary, r.id!, column);
      return code !== undefined && fact ? [[code, fact] as const] : [];
    }),
  );
  const classes = classFacts(table, other);
  const complete = closesWithoutGap(ctx, table, columnId);
  for (const [code, line] of lines) {
    const row = classes.get(code);
    if (row) {
      yield equalIdentity({
        at: between(summary, table),
        place: `${summary.id}/${line.row_id}`,
        total: byTable(index, summary, line),
        other: byTable(index, table, row),
      });
    } else if (line.value !== null && /[1-9]/.test(line.value))
      yield missingRow(ctx, summary, line, table, code, complete);
  }
  for (const [code, row] of classes) {
    if (!lines.has(code) && /[1-9]/.test(row.value ?? ''))
      yield { outcome: 'not_evaluable', why: `${summary.title}: no line for ${code} ${row.row_label}` };
  }
}

function totals(
  ctx: CheckContext,
  summary: IndexedTable,
  column: Column,
  table: IndexedTable,
  columnId: string,
): Outcome {
  const { index } = ctx;
  const total = lineFact(summary, 'expenditure.total', column) ?? budgetTotal(summary, column);
  const parts = columnTotal(ctx, index, table, columnId);
  if (!total || !parts)
    return { outcome: 'not_evaluable', why: `${summary.title}, ${table.title}: no total on both sides` };
  return sumIdentity({
    at: between(summary, table),
    place: `${summary.id}/expenditure.total`,
    total: byTable(index, summary, total),
    parts,
    sumName: `${table.title}各类之和`,
  });
}

/** 支出总计 stands for 本年支出合计 where nothing is carried over. */
function budgetTotal(summary: IndexedTable, column: Column): ReturnType<typeof lineFact> {
  const closing = lineFact(summary, 'expenditure.closing_carryover', column);
  return closing?.value && /[1-9]/.test(closing.value) ? null : lineFact(summary, 'expenditure.grand_total', column);
}

/** The table's own classes add to its total, so that a class it does not print is really not there. */
function closesWithoutGap(ctx: CheckContext, table: IndexedTable, columnId: string): boolean {
  const { index } = ctx,
    column = mainColumn(ctx, table, columnId)!;
  const total = table.row('total')?.cells.get(column.key);
  const q = total ? index.quantity(total) : null;
  if (!q) return false;
  const parts = [...classFacts(table, column).values()].flatMap((f) => index.quantity(f) ?? []);
  return (
    close(
      q,
      parts.map((p) => ({ q: p, sign: 1 })),
    ).verdict !== 'beyond'
  );
}

function missingRow(
  ctx: CheckContext,
  summary: IndexedTable,
  line: NonNullable<ReturnType<typeof lineFact>>,
  table: IndexedTable,
  code: string,
  complete: boolean,
): Outcome {
  const operand = factOperand(ctx.index, line);
  const name = rowTitle({ code: line.row_code, label: line.row_label });
  const anchor = table.facts[0];
  return {
    outcome: 'fail',
    facts: [line.id],
    finding: {
      severity: complete && isSure([operand]) ? 'error' : 'warning',
      message: `${summary.title}“${name}” ${line.value}${line.unit ?? ''}，而${table.title}没有 ${code} 类的行。`,
      message_en:
        `${summary.title} “${name}” is ${line.value} ${line.unit ?? ''}, while ${table.title} has no row ` +
        `of class ${code}.`,
      reported: line.value,
      computed: null,
      difference: null,
      tolerance: null,
      evidence: [
        operand.evidence,
        ...(anchor ? [{ quote: table.title, page: anchor.page, boxes: anchor.boxes }] : []),
      ],
    },
  };
}
