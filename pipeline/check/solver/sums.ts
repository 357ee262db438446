/**
 * @module The figures of one table in; its sums out. In one line (a row, or a column) a figure is the sum of the finest set of figures
 * that stand nearest below it: they refine its coordinates, none refines another, and no two of them count the same money.
 */
import { labelKey } from '../../domain/labels.js';
import { type Node, breakdowns, differing, nodesOf } from './breakdowns.js';
import type { Breakdown } from './coordinates.js';
import { type Figure, type Printed, coordinateOf, isAmount, isNonZero, isUnread, varyingOf } from './figures.js';
import type { Identity, Part } from './identity.js';
import { columnLines, rowLines } from './lines.js';
import { type Direction, sumRule } from './names.js';
import { incomplete, isComplete } from './wholes.js';
import { append, greatest, least } from '../../domain/extremes.js';

/** Coordinates that may vary in a line before it counts as a list that is no breakdown. */
const MOST_VARYING = 5;

export function sumsOf(printed: Printed): Identity[] {
  const sums: Identity[] = [];
  for (const line of rowLines(printed)) append(sums, sumsOfLine(printed, line, 'across'));
  for (const line of columnLines(printed).values()) append(sums, sumsOfLine(printed, line, 'down'));
  return sums;
}

function sumsOfLine(printed: Printed, line: Figure[], direction: Direction): Identity[] {
  if (line.length < 2) return [];
  const known = line.filter(isAmount);
  const varying = varyingOf(known);
  if (varying.length > MOST_VARYING) return [];
  const { nodes, repeats } = nodesOf(known, varying);
  const unclear = line.filter((f) => isUnread(f) || (f.dimensions === null && isNonZero(f)));
  const context = { printed, line, direction, varying, unclear };
  const sums: Identity[] = [];
  for (const [first, second] of repeats) sums.push(sumOf(context, first, [second], [], ['function'], null));
  for (const node of nodes) {
    if (node.again.length > 0) {
      append(sums, listOf(context, node));
      if (node.again.some((f) => f.fact.value !== node.figure.fact.value)) continue;
    }
    if (node.below.length > 0) append(sums, sumsBelow(context, node));
  }
  return sums;
}

interface Line {
  printed: Printed;
  line: readonly Figure[];
  direction: Direction;
  varying: readonly Breakdown[];
  /** Figures that are not understood, or were not read as numbers. */
  unclear: readonly Figure[];
}

/** The breakdowns of one figure; where there are several, all of them together is one more reading of each. */
function sumsBelow(context: Line, whole: Node): Identity[] {
  const below = new Set(whole.below);
  const nearest = whole.below.filter((node) => ![...node.above].some((above) => above !== whole && below.has(above)));
  const firm = nearest.filter((node) => !node.loose);
  if (firm.length === 0) return [];
  const sets = breakdowns(whole, firm, context.varying);
  return sets.map((parts) => {
    const figures = parts.flatMap((part) => [part.figure, ...part.again]);
    const readings = [
      ...(figures.length > parts.length && equalAgain(parts) ? [parts.map((part) => part.figure)] : []),
      ...(nearest.length > firm.length ? [[...figures, ...nearest.filter((n) => n.loose).map((n) => n.figure)]] : []),
      ...(sets.length > 1 ? [firm.flatMap((part) => [part.figure, ...part.again])] : []),
      ...placedReadings(context, whole, parts),
      ...finerReadings(parts),
    ];
    const by = differing(whole.figure, parts, context.varying);
    const doubt =
      figures.length > parts.length
        ? 'several rows print the same coordinates'
        : (incomplete(by, whole.figure, figures) ?? scattered(context, whole, parts));
    const left = whole.below.filter((node) => !parts.includes(node) && !parts.some((part) => node.above.has(part)));
    return sumOf(
      context,
      whole.figure,
      figures,
      readings,
      by,
      doubt,
      left.map((node) => node.figure),
      whole.below.length,
    );
  });
}

/** A part that is left empty above its own parts counts by these. */
function finerReadings(parts: readonly Node[]): Figure[][] {
  const empty = parts.filter(({ figure, below }) => figure.amount === null && below.length > 0);
  if (empty.length === 0) return [];
  const finer = empty.flatMap((node) =>
    node.below.filter(({ above }) => !node.below.some((other) => above.has(other))),
  );
  return [[...parts.filter((part) => !empty.includes(part)), ...finer].map(({ figure }) => figure)];
}

/** Lines below 本年收入合计 stand outside it: they count beside it in 总计, and it counts those above it alone. */
function placedReadings({ direction }: Line, whole: Node, parts: readonly Node[]): Figure[][] {
  if (direction !== 'down') return [];
  const figures = parts.map((part) => part.figure);
  const readings: Figure[][] = [];
  const subtotal = parts.find((part) => part.below.length > 0 && part.figure.row < whole.figure.row);
  if (subtotal !== undefined) {
    const outside = subtotal.below.filter(
      ({ figure }) => figure.row > subtotal.figure.row && figure.row < whole.figure.row && !figures.includes(figure),
    );
    if (outside.length > 0) readings.push([...figures, ...outside.map((node) => node.figure)]);
  }
  const above = figures.filter((figure) => figure.row < whole.figure.row);
  if (above.length > 0 && above.length < figures.length) readings.push(above);
  return readings;
}

/** Names without codes: whatever is read of one, it is a part only where it stands below its whole before another one begins. */
function scattered({ direction, line }: Line, whole: Node, parts: readonly Node[]): string | null {
  const { figure: total } = whole;
  if (
    direction !== 'down' ||
    !total.dimensions?.function ||
    parts.some(({ figure }) => figure.fact.row_code !== null)
  )
    return null;
  const own = new Set([total, ...whole.below.flatMap((node) => [node.figure, ...node.again])]);
  const last = greatest(parts.map(({ figure }) => figure.row));
  const between = line.some(
    (figure) => figure.dimensions !== null && !own.has(figure) && figure.row > total.row && figure.row < last,
  );
  return between ? 'a part stands below another class' : null;
}

function equalAgain(parts: readonly Node[]): boolean {
  return parts.every((part) => part.again.every((f) => f.fact.value === part.figure.fact.value));
}

const TOTAL = /^(?:合计|总计|小计|共计)$/;

/** 合计 above (or below) lines that say nothing more: purchases, projects without a name. */
function listOf(context: Line, { figure, again }: Node): Identity[] {
  const all = [figure, ...again];
  const totals = all.filter((f) => TOTAL.test(labelKey(f.fact.row_label)));
  if (context.direction !== 'down' || totals.length !== 1 || all.length < 3) return [];
  const [total] = totals as [Figure];
  if (total !== all[0] && total !== all.at(-1)) return [];
  return [
    sumOf(
      context,
      total,
      all.filter((f) => f !== total),
      [],
      [],
      'the lines are told apart by no coordinate',
    ),
  ];
}

/** What stands among the parts and is not understood. */
function strangersAmong({ line, direction, unclear }: Line, whole: Figure, parts: readonly Figure[]): Figure[] {
  // Most lines are understood throughout.
  if (unclear.length === 0) return [];
  const own = new Set(parts);
  const position = (figure: Figure): number =>
    direction === 'across' ? figure.column : figure.group * 100_000 + figure.row;
  const places = [whole, ...parts].map(position);
  const from = least(places);
  const last = greatest(places);
  const next = least(line.filter((f) => f.dimensions !== null && position(f) > last).map(position));
  const all = whole.fact.row_code === null || direction === 'across';
  // Below the last part a row without meaning may be one more of them.
  return unclear.filter((figure) => {
    if (figure === whole || own.has(figure)) return false;
    if (figure.dimensions !== null) return isUnread(figure) && figure.fixed === whole.fixed && all;
    const at = position(figure);
    return all || (at >= from && at < next);
  });
}

function sumOf(
  context: Line,
  total: Figure,
  figures: readonly Figure[],
  readings: readonly (readonly Figure[])[],
  by: readonly string[],
  doubt: string | null,
  left: Figure[] = [],
  leaves = 0,
): Identity {
  const { printed, direction } = context;
  const plus = (parts: readonly Figure[]): Part[] => parts.map((figure) => ({ figure, sign: 1 }));
  return {
    kind: 'sum',
    rule: sumRule(printed.table.kind, direction, by, total),
    family: `${printed.table.id} ${direction} ${by.join('+')} ${levelOf(total, figures[0]!, direction)}`,
    total,
    parts: plus(figures),
    readings: readings.map(plus),
    strangers: strangersAmong(context, total, figures),
    left,
    leaves,
    complete: isComplete(by, total, figures),
    doubt,
  };
}

/** 3>5: from which level to which the codes of a sum down go; across it is the columns that make the form, whatever the row. */
function levelOf(total: Figure, part: Figure, direction: Direction): string {
  const of = `${coordinateOf(total, 'item')}${coordinateOf(total, 'type')}`;
  return direction === 'across' ? `${of} ${total.group}` : `${digitsOf(total)}>${digitsOf(part)} ${of}`;
}

function digitsOf(figure: Figure): number {
  const codes = (['function', 'economic', 'government_economic'] as const).map(
    (key) => coordinateOf(figure, key).length,
  );
  return greatest(codes);
}
