/**
 * @module Flat records -> one Parquet file with declared columns; money as DECIMAL(38, 6), never through floating
 * point.
 */
import { type ColumnSource, parquetWriteBuffer } from 'hyparquet-writer';
import type { Column } from './columns.js';

export type FlatRecord = Readonly<Record<string, unknown>>;

/** Decimal places kept; a value with more is refused, not rounded. */
const SCALE = 6;
const PRECISION = 38;

export function toParquet(columns: readonly Column[], records: readonly FlatRecord[]): Uint8Array {
  const columnData = columns.map(
    ({ name, type, nullable }): ColumnSource => ({
      name,
      nullable,
      data: records.map((record) => cell(record[name], type, name)),
    }),
  );
  const schema = [
    { name: 'root', num_children: columns.length },
    ...columns.map(({ name, type, nullable }) => ({
      name,
      repetition_type: nullable ? ('OPTIONAL' as const) : ('REQUIRED' as const),
      ...physical(type),
    })),
  ];
  return new Uint8Array(parquetWriteBuffer({ columnData, schema, createdBy: 'gongkai' }));
}

function physical(type: Column['type']) {
  switch (type) {
    case 'integer':
      return { type: 'INT32' as const };
    case 'number':
      return { type: 'DOUBLE' as const };
    case 'decimal':
      return {
        type: 'FIXED_LEN_BYTE_ARRAY' as const,
        type_length: 16,
        converted_type: 'DECIMAL' as const,
        scale: SCALE,
        precision: PRECISION,
      };
    case 'json':
    case 'string':
      return { type: 'BYTE_ARRAY' as const, converted_type: 'UTF8' as const };
  }
}

function cell(value: unknown, type: Column['type'], name: string): unknown {
  if (value === null || value === undefined) return null;
  if (type === 'decimal') return unscaled(String(value), name);
  if (type === 'json') return JSON.stringify(value);
  return value;
}

/** "-12.30" -> -12300000n at scale 6. @throws RangeError where digits would be lost */
export function unscaled(decimal: string, name = 'value'): bigint {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal);
  if (!match) throw new RangeError(`${name}: "${decimal}" is no decimal number`);
  const [, sign, whole, fraction = ''] = match;
  if (fraction.length > SCALE && /[1-9]/.test(fraction.slice(SCALE)))
    throw new RangeError(`${name}: ${decimal} has more than ${SCALE} decimal places`);
  const digits = BigInt(whole! + fraction.slice(0, SCALE).padEnd(SCALE, '0'));
  return sign === '-' ? -digits : digits;
}
