/**
 * @module gongkai schema [RECORD]: JSON Schema 2020-12 of a published record, made from the zod schema that is its
 * source.
 */
import { Argument } from 'commander';
import type { CommandModule } from '../command.js';

const RECORDS = ['document', 'table', 'cell', 'fact', 'narrative', 'anomaly', 'run'] as const;
export type RecordName = (typeof RECORDS)[number];

/** fact and anomaly are the flat records of the .jsonl files; document holds their nested forms. */
export async function jsonSchema(record: RecordName): Promise<Record<string, unknown>> {
  const [{ z }, schemas] = await Promise.all([import('zod'), import('../../schemas/index.js')]);
  const source = {
    document: schemas.GongkaiDocument,
    table: schemas.Table,
    cell: schemas.Cell,
    fact: schemas.FactRecord,
    narrative: schemas.NarrativeFigure,
    anomaly: schemas.AnomalyRecord,
    run: schemas.Run,
  }[record];
  const { $schema, ...schema } = z.toJSONSchema(source, { target: 'draft-2020-12' }) as Record<string, unknown>;
  return { $schema, $id: `urn:gongkai:schema:${schemas.SCHEMA_VERSION}:${record}`, title: record, ...schema };
}

const command: CommandModule = {
  examples: [
    ['', 'the schema of document.json'],
    ['fact', 'the schema of one line of facts/**/*.jsonl'],
    ['anomaly > anomaly.schema.json', 'keep it in a file'],
  ],
  configure(command) {
    command
      .addArgument(new Argument('[record]', 'what to describe').choices(RECORDS).default('document'))
      .action(async (record: RecordName) => {
        process.stdout.write(`${JSON.stringify(await jsonSchema(record), null, 2)}\n`);
      });
  },
};
export default command;
