/** @module Reviews in a store: read, and written so that two reviewers never overwrite each other unseen. */
import type { Fact } from '../../schemas/index.js';
import { reviewKey, reviewLogKey, reviewsPrefix } from '../../stores/layout.js';
import type { ObjectStore } from '../../stores/object-store.js';
import { type ReviewInput, ReviewRecord } from './record.js';

export { FactId, ReviewInput, ReviewRecord } from './record.js';

export type Saved = { outcome: 'saved'; review: ReviewRecord } | { outcome: 'conflict'; review: ReviewRecord };

/** The latest review of each figure, by fact id; objects that are no reviews are left out. */
export async function readReviews(store: ObjectStore, documentId: string): Promise<Map<string, ReviewRecord>> {
  const found = new Map<string, ReviewRecord>();
  for await (const { key } of store.list(reviewsPrefix(documentId))) {
    const review = await readRecord(store, key);
    if (review?.document_id === documentId) found.set(review.fact_id, review);
  }
  return found;
}

/**
 * The revision is claimed by writing its log entry with "only when absent": of two reviewers, on one server or on
 * two, one gets it and the other is shown what the first has written.
 * @throws ObjectStoreError
 */
export async function saveReview(
  store: ObjectStore,
  documentId: string,
  fact: Fact,
  input: ReviewInput,
  now: Date = new Date(),
): Promise<Saved> {
  const current = await readRecord(store, reviewKey(documentId, fact.id));
  if (current !== null && current.revision !== input.seen) return { outcome: 'conflict', review: current };
  const review: ReviewRecord = {
    schema_version: '1.0.0',
    document_id: documentId,
    fact_id: fact.id,
    revision: input.seen + 1,
    decision: input.decision,
    reviewer: input.reviewer,
    at: now.toISOString(),
    reason: input.reason || null,
    old: { value: fact.value, raw_text: fact.raw_text, grade: fact.grade },
    new: { value: input.decision === 'corrected' ? (input.value ?? null) : fact.value },
  };
  const claim = reviewLogKey(documentId, fact.id, review.revision);
  if ((await store.put(claim, print(review), JSON_TYPE_ONCE)) === 'exists') {
    const other = await readRecord(store, claim);
    if (other === null)
      throw new Error(`${claim} is there and is no review: look at it, and remove it when it is not yours`);
    // Its writer may have ended between the two objects: bring the latest up to date for it.
    await store.put(reviewKey(documentId, fact.id), print(other), JSON_TYPE);
    return { outcome: 'conflict', review: other };
  }
  await store.put(reviewKey(documentId, fact.id), print(review), JSON_TYPE);
  return { outcome: 'saved', review };
}

const JSON_TYPE = { contentType: 'application/json' };
const JSON_TYPE_ONCE = { ...JSON_TYPE, ifAbsent: true };

const print = (review: ReviewRecord): string => `${JSON.stringify(review, null, 2)}\n`;

async function readRecord(store: ObjectStore, key: string): Promise<ReviewRecord | null> {
  const body = await store.get(key);
  if (body === null) return null;
  try {
    return ReviewRecord.parse(JSON.parse(Buffer.from(body).toString('utf8')));
  } catch {
    return null;
  }
}
