/** @module A finding: what does not add up, with evidence on both sides. */
import { z } from 'zod';
import { Box, Decimal, DocumentContext, Severity } from './primitives.js';

export const Evidence = z.object({
  fact_id: z.string().optional(),
  cell: z.object({ table_id: z.string(), row: z.int(), column: z.int() }).optional(),
  quote: z.string().optional(),
  page: z.int().min(1),
  boxes: z.array(Box),
});

/** sign × value over all terms is zero (equal), or zero or less (at_most: a part is not larger than its whole). */
export const FindingEquation = z.object({
  relation: z.enum(['equal', 'at_most']),
  terms: z.array(
    z.object({
      fact_id: z.string().nullable().describe('null: a figure that the prose states'),
      sign: z.union([z.literal(1), z.literal(-1)]),
      value: Decimal.describe('in the unit of the first term'),
      half: Decimal.describe('half of the last printed digit'),
    }),
  ),
});

export const Certainty = z
  .enum(['figure', 'tie', 'identity', 'reading'])
  .describe(
    'how far the fault is placed: figure: one figure, changed, closes all that fails; tie: several figures would do alike; identity: what does not hold is sure, which figure is wrong is not; reading: our own reading may be wrong',
  );

/** The value that would close what fails; nothing was changed. */
export const Proposal = z.object({
  value: z.string(),
  slip: z
    .enum(['digit_lost', 'digit_added', 'transposed', 'one_digit', 'point_shifted', 'sign'])
    .nullable()
    .describe('how it differs from what is printed'),
  closes: z.int().min(1).describe('failed identities that it closes at once'),
  rules: z.array(z.string()).describe('the rules of these identities'),
});

export const Anomaly = z.object({
  id: z.string(),
  rule: z.string(),
  severity: Severity,
  message: z.string().describe('Chinese'),
  message_en: z.string(),
  reported: z.string().nullable(),
  computed: z.string().nullable(),
  difference: Decimal.nullable(),
  tolerance: Decimal.nullable(),
  evidence: z.array(Evidence).min(1),
  equation: FindingEquation.nullable().describe('what does not hold, where it is a sum or a comparison of figures'),
  suspect: z.string().nullable().describe('id of the fact that, changed, closes most'),
  proposed: Proposal.nullable(),
  consequence_of: z.string().nullable().describe('id of the finding that has the same cause and speaks for it'),
  certainty: Certainty.nullable(),
  places: z.int().min(1).describe('equal findings that it stands for; each has its evidence'),
});

export const AnomalyRecord = Anomaly.extend(DocumentContext.shape);

export const Checks = z.object({
  rules_run: z.int().min(0),
  passed: z.int().min(0),
  failed: z.int().min(0),
  not_applicable: z.int().min(0),
  not_evaluable: z.int().min(0),
});

export type Evidence = z.infer<typeof Evidence>;
export type Anomaly = z.infer<typeof Anomaly>;
export type AnomalyRecord = z.infer<typeof AnomalyRecord>;
export type FindingEquation = z.infer<typeof FindingEquation>;
export type Certainty = z.infer<typeof Certainty>;
export type Proposal = z.infer<typeof Proposal>;
export type Checks = z.infer<typeof Checks>;
