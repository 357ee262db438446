/**
 * @module In: tables, facts and prose of one document. Out: how the rules went, the findings worst first, a grade for
 * every fact. Counts: rules_run counts rules; passed, failed, not_applicable and not_evaluable count evaluations (one
 * identity tried, one sentence compared). A rule with nothing to evaluate counts as one not_applicable, a missing
 * table as not_evaluable, never as a pass.
 */
import type { Anomaly, Checks, Grade } from '../../schemas/index.js';
import { UNJUDGED, buildAnomalies } from './judge/anomalies.js';
import { doubtedFacts, findBlame } from './judge/blame.js';
import type { Judged } from './judge/blame.js';
import { doubtMassFailures } from './judge/doubt.js';
import { CheckContext } from './context.js';
import { GRADE_POLICY, gradeFacts } from './judge/grade.js';
import type { GradePolicy, ImageQuality } from './judge/grade.js';
import { rules as allRules } from './rules/index.js';
import type { CheckInput, Rule, RuleProblem, Suspect } from './types.js';

export { explainRule, listRules } from './catalogue.js';
export type { GradePolicy } from './judge/grade.js';
export type { RuleProblem, Suspect } from './types.js';

export interface CheckResult {
  checks: Checks;
  anomalies: Anomaly[];
  /** By fact id; every fact has one. */
  grades: Map<string, Grade>;
  /** Facts whose other reading would close several failed identities. */
  suspects: Suspect[];
  /**
   * Facts that an exact sum of three printed figures or more holds, whatever else contradicts them: no digit of them
   * was misread.
   */
  summed: ReadonlySet<string>;
  /** Rules that threw: defects of ours, to be reported with the run. Their evaluations count as not_evaluable. */
  problems: RuleProblem[];
}

/** @param policy how much more recognised figures must show than those of a text layer */
export function checkDocument(
  input: CheckInput,
  rules: readonly Rule[] = allRules,
  policy: GradePolicy = GRADE_POLICY,
): CheckResult {
  const ctx = new CheckContext(input);
  const { index } = ctx;
  const judged: Judged[] = [];
  const problems: RuleProblem[] = [];
  // A paper or a leaflet: what looks like a forgotten placeholder there is none of our business.
  const published = input.identity.kind !== 'other' || input.tables.some((t) => t.kind !== null);
  for (const rule of rules) {
    const before = judged.length;
    try {
      for (const outcome of published ? rule.evaluate(ctx) : []) judged.push({ rule: rule.id, outcome });
    } catch (error) {
      const message = `rule ${rule.id} failed: ${error instanceof Error ? error.message : String(error)}`;
      problems.push({ rule: rule.id, message });
      judged.push({ rule: rule.id, outcome: { outcome: 'not_evaluable', why: message } });
    }
    if (judged.length === before)
      judged.push({
        rule: rule.id,
        outcome: {
          outcome: 'not_applicable',
          why: published
            ? 'nothing of the kind in this document'
            : 'neither budget nor final account nor performance evaluation',
        },
      });
  }
  const settled = doubtMassFailures(judged, index);
  const blame = findBlame(settled, index);
  const qualities = new Map<number, ImageQuality>(
    input.layouts.map((l) => [l.content.number, l.content.imageQuality ?? 'good']),
  );
  return {
    checks: countOutcomes(settled, rules.length),
    anomalies: [...buildAnomalies(settled, blame, index), ...problems.map(problemFinding)],
    grades: gradeFacts(
      input.facts,
      settled.map((j) => j.outcome),
      (page) => qualities.get(page) ?? 'good',
      policy,
      doubtedFacts(settled, blame, index),
    ),
    suspects: blame.causes
      .filter((c) => !c.ambiguous)
      .map(({ fact_id, value, candidate, closes, breaks }) => ({ fact_id, value, candidate, closes, breaks })),
    summed: new Set(
      settled.flatMap(({ outcome: o }) =>
        o.outcome === 'pass' && o.confirms && !o.finding && (o.nonZero ?? 2) >= 3 ? o.facts : [],
      ),
    ),
    problems,
  };
}

/** A rule that failed says so among the findings: what was not checked must not look checked. */
function problemFinding({ rule, message }: RuleProblem, i: number): Anomaly {
  return {
    id: `problem-${i + 1}`,
    rule,
    severity: 'warning',
    message: `检查规则“${rule}”未能执行完，其余检查不受影响；请报告此程序缺陷。`,
    message_en: `${message}; its other evaluations are missing. This is a defect of the program: please report it.`,
    reported: null,
    computed: null,
    difference: null,
    tolerance: null,
    evidence: [{ page: 1, boxes: [] }],
    ...UNJUDGED,
  };
}

function countOutcomes(judged: Judged[], rulesRun: number): Checks {
  const checks: Checks = { rules_run: rulesRun, passed: 0, failed: 0, not_applicable: 0, not_evaluable: 0 };
  for (const { outcome } of judged) {
    if (outcome.outcome === 'fail') checks.failed++;
    else checks[outcome.outcome === 'pass' ? 'passed' : outcome.outcome] += outcome.times ?? 1;
  }
  return checks;
}
