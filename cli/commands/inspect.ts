/** @module gongkai inspect FILE --page N: a drawing of what was found on a page, over its picture. For one's own files: reads in this process. */
import { readFile, writeFile } from 'node:fs/promises';
import type { PageLayout } from '../../pipeline/model.js';
import type { Bitmap } from '../../pipeline/read/reader.js';
import { type CommandModule, settingsOf } from '../command.js';
import { CommandFailure, UsageError } from '../errors.js';
import { addSettings, type Settings } from '../settings.js';

interface InspectFlags { page: string; out?: string; dpi: string; picture: boolean; }

const command: CommandModule = {
  examples: [
    ['a.pdf --page 5 > page5.svg', 'rulings, words and cells of page 5'],
    ['a.pdf --page 5 --out page5.png', 'the same as a picture'],
    ['a.pdf --page 5 --reader pdfjs --out page5.svg', 'as the other reader sees it'],
  ],
  configure(command) {
    command.argument('<file>', 'a PDF file')
      .requiredOption('-p, --page <n>', 'page, from 1')
      .option('-o, --out <file>', '.svg or .png (default: SVG on standard output)')
      .option('--dpi <n>', 'pixels an inch of the picture', '144')
      .option('--no-picture', 'leave the page\'s own picture out');
    addSettings(command, ['reader', 'ocr', 'ocr_engine'])
      .action(async (file: string, flags: InspectFlags) => inspect(file, flags, await settingsOf({ ...flags })));
  },
};
export default command;

async function inspect(file: string, flags: InspectFlags, settings: Settings): Promise<void> {
  const number = whole('--page', flags.page, 1, 1_000_000);
  const dpi = whole('--dpi', flags.dpi, 18, 600);
  const isPng = /\.png$/i.test(flags.out ?? '');
  if (flags.out !== undefined && !isPng && !/\.svg$/i.test(flags.out)) throw new UsageError(`--out ${flags.out}: .svg or .png`);
  const bytes = await readFile(file).catch((cause: Error) => { throw new UsageError(`${file} cannot be read: ${cause.message}`, { cause }); });
  const { layout, picture } = await readLayout(new Uint8Array(bytes), number, { dpi, picture: flags.picture || isPng, settings, file });
  let result: string | Uint8Array;
  if (isPng) {
    result = await (await import('../inspect/png.js')).drawLayout(layout, picture);
  } else {
    const { renderInspection } = await import('../../pipeline/tables/inspect.js');
    const { encodePng } = await import('../inspect/png.js');
    result = renderInspection(layout, picture ? { background: `data:image/png;base64,${Buffer.from(encodePng(picture)).toString('base64')}` } : {});
  }
  if (flags.out === undefined) process.stdout.write(result);
  else await writeFile(flags.out, result);
  const { content, tables } = layout;
  process.stderr.write(`page ${number}: ${content.textSource}, ${content.glyphs.length} glyphs, ${content.rulings.length} rulings, ${tables.length} tables\n`);
}

interface ReadRequest { dpi: number; picture: boolean; settings: Settings; file: string; }

async function readLayout(bytes: Uint8Array, number: number, { dpi, picture, settings, file }: ReadRequest): Promise<{ layout: PageLayout; picture: Bitmap | null }> {
  const [{ openPdf, ReadError }, { layoutPage }] = await Promise.all([import('../../pipeline/read/index.js'), import('../../pipeline/tables/index.js')]);
  try {
    const pdf = await openPdf(bytes, { reader: settings.reader });
    try {
      if (number > pdf.pageCount) throw new UsageError(`--page: ${file} has ${pdf.pageCount} pages`);
      const content = await recognised(pdf, await pdf.readPage(number), settings);
      const image = picture ? await pdf.render(number, { dpi }).catch(() => null) : null; // pdfjs cannot draw
      return { layout: layoutPage(content), picture: image };
    } finally {
      await pdf.close();
    }
  } catch (error) {
    if (error instanceof ReadError) throw new CommandFailure(`${file}: ${error.code}: ${error.message}`, { cause: error });
    throw error;
  }
}

async function recognised(...[pdf, content, settings]: [import('../../pipeline/read/reader.js').PdfFile, import('../../pipeline/model.js').PageContent, Settings]) {
  if (settings.ocr === 'never') return content;
  const { createOcrEngine, recognisePage, recognitionReason } = await import('../../pipeline/recognise/index.js');
  const reason = settings.ocr === 'always' ? 'recognition asked for' : recognitionReason(content);
  if (reason === null) return content;
  const engine = await createOcrEngine(settings.ocr_engine);
  try {
    return await recognisePage(pdf, content, engine, reason);
  } finally {
    await engine.close();
  }
}

function whole(name: string, text: string, min: number, max: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < min || value > max) throw new UsageError(`${name}: "${text}" is not a whole number from ${min} to ${max}`);
  return value;
}
