/**
 * @module gongkai status: what waits, runs and has failed in the queue, how many workers there are, what comes next;
 * or how one run stands.
 */
import type { Run } from '../../schemas/index.js';
import { type CommandModule, settingsOf } from '../command.js';
import { CommandFailure, UsageError } from '../errors.js';
import { printable } from '../report/printable.js';
import { addSettings, type Settings } from '../settings.js';
import { withQueue, withRuns } from '../with-queue.js';
import { runKey } from '../../stores/layout.js';

const command: CommandModule = {
  examples: [
    ['--queue redis://127.0.0.1:6379', 'a table'],
    ['--run 20261122T130114Z-9f3a1c --out out', 'how far the run is; its counts and failures when it is over'],
    ['--json', 'for programs'],
  ],
  configure(command) {
    command.option('--run <id>', 'one run, as enqueue, crawl and retry name it, instead of the queue');
    addSettings(command, ['queue', 'out', 'json']).action(async (flags: { run?: string }) => {
      const settings = await settingsOf({ ...flags });
      await (flags.run === undefined ? queueStatus(settings) : runStatus(flags.run, settings));
    });
  },
};
export default command;

async function queueStatus(settings: Settings): Promise<void> {
  await withQueue(settings, async (queue) => {
    const [counts, activity, schedules] = await Promise.all([queue.counts(), queue.activity(), queue.schedules()]);
    const kinds = Object.entries(counts).map(([kind, count]) => ({
      kind,
      ...count,
      ...activity[kind as keyof typeof activity],
    }));
    if (settings.json) {
      process.stdout.write(`${JSON.stringify({ kinds, schedules }, null, 2)}\n`);
      return;
    }
    const rows = [
      ['', 'waiting', 'active', 'delayed', 'failed', 'done', 'workers'],
      ...kinds.map((row) =>
        [row.kind, row.waiting, row.active, row.delayed, row.failed, row.done, row.workers].map(String),
      ),
    ];
    for (const row of rows)
      process.stdout.write(
        `${row.map((cell, index) => (index === 0 ? cell.padEnd(9) : cell.padStart(11))).join('')}\n`,
      );
    for (const { name, cron, next } of schedules) process.stdout.write(`${name}  ${cron}  next ${next ?? '-'}\n`);
  });
}

async function runStatus(run: string, settings: Settings): Promise<void> {
  if (!/^[0-9A-Za-z-]+$/.test(run))
    throw new UsageError(`--run: "${run}" is no run id; they look like 20261122T130114Z-9f3a1c`);
  await withRuns(settings, async ({ store, ledger }) => {
    const body = await store.get(runKey(run));
    if (body) {
      const record = JSON.parse(new TextDecoder().decode(body)) as Run;
      process.stdout.write(settings.json ? `${JSON.stringify({ over: true, ...record }, null, 2)}\n` : over(record));
      return;
    }
    const started_at = await ledger.startedAt(run);
    if (started_at === null)
      throw new CommandFailure(
        `neither ${store.location} nor the queue knows a run ${run}; check --out, --queue and the id`,
      );
    const { jobs, pending } = await ledger.counts(run);
    process.stdout.write(
      settings.json
        ? `${JSON.stringify({ over: false, run_id: run, started_at, jobs, pending }, null, 2)}\n`
        : `run ${run}, since ${started_at}: ${pending} of ${jobs} jobs have not ended\n`,
    );
  });
}

function over({ run_id, finished_at, counts, failures }: Run): string {
  const { inputs, written, skipped, failed, pages } = counts;
  const lines = failures.map(
    ({ uri, page, code, message }) =>
      `failed ${printable(uri)}${page === null ? '' : ` p. ${page}`}: ${code}: ${printable(message)}\n`,
  );
  return `${lines.join('')}run ${run_id}, over since ${finished_at}: ${inputs} inputs, ${written} documents written (${pages} pages), ${skipped} already done, ${failed} failures (${runKey(run_id)})\n`;
}
