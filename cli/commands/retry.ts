/** @module gongkai retry: failed jobs go back into the queue with fresh attempts. */
import { COUNTED_KINDS, type JobRef } from '../../workers/queue/job-queue.js';
import { type CommandModule, settingsOf } from '../command.js';
import { UsageError } from '../errors.js';
import { addSettings, type Settings } from '../settings.js';
import { kindsOf, withRuns } from '../with-queue.js';
import { append } from '../../pipeline/domain/extremes.js';

interface RetryFlags {
  all?: boolean;
}

const command: CommandModule = {
  examples: [
    ['extract-9f3a… --queue redis://127.0.0.1:6379', 'one job, by the id that `gongkai failed` shows'],
    ['--only extract', 'every failed document'],
    ['--all', 'everything'],
  ],
  configure(command) {
    command.argument('[id...]', 'ids of failed jobs').option('--all', 'every failed job');
    addSettings(command, ['queue', 'out', 'only']).action(
      async (ids: string[], flags: RetryFlags & Record<string, unknown>) => {
        process.exitCode = await retry(ids, flags, await settingsOf(flags));
      },
    );
  },
};
export default command;

/** @returns 1 when an id that was named is not among the failed */
async function retry(ids: string[], flags: RetryFlags, settings: Settings): Promise<number> {
  if ([ids.length > 0, settings.only.length > 0, flags.all === true].filter(Boolean).length !== 1)
    throw new UsageError('say which: ids, --only KIND, or --all');
  return withRuns(settings, async (runs) => {
    // A run of their own: the records of the runs in which they failed are written, and loaders have taken them.
    const run = await (await import('../../workers/runs/open-run.js')).openRun(runs);
    const retried: JobRef[] = [];
    try {
      if (ids.length > 0) append(retried, await runs.queue.retry({ ids }, run.id));
      else for (const kind of kindsOf(settings.only)) append(retried, await runs.queue.retry({ kind }, run.id));
      await run.adopt(retried.filter(({ kind }) => COUNTED_KINDS.has(kind)));
    } finally {
      await run.close();
    }
    process.stdout.write(`${retried.length} ${retried.length === 1 ? 'job goes' : 'jobs go'} back into the queue\n`);
    if (retried.length > 0)
      process.stderr.write(`run ${run.id}; see how it comes along with: gongkai status --run ${run.id}\n`);
    return retried.length < ids.length ? 1 : 0;
  });
}
