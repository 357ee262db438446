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
export type Checks = z.infer<typeof Checks>;
