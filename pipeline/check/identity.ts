/** @module A sum as rules state it: a printed total and the printed parts that add to it. */
import type { Severity } from '../../schemas/index.js';
import type { Operand } from './operand.js';
import type { Where } from './place.js';

export interface Part {
  operand: Operand;
  sign?: 1 | -1;
}

export interface SumIdentity {
  /** Where: 支出决算表“208 社会保障和就业支出”. Starts the message. */
  at: Where;
  total: Operand;
  parts: Part[];
  /** What the parts are together: 各款之和. Used where there are too many to list. */
  sumName?: string;
  /** Severity beyond rounding where the reading is sure. @default "error" */
  severity?: Severity;
  /** Failures of one place share it, see Equation.place. */
  place?: string;
  /** A sentence for the message that says why it matters or what may be behind it. */
  remark?: { zh: string; en: string };
  /** An empty total over parts that are not zero is a finding. @default true */
  totalExpected?: boolean;
  /** Parts that are all empty under a total that is not zero are a finding. @default true */
  partsExpected?: boolean;
}
