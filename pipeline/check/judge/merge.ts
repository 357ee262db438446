/**
 * @module Findings in; the same with those of one rule that say one thing many times as one finding with its places, out: twenty missing
 * units are one remark about units. Errors stay one by one: each is a place to be mended.
 */
import { createHash } from 'node:crypto';
import type { Anomaly } from '../../../schemas/index.js';

/** As many as a reader takes in one by one. */
const MOST = 3;
/** Places that a message names. */
const LISTED = 3;

export function merged(anomalies: readonly Anomaly[]): Anomaly[] {
  const groups = new Map<string, Anomaly[]>();
  for (const anomaly of anomalies) {
    const key = isOneByOne(anomaly) ? anomaly.id : `${anomaly.rule} ${anomaly.severity} ${kindOf(anomaly)}`;
    const group = groups.get(key);
    if (group) group.push(anomaly);
    else groups.set(key, [anomaly]);
  }
  return [...groups.values()].flatMap((group) => (group.length > MOST ? [one(group)] : group));
}

/** Errors, what follows from one, and doubts about a figure's reading: each is looked at by itself. */
function isOneByOne({ severity, consequence_of, certainty }: Anomaly): boolean {
  return severity === 'error' || consequence_of !== null || certainty === 'reading';
}

/** Rounding of sums is one remark a table; of other rules, one a document. */
function kindOf({ severity, evidence }: Anomaly): string {
  const fact = severity === 'info' ? evidence[0]?.fact_id : undefined;
  return fact === undefined ? '' : fact.replace(/-r\d+c\d+$/, '');
}

function one(group: readonly Anomaly[]): Anomaly {
  const [first] = group as [Anomaly];
  const n = group.length;
  const pages = [...new Set(group.flatMap(({ evidence }) => evidence.slice(0, 1).map(({ page }) => page)))].sort(
    (a, b) => a - b,
  );
  const more = group.slice(1, LISTED);
  return {
    ...first,
    id: `${first.rule}-${createHash('sha256')
      .update(group.map(({ id }) => id).join(' '))
      .digest('hex')
      .slice(0, 10)}`,
    message: `同类问题共 ${n} 处（第 ${pages.join('、')} 页）：${[first, ...more].map((a) => a.message).join('')}${n > LISTED ? '……' : ''}`,
    message_en: `${n} findings of one kind (pages ${pages.join(', ')}): ${[first, ...more].map((a) => a.message_en).join(' ')}${n > LISTED ? ' …' : ''}`,
    reported: null,
    computed: null,
    difference: null,
    tolerance: null,
    equation: null,
    evidence: group.flatMap(({ evidence }) => evidence),
    places: group.reduce((sum, { places }) => sum + places, 0),
  };
}
