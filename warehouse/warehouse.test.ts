import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AnomalyRecord, FactRecord } from '../schemas/index.js';
import { createMemoryStore } from '../stores/memory.js';
import { anomaliesKey, factsKey } from '../stores/layout.js';
import type { ObjectStore } from '../stores/object-store.js';
import { columnsOf, dataDictionary, exportRecords } from './index.js';
import { unscaled } from './parquet.js';

const id = (n: number): string => n.toString(16).padStart(64, '0');
const context = (n: number, year: number | null) => ({
  document_id: id(n),
  document_kind: 'final_accounts' as const,
  scope: 'unit' as const,
  entity_name: `某${n}局`,
  division_code: '310107',
  division_name: '普陀区',
  fiscal_year: year,
});
const fact = (n: number, year: number | null, value: string | null) =>
  FactRecord.parse({
    id: 'f1',
    table_id: 't01',
    table_kind: 'income',
    table_title: '收入决算表',
    row_code: n === 2 ? null : '208',
    row_id: '208',
    row_label: '社会保障和就业支出',
    row_path: [],
    column_id: 'total',
    column_label: '本年收入合计',
    dimensions:
      n === 3
        ? null
        : { flow: 'income', vintage: 'current', function: '208', phase: 'actual', year: year ?? undefined },
    phase: 'actual',
    value,
    raw_text: value ?? '—',
    unit: '万元',
    amount_yuan: value === null ? null : `${value.replace('.', '')}00`,
    page: 8,
    boxes: [[1, 2, 3, 4]],
    source: 'text_layer',
    confidence: 1,
    grade: 'verified',
    repair: null,
    ...context(n, year),
  });
const finding = (n: number) =>
  AnomalyRecord.parse({
    id: 'a1',
    rule: 'row-sum',
    severity: 'error',
    message: '合计不符',
    message_en: 'does not add up',
    reported: '1.00',
    computed: '2.00',
    difference: '-1.00',
    tolerance: '0.015',
    evidence: [{ page: 8, boxes: [[1, 2, 3, 4]], quote: '=1+1' }],
    equation: null,
    suspect: null,
    proposed: null,
    consequence_of: null,
    certainty: null,
    places: 1,
    ...context(n, 2024),
  });

let store: ObjectStore;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongkai-warehouse-'));
  store = createMemoryStore();
  for (const [n, year, value] of [
    [1, 2024, '9746.50'],
    [2, 2023, '0.10'],
    [3, null, null],
  ] as const) {
    await store.put(
      factsKey({ id: id(n), kind: 'final_accounts', fiscal_year: year }),
      `${JSON.stringify(fact(n, year, value))}\n`,
    );
  }
  await store.put(
    anomaliesKey({ id: id(1), kind: 'final_accounts', fiscal_year: 2024 }),
    `${JSON.stringify(finding(1))}\n`,
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function duckdb(sql: string): Promise<unknown[]> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  try {
    return (await connection.runAndReadAll(sql)).getRowObjectsJson();
  } finally {
    connection.closeSync();
  }
}

describe('export', () => {
  it('gives DuckDB the same answers from Parquet and JSON Lines, exact to the digit', async () => {
    for (const format of ['parquet', 'jsonl'] as const)
      await exportRecords(store, { records: ['facts', 'anomalies'], format, to: join(folder, format) });
    const query = (source: string) =>
      `SELECT document_id, CAST(value AS DECIMAL(38, 6)) AS v, CAST(amount_yuan AS DECIMAL(38, 6)) AS yuan, fiscal_year::INT AS y FROM ${source} ORDER BY document_id`;
    const fromParquet = await duckdb(query(`'${folder}/parquet/facts.parquet'`));
    const fromLines = await duckdb(
      query(
        `read_json('${folder}/jsonl/facts.jsonl', columns = {document_id: 'VARCHAR', value: 'VARCHAR', amount_yuan: 'VARCHAR', fiscal_year: 'INT'})`,
      ),
    );
    expect(fromParquet).toEqual(fromLines);
    expect(fromParquet.map((r) => (r as { v: string | null }).v)).toEqual(['9746.500000', '0.100000', null]);
    expect(
      await duckdb(`SELECT severity, difference::VARCHAR AS d FROM '${folder}/parquet/anomalies.parquet'`),
    ).toEqual([{ severity: 'error', d: '-1.000000' }]);
    const meant = `SELECT dim_flow, dim_function, dim_fund, dim_year FROM '${folder}/parquet/facts.parquet' ORDER BY document_id`;
    expect(await duckdb(meant)).toEqual([
      { dim_flow: 'income', dim_function: '208', dim_fund: null, dim_year: 2024 },
      { dim_flow: 'income', dim_function: '208', dim_fund: null, dim_year: 2023 },
      { dim_flow: null, dim_function: null, dim_fund: null, dim_year: null },
    ]);
    const sum = await duckdb(`SELECT sum(value)::VARCHAR AS s FROM '${folder}/parquet/facts.parquet'`);
    expect(sum).toEqual([{ s: '9746.600000' }]);
  });

  it('reads only what the filter leaves', async () => {
    const count = async (filter: object) =>
      (await exportRecords(store, { records: ['facts'], format: 'csv', to: join(folder, 'filtered'), filter }))[0]!
        .records;
    expect(await count({ fiscalYears: ['2023'] })).toBe(1);
    expect(await count({ fiscalYears: ['unknown'] })).toBe(1);
    expect(await count({ tableKinds: ['expenditure'] })).toBe(0);
    expect(await count({ entity: '某1' })).toBe(1);
  });

  it('describes the files in a data package', async () => {
    const [file] = await exportRecords(store, { records: ['facts'], format: 'csv', to: join(folder, 'package') });
    const described = JSON.parse(await readFile(join(folder, 'package', 'datapackage.json'), 'utf8'));
    expect(described.resources[0]).toMatchObject({
      name: 'facts',
      path: 'facts.csv',
      bytes: file!.bytes,
      rows: 3,
      schema: { primaryKey: ['document_id', 'id'] },
    });
    expect(
      described.resources[0].schema.fields.find((f: { name: string }) => f.name === 'amount_yuan'),
    ).toMatchObject({ type: 'number', columnType: 'value' });
  });

  it('writes spreadsheets that do not run formulas', async () => {
    await exportRecords(store, { records: ['facts'], format: 'xlsx', to: join(folder, 'book') });
    const { default: Excel } = await import('exceljs');
    const book = new Excel.Workbook();
    await book.xlsx.readFile(join(folder, 'book', 'facts.xlsx'));
    const header = (book.getWorksheet('facts')!.getRow(1).values as string[]).slice(1);
    expect(header).toEqual(columnsOf('facts').map((c) => c.name));
    expect(
      book
        .getWorksheet('facts')!
        .getRow(2)
        .getCell(header.indexOf('value') + 1).value,
    ).toBe('0.10');
  });

  it('refuses decimals it would have to round', () => {
    expect(unscaled('-12.30')).toBe(-12_300_000n);
    expect(() => unscaled('0.1234567')).toThrow(/more than 6 decimal places/);
  });
});

describe('data dictionary', () => {
  it('describes every column', () => {
    for (const kind of ['facts', 'anomalies'] as const)
      expect(
        columnsOf(kind)
          .filter((c) => c.description === '')
          .map((c) => c.name),
      ).toEqual([]);
  });
  it('is up to date (npm run dictionary)', async () => {
    const path = new URL('../docs/data-dictionary.md', import.meta.url);
    if (process.env.UPDATE_DICTIONARY === '1') await writeFile(path, dataDictionary());
    expect(await readFile(path, 'utf8')).toBe(dataDictionary());
  });
});
