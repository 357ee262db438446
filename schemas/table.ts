/** @module A logical table: one table even where it runs over pages. */
import { z } from 'zod';
import { Box, Grade, TableKind, TextSource } from './primitives.js';

export const CellRole = z.enum(['column_header', 'row_header', 'body', 'total']);

export const Cell = z.object({
  row: z.int().min(0),
  column: z.int().min(0),
  row_span: z.int().min(1),
  column_span: z.int().min(1),
  text: z.string().describe('normalised: white space inside the cell removed, wrapped lines joined; "" when empty'),
  raw_text: z.string().describe('as printed, lines separated by \\n'),
  page: z.int().min(1),
  boxes: z.array(Box).describe('the cell area; one box a page it stands on'),
  role: CellRole,
  source: TextSource,
  confidence: z.number().min(0).max(1),
});

export const Table = z.object({
  id: z.string(),
  kind: TableKind.nullable(),
  title: z.string().nullable(),
  printed_number: z
    .string()
    .nullable()
    .describe('as printed, e.g. 公开07表; no identity, numbering differs by province and year'),
  unit: z.string().nullable().describe('元, 万元, … as the unit line prints it'),
  unit_evidence: z.object({ quote: z.string(), page: z.int().min(1), boxes: z.array(Box) }).nullable(),
  pages: z.array(z.int().min(1)),
  row_count: z.int().min(0),
  column_count: z.int().min(0),
  header_row_count: z.int().min(0),
  grade: Grade,
  notes: z.array(z.string()).describe('printed notes below the table'),
  cells: z.array(Cell),
});

export type CellRole = z.infer<typeof CellRole>;
export type Cell = z.infer<typeof Cell>;
export type Table = z.infer<typeof Table>;
