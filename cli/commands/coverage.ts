/**
 * @module gongkai coverage OUT: what the documents of a folder or bucket show that is not understood, for a team to work from after each
 * crawl.
 */
import { understandingOf } from '../../pipeline/domain/vocabulary.js';
import { type CommandModule, settingsOf } from '../command.js';
import { UsageError } from '../errors.js';
import { coverageReport } from '../report/coverage.js';
import { extractOptionsOf } from '../run-options.js';
import { addSettings, type Settings } from '../settings.js';
import { coloursFor, languageFor } from '../terminal.js';

const MOST_WORDS = 100_000;

const command: CommandModule = {
  examples: [
    ['out', 'titles and words that are not understood, the commonest first'],
    ['out --top 100 --lang zh', 'a hundred of each sort, in Chinese'],
    ['"s3://bucket/prefix?endpoint=http://127.0.0.1:9000" --json', 'a bucket, for programs'],
    ['out --vocabulary words.yaml', 'what remains with the words of that file'],
  ],
  configure(command) {
    command
      .argument('[place]', 'folder or s3://bucket/prefix that extract wrote to (default: --out)')
      .option('--top <n>', 'words listed of each sort', '20');
    addSettings(command, ['out', 'vocabulary', 'quiet', 'json', 'lang']).action(
      async (place: string | undefined, flags: { top: string } & Record<string, unknown>) => {
        const settings = await settingsOf(flags);
        process.exitCode = await coverage(place ?? settings.out, topOf(flags.top), settings);
      },
    );
  },
};
export default command;

function topOf(text: string): number {
  const top = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (top < 1 || top > MOST_WORDS)
    throw new UsageError(`--top: "${text}" is not a whole number from 1 to ${MOST_WORDS}`);
  return top;
}

/** @returns the exit code: 1 where a document could not be read */
async function coverage(place: string, top: number, settings: Settings): Promise<number> {
  const { lexicon } = understandingOf((await extractOptionsOf(settings)).vocabulary);
  const [{ coverageOf }, { openStore }] = await Promise.all([
    import('../../warehouse/coverage/index.js'),
    import('../../stores/index.js'),
  ]);
  const store = await openStore(place);
  try {
    const watched = process.stderr.isTTY && !settings.quiet;
    const found = await coverageOf(store, {
      top,
      lexicon,
      ...(watched && { onDocument: (n: number) => process.stderr.write(`\r${n} documents`) }),
    });
    if (watched) process.stderr.write('\r\u001b[K');
    if (found.documents.total === 0 && found.documents.unreadable.length === 0)
      process.stderr.write(
        `${store.location} holds no documents; write some with: gongkai extract INPUT --out ${place}\n`,
      );
    if (settings.json) process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
    else process.stdout.write(coverageReport(found, place, languageFor(settings.lang), coloursFor(process.stdout)));
    return found.documents.unreadable.length > 0 ? 1 : 0;
  } finally {
    await store.close();
  }
}
