/** @module The child's side of the pool: messages in, one task at a time, files and a summary out. */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChildMessage, ErrorReport, RunMessage, Task } from './protocol.js';

/**
 * A promise that nobody waited for was rejected, as happens inside libraries that read damaged files. The job goes on:
 * what it does wait for decides it. What state the library is in, nobody knows, so the child takes no further job.
 */
let tainted = false;

/** Ends the process when the parent goes away: no orphan works on for nobody. */
export function serveJobs(task: Task): void {
  offerToOomKiller();
  process.on('unhandledRejection', (reason) => {
    tainted = true;
    // The parent keeps the end of stderr and quotes it should the child die after all.
    process.stderr.write(`unhandled rejection: ${reason instanceof Error ? reason.message : String(reason)}\n`);
  });
  process.on('disconnect', () => process.exit(0));
  process.on('message', (message: RunMessage) => {
    if (message.type === 'run') void run(task, message);
  });
}

async function run(task: Task, { id, path, sha256, outDir, job }: RunMessage): Promise<void> {
  const send = (message: ChildMessage): void => {
    if (process.connected) process.send?.(message);
  };
  try {
    const bytes = new Uint8Array(await readFile(path));
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new ChangedError();
    const { summary, files } = await task(bytes, job, (progress) => send({ type: 'progress', id, ...progress }));
    await Promise.all(Object.entries(files).map(([name, body]) => writeFile(join(outDir, name), body)));
    send({ type: 'done', id, summary, files: Object.keys(files), rssBytes: process.memoryUsage.rss(), tainted });
  } catch (error) {
    const reported = report(error);
    send({
      type: 'failed',
      id,
      error: { ...reported, tainted: tainted || reported.tainted },
      rssBytes: process.memoryUsage.rss(),
    });
  }
}

class ChangedError extends Error {}

const OUT_OF_MEMORY = /allocation failed|could not allocate memory|out of memory|Cannot enlarge memory|OOM/i;

function report(error: unknown): ErrorReport {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  const { code, page } = error as { code?: unknown; page?: unknown };
  const base = { page: typeof page === 'number' ? page : null, message, stack: stack ?? null };
  if (name === 'ReadError' && typeof code === 'string') return { ...base, code, stage: 'read', tainted: false };
  if (error instanceof ChangedError)
    return {
      ...base,
      code: 'changed',
      stage: 'acquire',
      message: 'the file changed while it was being read; run it again',
      tainted: false,
    };
  if (OUT_OF_MEMORY.test(message)) return { ...base, code: 'memory', stage: 'extract', tainted: true };
  return { ...base, code: 'internal', stage: 'extract', tainted: true };
}

/** Where the machine itself runs out of memory, Linux should take a child and not the parent that keeps the books. */
function offerToOomKiller(): void {
  if (process.platform !== 'linux') return;
  try {
    writeFileSync('/proc/self/oom_score_adj', '500');
  } catch {
    // Some containers forbid it; the pool's own cap holds without it.
  }
}
