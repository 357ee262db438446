/** @module gongkai status: what waits, runs and has failed in the queue, how many workers there are, and what comes next. */
import { type CommandModule, settingsOf } from '../command.js';
import { addSettings, type Settings } from '../settings.js';
import { withQueue } from '../with-queue.js';

const command: CommandModule = {
  examples: [['--queue redis://127.0.0.1:6379', 'a table'], ['--json', 'for programs']],
  configure(command) {
    addSettings(command, ['queue', 'json']).action(async (flags) => { await status(await settingsOf(flags)); });
  },
};
export default command;

async function status(settings: Settings): Promise<void> {
  await withQueue(settings, async (queue) => {
    const [counts, activity, schedules] = await Promise.all([queue.counts(), queue.activity(), queue.schedules()]);
    const kinds = Object.entries(counts).map(([kind, count]) => ({ kind, ...count, ...activity[kind as keyof typeof activity] }));
    if (settings.json) {
      process.stdout.write(`${JSON.stringify({ kinds, schedules }, null, 2)}\n`);
      return;
    }
    const rows = [['', 'waiting', 'active', 'delayed', 'failed', 'done', 'workers'],
      ...kinds.map((row) => [row.kind, row.waiting, row.active, row.delayed, row.failed, row.done, row.workers].map(String))];
    for (const row of rows) process.stdout.write(`${row.map((cell, index) => (index === 0 ? cell.padEnd(9) : cell.padStart(11))).join('')}\n`);
    for (const { name, cron, next } of schedules) process.stdout.write(`${name}  ${cron}  next ${next ?? '-'}\n`);
  });
}
