/** @module An identity: what must be equal, and how it closes. */
import { abs } from './amounts.js';
import { type Figure, isNonZero } from './figures.js';

export interface Part {
  figure: Figure;
  sign: 1 | -1;
}

export type IdentityKind =
  /** A figure and those one level down, in one table. */
  | 'sum'
  /** Equal coordinates, two tables. */
  | 'copy'
  /** What came in and what went out of one fund. */
  | 'balance'
  /** This year − last year. */
  | 'change'
  /** A part is not larger than its whole. */
  | 'within';

export interface Identity {
  kind: IdentityKind;
  /** Rule that people know it by. */
  rule: string;
  /** Identities that are understood, or not, together. */
  family: string;
  total: Figure;
  parts: Part[];
  /** Other readings of which figures are the parts, tried in order where these do not close. */
  readings: Part[][];
  /** Strangers among the parts: nothing can be said unless it closes without them. */
  strangers: Figure[];
  /** Figures below the total that this reading leaves out. */
  left: Figure[];
  /** Rounded figures that the total may have been added up from: all that stand below it. @default 0 */
  leaves?: number;
  /** The parts are all that their whole has by its name: 三公 its three, basic expenditure personnel and public. */
  complete?: boolean;
  /** Why a failure would say nothing of the document; null where it would. */
  doubt: string | null;
}

export type Verdict = 'exact' | 'rounding' | 'cut' | 'beyond';

export interface Closure {
  verdict: Verdict;
  /** total − Σ parts */
  residual: bigint;
  tolerance: bigint;
  computed: bigint;
}

/** Null where nothing is printed on one side, or the two are of different units. */
export function closureOf(identity: Identity, parts: readonly Part[] = identity.parts): Closure | null {
  const total = identity.total.amount;
  if (total === null) return null;
  let computed = 0n;
  let tolerance = total.half;
  let spread = 0n;
  let printed = 0;
  for (const { figure, sign } of parts) {
    const { amount } = figure;
    if (amount === null) continue;
    if (amount.of !== total.of) return null;
    printed++;
    computed = sign === 1 ? computed + amount.value : computed - amount.value;
    tolerance += amount.half;
    if (sign === 1) spread += 2n * amount.half;
  }
  if (printed === 0) return null;
  const residual = total.value - computed;
  const verdict = verdictOf(residual, tolerance, spread, identity, parts);
  return { verdict, residual, tolerance, computed };
}

/** So many figures below a total, before they and not its parts say how it is rounded. */
const MANY_LEAVES = 8;

function verdictOf(
  residual: bigint,
  tolerance: bigint,
  spread: bigint,
  identity: Identity,
  parts: readonly Part[],
): Verdict {
  if (residual === 0n) return 'exact';
  if (identity.kind === 'within' && residual > 0n) return 'exact';
  if (abs(residual) <= tolerance) return 'rounding';
  // A total may be the sum of the finest figures, each rounded by itself.
  const { leaves = 0 } = identity;
  if (leaves >= MANY_LEAVES && abs(residual) <= identity.total.amount!.half * BigInt(leaves + 1)) return 'rounding';
  // 12437.3 among figures of two decimals may have lost its last digit on the way to us.
  let cut = identity.total.amount!.cut;
  for (const { figure } of parts) cut += figure.amount?.cut ?? 0n;
  if (cut > 0n && abs(residual) < cut) return 'cut';
  // Whole figures may have been cut off: a total then is larger than its parts by less than one digit each.
  const whole = parts.every(({ figure }) => !figure.fact.value?.includes('.'));
  if (whole && !identity.total.fact.value!.includes('.') && residual > 0n && residual < spread) return 'cut';
  return 'beyond';
}

/** Printed figures that are not zero. */
export function weightOf(total: Figure, parts: readonly Part[]): number {
  let weight = isNonZero(total) ? 1 : 0;
  for (const { figure } of parts) if (isNonZero(figure)) weight++;
  return weight;
}
