/**
 * @module Whose fault. In: every outcome of every rule, with its equation. Out: for each failed identity whether it
 * stands for itself or echoes another one, and the facts whose other reading would close several at once.
 */
import { Decimal, isDecimal } from '../../domain/decimal.js';
import type { FactIndex } from '../fact-index.js';
import { decimal, decimalsOf } from '../quantity.js';
import type { Equation, Outcome, Suspect } from '../outcome.js';

export interface Judged {
  rule: string;
  outcome: Outcome;
}

export interface Cause extends Suspect {
  /** Failed identities it closes: positions in the list judged. The first one is the finding that speaks for all. */
  failures: number[];
  /** How the candidate's digits relate to the printed ones, when they do. */
  slip: Slip | null;
  /** Several facts would do alike: the failures have one cause, but which figure it is cannot be said. */
  ambiguous: boolean;
  /** The others of which the same is true. */
  tied: string[];
}

export type Slip = 'digit_lost' | 'digit_added' | 'transposed' | 'one_digit' | 'point_shifted' | 'sign';

export interface Blame {
  causes: Cause[];
  /** Position of an echo -> position of the failure that speaks for it. */
  echoes: Map<number, number>;
}

interface Failure {
  at: number;
  rule: string;
  equation: Equation;
  residual: Decimal;
  tolerance: Decimal;
}
interface Correction {
  failure: Failure;
  value: Decimal;
  tolerance: Decimal;
  unitValue: string /** Inequalities hold from the value on, in the direction of its sign. */;
  bound: 1 | -1 | null;
}

const sumOf = (e: Equation): { residual: Decimal; tolerance: Decimal } => {
  let residual = Decimal.ZERO,
    tolerance = Decimal.ZERO;
  for (const t of e.terms) {
    residual = t.sign === 1 ? residual.plus(t.value) : residual.minus(t.value);
    tolerance = tolerance.plus(t.half);
  }
  return { residual, tolerance };
};

/**
 * A fact is a cause when one other value of it closes at least two failed identities and breaks fewer than it closes.
 * Most closed first, so that one wrong total explains its row, its column and its copies; each failure has one cause
 * at most.
 */
export function findBlame(judged: Judged[], index: FactIndex): Blame {
  const failures: Failure[] = [];
  const holding = new Map<string, number>();
  judged.forEach(({ rule, outcome }, at) => {
    if (outcome.outcome === 'fail' && outcome.equation && outcome.finding.severity !== 'info') {
      failures.push({ at, rule, equation: outcome.equation, ...sumOf(outcome.equation) });
    } else if (outcome.outcome === 'pass' && outcome.confirms) {
      for (const fact of outcome.facts) holding.set(fact, (holding.get(fact) ?? 0) + 1);
    }
  });
  const causes = explain(failures, holding, index);
  const echoes = new Map<number, number>();
  for (const cause of causes) for (const at of cause.failures.slice(1)) echoes.set(at, cause.failures[0]!);
  echoesOfSeveral(failures, echoes, causes, index);
  echoesOfPlace(failures, echoes, causes);
  echoesInWords(judged, echoes, causes, index);
  return { causes, echoes };
}

/**
 * The facts that failed identities put in doubt: the one whose change closes several; of a tie all of them; of a failure by itself those
 * that nothing else holds, and its total where all are held; against the prose, which is wrong more often, none that is held.
 */
export function doubtedFacts(judged: readonly Judged[], { causes }: Blame, index: FactIndex): Set<string> {
  const doubted = new Set<string>();
  const explained = new Set<number>();
  for (const cause of causes) {
    for (const at of cause.failures) explained.add(at);
    for (const id of [cause.fact_id, ...cause.tied]) doubted.add(id);
  }
  const held = new Set<string>();
  for (const { outcome } of judged)
    if (outcome.outcome === 'pass' && outcome.confirms) for (const id of outcome.facts) held.add(id);
  judged.forEach(({ outcome }, at) => {
    if (outcome.outcome !== 'fail' || outcome.equation === undefined || explained.has(at)) return;
    const terms = outcome.equation.terms.flatMap(({ fact }) => fact ?? []);
    // Points and funds of a performance table stand in too few sums for one to be told from another.
    const all = terms.some((id) => index.facts.get(id)?.table_kind.endsWith('performance'));
    const loose = all ? terms : terms.filter((id) => !held.has(id));
    const prose = outcome.equation.terms.some(({ fact }) => fact === null);
    for (const id of loose.length > 0 || prose ? loose : terms.slice(0, 1)) doubted.add(id);
  });
  return doubted;
}

function explain(failures: Failure[], holding: Map<string, number>, index: FactIndex): Cause[] {
  const causes: Cause[] = [];
  let open = failures;
  while (open.length > 1) {
    const best = bestCause(open, holding, index);
    if (!best) break;
    causes.push(best.cause);
    open = open.filter((f) => !best.closed.has(f));
  }
  return causes;
}

function bestCause(
  open: Failure[],
  holding: Map<string, number>,
  index: FactIndex,
): { cause: Cause; closed: Set<Failure> } | null {
  const corrections = new Map<string, Correction[]>();
  for (const failure of open)
    for (const term of failure.equation.terms) {
      const fact = term.fact === null ? undefined : index.facts.get(term.fact);
      if (!fact || fact.value === null || term.fact === null) continue;
      // Equations may run in another unit than the fact: scale by what the term says its value is there.
      const scale = Decimal.of(term.value).eq(0) ? Decimal.of(1) : Decimal.of(fact.value).div(term.value);
      const shift = (term.sign === 1 ? failure.residual : failure.residual.neg()).times(scale);
      const list = corrections.get(term.fact) ?? [];
      list.push({
        failure,
        value: Decimal.of(fact.value).minus(shift),
        tolerance: failure.tolerance.times(scale.abs()),
        unitValue: fact.value,
        bound: failure.equation.relation === 'at_most' ? term.sign : null,
      });
      corrections.set(term.fact, list);
    }
  let best: { cause: Cause; closed: Set<Failure>; score: [number, number, number] } | null = null;
  for (const [id, list] of corrections) {
    if (list.length < 2) continue;
    for (const seed of list) {
      if (seed.bound !== null) continue;
      const agreeing = list.filter((c) => agrees(seed, c));
      const closed = new Set(agreeing.map((c) => c.failure));
      const breaks = holding.get(id) ?? 0;
      if (closed.size < 2 || breaks >= closed.size) continue;
      // The tightest identity names the value.
      const tight = agreeing.reduce((a, b) => (b.bound === null && b.tolerance.lt(a.tolerance) ? b : a), seed);
      const candidate = decimal(tight.value, decimalsOf(seed.unitValue));
      const slip = slipOf(seed.unitValue, candidate);
      const score: [number, number, number] = [closed.size - breaks, closed.size, slip ? 1 : 0];
      if (best && !isBetter(score, best.score)) {
        if (best.cause.fact_id !== id && !isBetter(best.score, score) && sameSet(best.closed, closed)) {
          best.cause.ambiguous = true;
          best.cause.tied.push(id);
        }
        continue;
      }
      const ordered = [...closed].sort((a, b) => rank(a, id, index) - rank(b, id, index) || a.at - b.at);
      best = {
        closed,
        score,
        cause: {
          fact_id: id,
          value: seed.unitValue,
          candidate,
          closes: [...new Set(ordered.map((f) => f.rule))].sort(),
          breaks,
          failures: ordered.map((f) => f.at),
          slip,
          ambiguous: false,
          tied: [],
        },
      };
    }
  }
  return best;
}

function agrees(seed: Correction, other: Correction): boolean {
  const tolerance = other.tolerance.plus(seed.tolerance),
    beyond = seed.value.minus(other.value);
  if (other.bound !== null) return (other.bound === 1 ? beyond : beyond.neg()).lte(tolerance);
  return beyond.abs().lte(tolerance);
}

/** The failure that speaks for the others: inside one table, and about the figure itself as its total. */
function rank(failure: Failure, fact: string, index: FactIndex): number {
  const { terms, relation } = failure.equation;
  const tables = new Set(terms.map((t) => (t.fact === null ? null : index.facts.get(t.fact)?.table_id)));
  return (tables.size > 1 ? 4 : 0) + (relation === 'at_most' ? 2 : 0) + (terms[0]?.fact === fact ? 0 : 1);
}

function sameSet<T>(a: Set<T>, b: Set<T>): boolean {
  return a.size === b.size && [...a].every((x) => b.has(x));
}

function isBetter(a: [number, number, number], b: [number, number, number]): boolean {
  for (let i = 0; i < 3; i++) if (a[i] !== b[i]) return a[i]! > b[i]!;
  return false;
}

/** A sum of figures that several causes name, and that closes when all of them are what they should be. */
function echoesOfSeveral(failures: Failure[], echoes: Map<number, number>, causes: Cause[], index: FactIndex): void {
  const taken = new Set(causes.flatMap((c) => c.failures));
  const named = new Map(causes.filter((c) => !c.ambiguous).map((c) => [c.fact_id, c]));
  for (const f of failures) {
    if (taken.has(f.at)) continue;
    let { residual } = f;
    let first: Cause | undefined;
    for (const term of f.equation.terms) {
      const cause = term.fact === null ? undefined : named.get(term.fact);
      const unit = cause === undefined ? null : index.facts.get(cause.fact_id)?.unit;
      if (cause === undefined || !sameUnit(f.equation, unit, index)) continue;
      first ??= cause;
      const change = Decimal.of(cause.candidate).minus(cause.value);
      residual = term.sign === 1 ? residual.plus(change) : residual.minus(change);
    }
    if (first !== undefined && residual.abs().lte(f.tolerance)) echoes.set(f.at, first.failures[0]!);
  }
}

function sameUnit({ terms }: Equation, unit: string | null | undefined, index: FactIndex): boolean {
  const own = terms[0]?.fact;
  return own !== null && own !== undefined && index.facts.get(own)?.unit === unit;
}

/**
 * One place that fails in several columns by differences that add up (a missing item row) has one cause, though no
 * cell bears it.
 */
function echoesOfPlace(failures: Failure[], echoes: Map<number, number>, causes: Cause[]): void {
  const taken = new Set(causes.flatMap((c) => c.failures));
  const places = new Map<string, Failure[]>();
  for (const f of failures) {
    if (f.equation.place === undefined || taken.has(f.at)) continue;
    const key = `${f.rule} ${f.equation.place}`;
    places.set(key, [...(places.get(key) ?? []), f]);
  }
  for (const [first, ...rest] of places.values()) {
    if (!first || rest.length === 0) continue;
    let sum = Decimal.ZERO,
      tolerance = first.tolerance;
    for (const f of rest) {
      sum = sum.plus(f.residual);
      tolerance = tolerance.plus(f.tolerance);
    }
    if (first.residual.minus(sum).abs().lte(tolerance)) for (const f of rest) echoes.set(f.at, first.at);
  }
}

/**
 * Failures that no equation ties to a cause: a rate in a sentence that stands on the figure, or a sentence that
 * states the very value the figure should have. The cause explains them.
 */
function echoesInWords(judged: Judged[], echoes: Map<number, number>, causes: Cause[], index: FactIndex): void {
  if (causes.length === 0) return;
  const spoken = new Set(causes.flatMap((c) => c.failures));
  judged.forEach(({ outcome }, at) => {
    if (outcome.outcome !== 'fail' || outcome.finding.severity !== 'error' || echoes.has(at) || spoken.has(at))
      return;
    const facts = [...outcome.facts, ...outcome.finding.evidence.flatMap((e) => e.fact_id ?? [])];
    const tables = new Set(facts.map((id) => index.facts.get(id)?.table_id));
    const said = isDecimal(outcome.finding.reported ?? '') ? Decimal.of(outcome.finding.reported!) : null;
    const cause = causes.find(
      (c) =>
        (!outcome.equation && facts.includes(c.fact_id)) ||
        (said?.eq(c.candidate) && tables.has(index.facts.get(c.fact_id)?.table_id)),
    );
    if (cause) echoes.set(at, cause.failures[0]!);
  });
}

/** Names the usual slips of a hand or of a recogniser; null where the two values are simply different. */
export function slipOf(value: string, candidate: string): Slip | null {
  if (candidate === value) return null;
  if (candidate === `-${value}` || `-${candidate}` === value) return 'sign';
  const a = value.replace(/\D/g, '').replace(/^0+/, ''),
    b = candidate.replace(/\D/g, '').replace(/^0+/, '');
  if (a === b || a.replace(/0+$/, '') === b.replace(/0+$/, '')) return 'point_shifted';
  if (b.length === a.length + 1 && isOneMore(b, a)) return 'digit_lost';
  if (a.length === b.length + 1 && isOneMore(a, b)) return 'digit_added';
  if (a.length !== b.length) return null;
  const differ = [...a].flatMap((c, i) => (c === b[i] ? [] : [i]));
  if (differ.length === 1) return 'one_digit';
  const [i, j] = differ;
  return differ.length === 2 && j === i! + 1 && a[i!] === b[j] && a[j] === b[i!] ? 'transposed' : null;
}

function isOneMore(long: string, short: string): boolean {
  let i = 0;
  while (i < short.length && long[i] === short[i]) i++;
  return long.slice(i + 1) === short.slice(i);
}
