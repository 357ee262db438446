/** @module runs/<run_id>.json: everything that varies from run to run. */
import { z } from 'zod';
import { Sha256 } from './primitives.js';

export const RunFailure = z.object({
  uri: z.string(),
  sha256: Sha256.nullable(),
  stage: z.string().describe('acquire, read, …'),
  code: z.string().describe('stable reason code: not_a_pdf, empty, truncated, encrypted, deadline, memory, …'),
  message: z.string(),
  page: z.int().nullable(),
});

export const Run = z.object({
  run_id: z.string(),
  started_at: z.string(),
  finished_at: z.string(),
  gongkai_version: z.string(),
  node_version: z.string(),
  counts: z.object({
    inputs: z.int(),
    written: z.int(),
    skipped: z.int(),
    partial: z.int(),
    failed: z.int(),
    pages: z.int(),
    tables: z.int(),
    facts: z.int(),
    errors: z.int(),
    warnings: z.int(),
    infos: z.int(),
  }),
  documents: z.array(
    z.object({
      sha256: Sha256,
      uri: z.string(),
      status: z.enum(['complete', 'partial', 'skipped']),
      revision_of: Sha256.nullable().describe('an earlier document of the same source, when this one replaces it'),
      milliseconds: z.number(),
      keys: z
        .object({ document: z.string(), facts: z.string(), anomalies: z.string() })
        .nullable()
        .describe('the objects that this run wrote; null for skipped documents'),
    }),
  ),
  failures: z.array(RunFailure),
});

export type RunFailure = z.infer<typeof RunFailure>;
export type Run = z.infer<typeof Run>;
