/** @module A figure that the prose states, with the sentence it stands in. */
import { z } from 'zod';
import { Box, Decimal } from './primitives.js';

export const NarrativeFigure = z.object({
  id: z.string(),
  kind: z
    .string()
    .describe('what kind of statement: amount, share, growth_amount, growth_rate, completion_rate, count, …'),
  subject: z
    .string()
    .describe(
      'what the figure is about, as a canonical path: income.total, three_public.reception.actual,' +
        ' function.2080505.actual',
    ),
  value: Decimal.nullable(),
  unit: z.string().nullable(),
  quote: z.string(),
  page: z.int().min(1),
  boxes: z.array(Box),
});

export type NarrativeFigure = z.infer<typeof NarrativeFigure>;
