/** @module gongkai tables FILE: just the tables of any PDF, for people; nothing is published. */
import { fileURLToPath } from 'node:url';
import { Option } from 'commander';
import { type CommandModule, settingsOf } from '../command.js';
import { UsageError } from '../errors.js';
import { oneInput, orFailure, writeResult } from '../one-file.js';
import { extractOptionsOf, limitsOf } from '../run-options.js';
import { addSettings, type Settings } from '../settings.js';
import type { TablesFound, TablesJob } from '../tables/child.js';
import { type FoundTable, summary } from '../tables/found.js';
import { checkSelection, parseArea, parsePages, select } from '../tables/select.js';
import { type Language, languageFor } from '../terminal.js';

interface TablesFlags {
  format?: Format;
  out?: string;
  pages?: string;
  page?: string;
  area?: string;
  password?: string;
}

const FORMATS = ['csv', 'json', 'html', 'xlsx'] as const;
type Format = (typeof FORMATS)[number];

const command: CommandModule = {
  examples: [
    ['report.pdf > tables.csv', 'every table as CSV'],
    ['report.pdf --format xlsx --out tables.xlsx', 'a workbook, one sheet a table'],
    ['report.pdf --format html --pages 1-3,7', 'the tables that stand on these pages'],
    ['report.pdf --pages 5 --area 36,72,560,400', 'what stands in this rectangle of page 5'],
    ['locked.pdf --password SECRET', 'an encrypted file'],
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
      .option('--pages <list>', 'only tables that stand on these pages, such as 1-3,7')
      .option('--page <n>', 'the same for one page')
      .option(
        '--area <x0,y0,x1,y1>',
        'only rows and columns that stand in this rectangle, in points from the top left of the page',
      )
      .option(
        '--password <text>',
        'opens an encrypted PDF; GONGKAI_PASSWORD says it unseen by other users of the machine',
      );
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
    ]).action(async (file: string, flags: TablesFlags) => run(file, flags, await settingsOf({ ...flags })));
  },
};
export default command;

async function run(file: string, flags: TablesFlags, settings: Settings): Promise<void> {
  const format = flags.format ?? FORMATS.find((each) => flags.out?.toLowerCase().endsWith(`.${each}`)) ?? 'csv';
  if (format === 'xlsx' && flags.out === undefined && process.stdout.isTTY)
    throw new UsageError('a workbook is no text: name a file with --out tables.xlsx');
  const pages = pagesOf(flags);
  const area = flags.area === undefined ? null : parseArea(flags.area);
  const language = languageFor(settings.lang);
  const { name, found } = await findTables(file, settings, flags.password ?? process.env.GONGKAI_PASSWORD ?? null);
  checkSelection(name, found.pages, pages, area);
  const tables = select(found.tables, pages, area);
  await writeResult(flags.out, await render(format, tables, name, language));
  process.stderr.write(`${summary(tables, flags.out, language)}\n`);
}

function pagesOf({ page, pages }: TablesFlags): ReturnType<typeof parsePages> | null {
  if (page === undefined) return pages === undefined ? null : parsePages(pages, '--pages');
  if (pages !== undefined) throw new UsageError('--page and --pages say the same: give --pages alone');
  if (!/^\d{1,9}$/.test(page) || Number(page) < 1)
    throw new UsageError(`--page: "${page}" is not a page number; several are --pages 1-3,7`);
  return parsePages(page, '--page');
}

async function findTables(
  input: string,
  settings: Settings,
  password: string | null,
): Promise<{ name: string; found: TablesFound }> {
  const options = await extractOptionsOf(settings);
  const { bytes, sha256, uri, file_name: name } = await oneInput(input, settings);
  const job: TablesJob = { source: { uri, file_name: name }, options, password };
  const { files } = await orFailure(input, settings, async () =>
    (await import('../../pool/run-once.js')).runOnce({
      entry: childEntry(),
      purpose: 'tables',
      name,
      bytes,
      sha256,
      job,
      limits: limitsOf(settings),
    }),
  );
  return { name, found: JSON.parse((files.get('tables') as Buffer).toString('utf8')) as TablesFound };
}

/** Children run compiled code; sources loaded by a TypeScript runner (tests) find it in dist/. */
function childEntry(): string {
  return fileURLToPath(
    new URL(
      import.meta.url.endsWith('.ts') ? '../../dist/cli/tables/child.js' : '../tables/child.js',
      import.meta.url,
    ),
  );
}

async function render(
  format: Format,
  tables: readonly FoundTable[],
  title: string,
  language: Language,
): Promise<string | Uint8Array> {
  switch (format) {
    case 'csv':
      return (await import('../tables/csv.js')).toCsv(tables, language);
    case 'html':
      return (await import('../tables/html.js')).toHtml(tables, title, language);
    case 'xlsx':
      return (await import('../tables/xlsx.js')).toXlsx(tables, language);
    case 'json':
      return `${JSON.stringify(tables, null, 2)}\n`;
  }
}
