/** @module gongkai failed: failed jobs, newest first, with what they were about and why they failed. */
import { openStore } from '../../stores/index.js';
import { type CommandModule, settingsOf } from '../command.js';
import { UsageError } from '../errors.js';
import { printable } from '../report/printable.js';
import { addSettings, type Settings } from '../settings.js';
import { kindsOf, withQueue } from '../with-queue.js';

interface FailedFlags {
  limit: string;
}

const command: CommandModule = {
  examples: [
    ['--queue redis://127.0.0.1:6379', 'the last hundred'],
    ['--only extract --limit 1000 --json', 'for programs'],
  ],
  configure(command) {
    command.option('--limit <n>', 'how many', '100');
    addSettings(command, ['queue', 'out', 'only', 'json']).action(
      async (flags: FailedFlags & Record<string, unknown>) => {
        await failed(flags, await settingsOf(flags));
      },
    );
  },
};
export default command;

async function failed(flags: FailedFlags, settings: Settings): Promise<void> {
  const limit = Number(flags.limit);
  if (!Number.isInteger(limit) || limit < 1)
    throw new UsageError(`--limit: "${flags.limit}" is not a whole number from 1`);
  const kinds = kindsOf(settings.only);
  const { uriOf } = await import('../../workers/runs/record.js');
  const store = await openStore(settings.out);
  try {
    await withQueue(settings, async (queue) => {
      const found = (await Promise.all(kinds.map((kind) => queue.failures({ kind, limit })))).flat();
      const newest = found.sort((a, b) => b.failedAt.localeCompare(a.failedAt)).slice(0, limit);
      const failures = await Promise.all(
        newest.map(async (failure) => ({ ...failure, uri: await uriOf(store, failure) })),
      );
      if (settings.json) process.stdout.write(`${JSON.stringify(failures, null, 2)}\n`);
      else if (failures.length === 0) process.stdout.write('nothing has failed\n');
      else {
        for (const { failedAt, id, uri, code, message, attempts } of failures) {
          process.stdout.write(
            `${failedAt}  ${id}\n  ${printable(uri)}\n  ${code} after ${attempts} ` +
              `${attempts === 1 ? 'try' : 'tries'}: ${printable(message)}\n`,
          );
        }
        process.stdout.write('Try again: gongkai retry ID…, gongkai retry --only KIND, or gongkai retry --all\n');
      }
    });
  } finally {
    await store.close();
  }
}
