/** @module Declared columns -> docs/data-dictionary.md. */
import { columnsOf, type RecordKind } from './columns.js';
import { recordsPattern } from '../stores/layout.js';

const PARQUET = {
  string: 'UTF8',
  integer: 'INT32',
  number: 'DOUBLE',
  decimal: 'DECIMAL(38, 6)',
  json: 'UTF8, JSON text',
} as const;

export function dataDictionary(): string {
  const section = (kind: RecordKind, opening: string): string[] => [
    `## ${kind}`,
    '',
    opening,
    '',
    '| column | type | Parquet | may be null | meaning |',
    '| --- | --- | --- | --- | --- |',
    ...columnsOf(kind).map(
      (c) =>
        `| \`${c.name}\` | ${c.type} | ${PARQUET[c.type]} | ${c.nullable ? 'yes' : 'no'} | ${c.description.replaceAll('|', '\\|')} |`,
    ),
    '',
  ];
  return [
    '# Data dictionary',
    '',
    'Made from the zod schemas by `npm run dictionary`; a test fails when it is out of date. ' +
      'In JSON Lines and CSV a decimal is text, exact to the digit.',
    '',
    ...section('facts', `One record a labelled value place of a statutory table: \`${recordsPattern('facts')}\`.`),
    ...section('anomalies', `One record a finding: \`${recordsPattern('anomalies')}\`.`),
  ].join('\n');
}
