/** @module Declared columns -> datapackage.json: Data Package v2 with the column types of the Fiscal Data Package. */
import { SCHEMA_VERSION } from '../schemas/index.js';
import { columnsOf, type Column, type RecordKind } from './columns.js';

export interface PackagedFile {
  kind: RecordKind;
  path: string;
  format: 'parquet' | 'csv' | 'jsonl' | 'xlsx';
  bytes: number;
  sha256: string;
  records: number;
}

const MEDIA_TYPES = {
  parquet: 'application/vnd.apache.parquet',
  csv: 'text/csv',
  jsonl: 'application/x-ndjson',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

export function dataPackage(files: readonly PackagedFile[]): Record<string, unknown> {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'gongkai-export',
    title: 'Published budgets and final accounts, as facts and findings',
    version: SCHEMA_VERSION,
    resources: files.map((file) => ({
      name: file.kind,
      path: file.path,
      format: file.format,
      mediatype: MEDIA_TYPES[file.format],
      encoding: 'utf-8',
      bytes: file.bytes,
      hash: `sha256:${file.sha256}`,
      rows: file.records,
      profile: 'tabular-data-resource',
      schema: tableSchema(file.kind),
    })),
  };
}

function tableSchema(kind: RecordKind): Record<string, unknown> {
  return { fields: columnsOf(kind).map(field), primaryKey: ['document_id', 'id'] };
}

function field(column: Column): Record<string, unknown> {
  return {
    name: column.name,
    type: column.type === 'decimal' ? 'number' : column.type === 'json' ? 'any' : column.type,
    description: column.description,
    ...(column.nullable ? {} : { constraints: { required: true } }),
    ...(column.fiscalType === undefined ? {} : { columnType: column.fiscalType }),
  };
}
