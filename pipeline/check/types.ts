/** @module What a rule sees and what it says. */
import type { Anomaly, Fact, Table } from '../../schemas/index.js';
import type { Identity } from '../map/types.js';
import type { PageLayout } from '../model.js';
import type { Prose } from '../narrative/types.js';

export interface CheckInput {
  identity: Identity;
  tables: Table[];
  facts: Fact[];
  prose: Prose;
  layouts: PageLayout[];
}

export type Finding = Omit<Anomaly, 'id' | 'rule'>;

/**
 * One evaluation of a rule (one identity tried, one sentence compared).
 * facts: every fact that takes part; an identity that closes within rounding confirms them.
 */
export type Outcome =
  | { outcome: 'pass'; facts: string[]; /** independent: confirms its facts as verified */ confirms: boolean }
  | { outcome: 'fail'; facts: string[]; finding: Finding }
  | { outcome: 'not_applicable'; why: string }
  | { outcome: 'not_evaluable'; why: string };

export interface Rule {
  /** Stable, kebab-case: "row-sum". The file is rules/<id>.ts, the page docs/rules/<id>.md. */
  id: string;
  severity: 'error' | 'warning' | 'info';
  /** One sentence each. */
  title: { zh: string; en: string };
  evaluate(input: CheckInput): Iterable<Outcome>;
}
