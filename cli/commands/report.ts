/**
 * @module gongkai report DOCUMENT: one self-contained HTML page a document, findings worst first beside what was
 * printed.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../../stores/make-folder.js';
import type { ObjectStore } from '../../stores/object-store.js';
import { type CommandModule, settingsOf } from '../command.js';
import { CommandFailure, UsageError } from '../errors.js';
import { printable } from '../report/printable.js';
import { orUsage } from '../one-file.js';
import { addSettings, type Settings } from '../settings.js';
import { languageFor } from '../terminal.js';

const command: CommandModule = {
  examples: [
    ['3f9c --out out', 'report-3f9c….html for the document whose SHA-256 begins so'],
    ['out/documents/*/document.json --output reports', 'a page a document, into a folder'],
    ['3f9c --output page.html --lang zh', 'in Chinese, under this name ("-": standard output)'],
  ],
  configure(command) {
    command
      .argument('<document...>', 'SHA-256 of a source or its first digits, or the path of a document.json')
      .option(
        '--output <path>',
        'a file (….html), a folder, or "-" for standard output (default: this folder, as report-<sha256>.html)',
      );
    addSettings(command, ['out', 'lang', 'max_memory', 'quiet']).action(
      async (documents: string[], flags: { output?: string }) =>
        run(documents, flags.output, await settingsOf(flags)),
    );
  },
};
export default command;

async function run(documents: readonly string[], output: string | undefined, settings: Settings): Promise<void> {
  // By its name, not by the number of documents: a pattern that matches one file must not write elsewhere than one
  // that matches two.
  const oneFile = output === '-' || (output !== undefined && /\.html?$/i.test(output));
  if (oneFile && documents.length > 1)
    throw new UsageError(`--output ${output} takes one document; name a folder for ${documents.length}`);
  if (output !== undefined && !oneFile) await orUsage('--output', output, () => makeFolder(output));
  let failed = 0;
  for (const name of documents) {
    try {
      const { sha256, page } = await reportOf(name, settings);
      if (output === '-') {
        process.stdout.write(page);
        continue;
      }
      const file = `report-${sha256.slice(0, 12)}.html`;
      const path = output === undefined ? file : oneFile ? output : join(output, file);
      await orUsage('--output', path, () => writeFile(path, page));
      if (!settings.quiet) process.stderr.write(`${name} -> ${path} (${Math.round(page.length / 1024)} kB)\n`);
    } catch (error) {
      const { name: kind, message } = error as Error;
      if (!['NoDocument', 'PictureError', 'DocumentFailure', 'ObjectStoreError'].includes(kind)) throw error;
      failed += 1;
      process.stderr.write(`failed ${printable(name)}: ${printable(message)}\n`);
    }
  }
  if (failed > 0) throw new CommandFailure(`${failed} of ${documents.length} reports could not be made`);
}

async function reportOf(name: string, settings: Settings): Promise<{ sha256: string; page: string }> {
  const [{ openStore }, { createPictures, findDocument, readDocument, readReviews, renderReport }] =
    await Promise.all([import('../../stores/index.js'), import('../../web/index.js')]);
  // A document.json named by its path says itself where its place is.
  const path = /^(?:(.*)[/\\])?documents[/\\]([0-9a-f]{64})[/\\]document\.json$/.exec(name);
  const store: ObjectStore = await openStore(path ? path[1] || '.' : settings.out);
  const pictures = createPictures(
    store,
    settings.max_memory === null ? {} : { limits: { memoryMb: settings.max_memory } },
  );
  try {
    const sha256 = path?.[2] ?? (await findDocument(store, name.toLowerCase()));
    const document = await readDocument(store, sha256);
    const reviews = await readReviews(store, sha256);
    return {
      sha256,
      page: await renderReport({ document, reviews, pictures, language: languageFor(settings.lang) }),
    };
  } finally {
    await pictures.close();
    await store.close();
  }
}
