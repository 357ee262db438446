/** @module gongkai enqueue INPUT...: bytes into the store, jobs into the queue, before all bulk work. */
import { acquire, expandInputs, inputName } from '../../pipeline/acquire/index.js';
import { openStore } from '../../stores/index.js';
import { type CommandModule, settingsOf } from '../command.js';
import { UsageError } from '../errors.js';
import { acquireOptionsOf } from '../run-options.js';
import { addSettings, type Settings } from '../settings.js';
import { withQueue } from '../with-queue.js';

interface EnqueueFlags { stored?: boolean; force?: boolean; bulk?: boolean; }

const command: CommandModule = {
  examples: [
    ['a.pdf https://example.gov.cn/b.pdf --queue redis://127.0.0.1:6379 --out s3://bucket/gongkai', 'files and addresses'],
    ['folder --bulk', 'many files, after what people ask for'],
    ['--stored', 'everything in the store that this version has not read'],
    ['a.pdf --force', 'again, although it is done'],
  ],
  configure(command) {
    command.argument('[input...]', 'PDF files, folders, http(s) addresses, or - for a list on standard input')
      .option('--stored', 'every PDF that lies in the store already, instead of inputs')
      .option('--force', 'read again what this version has read')
      .option('--bulk', 'after what people ask for');
    addSettings(command, ['queue', 'out', 'max_bytes', 'allow_hosts', 'user_agent', 'quiet'])
      .action(async (inputs: string[], flags: EnqueueFlags & Record<string, unknown>) => { process.exitCode = await enqueue(inputs, flags, await settingsOf(flags)); });
  },
};
export default command;

async function enqueue(inputs: string[], flags: EnqueueFlags, settings: Settings): Promise<number> {
  if (flags.stored ? inputs.length > 0 : inputs.length === 0) throw new UsageError('give either inputs or --stored');
  const { enqueueDocument, enqueueStored } = await import('../../workers/enqueue.js');
  const store = await openStore(settings.out);
  const force = flags.force ?? false;
  try {
    return await withQueue(settings, async (queue) => {
      if (flags.stored) {
        const { seen, added } = await enqueueStored(store, queue, { force });
        process.stdout.write(`${seen} PDFs in the store, ${added} jobs added\n`);
        return 0;
      }
      let failed = 0;
      for await (const input of expandInputs(inputs)) {
        try {
          if (input.kind === 'missing') throw input.error;
          const outcome = await enqueueDocument(store, queue, await acquire(input, acquireOptionsOf(settings)), { force, priority: flags.bulk ? 'bulk' : 'person' });
          if (!settings.quiet) process.stdout.write(`${outcome.padEnd(6)} ${inputName(input)}\n`);
        } catch (error) {
          if ((error as Error).name !== 'AcquireError') throw error;
          failed += 1;
          process.stderr.write(`failed ${inputName(input)}: ${(error as Error).message}\n`);
        }
      }
      return failed > 0 ? 1 : 0;
    });
  } finally {
    await store.close();
  }
}
