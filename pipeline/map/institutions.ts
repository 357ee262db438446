/**
 * @module The figures of a table that names institutions in; the same with the institution left out where it is the whole department:
 * a row that stands in place of 合计, a department's row above its units, the one institution of all rows.
 */
import { Decimal } from '../domain/decimal.js';
import { parseNumber } from '../domain/numbers.js';
import type { Draft } from './compose.js';
import type { RowName } from './rows.js';

export function settleInstitutions(drafts: readonly Draft[]): void {
  const names = new Set(drafts.map(({ means }) => means.institution).filter((name) => name !== undefined));
  if (names.size === 0) return;
  const rows = ownRows(drafts);
  if (rows.length === 0) {
    // A column that names the same institution in every row.
    if (names.size === 1) drafts.forEach(forget);
    return;
  }
  const totalled = drafts.some(({ figure, means }) => figure.row.total && means.institution === undefined);
  const whole = totalled ? rows.length > 1 && sumOfRest(rows) : isFirst(drafts, rows[0]!.row);
  if (!whole) return;
  for (const draft of partOf(drafts, rows[0]!.row, rows[1]?.row)) forget(draft);
}

function forget({ means }: Draft): void {
  delete means.institution;
  delete means.institution_code;
}

/** No figure that could be a total stands before the row. */
function isFirst(drafts: readonly Draft[], row: RowName): boolean {
  return drafts[0]!.figure.row === row;
}

/** Figures from an institution's row to the next institution's. */
function partOf(drafts: readonly Draft[], from: RowName, to: RowName | undefined): Draft[] {
  const start = drafts.findIndex(({ figure }) => figure.row === from);
  const end = to === undefined ? -1 : drafts.findIndex(({ figure }) => figure.row === to);
  return drafts.slice(start, end < 0 ? undefined : end);
}

interface OwnRow {
  row: RowName;
  drafts: Draft[];
}

/** Rows that are institutions' own, in order, with their figures. */
function ownRows(drafts: readonly Draft[]): OwnRow[] {
  const rows: OwnRow[] = [];
  for (const draft of drafts) {
    if (draft.figure.row.institution === null) continue;
    if (rows.at(-1)?.row === draft.figure.row) rows.at(-1)!.drafts.push(draft);
    else rows.push({ row: draft.figure.row, drafts: [draft] });
  }
  return rows;
}

/** The first institution's row is the sum of those that follow it, in its first column that prints a figure. */
function sumOfRest([first, ...rest]: readonly OwnRow[]): boolean {
  for (const { figure } of first!.drafts) {
    const total = parseNumber(figure.cell.text).value;
    if (total === null || !/[1-9]/.test(total)) continue;
    let sum = Decimal.ZERO;
    for (const { drafts } of rest) {
      const part = drafts.find((draft) => draft.figure.column === figure.column);
      const value = part === undefined ? null : parseNumber(part.figure.cell.text).value;
      if (value !== null) sum = sum.plus(Decimal.of(value));
    }
    return Decimal.of(total).minus(sum).abs().lte(Decimal.of('0.05'));
  }
  return false;
}
