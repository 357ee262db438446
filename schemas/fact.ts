/** @module A fact: one labelled value place of a statutory table, and its flat form for warehouses. */
import { z } from 'zod';
import { PHASES } from '../pipeline/domain/ids.js';
import { FLOWS, FUNDS, MEASURES, PHASES_OF_MONEY, TYPES, VINTAGES } from '../pipeline/domain/dimensions.js';
import { Box, Decimal, DocumentContext, Grade, TableKind, TextSource } from './primitives.js';

export const Phase = z.enum(PHASES);

/** How a value read by OCR was repaired; text layers are never repaired. */
export const Repair = z.object({
  from: z.string().describe('what was read'),
  to: z.string().describe('what the value was changed to'),
  why: z.string(),
  identities: z.array(z.string()).describe('ids of the rules that the change closes'),
});

/** What the figure means, in one vocabulary whatever table it stands in; a key that is not there: not broken down by it. */
export const Dimensions = z
  .object({
    measure: z.enum(MEASURES).optional().describe('left out: an amount'),
    flow: z.enum(FLOWS).optional().describe('left out: 总计, which counts in what was carried over or is left'),
    fund: z.enum(FUNDS).optional().describe('whose money it is'),
    vintage: z.enum(VINTAGES).optional().describe("the year's own money, or carried over"),
    type: z.enum(TYPES).optional().describe('kind of expenditure'),
    type_detail: z.string().optional().describe('a printed subdivision that has no name of its own here, as printed'),
    function: z.string().optional().describe('functional code, 3, 5 or 7 digits'),
    economic: z.string().optional().describe('department economic code'),
    government_economic: z.string().optional().describe('government economic code'),
    institution: z.string().optional().describe('unit inside the department, as printed'),
    institution_code: z.string().optional().describe('its code, never a functional one'),
    project: z.string().optional().describe('name of the project, as printed'),
    item: z.string().optional().describe('三公, its parts, meetings, training, statistics'),
    phase: z.enum(PHASES_OF_MONEY).optional().describe('年初预算, 全年预算, 决算'),
    year: z.int().optional().describe('the year the amount is of'),
  })
  .strict();

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
  dimensions: Dimensions.nullable().describe(
    'what the figure means; null where a word of its title, header or row is not understood',
  ),
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
export type Dimensions = z.infer<typeof Dimensions>;
export type Fact = z.infer<typeof Fact>;
export type FactRecord = z.infer<typeof FactRecord>;
