/**
 * @module The figures of a table that names institutions in; the same with the institution left out where it is the whole department:
 * a row that stands in place of 合计, a department's row above its units, the one institution of all rows.
 */
import { Decimal } from '../domain/decimal.js';
import { parseNumber } from '../domain/numbers.js';
import type { Draft } from './compose.js';
import type { RowName } from './rows.js';

export function settleInstitutions(drafts: readonly Draft[], entity: string | null): void {
  const named = drafts.filter(({ means }) => means.institution !== undefined);
  if (named.length === 0) return;
  const names = new Set(named.map(({ means }) => means.institution));
  const byColumn = named.every(({ figure }) => figure.row.institution === null);
  const whole = wholeDepartment(drafts, byColumn, names, entity);
  if (whole === null) return;
  const first = firstRow(drafts, whole);
  for (const draft of drafts) {
    if (draft.means.institution !== whole) continue;
    // The department's own row, not the unit of the same name below it.
    if (names.size > 1 && !byColumn && draft.figure.row !== first) continue;
    delete draft.means.institution;
    delete draft.means.institution_code;
  }
}

/** The institution whose rows are those of the whole department; null where every institution is a part. */
function wholeDepartment(
  drafts: readonly Draft[],
  byColumn: boolean,
  names: ReadonlySet<unknown>,
  entity: string | null,
): string | null {
  const first = drafts.find(({ means }) => means.institution !== undefined)!;
  const name = String(first.means.institution);
  const totalled = drafts.some(({ figure, means }) => figure.row.total && means.institution === undefined);
  if (names.size === 1) return totalled && !byColumn ? null : name;
  void entity;
  const rows = ownRows(drafts);
  if (rows.length < 2 || rows[0]!.row !== first.figure.row) return null;
  if (!totalled && drafts[0] === first) return name;
  return sumOfRest(rows) ? name : null;
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

function firstRow(drafts: readonly Draft[], name: string): RowName | undefined {
  return drafts.find(({ means }) => means.institution === name)?.figure.row;
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
