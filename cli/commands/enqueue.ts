/** @module gongkai enqueue INPUT...: bytes into the store, jobs into the queue, before all bulk work. */
import { AcquireError, acquire, expandInputs, inputName } from '../../pipeline/acquire/index.js';
import type { Runs } from '../../workers/runs/open-run.js';
import { type CommandModule, settingsOf } from '../command.js';
import { UsageError } from '../errors.js';
import { nextStep } from '../report/next-steps.js';
import { acquireOptionsOf } from '../run-options.js';
import { printable } from '../report/printable.js';
import { addSettings, type Settings } from '../settings.js';
import { languageFor } from '../terminal.js';
import { withRuns } from '../with-queue.js';

interface EnqueueFlags {
  stored?: boolean;
  force?: boolean;
  bulk?: boolean;
}

const command: CommandModule = {
  examples: [
    [
      'a.pdf https://example.gov.cn/b.pdf --queue redis://127.0.0.1:6379 --out s3://bucket/gongkai',
      'files and addresses',
    ],
    ['folder --bulk', 'many files, after what people ask for'],
    ['--stored', 'everything in the store, to be read where the workers would read it differently now'],
    ['a.pdf --force', 'again, although it is done'],
  ],
  configure(command) {
    command
      .argument('[input...]', 'PDF files, folders, http(s) addresses, or - for a list on standard input')
      .option('--stored', 'every PDF that lies in the store already, instead of inputs')
      .option('--force', 'read again what this version has read')
      .option('--bulk', 'after what people ask for');
    addSettings(command, ['queue', 'out', 'max_bytes', 'allow_hosts', 'user_agent', 'quiet', 'lang']).action(
      async (inputs: string[], flags: EnqueueFlags & Record<string, unknown>) => {
        process.exitCode = await enqueue(inputs, flags, await settingsOf(flags));
      },
    );
  },
};
export default command;

async function enqueue(inputs: string[], flags: EnqueueFlags, settings: Settings): Promise<number> {
  if (flags.stored ? inputs.length > 0 : inputs.length === 0) throw new UsageError('give either inputs or --stored');
  return withRuns(settings, (runs) =>
    flags.stored ? enqueueAll(runs, flags) : enqueueInputs(runs, inputs, flags, settings),
  );
}

async function enqueueAll(runs: Runs, { force = false }: EnqueueFlags): Promise<number> {
  const { enqueueStored } = await import('../../workers/enqueue.js');
  const { seen, added, runs: ids } = await enqueueStored(runs, { force });
  process.stdout.write(`${seen} PDFs in the store, ${added} jobs added\n`);
  for (const id of ids) sayRun(id);
  return 0;
}

async function enqueueInputs(
  runs: Runs,
  inputs: string[],
  { force = false, bulk }: EnqueueFlags,
  settings: Settings,
): Promise<number> {
  const [{ enqueueDocument }, { openRun }, { risingClock }] = await Promise.all([
    import('../../workers/enqueue.js'),
    import('../../workers/runs/open-run.js'),
    import('../../pipeline/publish/index.js'),
  ]);
  const run = await openRun(runs);
  const clock = risingClock();
  let failed = 0;
  try {
    for await (const input of expandInputs(inputs)) {
      const [name, at] = [inputName(input), clock()];
      try {
        if (input.kind === 'missing') throw input.error;
        const outcome = await enqueueDocument(
          runs.store,
          runs.queue,
          await acquire(input, acquireOptionsOf(settings)),
          { force, run, at, priority: bulk ? 'bulk' : 'person' },
        );
        if (!settings.quiet) process.stdout.write(`${outcome.padEnd(6)} ${printable(name)}\n`);
      } catch (error) {
        if (!(error instanceof AcquireError)) throw error;
        failed += 1;
        await run.fail({
          uri: name,
          sha256: null,
          stage: 'acquire',
          code: error.code,
          message: error.message,
          page: null,
        });
        process.stderr.write(
          `failed ${printable(`${error.message.startsWith(name) ? '' : `${name}: `}${error.message}`)}\n  ` +
            `next: ${nextStep(error.code, languageFor(settings.lang))}\n`,
        );
      }
    }
  } finally {
    await run.close();
  }
  if (!settings.quiet) sayRun(run.id);
  return failed > 0 ? 1 : 0;
}

function sayRun(id: string): void {
  process.stderr.write(`run ${id}; see how it comes along with: gongkai status --run ${id}\n`);
}
