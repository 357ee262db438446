/**
 * @module A review: what a person said of one extracted figure. An overlay beside the extraction, which is never
 * rewritten.
 */
import { z } from 'zod';
import { Decimal, type Fact, Grade, Sha256 } from '../../schemas/index.js';

/** Ids of facts as they become part of an object key. */
export const FactId = z.string().regex(/^[A-Za-z0-9_=-]{1,100}$/);

const Line = z
  .string()
  .trim()
  .max(2000)
  .refine((text) => !/[^\P{Cc}\n\t]/u.test(text), 'control characters');

/** What a reviewer sends. */
export const ReviewInput = z
  .strictObject({
    decision: z.enum(['confirmed', 'corrected']),
    /** Of a correction; null: nothing is printed there. */
    value: Decimal.max(40).nullable().optional(),
    reviewer: Line.min(1).max(80),
    reason: Line.nullable(),
    /** Revision of the review that the reviewer saw; 0: none. Another one stands there by now: refused. */
    seen: z.int().min(0),
  })
  .refine(
    (input) => (input.decision === 'corrected') === (input.value !== undefined),
    'a correction has a value, a confirmation has none',
  )
  .refine((input) => input.decision !== 'corrected' || (input.reason ?? '') !== '', 'a correction needs a reason');

/**
 * reviews/<document>/<fact>.json: the latest; every revision stays in review-log/<document>/<fact>.<revision>.json.
 */
export const ReviewRecord = z.strictObject({
  schema_version: z.literal('1.0.0'),
  document_id: Sha256,
  fact_id: FactId,
  revision: z.int().min(1),
  decision: z.enum(['confirmed', 'corrected']),
  reviewer: z.string(),
  at: z.iso.datetime(),
  reason: z.string().nullable(),
  old: z
    .strictObject({ value: Decimal.nullable(), raw_text: z.string(), grade: Grade })
    .describe('as extracted when it was reviewed'),
  new: z.strictObject({ value: Decimal.nullable() }),
});

export type ReviewInput = z.infer<typeof ReviewInput>;
export type ReviewRecord = z.infer<typeof ReviewRecord>;

/** The document has been extracted again since, and the figure is another one. */
export function isStale(review: ReviewRecord, fact: Pick<Fact, 'value' | 'raw_text'>): boolean {
  return review.old.value !== fact.value || review.old.raw_text !== fact.raw_text;
}
