/** @module gongkai inspect FILE --page N: a drawing of what was found on a page, over its picture. */
import { fileURLToPath } from 'node:url';
import { type CommandModule, settingsOf } from '../command.js';
import { UsageError } from '../errors.js';
import type { Inspected, InspectJob } from '../inspect/child.js';
import { oneInput, orFailure, writeResult } from '../one-file.js';
import { extractOptionsOf, limitsOf } from '../run-options.js';
import { addSettings, type Settings } from '../settings.js';

interface InspectFlags {
  page: string;
  out?: string;
  dpi: string;
  picture: boolean;
}

const command: CommandModule = {
  examples: [
    ['a.pdf --page 5 > page5.svg', 'rulings, words and cells of page 5'],
    ['a.pdf --page 5 --out page5.png', 'the same as a picture'],
    ['a.pdf --page 5 --reader pdfjs --out page5.svg', 'as the other reader sees it'],
  ],
  configure(command) {
    command
      .argument('<file>', 'a PDF file or http(s) address')
      .requiredOption('-p, --page <n>', 'page, from 1')
      .option('-o, --out <file>', '.svg or .png (default: SVG on standard output)')
      .option('--dpi <n>', 'pixels an inch of the picture', '144')
      .option('--no-picture', 'leave the picture of the page out');
    addSettings(command, [
      'reader',
      'ocr',
      'ocr_engine',
      'deadline',
      'max_memory',
      'max_bytes',
      'allow_hosts',
      'user_agent',
      'lang',
    ]).action(async (file: string, flags: InspectFlags) => inspect(file, flags, await settingsOf({ ...flags })));
  },
};
export default command;

async function inspect(name: string, flags: InspectFlags, settings: Settings): Promise<void> {
  const number = whole('--page', flags.page, 1, 1_000_000);
  const dpi = whole('--dpi', flags.dpi, 18, 600);
  const form = /\.png$/i.test(flags.out ?? '') ? 'png' : 'svg';
  if (flags.out !== undefined && form === 'svg' && !/\.svg$/i.test(flags.out))
    throw new UsageError(`--out ${flags.out}: .svg or .png`);
  const { bytes, sha256, file_name } = await oneInput(name, settings);
  const job: InspectJob = {
    page: number,
    dpi,
    form,
    picture: flags.picture,
    options: await extractOptionsOf(settings),
  };
  const { summary, files } = await orFailure(name, settings, async () =>
    (await import('../../pool/run-once.js')).runOnce({
      entry: childEntry(),
      purpose: 'inspect',
      name: file_name,
      bytes,
      sha256,
      job,
      limits: limitsOf(settings),
    }),
  );
  const { pages, found } = summary as Inspected;
  if (found === null) throw new UsageError(`--page: ${name} has ${pages} pages`);
  await writeResult(flags.out, files.get('drawing') as Buffer);
  const { textSource, reason, glyphs, rulings, tables } = found;
  process.stderr.write(
    `page ${number}: ${textSource}${textSource === 'text_layer' ? '' : ` (${reason})`}, ${glyphs} glyphs,` +
      ` ${rulings} rulings, ${tables} tables${flags.out === undefined ? '' : ` -> ${flags.out}`}\n`,
  );
}

/** Children run compiled code; sources loaded by a TypeScript runner (tests) find it in dist/. */
function childEntry(): string {
  return fileURLToPath(
    new URL(
      import.meta.url.endsWith('.ts') ? '../../dist/cli/inspect/child.js' : '../inspect/child.js',
      import.meta.url,
    ),
  );
}

function whole(name: string, text: string, min: number, max: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < min || value > max)
    throw new UsageError(`${name}: "${text}" is not a whole number from ${min} to ${max}`);
  return value;
}
