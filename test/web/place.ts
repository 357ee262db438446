/** @module A place with a sample read into it and a document that tries to break out of the pages. */
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publishDocument } from '../../pipeline/publish/index.js';
import type { GongkaiDocument } from '../../schemas/index.js';
import { openStore, type ObjectStore } from '../../stores/index.js';
import { gongkai, samples } from '../cli/run.js';

export interface Place {
  folder: string;
  store: ObjectStore;
  /** samples/shaanxi-errors-2023.pdf: twelve planted errors. */
  sample: GongkaiDocument;
  /** Every text in it is markup, and its source is no PDF. */
  hostile: GongkaiDocument;
  remove(): Promise<void>;
}

const MARKUP = '<img src=x onerror="globalThis.broken=1"><script>globalThis.broken=1</script>"\'</style>';

export async function makePlace(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-web-'));
  const { status, stderr } = await gongkai(['extract', join(samples, 'shaanxi-errors-2023.pdf'), '--out', folder]);
  if (status !== 0) throw new Error(stderr);
  const [id] = (await readdir(join(folder, 'documents'))) as [string];
  const sample = JSON.parse(
    await readFile(join(folder, 'documents', id, 'document.json'), 'utf8'),
  ) as GongkaiDocument;
  const store = await openStore(folder);
  const bytes = Buffer.from('%PDF-1.7 nothing that can be drawn');
  const hostile = spoil(sample, createHash('sha256').update(bytes).digest('hex'));
  await publishDocument(store, hostile, bytes);
  return {
    folder,
    store,
    sample,
    hostile,
    remove: async () => {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function spoil(document: GongkaiDocument, id: string): GongkaiDocument {
  const tables = document.tables.slice(0, 2).map((table) => ({
    ...table,
    title: MARKUP,
    notes: [MARKUP],
    cells: table.cells.map((cell) => ({ ...cell, text: MARKUP })),
  }));
  return {
    ...document,
    tables,
    narrative: [],
    document: {
      ...document.document,
      id,
      entity: { name: MARKUP, division_code: null, division_name: MARKUP },
      fiscal_year: 2020,
      title: MARKUP,
    },
    source: { ...document.source, sha256: id, file_name: MARKUP, uri: MARKUP },
    facts: document.facts
      .filter(({ table_id }) => tables.some((table) => table.id === table_id))
      .map((fact) => ({ ...fact, row_label: MARKUP, column_label: MARKUP, raw_text: MARKUP, unit: MARKUP })),
    anomalies: document.anomalies.slice(0, 1).map((anomaly) => ({
      ...anomaly,
      message: MARKUP,
      message_en: MARKUP,
      rule: MARKUP,
      evidence: anomaly.evidence.map((evidence) => ({ ...evidence, quote: MARKUP })),
    })),
  };
}
