/** @module In: the statements of a document. Out: what is said of one subject in one place, and the values that may stand behind it. */
import type { Phase } from '../../../schemas/index.js';
import type { Statement } from '../../narrative/types.js';
import { inUnit } from '../quantity.js';
import type { Quantity } from '../quantity.js';
import type { CheckInput } from '../types.js';
import { factQuantityOrZero, isOcr, statedQuantity } from './figures.js';
import { counterparts, pathOf, phaseOf } from './lookup.js';
import type { Counterpart } from './lookup.js';
import { isPrinted } from './say.js';

/** A value of a subject: printed in the prose, or by a table. */
export interface Candidate {
  q: Quantity;
  statement: Statement | null;
  facts: Counterpart;
}

interface Known {
  byGroup: Map<string, Statement[]>;
  byParagraph: Map<number, Statement[]>;
  amounts: Map<string, Statement[]> /** By statement, path, phase and unit. */;
  candidates: Map<string, Candidate[]>;
}
const known = new WeakMap<CheckInput, Known>();

function grouped(input: CheckInput): Known {
  let all = known.get(input);
  if (!all) {
    all = { byGroup: new Map(), byParagraph: new Map(), amounts: new Map(), candidates: new Map() };
    for (const statement of input.prose.statements) {
      push(all.byGroup, statement.group, statement);
      push(all.byParagraph, statement.paragraph, statement);
      if (statement.kind === 'amount') push(all.amounts, statement.subject, statement);
    }
    known.set(input, all);
  }
  return all;
}

/** How many printings of one amount are tried; a document repeats a figure a handful of times. */
const NEARBY = 12;

/** Index of the first statement printed after this one. */
function firstAfter(sorted: Statement[], { paragraph, at }: Statement): number {
  let low = 0,
    high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1,
      s = sorted[middle]!;
    if (s.paragraph < paragraph || (s.paragraph === paragraph && s.at <= at)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Statements of the same subject in the same sentence or item. */
export function groupOf(input: CheckInput, statement: Statement): Statement[] {
  return grouped(input).byGroup.get(statement.group) ?? [statement];
}

/** Statements of one paragraph, in order. */
export function statementsIn(input: CheckInput, paragraph: number): Statement[] {
  return grouped(input).byParagraph.get(paragraph) ?? [];
}

/** Totals that the prose also gives by all their parts: a rate over the parts' sum is right though the total be misprinted. */
const COMPOSITES: Record<string, string[]> = {
  'procurement.total': ['procurement.goods', 'procurement.works', 'procurement.services'],
  'three_public.total': ['three_public.abroad', 'three_public.vehicles', 'three_public.reception'],
  'three_public.vehicles': ['three_public.vehicle_purchase', 'three_public.vehicle_running'],
  'basic.total': ['basic.personnel', 'basic.public'],
};

function sumOf(input: CheckInput, parts: Statement[]): Candidate {
  const quantities = parts.map((part) =>
    inUnit(statedQuantity(input, part)!, statedQuantity(input, parts[0]!)!.unit),
  );
  const [first, ...rest] = quantities;
  const q = rest.reduce(
    (sum, next) => Object.assign(sum, { value: sum.value.plus(next.value), half: sum.half.plus(next.half) }),
    { ...first! },
  );
  return { q, statement: parts[0]!, facts: [] };
}

/**
 * Values of a path in a phase, as seen from a statement: first what its own group says, then what the prose says nearest
 * before it (same part of the document), then what tables print.
 */
export function candidates(
  input: CheckInput,
  statement: Statement,
  path: string,
  phase: Phase,
  unit: string,
): Candidate[] {
  const known = grouped(input).candidates,
    key = `${statement.id}|${path}|${phase}|${unit}`;
  let all = known.get(key);
  if (!all) known.set(key, (all = collect(input, statement, path, phase, unit)));
  return all;
}

function collect(input: CheckInput, statement: Statement, path: string, phase: Phase, unit: string): Candidate[] {
  const subject = `${path}.${phase}`;
  const own = groupOf(input, statement)
    .filter((s) => s.kind === 'amount' && s.subject === subject)
    .slice(0, NEARBY);
  // In printed order: the nearest before come first; what follows only counts in the same paragraph ("其中：…占…").
  const all = grouped(input).amounts.get(subject) ?? [];
  const here = firstAfter(all, statement);
  const before = all
    .slice(Math.max(0, here - NEARBY), here)
    .filter((s) => !own.includes(s))
    .reverse();
  const after = all.slice(here, here + NEARBY).filter((s) => s.paragraph === statement.paragraph && !own.includes(s));
  const said = [...own, ...before, ...after].map(
    (s): Candidate => ({ q: statedQuantity(input, s)!, statement: s, facts: [] }),
  );
  const parts = COMPOSITES[path]?.map((part) => grouped(input).amounts.get(`${part}.${phase}`)?.[0]);
  if (parts?.every((part) => part !== undefined)) said.push(sumOf(input, parts as Statement[]));
  const found = counterparts(input, { subject, names: statement.names, paragraph: statement.paragraph });
  const printed =
    typeof found === 'string'
      ? []
      : found.flatMap((facts): Candidate[] => {
          const q = factQuantityOrZero(input, facts, unit);
          return q ? [{ q, statement: null, facts }] : [];
        });
  const different: Candidate[] = [];
  for (const candidate of [...said, ...printed])
    if (!different.some((other) => isSame(other.q, candidate.q))) different.push(candidate);
  return different;
}

/** 12.30 元 and 12.30 万元 are two values. */
function isSame(a: Quantity, b: Quantity): boolean {
  return inUnit(a, b.unit).value.eq(b.value);
}

export function actualOf(input: CheckInput, statement: Statement, unit = '万元'): Candidate[] {
  return candidates(input, statement, pathOf(statement.subject), phaseOf(statement.subject), unit);
}

/** A doubt of the recogniser about the statement or any of these values makes an error a warning. */
export function isDoubtful(input: CheckInput, statement: Statement, used: Candidate[] = []): boolean {
  const read = (s: Statement): boolean => {
    const paragraph = input.prose.paragraphs[s.paragraph];
    return paragraph === undefined || isPrinted(paragraph, s.at, s.end);
  };
  return !read(statement) || used.some(({ statement: s, facts }) => isOcr(facts) || (s !== null && !read(s)));
}

export function evidenceOf({ statement, facts }: Candidate) {
  return statement
    ? [{ quote: statement.quote, page: statement.page, boxes: statement.boxes }]
    : facts.map((fact) => ({
        fact_id: fact.id,
        quote: `${fact.row_label} ${fact.column_label} ${fact.raw_text}`.trim(),
        page: fact.page,
        boxes: fact.boxes,
      }));
}
