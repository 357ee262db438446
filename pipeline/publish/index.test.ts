import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DOCUMENT, ANOMALY_RECORD, FACT_RECORD, type Order } from './key-order.js';
import { DEFAULT_OPTIONS, shapingOptions } from '../options.js';
import {
  isCurrent,
  publishDocument,
  publishRun,
  readPublishedHead,
  readWholeHead,
  newRunId,
  renderDocument,
} from './index.js';
import { PIPELINE_NAME, PIPELINE_VERSION, STAGE_VERSIONS } from '../versions.js';
import { AnomalyRecord, FactRecord, GongkaiDocument } from '../../schemas/index.js';
import { createMemoryStore } from '../../stores/memory.js';
import type { ObjectStore } from '../../stores/object-store.js';
import { SAMPLE_BYTES, SAMPLE_SHA, sampleDocument } from '../../test/support/sample-document.js';

const text = async (store: ObjectStore, key: string) => new TextDecoder().decode((await store.get(key)) ?? undefined);
const keys = async (store: ObjectStore) => {
  const all: string[] = [];
  for await (const { key } of store.list('')) all.push(key);
  return all;
};
/** The store, and the order in which it was written to. */
function recording(): { store: ObjectStore; log: string[] } {
  const store = createMemoryStore();
  const log: string[] = [];
  return {
    log,
    store: {
      ...store,
      put: (key, ...rest) => {
        log.push(`put ${key}`);
        return store.put(key, ...rest);
      },
      delete: (key) => {
        log.push(`delete ${key}`);
        return store.delete(key);
      },
    },
  };
}

describe('key order', () => {
  /** JSON Schema of the zod schema has its properties in declaration order. */
  const holds = (order: Order, schema: Record<string, unknown>, path: string): void => {
    const alternatives = schema.anyOf as Record<string, unknown>[] | undefined;
    const target =
      alternatives?.find((candidate) => candidate.type === 'object' || candidate.type === 'array') ?? schema;
    if (order === null) return;
    if (Array.isArray(order)) {
      holds(order[0] as Order, target.items as Record<string, unknown>, `${path}[]`);
      return;
    }
    const properties = target.properties as Record<string, Record<string, unknown>>;
    expect(Object.keys(order), path).toEqual(Object.keys(properties));
    for (const [key, inner] of Object.entries(order)) holds(inner as Order, properties[key] ?? {}, `${path}.${key}`);
  };
  it("is the schemas' own", () => {
    holds(DOCUMENT, z.toJSONSchema(GongkaiDocument, { reused: 'inline' }) as Record<string, unknown>, 'document');
    holds(FACT_RECORD, z.toJSONSchema(FactRecord, { reused: 'inline' }) as Record<string, unknown>, 'fact');
    holds(ANOMALY_RECORD, z.toJSONSchema(AnomalyRecord, { reused: 'inline' }) as Record<string, unknown>, 'anomaly');
  });
});

describe('renderDocument', () => {
  it('writes what the schema reads back, keys in order, whatever order they came in', () => {
    const rendered = renderDocument(sampleDocument());
    const parsed = JSON.parse(new TextDecoder().decode(rendered.document));
    expect(parsed).toEqual(sampleDocument());
    expect(Object.keys(parsed)).toEqual(Object.keys(GongkaiDocument.shape));
    expect(Object.keys(parsed.facts[0])).toEqual(Object.keys(GongkaiDocument.shape.facts.element.shape));
    expect(GongkaiDocument.parse(parsed)).toEqual(parsed);
    expect(Buffer.compare(renderDocument(parsed).document, rendered.document)).toBe(0);
  });

  it('writes flat records that mean something alone', () => {
    const rendered = renderDocument(sampleDocument());
    const lines = new TextDecoder().decode(rendered.facts).split('\n');
    expect(lines).toHaveLength(2);
    expect(FactRecord.parse(JSON.parse(lines[0] ?? ''))).toMatchObject({
      document_id: SAMPLE_SHA,
      entity_name: '某局',
      fiscal_year: 2024,
      value: '100.00',
    });
    expect(AnomalyRecord.parse(JSON.parse(new TextDecoder().decode(rendered.anomalies)))).toMatchObject({
      document_id: SAMPLE_SHA,
      rule: 'row-sum',
    });
  });

  it('sums up for people', () => {
    expect(renderDocument(sampleDocument()).summary).toMatchObject({
      tables: 1,
      facts: 1,
      doubtful_facts: 1,
      findings: { error: 1, warning: 0, info: 0 },
      failed_pages: [{ page: 2, reason: 'page_failed: broken stream' }],
    });
  });

  it('refuses a key that has no place', () => {
    expect(() => renderDocument({ ...sampleDocument(), surprise: 1 } as unknown as GongkaiDocument)).toThrow(
      /"surprise"/,
    );
  });
});

describe('publishDocument', () => {
  const facts = `facts/document_kind=final_accounts/fiscal_year=2024/${SAMPLE_SHA}.jsonl`;

  it('writes document.json last', async () => {
    const { store, log } = recording();
    await publishDocument(store, sampleDocument(), SAMPLE_BYTES);
    expect(log).toEqual([
      `put raw/sha256/ab/${SAMPLE_SHA}.pdf`,
      `put ${facts}`,
      `put ${facts.replace('facts', 'anomalies')}`,
      `put documents/${SAMPLE_SHA}/document.json`,
    ]);
    expect(await text(store, `raw/sha256/ab/${SAMPLE_SHA}.pdf`)).toBe('%PDF-1.7 stands for a file');
  });

  it('writes the same bytes the second time', async () => {
    const [first, second] = [createMemoryStore(), createMemoryStore()];
    await publishDocument(first, sampleDocument(), SAMPLE_BYTES);
    await publishDocument(second, sampleDocument(), SAMPLE_BYTES);
    await publishDocument(second, sampleDocument(), SAMPLE_BYTES);
    expect(await keys(second)).toEqual(await keys(first));
    for (const key of await keys(first)) expect(await text(second, key)).toBe(await text(first, key));
  });

  it('leaves no lines in a partition that the document has left, and cleans up before the new head', async () => {
    const { store, log } = recording();
    await publishDocument(store, sampleDocument({ kind: 'other', fiscal_year: null }), SAMPLE_BYTES);
    expect(await keys(store)).toContain(`facts/document_kind=other/fiscal_year=unknown/${SAMPLE_SHA}.jsonl`);
    log.length = 0;
    await publishDocument(store, sampleDocument(), SAMPLE_BYTES);
    expect((await keys(store)).filter((key) => key.startsWith('facts/') || key.startsWith('anomalies/'))).toEqual([
      facts.replace('facts', 'anomalies'),
      facts,
    ]);
    expect(log.at(-1)).toBe(`put documents/${SAMPLE_SHA}/document.json`);
    expect(log.filter((entry) => entry.startsWith('delete'))).toHaveLength(2);
  });

  it('reads the head back without the rest', async () => {
    const store = createMemoryStore();
    expect(await readPublishedHead(store, SAMPLE_SHA)).toBeNull();
    await publishDocument(store, sampleDocument(), SAMPLE_BYTES);
    const { schema_version, document, source, pipeline } = sampleDocument();
    expect(await readPublishedHead(store, SAMPLE_SHA)).toEqual({ schema_version, document, source, pipeline });
    await store.put(`documents/${SAMPLE_SHA}/document.json`, 'not ours');
    expect(await readPublishedHead(store, SAMPLE_SHA)).toBeNull();
  });

  it('takes no document.json for whole that is null, empty or broken off', async () => {
    const store = createMemoryStore();
    const key = `documents/${SAMPLE_SHA}/document.json`;
    expect(await readWholeHead(store, SAMPLE_SHA)).toBeNull();
    await publishDocument(store, sampleDocument(), SAMPLE_BYTES);
    expect(await readWholeHead(store, SAMPLE_SHA)).toEqual(await readPublishedHead(store, SAMPLE_SHA));
    const whole = await text(store, key);
    const headEnd = whole.indexOf('\n  "pipeline"') + 200;
    for (const broken of [
      'null',
      'null\n',
      '',
      '{',
      '\n}\n',
      whole.slice(0, headEnd),
      whole.slice(0, -1),
      whole.slice(0, -3),
    ]) {
      await store.put(key, broken);
      expect(await readWholeHead(store, SAMPLE_SHA), broken.slice(-20)).toBeNull();
    }
  });

  it('knows its own work', () => {
    const pipeline = {
      name: PIPELINE_NAME,
      version: PIPELINE_VERSION,
      options: shapingOptions(DEFAULT_OPTIONS),
      stages: { ...STAGE_VERSIONS, read: 'pdfium' },
    };
    const current = (change: object, options = DEFAULT_OPTIONS) =>
      isCurrent({ pipeline: { ...pipeline, ...change } }, options);
    expect(current({})).toBe(true);
    expect(current({ version: '0.0.0' })).toBe(false);
    expect(current({ stages: { read: 'pdfium' } })).toBe(false);
    expect(current({}, { ...DEFAULT_OPTIONS, maxPages: 1 })).toBe(true);
    for (const other of [{ ocr: 'never' }, { reader: 'pdfjs' }, { ocrEngine: 'tesseract' }] as const)
      expect(current({}, { ...DEFAULT_OPTIONS, ...other })).toBe(false);
    // Written before options were: read again, with whatever options.
    expect(current({ options: undefined })).toBe(false);
  });
});

describe('runs', () => {
  it('have ids that sort by time and are object keys', async () => {
    const id = newRunId(new Date('2026-01-02T03:04:05.678Z'));
    expect(id).toMatch(/^20260102T030405Z-[0-9a-f]{6}$/);
    const store = createMemoryStore();
    await publishRun(store, {
      run_id: id,
      started_at: '',
      finished_at: '',
      gongkai_version: '',
      node_version: '',
      documents: [],
      failures: [],
      counts: {
        inputs: 0,
        written: 0,
        skipped: 0,
        partial: 0,
        failed: 0,
        pages: 0,
        tables: 0,
        facts: 0,
        errors: 0,
        warnings: 0,
        infos: 0,
      },
    });
    expect(await keys(store)).toEqual([`runs/${id}.json`]);
  });
});
