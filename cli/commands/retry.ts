/** @module gongkai retry: failed jobs go back into the queue with fresh attempts. */
import { type CommandModule, settingsOf } from '../command.js';
import { UsageError } from '../errors.js';
import { addSettings, type Settings } from '../settings.js';
import { kindsOf, withQueue } from '../with-queue.js';

interface RetryFlags { all?: boolean; }

const command: CommandModule = {
  examples: [['extract-9f3a… --queue redis://127.0.0.1:6379', 'one job, by the id that `gongkai failed` shows'], ['--only extract', 'every failed document'], ['--all', 'everything']],
  configure(command) {
    command.argument('[id...]', 'ids of failed jobs').option('--all', 'every failed job');
    addSettings(command, ['queue', 'only'])
      .action(async (ids: string[], flags: RetryFlags & Record<string, unknown>) => { process.exitCode = await retry(ids, flags, await settingsOf(flags)); });
  },
};
export default command;

/** @returns 1 when an id that was named is not among the failed */
async function retry(ids: string[], flags: RetryFlags, settings: Settings): Promise<number> {
  if ([ids.length > 0, settings.only.length > 0, flags.all === true].filter(Boolean).length !== 1) throw new UsageError('say which: ids, --only KIND, or --all');
  return withQueue(settings, async (queue) => {
    let count = 0;
    if (ids.length > 0) count = await queue.retry({ ids });
    else for (const kind of kindsOf(settings.only)) count += await queue.retry({ kind });
    process.stdout.write(`${count} ${count === 1 ? 'job goes' : 'jobs go'} back into the queue\n`);
    return count < ids.length ? 1 : 0;
  });
}
