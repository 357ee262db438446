/**
 * @module In: facts and every outcome they take part in. Out: a grade for every fact. The arithmetic decides, not a
 * score.
 */
import type { Fact, Grade } from '../../../schemas/index.js';
import { printsWords } from '../../domain/text-places.js';
import type { Outcome } from '../outcome.js';

/**
 * How much more a recognised figure must show than one of a text layer. A recogniser misreads the same shape alike in a
 * total and in its only part, so a mere copy confirms nothing there, and rounding would hide a misread last digit.
 */
export interface GradePolicy {
  /** Below this confidence a fact is doubtful, whatever its source. @default 0.6 */
  doubtful: number;
  /** A recognised fact below this confidence is never consistent. @default 0.8 */
  consistent: number;
  /**
   * With one exact sum only, a recognised fact must reach this to be verified; below it two sums are needed.
   * @default 0.97
   */
  verified: number;
}
export const GRADE_POLICY: GradePolicy = { doubtful: 0.6, consistent: 0.8, verified: 0.97 };

export type ImageQuality = 'good' | 'low_resolution' | 'bilevel';

interface Support {
  /** Identities that close, equal or within rounding, and confirm. */
  closing: number;
  /** Exact sums with at least two parts that are not zero. */
  exactSums: number;
  /** Compared with something and not contradicted, yet not confirmed. */
  compared: number;
  failing: number;
}

/**
 * @param quality of the page a fact was recognised on; values from one-bit and low-resolution images are never
 * verified, and consistent only where two exact sums hold them
 * @param doubted the figures whose fault failed identities are; null: every figure of a failed identity
 */
export function gradeFacts(
  facts: Fact[],
  outcomes: Outcome[],
  quality: (page: number) => ImageQuality = () => 'good',
  policy: GradePolicy = GRADE_POLICY,
  doubted: ReadonlySet<string> | null = null,
): Map<string, Grade> {
  const support = new Map<string, Support>();
  const of = (id: string): Support => {
    let s = support.get(id);
    if (!s) support.set(id, (s = { closing: 0, exactSums: 0, compared: 0, failing: 0 }));
    return s;
  };
  for (const o of outcomes) {
    if (o.outcome === 'fail') {
      if (o.finding.severity === 'info') continue;
      // Of a sum only the figure is in doubt that would close it; the others stand where they stood.
      for (const id of o.facts)
        if (o.equation === undefined || doubted === null || doubted.has(id)) of(id).failing++;
        else of(id).compared++;
      continue;
    }
    if (o.outcome !== 'pass') continue;
    const sum = o.confirms && !o.finding && isRealSum(o);
    for (const id of o.facts) {
      const s = of(id);
      if (o.confirms) s.closing++;
      else s.compared++;
      if (sum) s.exactSums++;
    }
  }
  const grades = new Map<string, Grade>();
  for (const f of facts)
    grades.set(f.id, gradeOf(f, support.get(f.id), f.source === 'ocr' ? quality(f.page) : 'good', policy));
  return grades;
}

function gradeOf(fact: Fact, s: Support | undefined, quality: ImageQuality, policy: GradePolicy): Grade {
  if (s && s.failing > 0) return 'doubtful';
  // Two exact sums hold the digits of a figure whose point and grouping were settled.
  if (
    fact.repair !== null &&
    fact.repair.identities.length > 0 &&
    sameDigits(fact.repair) &&
    quality === 'good' &&
    s &&
    s.exactSums >= 2
  )
    return 'consistent';
  if (fact.confidence < policy.doubtful) return 'doubtful';
  // Words where words belong (a project's name, a date as a target): read as printed, and no figure is missing.
  if (fact.value === null && /\S/.test(fact.raw_text) && printsWords(fact.column_id, fact.raw_text))
    return fact.source === 'ocr' && fact.confidence < policy.verified ? 'doubtful' : 'consistent';
  // An empty place counts as zero in a sum, but a sum cannot tell an empty cell from a value that was not read.
  if (fact.value === null || !s) return 'unchecked';
  if (fact.source === 'ocr') return recognisedGrade(fact, s, quality, policy);
  // A repaired value was chosen to close its identities: their closing proves no more than that.
  if (fact.repair !== null) return s.closing > 0 ? 'consistent' : 'doubtful';
  return s.closing > 0 ? 'verified' : s.compared > 0 ? 'consistent' : 'unchecked';
}

/** Only signs were changed: point, grouping. */
export const sameDigits = ({ from, to }: NonNullable<Fact['repair']>): boolean =>
  from.replace(/\D/g, '') === to.replace(/\D/g, '');

function recognisedGrade(fact: Fact, s: Support, quality: ImageQuality, policy: GradePolicy): Grade {
  if (fact.repair !== null) return s.exactSums >= 2 ? 'consistent' : 'doubtful';
  if (fact.confidence < policy.consistent) return 'doubtful';
  if (quality !== 'good') return s.exactSums >= 2 && fact.confidence >= policy.verified ? 'consistent' : 'unchecked';
  if (s.exactSums >= 2 || (s.exactSums === 1 && fact.confidence >= policy.verified)) return 'verified';
  return s.exactSums === 1 ? 'consistent' : 'unchecked';
}

/** A total and at least two parts that are not zero: a copy of one figure is no sum. */
function isRealSum(o: Extract<Outcome, { outcome: 'pass' }>): boolean {
  return (o.nonZero ?? 2) >= 3;
}
