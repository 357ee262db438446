/** @module What a rule sees and what it says. */
import type { CheckContext } from './context.js';
import type { Outcome } from './outcome.js';

export type { CheckInput } from './input.js';

export type { Equation, Finding, Outcome } from './outcome.js';

export interface Rule {
  /** Stable, kebab-case: "row-sum". The file is rules/<group>/<id>.ts, the page docs/rules/<id>.md. */
  id: string;
  /** The worst it says. */
  severity: 'error' | 'warning' | 'info';
  /** One sentence each. */
  title: { zh: string; en: string };
  evaluate(ctx: CheckContext): Iterable<Outcome>;
}

/** A fact whose other reading would close several failed identities at once, for the second look of a recogniser. */
export interface Suspect {
  fact_id: string;
  value: string;
  /** The value that closes them, in the fact's own unit and decimals. */
  candidate: string;
  /** Ids of the rules whose failed identities it closes. */
  closes: string[];
  /** Identities that hold now and would break. */
  breaks: number;
}

/** A rule that threw: a defect of ours; its evaluations are missing. */
export interface RuleProblem {
  rule: string;
  message: string;
}
