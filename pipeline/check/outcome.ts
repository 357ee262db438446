/** @module What a rule says: the outcome of an evaluation, the finding, the identity that it tried. */
import type { Anomaly } from '../../schemas/index.js';

/** What the judge adds when all rules have spoken. */
type Judgement = 'equation' | 'suspect' | 'proposed' | 'consequence_of' | 'certainty' | 'places';

export type Finding = Omit<Anomaly, 'id' | 'rule' | Judgement>;

/**
 * One printed figure in an identity: a fact, or a figure that the prose states.
 * Arithmetic needs exact numbers; they stay decimal strings here and become Decimal where they are added.
 */
export interface Term {
  /** Fact id; null for a figure of the prose. */
  fact: string | null;
  sign: 1 | -1;
  /** In the equation's unit; a rate times its whole may stand here as well: the change of the fact is scaled back. */
  value: string;
  /** Half of the last printed digit, in the equation's unit. */
  half: string;
}

/** A linear identity: sign × value over all terms adds to zero. Lets the engine see whose fault a failure is. */
export interface Equation {
  terms: Term[];
  /** "at_most": the sum is zero or less (a part does not exceed its whole). @default "equal" */
  relation?: 'equal' | 'at_most';
  /**
   * Failures of one place (a row in several columns) share it: "<table id>/<row>"; used to tell a cause from its
   * echoes.
   */
  place?: string;
}

/**
 * One evaluation of a rule (one identity tried, one sentence compared).
 * facts: every fact that takes part; an identity that closes within rounding confirms them.
 */
export type Outcome =
  | (Alike & {
      outcome: 'pass';
      facts: string[];
      /**
       * Independent printed figures agree, so the facts are confirmed; false for 0 = 0 and for one figure against
       * itself.
       */
      confirms: boolean;
      /** Closes only within rounding, or another remark: severity info. */
      finding?: Finding;
      /**
       * Printed figures in the identity that are not zero: from three on it is a sum, two are a mere copy.
       * @default 2
       */
      nonZero?: number;
      equation?: Equation;
    })
  | { outcome: 'fail'; facts: string[]; finding: Finding; equation?: Equation }
  | (Alike & { outcome: 'not_applicable'; why: string })
  | (Alike & { outcome: 'not_evaluable'; why: string });

/** Evaluations that ended alike and say nothing more (paragraphs without the slip looked for) come as one. */
export interface Alike {
  /** How many it stands for. @default 1 */ times?: number;
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
