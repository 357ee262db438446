/**
 * @module In: the statements of a document. Out: what is said of one subject in one place, and the values that may
 * stand behind it.
 */
import type { Phase } from '../../../schemas/index.js';
import type { Prose, Statement } from '../../narrative/types.js';
import type { FactIndex } from '../fact-index.js';
import { inUnit } from '../quantity.js';
import type { Quantity } from '../quantity.js';
import { factQuantityOrZero, isOcr } from './figures.js';
import { pathOf, phaseOf } from './places.js';
import type { Counterpart, Lookup } from './lookup.js';
import type { StatedFigures } from './figures.js';
import { isPrinted } from './say.js';

/** A value of a subject: printed in the prose, or by a table. */
export interface Candidate {
  q: Quantity;
  statement: Statement | null;
  facts: Counterpart;
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

/**
 * Totals that the prose also gives by all their parts: a rate over the parts' sum is right though the total be
 * misprinted.
 */
const COMPOSITES: Record<string, string[]> = {
  'procurement.total': ['procurement.goods', 'procurement.works', 'procurement.services'],
  'three_public.total': ['three_public.abroad', 'three_public.vehicles', 'three_public.reception'],
  'three_public.vehicles': ['three_public.vehicle_purchase', 'three_public.vehicle_running'],
  'basic.total': ['basic.personnel', 'basic.public'],
};

/** What is said of one subject in one place, and the values that may stand behind it. */
export class StatementGroups {
  private readonly byGroup = new Map<string, Statement[]>();
  private readonly byParagraph = new Map<number, Statement[]>();
  /** By path and phase. */
  private readonly amounts = new Map<string, Statement[]>();
  /** By statement, path, phase and unit. */
  private readonly known = new Map<string, Candidate[]>();

  constructor(
    { statements }: Prose,
    private readonly stated: StatedFigures,
    private readonly lookup: Lookup,
    private readonly index: FactIndex,
  ) {
    for (const statement of statements) {
      push(this.byGroup, statement.group, statement);
      push(this.byParagraph, statement.paragraph, statement);
      if (statement.kind === 'amount') push(this.amounts, statement.subject, statement);
    }
  }

  /** Statements of the same subject in the same sentence or item. */
  of(statement: Statement): Statement[] {
    return this.byGroup.get(statement.group) ?? [statement];
  }

  /** Statements of one paragraph, in order. */
  inParagraph(paragraph: number): Statement[] {
    return this.byParagraph.get(paragraph) ?? [];
  }

  actual(statement: Statement, unit = '万元'): Candidate[] {
    return this.candidates(statement, pathOf(statement.subject), phaseOf(statement.subject), unit);
  }

  /**
   * Values of a path in a phase, as seen from a statement: first what its own group says, then what the prose says
   * nearest before it (same part of the document), then what tables print.
   */
  candidates(statement: Statement, path: string, phase: Phase, unit: string): Candidate[] {
    const key = `${statement.id}|${path}|${phase}|${unit}`;
    let all = this.known.get(key);
    if (!all) this.known.set(key, (all = this.collect(statement, path, phase, unit)));
    return all;
  }

  private collect(statement: Statement, path: string, phase: Phase, unit: string): Candidate[] {
    const subject = `${path}.${phase}`;
    const own = this.of(statement)
      .filter((s) => s.kind === 'amount' && s.subject === subject)
      .slice(0, NEARBY);
    // In printed order: the nearest before come first; what follows only counts in the same paragraph ("其中：…占…").
    const all = this.amounts.get(subject) ?? [];
    const here = firstAfter(all, statement);
    const before = all
      .slice(Math.max(0, here - NEARBY), here)
      .filter((s) => !own.includes(s))
      .reverse();
    const after = all
      .slice(here, here + NEARBY)
      .filter((s) => s.paragraph === statement.paragraph && !own.includes(s));
    const said = [...own, ...before, ...after].map(
      (s): Candidate => ({ q: this.stated.quantity(s)!, statement: s, facts: [] }),
    );
    const parts = COMPOSITES[path]?.map((part) => this.amounts.get(`${part}.${phase}`)?.[0]);
    if (parts?.every((part) => part !== undefined)) said.push(this.sumOf(parts as Statement[]));
    const found = this.lookup.counterparts({ subject, names: statement.names, paragraph: statement.paragraph });
    const printed =
      typeof found === 'string'
        ? []
        : found.flatMap((facts): Candidate[] => {
            const q = factQuantityOrZero(this.index, facts, unit);
            return q ? [{ q, statement: null, facts }] : [];
          });
    const different: Candidate[] = [];
    for (const candidate of [...said, ...printed])
      if (!different.some((other) => isSame(other.q, candidate.q))) different.push(candidate);
    return different;
  }

  private sumOf(parts: Statement[]): Candidate {
    const quantities = parts.map((part) =>
      inUnit(this.stated.quantity(part)!, this.stated.quantity(parts[0]!)!.unit),
    );
    const [first, ...rest] = quantities;
    const q = rest.reduce(
      (sum, next) => Object.assign(sum, { value: sum.value.plus(next.value), half: sum.half.plus(next.half) }),
      { ...first! },
    );
    return { q, statement: parts[0]!, facts: [] };
  }
}

/** 12.30 元 and 12.30 万元 are two values. */
function isSame(a: Quantity, b: Quantity): boolean {
  return inUnit(a, b.unit).value.eq(b.value);
}

/** A doubt of the recogniser about the statement or any of these values makes an error a warning. */
export function isDoubtful({ prose }: { prose: Prose }, statement: Statement, used: Candidate[] = []): boolean {
  const read = (s: Statement): boolean => {
    const paragraph = prose.paragraphs[s.paragraph];
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
