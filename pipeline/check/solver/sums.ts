/**
 * @module The figures of one table in; its sums out. In one line (a row, or a column) a figure is the sum of the finest set of figures
 * that stand nearest below it: they refine its coordinates, none refines another, and no two of them count the same money.
 */
import { isWithin } from '../../domain/dimensions.js';
import { type Breakdown, addsUp, chainOf } from './coordinates.js';
import { type Figure, type Printed, isAmount, isNonZero, isUnread, valueOf, varyingOf } from './figures.js';
import { labelKey } from '../../domain/labels.js';
import type { Identity, Part } from './identity.js';
import { type Direction, sumRule } from './names.js';

/** Coordinates that may vary in a line before it counts as a list that is no breakdown. */
const MOST_VARYING = 5;

export function sumsOf(printed: Printed): Identity[] {
  const sums: Identity[] = [];
  for (const line of linesOf(printed, (f) => `${f.row} ${f.group}`).values())
    sums.push(...sumsOfLine(printed, line, 'across'));
  for (const line of columnLines(printed).values()) sums.push(...sumsOfLine(printed, line, 'down'));
  return sums;
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
function columnLines(printed: Printed): Map<string, Figure[]> {
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

interface Node {
  figure: Figure;
  /** 其中, or coordinates that overlap: need not add up. */
  loose: boolean;
  /** Later figures of the same coordinates. */
  again: Figure[];
  above: Set<Node>;
  below: Node[];
}

function sumsOfLine(printed: Printed, line: Figure[], direction: Direction): Identity[] {
  if (line.length < 2) return [];
  const known = line.filter(isAmount);
  const varying = varyingOf(known);
  if (varying.length > MOST_VARYING) return [];
  const { nodes, repeats } = nodesOf(known, varying);
  const context = { printed, line, direction, varying };
  const sums: Identity[] = [];
  for (const [first, second] of repeats) sums.push(sumOf(context, first, [second], [], ['function'], null));
  for (const node of nodes) {
    if (node.again.length > 0) {
      sums.push(...listOf(context, node));
      if (node.again.some((f) => f.fact.value !== node.figure.fact.value)) continue;
    }
    if (node.below.length > 0) sums.push(...sumsBelow(context, node));
  }
  return sums;
}

interface Line {
  printed: Printed;
  line: readonly Figure[];
  direction: Direction;
  varying: readonly Breakdown[];
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
  const last = Math.max(...parts.map(({ figure }) => figure.row));
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

/** What a value consists of, where the names say so; each part by any of its names. */
const WHOLES: readonly { key: Breakdown; whole: string; parts: readonly (readonly string[])[] }[] = [
  { key: 'item', whole: 'three_public', parts: [['abroad'], ['reception'], ['vehicles', 'vehicles.running']] },
  { key: 'item', whole: 'vehicles', parts: [['vehicles.purchase'], ['vehicles.running']] },
  { key: 'type', whole: '', parts: [['basic'], ['project']] },
  { key: 'type', whole: 'basic', parts: [['basic.personnel'], ['basic.public']] },
  { key: 'vintage', whole: '', parts: [['current'], ['carryover']] },
];

/** Whether the parts are all that their whole has by its name. */
function isComplete(by: readonly string[], total: Figure, figures: readonly Figure[]): boolean {
  return WHOLES.some(
    ({ key, whole, parts }) =>
      by.length === 1 && by[0] === key && valueOf(total, key) === whole && areAllThere(parts, key, figures),
  );
}

function areAllThere(parts: readonly (readonly string[])[], key: Breakdown, figures: readonly Figure[]): boolean {
  const values = new Set(figures.map((figure) => valueOf(figure, key)));
  return parts.every((any) => any.some((value) => values.has(value)));
}

/** Why the printed parts cannot be all of them. */
function incomplete(by: readonly Breakdown[], total: Figure, figures: readonly Figure[]): string | null {
  if (by.length === 1 && figures.length === 1 && !LISTS.has(by[0]!)) return 'one part alone';
  for (const { key, whole, parts } of WHOLES) {
    // Opening and closing balances stand for what was carried over.
    if (!by.includes(key) || valueOf(total, key) !== whole || (key === 'vintage' && by.includes('flow'))) continue;
    const named = figures.some((figure) => parts.flat().includes(valueOf(figure, key)));
    if (named && !areAllThere(parts, key, figures)) return `a part is not printed: ${key}`;
  }
  return null;
}

/** Of these one part may be all there is. */
const LISTS: ReadonlySet<Breakdown> = new Set([
  'function',
  'economic',
  'government_economic',
  'institution',
  'project',
]);

/** Every figure hangs below each printed figure of coarser coordinates. */
function nodesOf(
  known: readonly Figure[],
  varying: readonly Breakdown[],
): { nodes: Node[]; repeats: [Figure, Figure][] } {
  const byKey = new Map<string, Node>();
  const repeats: [Figure, Figure][] = [];
  for (const figure of known) {
    const key = figure.fixed + varying.map((each) => valueOf(figure, each)).join('|');
    const node = byKey.get(key);
    if (node === undefined) byKey.set(key, { figure, loose: false, again: [], above: new Set(), below: [] });
    else if (repeatsCode(node.figure, figure)) repeats.push([node.figure, figure]);
    else if (!figure.loose) node.again.push(figure);
  }
  const nodes = [...byKey.values()];
  for (const node of nodes) {
    const chains = varying.map((each) => chainOf(each, valueOf(node.figure, each)));
    node.loose =
      node.figure.loose || varying.some((each, i) => !addsUp(each, chains[i]![0]!) && chains[i]!.length > 1);
    for (const values of combinations(chains)) {
      const above = byKey.get(node.figure.fixed + values.join('|'));
      if (above === undefined || above === node) continue;
      node.above.add(above);
      above.below.push(node);
    }
  }
  return { nodes, repeats };
}

/** 21999 其他支出, then 21999 其他支出 again: an item that repeats the code of its group. */
function repeatsCode(first: Figure, second: Figure): boolean {
  const code = first.fact.row_code;
  return (
    code !== null &&
    code === second.fact.row_code &&
    /^\d{3}(?:99)?$/.test(code) &&
    second.row === first.row + 1 &&
    first.column === second.column
  );
}

function* combinations(chains: readonly (readonly string[])[]): Iterable<string[]> {
  const at = chains.map(() => 0);
  for (;;) {
    yield chains.map((chain, i) => chain[at[i]!]!);
    let i = 0;
    while (i < chains.length && ++at[i]! === chains[i]!.length) at[i++] = 0;
    if (i === chains.length) return;
  }
}

/** Sets of parts that each make up the whole: alike in what they break it down by, disjoint from one another. */
function breakdowns(whole: Node, nearest: readonly Node[], varying: readonly Breakdown[]): Node[][] {
  const groups = new Map<string, Node[]>();
  for (const node of nearest) {
    const by = differing(whole.figure, [node], varying).join(' ');
    const group = groups.get(by);
    if (group) group.push(node);
    else groups.set(by, [node]);
  }
  const lists = [...groups.values()];
  if (lists.length === 1) return lists;
  return cliques(lists.map((list, i) => lists.map((other, j) => i !== j && apart(list, other, varying)))).map(
    (clique) => clique.flatMap((i) => lists[i]!),
  );
}

/** Two groups count no money twice: in some coordinate the values of any two of them lie apart. */
function apart(a: readonly Node[], b: readonly Node[], varying: readonly Breakdown[]): boolean {
  if (a.length * b.length > 2000) return false;
  return a.every((x) =>
    b.every((y) => varying.some((key) => disjoint(key, valueOf(x.figure, key), valueOf(y.figure, key)))),
  );
}

function disjoint(key: Breakdown, a: string, b: string): boolean {
  return a !== '' && b !== '' && !isWithin(key, a, b) && !isWithin(key, b, a);
}

/** Largest sets of groups that all go together; a handful of groups at most. */
function cliques(together: readonly (readonly boolean[])[]): number[][] {
  const n = together.length;
  if (n > 8) return [];
  const found: number[][] = [];
  for (let set = (1 << n) - 1; set > 0; set--) {
    const members = Array.from({ length: n }, (_, i) => i).filter((i) => set & (1 << i));
    if (!members.every((i) => members.every((j) => i === j || together[i]![j]!))) continue;
    if (!found.some((larger) => members.every((i) => larger.includes(i)))) found.push(members);
  }
  return found;
}

/** Coordinates in which the parts are finer than the whole. */
function differing(whole: Figure, parts: readonly Node[], varying: readonly Breakdown[]): Breakdown[] {
  return varying.filter((key) => parts.some(({ figure }) => valueOf(figure, key) !== valueOf(whole, key)));
}

/** What stands among the parts and is not understood. */
function strangersAmong(
  line: readonly Figure[],
  whole: Figure,
  parts: readonly Figure[],
  direction: Direction,
): Figure[] {
  const position = (figure: Figure): number =>
    direction === 'across' ? figure.column : figure.group * 100_000 + figure.row;
  const places = [whole, ...parts].map(position);
  const from = Math.min(...places);
  const last = Math.max(...places);
  const next = Math.min(...line.filter((f) => f.dimensions !== null && position(f) > last).map(position));
  const all = whole.fact.row_code === null || direction === 'across';
  // Below the last part a row without meaning may be one more of them.
  return line.filter((figure) => {
    if (figure === whole || parts.includes(figure)) return false;
    if (figure.dimensions !== null) return isUnread(figure) && figure.fixed === whole.fixed && all;
    if (!isNonZero(figure) && !isUnread(figure)) return false;
    const at = position(figure);
    return all || (at >= from && at < next);
  });
}

function sumOf(
  { printed, line, direction }: Line,
  total: Figure,
  figures: readonly Figure[],
  readings: readonly (readonly Figure[])[],
  by: readonly string[],
  doubt: string | null,
  left: Figure[] = [],
  leaves = 0,
): Identity {
  const plus = (parts: readonly Figure[]): Part[] => parts.map((figure) => ({ figure, sign: 1 }));
  return {
    kind: 'sum',
    rule: sumRule(printed.table.kind, direction, by, total),
    family: `${printed.table.id} ${direction} ${by.join('+')} ${levelOf(total, figures[0]!, direction)}`,
    total,
    parts: plus(figures),
    readings: readings.map(plus),
    strangers: strangersAmong(line, total, figures, direction),
    left,
    leaves,
    complete: isComplete(by, total, figures),
    doubt,
  };
}

/** 3>5: from which level to which the codes of a sum down go; across it is the columns that make the form, whatever the row. */
function levelOf(total: Figure, part: Figure, direction: Direction): string {
  const of = `${valueOf(total, 'item')}${valueOf(total, 'type')}`;
  return direction === 'across' ? `${of} ${total.group}` : `${digitsOf(total)}>${digitsOf(part)} ${of}`;
}

function digitsOf(figure: Figure): number {
  const codes = (['function', 'economic', 'government_economic'] as const).map((key) => valueOf(figure, key).length);
  return Math.max(...codes);
}
