/** @module gongkai tables FILE: just the tables of any PDF, for people; nothing is published. */
import { Option } from 'commander';
import { createPool } from '../../pool/index.js';
import type { GongkaiDocument, Table } from '../../schemas/index.js';
import { type CommandModule, settingsOf } from '../command.js';
import { UsageError } from '../errors.js';
import { oneInput, orFailure, writeResult } from '../one-file.js';
import { extractOptionsOf, limitsOf } from '../run-options.js';
import { addSettings, type Settings } from '../settings.js';

const FORMATS = ['csv', 'json', 'html', 'xlsx'] as const;
type Format = (typeof FORMATS)[number];

const command: CommandModule = {
  examples: [
    ['report.pdf > tables.csv', 'every table as CSV'],
    ['report.pdf --format xlsx --out tables.xlsx', 'a workbook, one sheet a table'],
    ['report.pdf --format html --page 12', 'the tables that stand on page 12'],
    ['https://example.gov.cn/a.pdf --format json', 'cells with spans, pages and boxes'],
  ],
  configure(command) {
    command
      .argument('<file>', 'a PDF file or http(s) address')
      .addOption(
        new Option('-f, --format <format>', 'form of the result (default: by the name of --out, else csv)').choices(
          FORMATS,
        ),
      )
      .option('-o, --out <file>', 'write here instead of standard output')
      .option('--page <n>', 'only tables that stand on this page');
    addSettings(command, [
      'reader',
      'ocr',
      'ocr_engine',
      'vocabulary',
      'deadline',
      'max_memory',
      'max_pages',
      'max_bytes',
      'allow_hosts',
      'user_agent',
      'lang',
    ]).action(async (file: string, flags: { format?: Format; out?: string; page?: string }) =>
      run(file, flags, await settingsOf(flags)),
    );
  },
};
export default command;

async function run(
  file: string,
  flags: { format?: Format; out?: string; page?: string },
  settings: Settings,
): Promise<void> {
  const format = flags.format ?? FORMATS.find((each) => flags.out?.toLowerCase().endsWith(`.${each}`)) ?? 'csv';
  if (format === 'xlsx' && flags.out === undefined && process.stdout.isTTY)
    throw new UsageError('a workbook is no text: name a file with --out tables.xlsx');
  const page = flags.page === undefined ? null : Number(flags.page);
  if (page !== null && !(Number.isInteger(page) && page > 0))
    throw new UsageError(`--page: "${flags.page}" is not a page number`);
  const document = await readDocument(file, settings);
  if (page !== null && page > document.document.page_count)
    throw new UsageError(`--page: ${document.source.file_name} has ${document.document.page_count} pages`);
  const tables = document.tables.filter((table) => page === null || table.pages.includes(page));
  const body = await render(format, tables, document.source.file_name);
  await writeResult(flags.out, body);
  process.stderr.write(`${tables.length} tables${flags.out === undefined ? '' : ` written to ${flags.out}`}\n`);
}

async function readDocument(name: string, settings: Settings): Promise<GongkaiDocument> {
  const options = await extractOptionsOf(settings);
  const pool = createPool({ jobs: 1, limits: limitsOf(settings) });
  try {
    pool.warm();
    const { path, bytes, sha256, uri, file_name } = await oneInput(name, settings);
    const rendered = await orFailure(name, settings, () =>
      pool.extract({
        input: path === null ? { bytes } : { path },
        sha256,
        bytes: bytes.length,
        source: { uri, file_name },
        options,
      }),
    );
    return JSON.parse(Buffer.from(rendered.document).toString('utf8')) as GongkaiDocument;
  } finally {
    await pool.close();
  }
}

async function render(format: Format, tables: readonly Table[], title: string): Promise<string | Uint8Array> {
  switch (format) {
    case 'csv':
      return (await import('../tables/csv.js')).toCsv(tables);
    case 'html':
      return (await import('../tables/html.js')).toHtml(tables, title);
    case 'xlsx':
      return (await import('../tables/xlsx.js')).toXlsx(tables);
    case 'json':
      return `${JSON.stringify(tables, null, 2)}\n`;
  }
}
