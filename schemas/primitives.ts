/** @module Small value types that every published record shares. */
import { z } from 'zod';
import { TABLE_KINDS } from '../pipeline/domain/ids.js';

/** Lower-case hexadecimal SHA-256 of a file's bytes. */
export const Sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe('SHA-256 of the source bytes, lower-case hex');

/** Exact decimal as printed, without grouping: "-12.30". Money never passes through floating point. */
export const Decimal = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .describe('exact decimal number as a string, no grouping, trailing zeros kept');

/** [x0, y0, x1, y1] in PDF points, origin at the top left of the page as displayed. */
export const Box = z
  .tuple([z.number(), z.number(), z.number(), z.number()])
  .describe('[x0, y0, x1, y1] in PDF points, origin top left of the page as displayed');

export const Grade = z
  .enum(['verified', 'consistent', 'unchecked', 'doubtful'])
  .describe(
    'verified: independent sums confirm it; consistent: nothing contradicts it; unchecked: nothing to compare; doubtful: low confidence, repaired, or part of a contradiction',
  );

export const TextSource = z.enum(['text_layer', 'ocr']);

/** Canonical ids of the statutory tables (shared by final accounts and budgets). */
export const TableKind = z.enum(TABLE_KINDS);

export const DocumentKind = z.enum([
  'final_accounts',
  'budget',
  'performance_evaluation',
  'government_budget',
  'government_accounts',
  'other',
]);
export const Scope = z.enum(['department', 'unit']);
export const Severity = z.enum(['error', 'warning', 'info']);

/** The document's context that every flat record carries, so that one line alone means something. */
export const DocumentContext = z.object({
  document_id: Sha256,
  document_kind: DocumentKind,
  scope: Scope.nullable(),
  entity_name: z.string().nullable(),
  division_code: z.string().nullable(),
  division_name: z.string().nullable(),
  fiscal_year: z.int().nullable(),
});

export type Box = z.infer<typeof Box>;
export type Grade = z.infer<typeof Grade>;
export type TextSource = z.infer<typeof TextSource>;
export type TableKind = z.infer<typeof TableKind>;
export type DocumentKind = z.infer<typeof DocumentKind>;
export type Scope = z.infer<typeof Scope>;
export type Severity = z.infer<typeof Severity>;
