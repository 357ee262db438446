/** @module In: failed outcomes and the blame. Out: published anomalies with stable ids, worst first. */
import { createHash } from 'node:crypto';
import type { Anomaly, Severity } from '../../../schemas/index.js';
import type { Blame, Judged } from './blame.js';
import { judgedFinding } from './finding.js';
import { merged } from './merge.js';
import type { FactIndex } from '../fact-index.js';
import type { Finding } from '../outcome.js';

const ORDER: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

export { UNJUDGED } from './finding.js';

/**
 * Sorted by severity, page, rule, id. The id depends on the rule and on what the finding is about, not on other
 * findings.
 */
export function buildAnomalies(judged: Judged[], blame: Blame, index: FactIndex): Anomaly[] {
  const ids = new Map<number, string>();
  const seen = new Map<string, number>();
  judged.forEach(({ rule, outcome }, at) => {
    if ((outcome.outcome !== 'fail' && outcome.outcome !== 'pass') || !outcome.finding) return;
    const id = anomalyId(rule, outcome.finding);
    if (seen.has(id)) return; // the same finding twice says nothing more
    seen.set(id, at);
    ids.set(at, id);
  });
  const speaks = new Map(blame.causes.map((c) => [c.failures[0]!, c]));
  const anomalies: Anomaly[] = [];
  for (const [at, id] of ids) {
    const { rule, outcome } = judged[at]!;
    if (outcome.outcome !== 'fail' && outcome.outcome !== 'pass') continue;
    const echoOf = blame.echoes.get(at);
    const of = echoOf === undefined ? null : (ids.get(echoOf) ?? null);
    anomalies.push({
      id,
      rule,
      ...judgedFinding(outcome.finding!, {
        equation: outcome.equation ?? null,
        cause: speaks.get(at) ?? null,
        consequenceOf: of,
        facts: index.facts,
      }),
    });
  }
  return merged(withoutTwins(anomalies)).sort(
    (a, b) =>
      ORDER[a.severity] - ORDER[b.severity] ||
      firstPage(a) - firstPage(b) ||
      compare(a.rule, b.rule) ||
      compare(a.id, b.id),
  );
}

/**
 * Two rules that say the same of the same place (a wrong year in a title is a heading and a caption) are one finding:
 * the worse one.
 */
function withoutTwins(anomalies: Anomaly[]): Anomaly[] {
  const said = new Map<string, Anomaly[]>();
  for (const a of anomalies) {
    const where = a.evidence[0];
    if (a.reported === null || a.computed === null || !where || where.fact_id !== undefined) continue;
    const key = `${where.page}|${a.reported}|${a.computed}`;
    said.set(key, [...(said.get(key) ?? []), a]);
  }
  const twins = new Set<Anomaly>();
  for (const group of said.values())
    for (const [i, a] of group.entries())
      for (const b of group.slice(i + 1)) {
        if (a.rule !== b.rule && overlap(a, b)) twins.add(ORDER[b.severity] < ORDER[a.severity] ? a : b);
      }
  return anomalies.filter((a) => !twins.has(a));
}

function overlap(a: Anomaly, b: Anomaly): boolean {
  return a.evidence[0]!.boxes.some((p) =>
    b.evidence[0]!.boxes.some((q) => p[0] < q[2] && q[0] < p[2] && p[1] < q[3] && q[1] < p[3]),
  );
}

function firstPage(a: Anomaly): number {
  return a.evidence[0]?.page ?? 0;
}
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function anomalyId(rule: string, f: Finding): string {
  const about = f.evidence.map(
    (e) => e.fact_id ?? (e.cell ? `${e.cell.table_id}/${e.cell.row}/${e.cell.column}` : `${e.page}:${e.quote ?? ''}`),
  );
  const key = JSON.stringify([
    rule,
    about,
    f.reported,
    f.computed,
    about.some((a) => a.endsWith(':')) ? f.message : '',
  ]);
  return `${rule}-${createHash('sha256').update(key).digest('hex').slice(0, 10)}`;
}
