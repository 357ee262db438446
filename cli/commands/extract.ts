/**
 * @module gongkai extract INPUT...: files, folders, URLs or a list -> documents in a folder or bucket, and a summary.
 */
import { availableParallelism } from 'node:os';
import { expandInputs, type Input, type MissingInput } from '../../pipeline/acquire/index.js';
import { runBatch } from '../../pool/batch.js';
import { engineNotice } from '../../pipeline/recognise/engines.js';
import { createPool } from '../../pool/index.js';
import type { Run } from '../../schemas/index.js';
import { WRITE_PROBE_KEY } from '../../stores/layout.js';
import { openStore, ObjectStoreError, type ObjectStore } from '../../stores/index.js';
import { type CommandModule, settingsOf } from '../command.js';
import { UsageError } from '../errors.js';
import { createCollector } from '../report/collect.js';
import { createProgress } from '../report/progress.js';
import { humanSummary, machineSummary } from '../report/summary.js';
import { acquireOptionsOf, extractOptionsOf, limitsOf } from '../run-options.js';
import { addSettings, type Settings } from '../settings.js';
import { coloursFor, languageFor } from '../terminal.js';

const command: CommandModule = {
  examples: [
    ['samples --out out', 'every PDF of a folder'],
    ['a.pdf b.pdf https://example.gov.cn/c.pdf', 'files and addresses together'],
    ['- --resume < list.txt', 'a list, leaving out what is done'],
    ['scans --ocr always --jobs 2', 'recognise every page'],
    ["in --out 's3://bucket/prefix?endpoint=http://127.0.0.1:9000'", 'into an S3 bucket'],
    ['in --vocabulary words.yaml', 'with words and titles of a place beside ours'],
    ['in --json --quiet > summary.json', 'for programs'],
  ],
  configure(command) {
    command.argument('<input...>', 'PDF files, folders, http(s) addresses, or - for a list on standard input');
    addSettings(command, [
      'out',
      'jobs',
      'resume',
      'reader',
      'ocr',
      'ocr_engine',
      'vocabulary',
      'deadline',
      'max_memory',
      'max_pages',
      'max_bytes',
      'allow_hosts',
      'user_agent',
      'quiet',
      'json',
      'lang',
    ]).action(async (inputs: string[], flags) => {
      process.exitCode = await extract(inputs, await settingsOf(flags));
    });
  },
};
export default command;

/** @returns the exit code: 0 every input gave a document, 1 some failed */
async function extract(names: string[], settings: Settings): Promise<number> {
  const options = await extractOptionsOf(settings);
  const jobs = settings.jobs ?? availableParallelism();
  const pool = createPool({ jobs, limits: limitsOf(settings) });
  pool.warm(1); // loads its modules while this process looks at the inputs
  const stop = stopOnSignal();
  const notice = settings.ocr === 'never' || settings.ocr_engine !== 'auto' || settings.quiet ? null : engineNotice();
  if (notice) process.stderr.write(`${notice}\n`);
  try {
    const store = await openPlace(settings.out);
    const began = performance.now();
    const collector = createCollector();
    const progress = await createProgress(process.stderr, settings.quiet);
    let run: Run;
    try {
      run = await runBatch({
        inputs: counted(names, (total) => progress.expect(total)),
        store,
        pool,
        jobs,
        resume: settings.resume,
        options,
        acquire: acquireOptionsOf(settings),
        signal: stop.signal,
        onEvent: (event) => {
          collector.take(event);
          progress.take(event);
        },
      });
    } finally {
      progress.stop();
      await store.close();
    }
    const exitCode = run.counts.failed > 0 || stop.signal.aborted ? 1 : 0;
    const summary = {
      run,
      collected: collector.collected,
      place: settings.out,
      seconds: (performance.now() - began) / 1000,
      language: languageFor(settings.lang),
    };
    if (settings.json) process.stdout.write(`${JSON.stringify(machineSummary(summary, exitCode), null, 2)}\n`);
    else if (settings.quiet)
      process.stderr.write(run.failures.length > 0 ? humanSummary(summary, coloursFor(process.stderr)) : '');
    else process.stdout.write(humanSummary(summary, coloursFor(process.stdout)));
    return exitCode;
  } finally {
    stop.release();
    await pool.close();
  }
}

/** A place that cannot be used is the caller's mistake, found before any work is done. */
async function openPlace(place: string): Promise<ObjectStore> {
  let store: ObjectStore;
  try {
    store = await openStore(place);
  } catch (error) {
    throw error instanceof ObjectStoreError ? new UsageError(`--out ${error.message}`, { cause: error }) : error;
  }
  try {
    await store.put(WRITE_PROBE_KEY, '');
    // Some buckets take objects and let nobody delete them.
    await store.delete(WRITE_PROBE_KEY).catch(() => {});
    return store;
  } catch (error) {
    await store.close();
    // A server that may be back in a minute is no mistake of the caller's.
    throw error instanceof ObjectStoreError && !error.retryable
      ? new UsageError(`--out: ${error.message}`, { cause: error })
      : error;
  }
}

/** Inputs are listed first, so that the bar knows how many there are. */
async function* counted(names: string[], expect: (total: number) => void): AsyncGenerator<Input | MissingInput> {
  const all: (Input | MissingInput)[] = [];
  for await (const input of expandInputs(names)) all.push(input);
  expect(all.length);
  yield* all;
}

/** First signal: what runs is stopped, what is done stays, the record is written. Second: out at once. */
function stopOnSignal(): { signal: AbortSignal; release(): void } {
  const controller = new AbortController();
  const onSignal = (): void => {
    if (controller.signal.aborted) process.exit(1);
    controller.abort();
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  return {
    signal: controller.signal,
    release: () => {
      process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
    },
  };
}
