/**
 * @module Published records of a store -> files for warehouses and spreadsheets, with a data package that describes
 * them.
 */
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../stores/make-folder.js';
import type { ObjectStore } from '../stores/object-store.js';
import { columnsOf, type RecordKind, withDimensions } from './columns.js';
import { dataPackage, type PackagedFile } from './datapackage.js';
import { toCsv, toJsonLines, toXlsx } from './formats.js';
import { type FlatRecord, toParquet } from './parquet.js';
import { type Filter, selectRecords } from './select.js';

export { columnsOf, type RecordKind } from './columns.js';
export { dataDictionary } from './dictionary.js';
export type { Filter } from './select.js';

export const EXPORT_FORMATS = ['parquet', 'csv', 'xlsx', 'jsonl'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportOptions {
  records: readonly RecordKind[];
  format: ExportFormat;
  /** A folder; it is made when it is not there. */
  to: string;
  filter?: Filter;
  onProgress?: (records: number) => void;
}

/** Writes facts.<format>, anomalies.<format> and datapackage.json. */
export async function exportRecords(
  store: ObjectStore,
  { records, format, to, filter, onProgress }: ExportOptions,
): Promise<PackagedFile[]> {
  await makeFolder(to);
  const files: PackagedFile[] = [];
  let read = 0;
  for (const kind of records) {
    const rows: FlatRecord[] = [];
    for await (const record of selectRecords(store, kind, filter)) {
      rows.push(withDimensions(record));
      if (++read % 1000 === 0) onProgress?.(read);
    }
    const body = await render(kind, format, rows);
    const bytes = typeof body === 'string' ? Buffer.from(body) : body;
    const path = `${kind}.${format}`;
    await writeFile(join(to, path), bytes);
    files.push({
      kind,
      path,
      format,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      records: rows.length,
    });
  }
  await writeFile(join(to, 'datapackage.json'), `${JSON.stringify(dataPackage(files), null, 2)}\n`);
  return files;
}

async function render(
  kind: RecordKind,
  format: ExportFormat,
  rows: readonly FlatRecord[],
): Promise<string | Uint8Array> {
  const columns = columnsOf(kind);
  switch (format) {
    case 'parquet':
      return toParquet(columns, rows);
    case 'csv':
      return toCsv(columns, rows);
    case 'jsonl':
      return toJsonLines(columns, rows);
    case 'xlsx':
      return toXlsx(columns, rows, kind);
  }
}
