/** @module document.json: everything read from one PDF; same bytes in, same bytes out. */
import { z } from 'zod';
import { Anomaly, Checks } from './anomaly.js';
import { Fact } from './fact.js';
import { NarrativeFigure } from './narrative.js';
import { DocumentKind, Grade, Scope, Sha256 } from './primitives.js';
import { Table } from './table.js';
import { SCHEMA_VERSION } from './version.js';

export const Page = z.object({
  number: z.int().min(1),
  width: z.number(),
  height: z.number(),
  rotation: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
  text_source: z.enum(['text_layer', 'ocr', 'none']),
  reason: z.string().nullable().describe('why this text source was taken, or why the page gave nothing'),
  grade: Grade,
});

export const GongkaiDocument = z.object({
  schema_version: z.literal(SCHEMA_VERSION),
  document: z.object({
    id: Sha256,
    kind: DocumentKind,
    scope: Scope.nullable(),
    entity: z.object({
      name: z.string().nullable(),
      division_code: z.string().nullable(),
      division_name: z.string().nullable(),
    }),
    fiscal_year: z.int().nullable(),
    title: z.string().nullable(),
    page_count: z.int().min(0),
    status: z.enum(['complete', 'partial']),
  }),
  source: z.object({ uri: z.string(), file_name: z.string(), sha256: Sha256, bytes: z.int().min(0) }),
  pipeline: z.object({
    name: z.string(),
    version: z.string(),
    options: z
      .object({
        reader: z.string(),
        ocr: z.string(),
        ocr_engine: z.string(),
        vocabulary: Sha256.nullable().describe("SHA-256 of what a user's vocabulary adds; null: none was given"),
      })
      .describe('what was asked for, where it shapes the result; stages say what was used'),
    stages: z.record(z.string(), z.string()),
  }),
  pages: z.array(Page),
  tables: z.array(Table),
  facts: z.array(Fact),
  narrative: z.array(NarrativeFigure),
  checks: Checks,
  anomalies: z.array(Anomaly),
});

export type Page = z.infer<typeof Page>;
export type GongkaiDocument = z.infer<typeof GongkaiDocument>;
export type DocumentMeta = GongkaiDocument['document'];
