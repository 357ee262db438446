/**
 * @module Facts in a failed identity and the other PDF reader -> the facts on which the two readers differ. A figure
 * that only one reader sees is our doubt, never the document's error.
 */
import type { Anomaly, Fact } from '../schemas/index.js';
import type { PageContent } from './model.js';
import { agree, type OpenedPdf } from './read/index.js';
import { turnedLike } from './tables/turned.js';

/** Pages read again at the most: a document that fails everywhere gains nothing from a second reading of everything. */
const MOST_PAGES = 6;
/** Confidence of a value that the two readers give differently: below what any grade but doubtful takes. */
const DISPUTED = 0.5;

/**
 * @param summed facts that an exact sum holds
 * @returns the ids of the facts that the other reader gives differently
 */
export async function disputedFacts(
  file: OpenedPdf,
  pages: readonly PageContent[],
  facts: readonly Fact[],
  anomalies: readonly Anomaly[],
  summed: ReadonlySet<string>,
): Promise<Set<string>> {
  const disputed = new Set<string>();
  if (!file.secondOpinion) return disputed;
  const inError = factsInError(anomalies, summed);
  const questioned = facts.filter((f) => inError.has(f.id) && f.source === 'text_layer' && f.boxes.length > 0);
  for (const number of [...new Set(questioned.map((f) => f.page))].sort((a, b) => a - b).slice(0, MOST_PAGES)) {
    const first = pages.find((p) => p.number === number);
    const other = first ? await file.secondOpinion(number) : null;
    if (!first || !other) continue;
    const second = turnedLike(first, other);
    for (const fact of questioned) {
      if (fact.page === number && !agree(first, second, fact.boxes[0])) disputed.add(fact.id);
    }
  }
  return disputed;
}

/**
 * Facts whose reading a failed identity puts in question. The prose contradicts a figure that its own table's sums
 * hold: that figure stands as it was read, and to load the other reader for it would cost more than the rest of the
 * document.
 */
function factsInError(anomalies: readonly Anomaly[], summed: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  for (const { severity, difference, evidence } of anomalies) {
    if (severity !== 'error' || difference === null) continue;
    const againstProse = evidence.some((e) => e.fact_id === undefined && e.quote !== undefined);
    for (const { fact_id } of evidence)
      if (fact_id !== undefined && !(againstProse && summed.has(fact_id))) found.add(fact_id);
  }
  return found;
}

/** The facts in their order, those in dispute with a confidence that no grade but doubtful takes. */
export function withDoubt(facts: Fact[], disputed: ReadonlySet<string>): Fact[] {
  if (disputed.size === 0) return facts;
  return facts.map((f) => (disputed.has(f.id) ? { ...f, confidence: Math.min(f.confidence, DISPUTED) } : f));
}

/** Findings that rest on a disputed figure become warnings. */
export function doubtDisputed(anomalies: Anomaly[], disputed: ReadonlySet<string>): Anomaly[] {
  return anomalies.map(
    (anomaly): Anomaly =>
      anomaly.severity !== 'error' ||
      !anomaly.evidence.some((e) => e.fact_id !== undefined && disputed.has(e.fact_id))
        ? anomaly
        : {
            ...anomaly,
            severity: 'warning',
            message: `${anomaly.message}（两个阅读器对其中数字的识读不一致）`,
            message_en: `${anomaly.message_en} (the two PDF readers differ on a figure in it)`,
          },
  );
}
