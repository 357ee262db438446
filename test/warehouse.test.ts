import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newRunId, publishDocument, publishRun } from '../pipeline/publish/index.js';
import type { GongkaiDocument, Run } from '../schemas/index.js';
import { writtenKeys } from '../stores/layout.js';
import { openStore, type ObjectStore } from '../stores/index.js';
import { exportRecords } from '../warehouse/index.js';
import { saveReview } from '../web/reviews/index.js';
import { gongkai, samples } from './cli/run.js';
import { cephInstalled, startCeph, type CephServer } from './setup/ceph.js';

const SAMPLES = ['shaanxi-errors-2023', 'liaoning-bureau-2024', 'shanghai-street-budget-2025'];
const page = fileURLToPath(new URL('../docs/warehouse.md', import.meta.url));
let text = '';
let folder = '';
let store: ObjectStore;

beforeAll(async () => {
  text = await readFile(page, 'utf8');
  folder = await mkdtemp(join(tmpdir(), 'gongkai-warehouse-'));
  const { status, stderr } = await gongkai([
    'extract',
    ...SAMPLES.map((name) => join(samples, `${name}.pdf`)),
    '--out',
    join(folder, 'out'),
    '-j',
    '1',
  ]);
  expect(status, stderr).toBe(0);
  store = await openStore(join(folder, 'out'));
}, 300_000);
afterAll(async () => {
  await store?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});

/** A statement of the page, with the places where this test keeps them. */
function statement(title: string, warehouse = 'warehouse'): string {
  const block = new RegExp(`\`\`\`sql title="${title.replace('.', '\\.')}"\n([\\s\\S]*?)\`\`\``).exec(text)?.[1];
  if (block === undefined) throw new Error(`docs/warehouse.md has no statement "${title}"`);
  return block.replaceAll(/'out\//g, `'${folder}/out/`).replaceAll(/'warehouse\//g, `'${folder}/${warehouse}/`);
}

async function openDuckdb() {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  return {
    run: async (sql: string) => {
      await connection.run(sql);
    },
    rows: async (sql: string) =>
      (await connection.runAndReadAll(sql)).getRowObjectsJson() as Record<string, unknown>[],
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
type Duckdb = Awaited<ReturnType<typeof openDuckdb>>;

const printed = (rows: readonly Record<string, unknown>[]): string =>
  [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))]
    .map(
      (cells) =>
        `${cells
          .map((cell) =>
            cell === null
              ? ''
              : Array.isArray(cell)
                ? cell.join(', ')
                : String(cell)
                    .replace(/(\.\d*?)0+$/, '$1')
                    .replace(/\.$/, ''),
          )
          .join(' | ')}\n`,
    )
    .join('');

async function answers(duckdb: Duckdb): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const question of ['1', '2', '3', '4', '5', '6'])
    found[question] = printed(await duckdb.rows(statement(question)));
  return found;
}

async function questionsOver(format: 'parquet' | 'lines', warehouse = 'warehouse'): Promise<Record<string, string>> {
  const duckdb = await openDuckdb();
  try {
    await duckdb.run(statement(format === 'parquet' ? 'open' : 'lines', warehouse));
    return await answers(duckdb);
  } finally {
    duckdb.close();
  }
}

const expected = (): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/```text answer="(\d)"\n([\s\S]*?)```/g)].map(([, question, answer]) => [
      question,
      answer ?? '',
    ]),
  );

describe('the page about warehouses', () => {
  it('answers its six questions as it says, from Parquet', async () => {
    await exportRecords(store, { records: ['facts', 'anomalies'], format: 'parquet', to: join(folder, 'warehouse') });
    const found = await questionsOver('parquet');
    if (process.env.UPDATE_ANSWERS === '1') {
      text = text.replaceAll(
        /(```text answer="(\d)"\n)[\s\S]*?```/g,
        (_, head: string, question: string) => `${head}${found[question]}\`\`\``,
      );
      await writeFile(page, text);
    }
    expect(found).toEqual(expected());
  });

  it('answers the same from JSON Lines', async () => {
    expect(await questionsOver('lines')).toEqual(expected());
  });

  it('gives a dbt source that is YAML and a model that runs', async () => {
    const source = parse(/```yaml title="models\/sources\.yml"\n([\s\S]*?)```/.exec(text)?.[1] ?? '') as {
      sources: [{ tables: { name: string }[] }];
    };
    expect(source.sources[0].tables.map(({ name }) => name)).toEqual(['facts', 'anomalies']);
    const duckdb = await openDuckdb();
    try {
      await duckdb.run(statement('open'));
      const rows = await duckdb.rows(
        statement('models/totals.sql').replace("{{ source('gongkai', 'facts') }}", 'facts'),
      );
      expect(rows.map(({ trusted }) => trusted).sort()).toEqual([false, true, true]);
    } finally {
      duckdb.close();
    }
  });

  it('loads only what is new or revised, and changes exactly the revised rows', async () => {
    const duckdb = await openDuckdb();
    try {
      await duckdb.run(statement('lines'));
      await duckdb.run(statement('prepare'));
      const load = async (): Promise<number> => {
        await duckdb.run(statement('changes'));
        const [{ n }] = (await duckdb.rows('SELECT count(*)::INT AS n FROM changes')) as [{ n: number }];
        if (n > 0) await duckdb.run(statement('reload'));
        return n;
      };
      const content = () => duckdb.rows('SELECT document_id, id, content FROM warehouse_facts ORDER BY ALL');
      const truth = () =>
        duckdb.rows('SELECT document_id, id, md5(to_json(facts)::VARCHAR) AS content FROM facts ORDER BY ALL');
      expect(await load()).toBe(3);
      expect(await content()).toEqual(await truth());
      expect(await load()).toBe(0);

      const [errors, bureau, street] = (await Promise.all(SAMPLES.map(read))) as [
        GongkaiDocument,
        GongkaiDocument,
        GongkaiDocument,
      ];
      // One is read again and two of its figures are others, one is gone; one is replaced by a later publication; the third is as it was.
      const again: GongkaiDocument = {
        ...errors,
        facts: errors.facts.slice(1).map((fact, i) => (i < 2 ? { ...fact, value: '7.70' } : fact)),
      };
      const later: GongkaiDocument = {
        ...bureau,
        document: { ...bureau.document, id: 'cd'.repeat(32) },
        source: { ...bureau.source, sha256: 'cd'.repeat(32) },
      };
      const run = newRunId(new Date(Date.now() + 60_000));
      for (const document of [again, later]) await publishDocument(store, document, Buffer.from('%PDF-1.7'));
      await removeFacts(bureau);
      await publishRun(
        store,
        runOf(run, [
          [again, null],
          [later, bureau.document.id],
          [street, null],
        ]),
      );

      expect(await load()).toBe(3);
      expect(await content()).toEqual(await truth());
      const changed = await duckdb.rows(
        `SELECT document_id, count(*)::INT AS n FROM warehouse_facts WHERE loaded_by = '${run}' GROUP BY ALL ORDER BY n`,
      );
      expect(changed).toEqual([
        { document_id: errors.document.id, n: 2 },
        { document_id: later.document.id, n: later.facts.length },
      ]);
      expect(
        await duckdb.rows(
          `SELECT count(*)::INT AS n FROM warehouse_facts WHERE document_id = '${bureau.document.id}'`,
        ),
      ).toEqual([{ n: 0 }]);
      expect(await load()).toBe(0);
    } finally {
      duckdb.close();
    }
  });

  it('joins what reviewers corrected', async () => {
    const street = await read(SAMPLES[2] as string);
    const fact = street.facts.find(({ value }) => value === '206108455');
    if (!fact) throw new Error('the sample has changed');
    await saveReview(store, street.document.id, fact, {
      decision: 'corrected',
      value: '206108456',
      reviewer: '王芳',
      reason: 'look',
      seen: 0,
    });
    const duckdb = await openDuckdb();
    try {
      await duckdb.run(statement('lines'));
      expect(await duckdb.rows(statement('reviews'))).toMatchObject([
        { row_label: fact.row_label, corrected: '206108456', reviewer: '王芳' },
      ]);
    } finally {
      duckdb.close();
    }
  });
});

describe.skipIf(!cephInstalled)('from a bucket of a real radosgw (skipped without ceph)', () => {
  let ceph: CephServer;
  beforeAll(async () => {
    ceph = await startCeph();
  }, 180_000);
  afterAll(async () => {
    await ceph?.stop();
  });

  it('gives the same answers', async () => {
    await ceph.createBucket('gongkai-warehouse');
    const place = `s3://gongkai-warehouse/published?endpoint=${ceph.endpoint}`;
    const run = (...args: string[]) => gongkai(args, { env: ceph.env });
    expect(
      (await run('extract', ...SAMPLES.map((name) => join(samples, `${name}.pdf`)), '--out', place, '-q', '-j', '1'))
        .status,
    ).toBe(0);
    expect(await run('export', '--out', place, '--to', join(folder, 'from-bucket'), '-q')).toMatchObject({
      status: 0,
    });
    expect(await questionsOver('parquet', 'from-bucket')).toEqual(expected());
  }, 300_000);
});

async function read(name: string): Promise<GongkaiDocument> {
  const { createHash } = await import('node:crypto');
  const sha256 = createHash('sha256')
    .update(await readFile(join(samples, `${name}.pdf`)))
    .digest('hex');
  return JSON.parse(
    await readFile(join(folder, 'out', 'documents', sha256, 'document.json'), 'utf8'),
  ) as GongkaiDocument;
}

/** What a place does that keeps replaced documents out of its partitions; the loader must not depend on it. */
async function removeFacts({ document }: GongkaiDocument): Promise<void> {
  await store.delete(writtenKeys(document).facts);
}

function runOf(runId: string, documents: readonly (readonly [GongkaiDocument, string | null])[]): Run {
  return {
    run_id: runId,
    started_at: '',
    finished_at: '',
    gongkai_version: '',
    node_version: '',
    failures: [],
    counts: {
      inputs: 0,
      written: documents.length,
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
    documents: documents.map(([{ document }, revisionOf]) => ({
      sha256: document.id,
      uri: '',
      status: document.status,
      revision_of: revisionOf,
      milliseconds: 1,
      keys: writtenKeys(document),
    })),
  };
}
