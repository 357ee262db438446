/**
 * @module What one document's coordinates say, for those who ask: outcomes by rule id, the figures that print given coordinates, and how
 * the families of identities went.
 */
import type { Fact, Table } from '../../../schemas/index.js';
import type { Dimensions } from '../../domain/dimensions.js';
import { isDoubtful } from '../judge/finding.js';
import type { Outcome } from '../outcome.js';
import { keyOf } from './coordinates.js';
import { type Evaluated, type Family, isUnderstood } from './families.js';
import { isAmount, isNonZero, isUnread } from './figures.js';
import type { Ruling } from './judge.js';
import { PAIRS } from './names.js';
import { type Rate, areUnderstood, ratesOf } from './rates.js';
import { emptyFinding, equationOf, findingOf, rateFinding, titlesBy } from './say.js';
import { type Solved, solve } from './solve.js';

const RATE_RULE = 'change-against-prior';

export class Solution {
  private readonly solved: Solved;
  private readonly byRule = new Map<string, Outcome[]>();
  private readonly titleOf: (id: string) => string;
  private byKey: Map<string, Fact[]> | undefined;

  constructor(tables: readonly Table[], facts: readonly Fact[]) {
    this.solved = solve(tables, facts);
    this.titleOf = titlesBy(tables);
    const notes = new Map<string, { rule: string; why: string; times: number }>();
    for (const { evaluated, ruling } of this.solved.judged) {
      const { rule, family } = evaluated.identity;
      const outcome = this.outcome(evaluated, ruling);
      if (outcome !== null) this.add(rule, outcome);
      else if (ruling.is === 'open') {
        const note = notes.get(`${rule} ${family}`);
        if (note) note.times++;
        else notes.set(`${rule} ${family}`, { rule, why: this.why(evaluated, ruling.why), times: 1 });
      }
    }
    for (const { rule, why, times } of notes.values()) this.add(rule, { outcome: 'not_evaluable', why, times });
    this.addMissing(tables);
    for (const printed of this.solved.printed) this.addRates(ratesOf(printed));
    for (const pair of this.solved.near)
      this.add('tables-agree', {
        outcome: 'pass',
        facts: pair.map(({ fact }) => fact.id),
        confirms: true,
        nonZero: 2,
      });
  }

  outcomesOf(rule: string): readonly Outcome[] {
    return this.byRule.get(rule) ?? [];
  }

  /** How the identities of each table, coordinate and level went. */
  get families(): readonly (Family & { understood: boolean })[] {
    return [...this.solved.families.values()].map((family) => ({ ...family, understood: isUnderstood(family) }));
  }

  /** Facts that print exactly these coordinates, in the order of the document; a place that prints nothing is one too. */
  factsAt(dimensions: Dimensions): readonly Fact[] {
    this.byKey ??= this.byCoordinates();
    return this.byKey.get(keyOf(dimensions)) ?? [];
  }

  private byCoordinates(): Map<string, Fact[]> {
    const byKey = new Map<string, Fact[]>();
    for (const { figures } of this.solved.printed)
      for (const { key, fact, dimensions } of figures) {
        if (dimensions === null) continue;
        const list = byKey.get(key);
        if (list) list.push(fact);
        else byKey.set(key, [fact]);
      }
    return byKey;
  }

  private add(rule: string, outcome: Outcome): void {
    const list = this.byRule.get(rule);
    if (list) list.push(outcome);
    else this.byRule.set(rule, [outcome]);
  }

  private outcome(evaluated: Evaluated, ruling: Ruling): Outcome | null {
    const figures = [evaluated.identity.total, ...evaluated.parts.map(({ figure }) => figure)];
    const printed = figures.filter((figure) => figure.amount !== null).map(({ fact }) => fact);
    const facts = printed.map(({ id }) => id);
    switch (ruling.is) {
      case 'closes': {
        const pass = { outcome: 'pass' as const, facts, confirms: ruling.confirms, nonZero: evaluated.weight };
        const { verdict } = evaluated.closure!;
        return verdict === 'exact' ? pass : { ...pass, finding: findingOf(evaluated, 'info', this.titleOf) };
      }
      case 'exception': {
        return {
          outcome: 'fail',
          facts,
          finding: findingOf(evaluated, 'error', this.titleOf),
          equation: equationOf(evaluated),
        };
      }
      case 'open':
        // A recogniser errs in many rows at once: its failures are doubts to be looked at again, each by itself.
        if (!printed.some(isDoubtful) || !isOwnDoubt(evaluated)) return null;
        return {
          outcome: 'fail',
          facts,
          finding: findingOf(evaluated, 'warning', this.titleOf),
          equation: equationOf(evaluated),
        };
      case 'silent':
        if (evaluated.weight === 0 && printed.length > 1)
          return { outcome: 'pass', facts, confirms: false, nonZero: 0 };
        return this.empty(evaluated) ?? { outcome: 'not_applicable', why: ruling.why };
    }
  }

  /** A table that is not there is never a pass. */
  private addMissing(tables: readonly Table[]): void {
    const kinds = new Set(tables.map(({ kind }) => kind as string | null));
    for (const [one, other, rule] of PAIRS) {
      const missing = [one, other].filter((kind) => !kinds.has(kind));
      if (missing.length > 0)
        this.add(rule, { outcome: 'not_evaluable', why: `no table of kind ${missing.join(', ')}` });
    }
  }

  private addRates(rates: readonly Rate[]): void {
    const understood = areUnderstood(rates);
    const failing = rates.filter(({ verdict }) => verdict === 'fails').length;
    for (const each of rates) {
      const figures = [each.rate, each.now, each.before].map(({ fact }) => fact);
      const facts = figures.map(({ id }) => id);
      if (each.verdict === 'holds') this.add(RATE_RULE, { outcome: 'pass', facts, confirms: false });
      else if (each.verdict === 'cut')
        this.add(RATE_RULE, {
          outcome: 'pass',
          facts,
          confirms: false,
          finding: rateFinding(each, 'info', this.titleOf),
        });
      else if (understood)
        this.add(RATE_RULE, {
          outcome: 'fail',
          facts,
          finding: rateFinding(each, figures.some(isDoubtful) ? 'warning' : 'error', this.titleOf),
        });
    }
    if (!understood && failing > 0)
      this.add(RATE_RULE, {
        outcome: 'not_evaluable',
        why: `${this.titleOf(rates[0]!.rate.fact.table_id)}: ${failing} of ${rates.length} rates do not follow from the columns beside them`,
        times: failing,
      });
  }

  /** One side is not printed where its whole family adds up. */
  private empty(evaluated: Evaluated): Outcome | null {
    const { identity, parts, weight } = evaluated;
    const family = this.solved.families.get(identity.family);
    if (
      identity.kind !== 'sum' ||
      weight === 0 ||
      family === undefined ||
      family.failing > 0 ||
      !isUnderstood(family)
    )
      return null;
    if (identity.doubt !== null || identity.strangers.length > 0 || identity.left.some(isNonZero)) return null;
    const figures = [identity.total, ...parts.map(({ figure }) => figure)];
    if (figures.some(isUnread) || figures.some((figure) => !isAmount(figure))) return null;
    const facts = figures.filter((figure) => figure.amount !== null).map(({ fact }) => fact.id);
    return { outcome: 'fail', facts, finding: emptyFinding(evaluated, this.titleOf) };
  }

  private why({ identity }: Evaluated, why: string): string {
    const { fact } = identity.total;
    return `${this.titleOf(fact.table_id)}, ${fact.row_label} ${fact.column_label}: ${why}`;
  }
}

/** The failure says something of its own figures, not of parts that we have not understood. */
function isOwnDoubt({ identity }: Evaluated): boolean {
  return identity.doubt === null && identity.strangers.length === 0;
}
