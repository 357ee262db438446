/**
 * @module In: outcomes. Out: the same, with errors lowered to warnings where most identities of one rule fail in one
 * table: documents are not wrong in every row, so there our own reading (columns, rows) is what is in doubt.
 */
import type { Judged } from './blame.js';
import type { FactIndex } from '../fact-index.js';

/** Fewer failures than this can all be the document's own. */
const MIN_FAILURES = 5;
/** Share of a rule's identities in one table that must fail. */
const MASS = 0.5;

export function doubtMassFailures(judged: Judged[], index: FactIndex): Judged[] {
  if (!judged.some(manyErrors())) return judged;
  const counts = new Map<string, { failed: number; all: number }>();
  const placeOf = ({ rule, outcome }: Judged): string | null => {
    if (outcome.outcome !== 'pass' && outcome.outcome !== 'fail') return null;
    const table = outcome.facts.length > 0 ? index.facts.get(outcome.facts[0]!)?.table_id : undefined;
    return table === undefined ? null : `${rule} ${table}`;
  };
  for (const j of judged) {
    const key = placeOf(j);
    if (key === null) continue;
    const c = counts.get(key) ?? { failed: 0, all: 0 };
    c.all++;
    if (j.outcome.outcome === 'fail' && j.outcome.finding.severity === 'error') c.failed++;
    counts.set(key, c);
  }
  return judged.map((j) => {
    const key = placeOf(j);
    const c = key === null ? undefined : counts.get(key);
    if (!c || c.failed < MIN_FAILURES || c.failed < c.all * MASS) return j;
    const { outcome } = j;
    if (outcome.outcome !== 'fail' || outcome.finding.severity !== 'error') return j;
    return {
      ...j,
      outcome: {
        ...outcome,
        finding: {
          ...outcome.finding,
          severity: 'warning',
          message: `${outcome.finding.message}（该表此类关系 ${c.all} 项中 ${c.failed} 项不符，可能是表格识读有误）`,
          message_en:
            `${outcome.finding.message_en} (${c.failed} of ${c.all} such identities fail in this table: its ` +
            'reading is in doubt)',
        },
      },
    };
  });
}

/** True once one rule has failed as an error often enough to fail in mass: few documents come to that. */
function manyErrors(): (judged: Judged) => boolean {
  const errors = new Map<string, number>();
  return ({ rule, outcome }) => {
    if (outcome.outcome !== 'fail' || outcome.finding.severity !== 'error') return false;
    const n = (errors.get(rule) ?? 0) + 1;
    errors.set(rule, n);
    return n >= MIN_FAILURES;
  };
}
