/**
 * @module A finding of a rule with what the judge knows of it (its equation, its cause, what it follows from) in; the finding as it is
 * published out. The one place that decides how severe it is, and that words cause and consequence.
 */
import type { Anomaly, Fact, Severity } from '../../../schemas/index.js';
import { rowName } from '../operand.js';
import type { Equation, Finding } from '../outcome.js';
import type { Cause, Slip } from './blame.js';

/** What a finding has that nobody judged. */
export const UNJUDGED = {
  equation: null,
  suspect: null,
  proposed: null,
  consequence_of: null,
  certainty: null,
  places: 1,
} as const satisfies Partial<Anomaly>;

export interface Known {
  equation: Equation | null;
  /** The cause that the finding speaks for. */
  cause: Cause | null;
  /** Id of the finding that speaks for the same cause. */
  consequenceOf: string | null;
  facts: ReadonlyMap<string, Fact>;
}

export function judgedFinding(finding: Finding, known: Known): Omit<Anomaly, 'id' | 'rule'> {
  const { equation, cause, consequenceOf, facts } = known;
  const suspect = cause === null || cause.ambiguous ? undefined : facts.get(cause.fact_id);
  const read = equation?.terms.some(({ fact }) => fact !== null && isDoubtful(facts.get(fact))) === true;
  return {
    ...told(finding, cause, suspect, consequenceOf),
    severity: severityOf(finding.severity, { read, consequence: consequenceOf !== null }),
    equation: equation === null ? null : published(equation),
    suspect: suspect?.id ?? null,
    proposed:
      suspect === undefined || cause === null
        ? null
        : { value: cause.candidate, slip: cause.slip, closes: cause.failures.length, rules: cause.closes },
    consequence_of: consequenceOf,
    certainty: equation === null ? null : read ? 'reading' : suspect ? 'figure' : cause ? 'tie' : 'identity',
    places: 1,
  };
}

/** A doubt about our own reading is never an error of the document, and an error is counted once, where it is caused. */
function severityOf(severity: Severity, { read, consequence }: { read: boolean; consequence: boolean }): Severity {
  return severity === 'error' && (read || consequence) ? 'warning' : severity;
}

/** A text layer can be doubted too: glyphs without Unicode, two readers that differ. */
const SURE = 0.8;

export function isDoubtful(fact: Pick<Fact, 'source' | 'repair' | 'confidence'> | undefined): boolean {
  return fact !== undefined && (fact.source !== 'text_layer' || fact.repair !== null || fact.confidence < SURE);
}

function published({ terms, relation }: Equation): NonNullable<Anomaly['equation']> {
  return {
    relation: relation ?? 'equal',
    terms: terms.map(({ fact, sign, value, half }) => ({ fact_id: fact, sign, value, half })),
  };
}

const SLIPS: Record<Slip, { zh: string; en: string }> = {
  digit_lost: { zh: '少一位数字', en: 'a digit lost' },
  digit_added: { zh: '多一位数字', en: 'a digit too many' },
  transposed: { zh: '相邻两位颠倒', en: 'two digits transposed' },
  one_digit: { zh: '一位数字不同', en: 'one digit different' },
  point_shifted: { zh: '小数点移位', en: 'the decimal point shifted' },
  sign: { zh: '正负号相反', en: 'the sign reversed' },
};

function told(finding: Finding, cause: Cause | null, suspect: Fact | undefined, of: string | null): Finding {
  if (suspect !== undefined && cause !== null) return withCause(finding, cause, suspect);
  if (of !== null)
    return {
      ...finding,
      message: `${finding.message}（与 ${of} 同源）`,
      message_en: `${finding.message_en} (same cause as ${of})`,
    };
  return finding;
}

function withCause(f: Finding, cause: Cause, fact: Fact): Finding {
  const slip = cause.slip ? SLIPS[cause.slip] : null;
  const n = cause.failures.length;
  const place = `${fact.table_title ?? ''}“${rowName(fact)}”${fact.column_label}`;
  const stands =
    fact.source === 'text_layer'
      ? { zh: '文字层所印如此，未作改动', en: 'the text layer prints it so; nothing was changed' }
      : { zh: '疑为识读之误', en: 'the reading is in doubt' };
  return {
    ...f,
    message:
      `${f.message}若${place} ${cause.value} 为 ${cause.candidate}${slip ? `（${slip.zh}）` : ''}，则 ${n} ` +
      `处不符同时消除；${stands.zh}。`,
    message_en:
      `${f.message_en} If ${place} ${cause.value} were ` +
      `${cause.candidate}${slip ? ` (${slip.en})` : ''}, ${n} failed identities would close at once; ` +
      `${stands.en}.`,
  };
}
