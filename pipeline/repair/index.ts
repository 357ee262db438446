/**
 * @module Facts read from scans that stand in failed identities, and what their pictures may also say -> the facts
 * with those repaired
 * that have exactly one reading which closes every identity they stand in. Text layers are never repaired.
 */
import type { Fact } from '../../schemas/index.js';
import { rules as allRules } from '../check/rules/index.js';
import { CheckContext } from '../check/context.js';
import type { CheckInput, Outcome, Rule } from '../check/types.js';
import { parseNumber } from '../domain/numbers.js';
import { toYuan } from '../domain/units.js';

export type { Candidate } from './candidates.js';
import type { Candidate } from './candidates.js';
import { isSettled } from './odd-figures.js';
import { append } from '../domain/extremes.js';

/** One identity may close by chance; a cell is over-determined where more hold it. */
const MIN_CLOSED = 2;
/** A repair can uncover the next; each round settles at least one cell. */
const MAX_ROUNDS = 4;
/** Evaluations of rules a document; a scan that needs more is not to be saved by arithmetic. */
const MAX_TRIALS = 600;

export interface RepairResult {
  /** All facts in their order; repaired ones are new objects with `repair` set. */
  facts: Fact[];
  /** Ids of the repaired facts. */
  repaired: string[];
}

interface Judged {
  rule: string;
  outcome: Outcome;
}

interface Proposal {
  fact: Fact;
  value: string;
  candidate: Candidate;
  closes: string[];
  failures: Set<string>;
}

/** @param candidates by fact id: readings that the picture supports */
export function repairFacts(
  input: CheckInput,
  candidates: ReadonlyMap<string, readonly Candidate[]>,
  rules: readonly Rule[] = allRules,
): RepairResult {
  const ctx = new CheckContext(input);
  let facts = input.facts;
  const repaired: string[] = [];
  let trials = 0;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const now = ctx.withFacts(facts);
    const judged = judge(now, rules);
    const proposals: Proposal[] = [];
    for (const fact of facts) {
      if (fact.source !== 'ocr' || (fact.repair !== null && fact.repair.identities.length > 0)) continue;
      const own = judged.filter((j) => takesPart(j.outcome, fact.id));
      const failing = own.filter((j) => fails(j.outcome));
      if (failing.length === 0) continue;
      const involved = rules.filter((r) => own.some((j) => j.rule === r.id));
      for (const [value, candidate] of values(fact, candidates.get(fact.id) ?? [])) {
        if (++trials > MAX_TRIALS) break;
        const after = judge(
          now.withFacts(
            facts.map((f) => (f.id === fact.id ? { ...f, value, amount_yuan: toYuan(value, f.unit) } : f)),
          ),
          involved,
        ).filter((j) => takesPart(j.outcome, fact.id));
        if (after.some((j) => fails(j.outcome))) continue;
        const closes = after.filter((j) => j.outcome.outcome === 'pass' && j.outcome.confirms);
        if (closes.length < MIN_CLOSED || !closes.some((j) => closesExactly(j.outcome))) continue;
        proposals.push({
          fact,
          value,
          candidate,
          closes: [...new Set(closes.map((j) => j.rule))].sort(),
          failures: new Set(failing.map(keyOf)),
        });
      }
    }
    const sure = proposals.filter(
      (p) =>
        !proposals.some(
          (q) => q !== p && (q.fact.id === p.fact.id || [...q.failures].some((f) => p.failures.has(f))),
        ),
    );
    if (sure.length === 0) break;
    const byId = new Map(sure.map((p) => [p.fact.id, p]));
    facts = facts.map((f) => {
      const p = byId.get(f.id);
      return p ? { ...f, value: p.value, amount_yuan: toYuan(p.value, f.unit), repair: repairOf(f, p) } : f;
    });
    append(repaired, byId.keys());
  }
  return { facts, repaired };
}

/**
 * Writes down the identities that hold figures whose signs were settled: as many as a repair needs, none of them
 * failing. Null when there is none.
 */
export function holdSettled(input: CheckInput, rules: readonly Rule[] = allRules): Fact[] | null {
  const open = input.facts.filter((f) => isSettled(f) && f.repair!.identities.length === 0);
  if (open.length === 0) return null;
  const judged = judge(new CheckContext(input), rules);
  const held = new Map<string, string[]>();
  for (const fact of open) {
    const own = judged.filter((j) => takesPart(j.outcome, fact.id));
    const closes = own.filter((j) => closesExactly(j.outcome));
    if (closes.length >= MIN_CLOSED && !own.some((j) => fails(j.outcome)))
      held.set(fact.id, [...new Set(closes.map((j) => j.rule))].sort());
  }
  if (held.size === 0) return null;
  return input.facts.map((f) =>
    held.has(f.id) ? { ...f, repair: { ...f.repair!, identities: held.get(f.id)! } } : f,
  );
}

function judge(ctx: CheckContext, rules: readonly Rule[]): Judged[] {
  const judged: Judged[] = [];
  for (const rule of rules) {
    try {
      for (const outcome of rule.evaluate(ctx)) judged.push({ rule: rule.id, outcome });
    } catch {
      // A rule that throws decides nothing here; the check stage reports it.
    }
  }
  return judged;
}

const takesPart = (o: Outcome, id: string): boolean =>
  (o.outcome === 'pass' || o.outcome === 'fail') && o.facts.includes(id);
const fails = (o: Outcome): boolean => o.outcome === 'fail' && o.finding.severity !== 'info';
/** To the last digit: rounding alone would let a wrong one through. */
const closesExactly = (o: Outcome): boolean => o.outcome === 'pass' && o.confirms && !o.finding;
const keyOf = (j: Judged): string => `${j.rule} ${j.outcome.outcome === 'fail' ? j.outcome.facts.join(' ') : ''}`;

/** Other values than the present one, each once. */
function values(fact: Fact, candidates: readonly Candidate[]): Map<string, Candidate> {
  const out = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const { value } = parseNumber(candidate.text);
    if (value !== null && value !== fact.value && !out.has(value)) out.set(value, candidate);
  }
  return out;
}

function repairOf(fact: Fact, p: Proposal): NonNullable<Fact['repair']> {
  return {
    from: fact.raw_text,
    to: p.value,
    identities: p.closes,
    why: `${p.candidate.why}; it alone closes all ${p.closes.length > 1 ? `identities (${p.closes.length} rules)` : 'identities'} that the cell stands in`,
  };
}
