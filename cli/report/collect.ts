/** @module Events of a batch -> what the summary shows; bounded, however many documents there are. */
import type { BatchEvent } from '../../pool/batch.js';
import type { AnomalyRecord, Severity } from '../../schemas/index.js';

export interface CollectedFinding {
  name: string;
  severity: Severity;
  rule: string;
  page: number;
  message: { zh: string; en: string };
}

export interface Collected {
  /** Errors and warnings in the order they came, at most KEPT of each. */
  findings: CollectedFinding[];
  /** All of them, by rule. */
  byRule: Record<Severity, Map<string, number>>;
  doubtfulFacts: number;
}

const KEPT = 200;

export function createCollector(): { collected: Collected; take(event: BatchEvent): void } {
  const collected: Collected = {
    findings: [],
    byRule: { error: new Map(), warning: new Map(), info: new Map() },
    doubtfulFacts: 0,
  };
  const kept: Record<Severity, number> = { error: 0, warning: 0, info: KEPT };
  return {
    collected,
    take(event) {
      if (event.type !== 'written') return;
      collected.doubtfulFacts += event.rendered.summary.doubtful_facts;
      for (const record of parseLines(event.rendered.anomalies)) {
        const counts = collected.byRule[record.severity];
        counts.set(record.rule, (counts.get(record.rule) ?? 0) + 1);
        if (kept[record.severity]++ >= KEPT) continue;
        collected.findings.push({
          name: event.name,
          severity: record.severity,
          rule: record.rule,
          page: record.evidence[0]?.page ?? 1,
          message: { zh: record.message, en: record.message_en },
        });
      }
    },
  };
}

function parseLines(lines: Uint8Array): AnomalyRecord[] {
  return Buffer.from(lines)
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as AnomalyRecord);
}
