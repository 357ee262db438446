/**
 * @module The figures of one line in; which of them stand below which by their coordinates, and the sets of them that each make up a
 * total, out.
 */
import { isClassOrOther } from '../../domain/codes.js';
import { isWithin } from '../../domain/dimensions.js';
import { type Breakdown, addsUp, chainOf } from './coordinates.js';
import { type Figure, coordinateOf } from './figures.js';

export interface Node {
  figure: Figure;
  /** 其中, or coordinates that overlap: need not add up. */
  loose: boolean;
  /** Later figures of the same coordinates. */
  again: Figure[];
  above: Set<Node>;
  below: Node[];
}

/** Every figure hangs below each printed figure of coarser coordinates. */
export function nodesOf(
  known: readonly Figure[],
  varying: readonly Breakdown[],
): { nodes: Node[]; repeats: [Figure, Figure][] } {
  const byKey = new Map<string, Node>();
  const repeats: [Figure, Figure][] = [];
  for (const figure of known) {
    const key = figure.fixed + varying.map((each) => coordinateOf(figure, each)).join('|');
    const node = byKey.get(key);
    if (node === undefined) byKey.set(key, { figure, loose: false, again: [], above: new Set(), below: [] });
    else if (repeatsCode(node.figure, figure)) repeats.push([node.figure, figure]);
    else if (!figure.loose) node.again.push(figure);
  }
  const nodes = [...byKey.values()];
  for (const node of nodes) {
    const chains = varying.map((each) => chainOf(each, coordinateOf(node.figure, each)));
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
    isClassOrOther(code) &&
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
export function breakdowns(whole: Node, nearest: readonly Node[], varying: readonly Breakdown[]): Node[][] {
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
    b.every((y) => varying.some((key) => disjoint(key, coordinateOf(x.figure, key), coordinateOf(y.figure, key)))),
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
export function differing(whole: Figure, parts: readonly Node[], varying: readonly Breakdown[]): Breakdown[] {
  return varying.filter((key) => parts.some(({ figure }) => coordinateOf(figure, key) !== coordinateOf(whole, key)));
}
