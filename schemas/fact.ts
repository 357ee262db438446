/** @module A fact: one labelled value place of a statutory table, and its flat form for warehouses. */
import { z } from 'zod';
import { PHASES } from '../pipeline/domain/ids.js';
import { Box, Decimal, DocumentContext, Grade, TableKind, TextSource } from './primitives.js';

export const Phase = z.enum(PHASES);

/** How a value read by OCR was repaired; text layers are never repaired. */
export const Repair = z.object({
  from: z.string().describe('what was read'),
  to: z.string().describe('what the value was changed to'),
  why: z.string(),
  identities: z.array(z.string()).describe('ids of the rules that the change closes'),
});

export const Fact = z.object({
  id: z.string(),
  table_id: z.string(),
  table_kind: TableKind,
  table_title: z.string().nullable(),
  row_code: z.string().nullable().describe('classification code, 类, 款 and 项 joined: 2080505'),
  row_id: z.string().nullable().describe('canonical row, stable over provinces and years'),
  row_label: z.string(),
  row_path: z.array(z.string()).describe('labels of the parents, outermost first'),
  column_id: z.string().nullable().describe('canonical column, stable over provinces and years'),
  column_label: z.string().describe('header path joined with "/"'),
  phase: Phase,
  value: Decimal.nullable(),
  raw_text: z.string(),
  unit: z.string().nullable(),
  amount_yuan: Decimal.nullable().describe('the value in 元 where the unit is a money unit'),
  page: z.int().min(1),
  boxes: z.array(Box),
  source: TextSource,
  confidence: z.number().min(0).max(1),
  grade: Grade,
  repair: Repair.nullable(),
});

/** A fact with its document's context: one line alone means something in a warehouse. */
export const FactRecord = Fact.extend(DocumentContext.shape);

export type Phase = z.infer<typeof Phase>;
export type Repair = z.infer<typeof Repair>;
export type Fact = z.infer<typeof Fact>;
export type FactRecord = z.infer<typeof FactRecord>;
