/** @module A store and a filter -> the published flat records, partition by partition, in a fixed order. */
import { partitionOf, recordsPrefix } from '../stores/layout.js';
import type { ObjectStore } from '../stores/object-store.js';
import type { RecordKind } from './columns.js';
import type { FlatRecord } from './parquet.js';

export interface Filter {
  documentKinds?: readonly string[];
  fiscalYears?: readonly string[];
  documents?: readonly string[];
  /** facts only */
  tableKinds?: readonly string[];
  /** facts only */
  grades?: readonly string[];
  /** anomalies only */
  severities?: readonly string[];
  entity?: string;
}

/** Reads only the partitions that the filter leaves. */
export async function* selectRecords(
  store: ObjectStore,
  kind: RecordKind,
  filter: Filter = {},
): AsyncGenerator<FlatRecord> {
  for await (const { key } of store.list(recordsPrefix(kind))) {
    const partition = partitionOf(key);
    if (!partition) continue;
    const { documentKind, year, document } = partition;
    if (
      !admits(filter.documentKinds, documentKind) ||
      !admits(filter.fiscalYears, year) ||
      !admits(filter.documents, document)
    )
      continue;
    const bytes = await store.get(key);
    if (bytes === null) continue;
    for (const line of Buffer.from(bytes).toString('utf8').split('\n')) {
      if (line === '') continue;
      const record = JSON.parse(line) as FlatRecord;
      if (
        !admits(filter.tableKinds, record.table_kind) ||
        !admits(filter.grades, record.grade) ||
        !admits(filter.severities, record.severity)
      )
        continue;
      if (filter.entity !== undefined && !String(record.entity_name ?? '').includes(filter.entity)) continue;
      yield record;
    }
  }
}

function admits(allowed: readonly string[] | undefined, value: unknown): boolean {
  return allowed === undefined || allowed.length === 0 || allowed.includes(String(value));
}
