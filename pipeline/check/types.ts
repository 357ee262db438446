/** @module What a rule sees and what it says. */
import type { CheckContext } from './context.js';
import type { Outcome } from './outcome.js';

export type { CheckInput } from './input.js';

export type { Equation, Finding, Outcome, Suspect } from './outcome.js';

export interface Rule {
  /** Stable, kebab-case: "row-sum". The file is rules/<group>/<id>.ts, the page docs/rules/<id>.md. */
  id: string;
  /** The worst it says. */
  severity: 'error' | 'warning' | 'info';
  /** One sentence each. */
  title: { zh: string; en: string };
  evaluate(ctx: CheckContext): Iterable<Outcome>;
}

/** A rule that threw: a defect of ours; its evaluations are missing. */
export interface RuleProblem {
  rule: string;
  message: string;
}
