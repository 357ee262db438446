/**
 * @module gongkai export: facts and findings of an output folder or bucket as Parquet, CSV, XLSX or JSON Lines, by
 * filter.
 */
import { Option } from 'commander';
import { type CommandModule, settingsOf } from '../command.js';
import { UsageError } from '../errors.js';
import { orUsage } from '../one-file.js';
import { addSettings } from '../settings.js';

const FORMATS = ['parquet', 'csv', 'xlsx', 'jsonl'] as const;
const RECORDS = ['facts', 'anomalies'] as const;

interface Flags {
  format: (typeof FORMATS)[number];
  records?: (typeof RECORDS)[number];
  to: string;
  kind?: string[];
  year?: string[];
  document?: string[];
  table?: string[];
  grade?: string[];
  severity?: string[];
  entity?: string;
}

const command: CommandModule = {
  examples: [
    ['--out out --to export', 'all facts and findings as Parquet, with a data package'],
    ['--out out --format csv --records facts --year 2024 --table income', "one year's income tables as CSV"],
    [
      '--out "s3://bucket/prefix?endpoint=http://127.0.0.1:9000" --format jsonl --severity error',
      'the errors of a bucket',
    ],
  ],
  configure(command) {
    command
      .addOption(new Option('-f, --format <format>', 'form of the files').choices(FORMATS).default('parquet'))
      .addOption(new Option('--records <records>', 'only facts or only anomalies (default: both)').choices(RECORDS))
      .option('--to <folder>', 'where the files go', 'export')
      .addOption(
        new Option('--kind <kind...>', 'only these document kinds').choices([
          'final_accounts',
          'budget',
          'performance_evaluation',
          'government_budget',
          'government_accounts',
          'other',
        ]),
      )
      .option('--year <year...>', 'only these fiscal years; "unknown" for documents without one')
      .option('--document <sha256...>', 'only these documents')
      .option('--table <kind...>', 'only facts of these table kinds')
      .addOption(
        new Option('--grade <grade...>', 'only facts of these grades').choices([
          'verified',
          'consistent',
          'unchecked',
          'doubtful',
        ]),
      )
      .addOption(
        new Option('--severity <severity...>', 'only anomalies of these severities').choices([
          'error',
          'warning',
          'info',
        ]),
      )
      .option('--entity <text>', 'only entities whose name holds this');
    addSettings(command, ['out', 'quiet', 'json']).action(async (flags: Flags) => {
      const settings = await settingsOf({ ...flags });
      const [{ exportRecords }, { openStore }] = await Promise.all([
        import('../../warehouse/index.js'),
        import('../../stores/index.js'),
      ]);
      const wrongYear = flags.year?.find((year) => !/^(\d{4}|unknown)$/.test(year));
      if (wrongYear !== undefined) throw new UsageError(`--year: "${wrongYear}" is neither a year nor "unknown"`);
      const store = await openStore(settings.out);
      try {
        const files = await orUsage('--to', flags.to, () =>
          exportRecords(store, {
            records: flags.records ? [flags.records] : RECORDS,
            format: flags.format,
            to: flags.to,
            filter: {
              ...(flags.kind && { documentKinds: flags.kind }),
              ...(flags.year && { fiscalYears: flags.year }),
              ...(flags.document && { documents: flags.document }),
              ...(flags.table && { tableKinds: flags.table }),
              ...(flags.grade && { grades: flags.grade }),
              ...(flags.severity && { severities: flags.severity }),
              ...(flags.entity !== undefined && { entity: flags.entity }),
            },
            ...(process.stderr.isTTY &&
              !settings.quiet && { onProgress: (n: number) => process.stderr.write(`\r${n} records`) }),
          }),
        );
        if (settings.json) process.stdout.write(`${JSON.stringify({ to: flags.to, files }, null, 2)}\n`);
        else if (files.every(({ records }) => records === 0))
          process.stderr.write(
            `nothing in ${store.location} is asked for; see what there is with: gongkai serve --out ${settings.out}\n`,
          );
        else if (!settings.quiet)
          for (const file of files)
            process.stderr.write(`${file.records} ${file.kind} -> ${flags.to}/${file.path} (${file.bytes} bytes)\n`);
      } finally {
        await store.close();
      }
    });
  },
};
export default command;
