/** @module The figures of one table in; its lines out: rows, and columns with those that continue them. */
import type { Figure, Printed } from './figures.js';

/** Figures of one row of neighbouring columns. */
export function rowLines(printed: Printed): Iterable<Figure[]> {
  return linesOf(printed, (f) => `${f.row} ${f.group}`).values();
}

function linesOf(printed: Printed, nameOf: (figure: Figure) => string): Map<string, Figure[]> {
  const lines = new Map<string, Figure[]>();
  for (const figure of printed.figures) {
    const name = nameOf(figure);
    const line = lines.get(name);
    if (line) line.push(figure);
    else lines.set(name, [figure]);
  }
  return lines;
}

const HALVES: ReadonlySet<string> = new Set(['income_expenditure_summary', 'fiscal_appropriation_summary']);

/** A column; those that are called alike are one line where they stand side by side (but no halves) or where one follows on the other. */
export function columnLines(printed: Printed): Map<string, Figure[]> {
  if (HALVES.has(printed.table.kind ?? '')) return linesOf(printed, (f) => String(f.column));
  const lines = new Map<string, Figure[]>();
  for (const [label, line] of linesOf(printed, (f) => f.fact.column_label)) {
    if (isOneLine(line))
      lines.set(
        label,
        withoutBlanks(line).sort((a, b) => a.group - b.group || a.row - b.row),
      );
    else
      for (const figure of line)
        lines.set(String(figure.column), [...(lines.get(String(figure.column)) ?? []), figure]);
  }
  return lines;
}

/** No group prints two figures of one row in it: a continuation may stand a column further to the right. */
function isOneLine(line: readonly Figure[]): boolean {
  const filled = new Map<string, number>();
  for (const { row, group, column, amount } of line) {
    if (amount === null) continue;
    const place = `${row} ${group}`;
    if (filled.has(place) && filled.get(place) !== column) return false;
    filled.set(place, column);
  }
  return true;
}

/** Of the empty places of a row that prints a figure in another column of the line nothing is asked. */
function withoutBlanks(line: readonly Figure[]): Figure[] {
  const filled = new Set(line.flatMap(({ row, group, amount }) => (amount === null ? [] : [`${row} ${group}`])));
  const seen = new Set<string>();
  return line.filter(({ row, group, amount }) => {
    if (amount !== null) return true;
    const place = `${row} ${group}`;
    if (filled.has(place) || seen.has(place)) return false;
    seen.add(place);
    return true;
  });
}
