/**
 * @module gongkai crawl sources.yaml: once and in this process, or through the queue, now or by the sources'
 * schedules.
 */
import { availableParallelism } from 'node:os';
import type { Sources } from '../../crawl/sources.js';
import { openStore, type ObjectStore } from '../../stores/index.js';
import { type CommandModule, settingsOf } from '../command.js';
import { UsageError } from '../errors.js';
import { extractOptionsOf, limitsOf } from '../run-options.js';
import { printable } from '../report/printable.js';
import { addSettings, type Settings } from '../settings.js';
import { WaitError } from '../../workers/queue/errors.js';
import { withQueue } from '../with-queue.js';

interface CrawlFlags {
  source?: string[];
  extract: boolean;
  schedule?: boolean;
}

const command: CommandModule = {
  examples: [
    ['sources.yaml --out out', 'fetch and read once, in this process'],
    ['sources.yaml --source putuo --no-extract', 'fetch the PDFs of one source, read nothing'],
    ['sources.yaml --queue redis://127.0.0.1:6379 --out s3://bucket/gongkai', 'let the workers do it'],
    ['sources.yaml --queue redis://127.0.0.1:6379 --schedule', 'let the workers do it whenever the sources say'],
  ],
  configure(command) {
    command
      .argument('<sources>', 'YAML file of sources, see docs/crawl.md')
      .option('--source <id...>', 'only these sources')
      .option('--no-extract', 'fetch and keep the PDFs, read nothing (without --queue)')
      .option(
        '--schedule',
        'set the schedules of the file, and remove all others, instead of crawling now (with --queue)',
      );
    addSettings(command, [
      'out',
      'queue',
      'jobs',
      'fetches',
      'reader',
      'ocr',
      'ocr_engine',
      'vocabulary',
      'deadline',
      'max_memory',
      'max_pages',
      'quiet',
      'json',
    ]).action(async (file: string, flags: CrawlFlags & Record<string, unknown>) => {
      process.exitCode = await crawl(file, flags, await settingsOf(flags));
    });
  },
};
export default command;

async function crawl(file: string, flags: CrawlFlags, settings: Settings): Promise<number> {
  const sources = await readSources(file, flags.source);
  if (flags.schedule && settings.queue === '') throw new UsageError('--schedule needs --queue: schedules live there');
  const store = await openStore(settings.out);
  try {
    return settings.queue === ''
      ? await crawlHere(sources, store, flags.extract, settings)
      : await crawlByWorkers(sources, store, flags, settings);
  } finally {
    await store.close();
  }
}

/** A file that is something else altogether has hundreds. */
const MOST_PROBLEMS = 20;

/** @throws UsageError with file, line and column of everything that is wrong */
async function readSources(file: string, only: string[] | undefined): Promise<Sources> {
  const { loadSources } = await import('../../crawl/sources.js');
  const all = await loadSources(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code)
      throw new UsageError(
        `the file of sources ${file} cannot be read: ${error.code === 'EISDIR' ? 'it is a folder' : error.message}; crawl/sources.example.yaml is one to start from`,
        { cause: error },
      );
    const lines = error.message.split('\n');
    throw new UsageError(
      [
        ...lines.slice(0, MOST_PROBLEMS),
        ...(lines.length > MOST_PROBLEMS ? [`and ${lines.length - MOST_PROBLEMS} more`] : []),
      ].join('\n'),
      { cause: error },
    );
  });
  const unknown = only?.find((id) => !all.sources.some((source) => source.id === id));
  if (unknown !== undefined)
    throw new UsageError(
      `${file} has no source "${unknown}"; it has ${all.sources.map((source) => source.id).join(', ')}`,
    );
  return only ? { ...all, sources: all.sources.filter((source) => only.includes(source.id)) } : all;
}

async function crawlHere(
  sources: Sources,
  store: ObjectStore,
  extract: boolean,
  settings: Settings,
): Promise<number> {
  const [{ crawlOnce }, { createPool }, { extractInPool }] = await Promise.all([
    import('../../workers/embedded.js'),
    import('../../pool/index.js'),
    import('../../workers/pool-extract.js'),
  ]);
  const options = await extractOptionsOf(settings);
  const jobs = settings.jobs ?? availableParallelism();
  const pool = createPool({ jobs, limits: limitsOf(settings) });
  const stop = new AbortController();
  const onSignal = (): void => {
    if (stop.signal.aborted) process.exit(1);
    else stop.abort();
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  const say = (text: string): void => {
    if (!settings.quiet) process.stderr.write(`${text}\n`);
  };
  try {
    const run = await crawlOnce({
      sources,
      store,
      jobs,
      fetches: settings.fetches ?? 16,
      signal: stop.signal,
      extractor: extract ? extractInPool(pool, options) : null,
      onDownload: (sha256, outcome) => {
        if (outcome !== 'unchanged') say(`${outcome.padEnd(10)} ${sha256 ?? ''}`);
      },
      // The queue's way of saying that the host asked for a pause: nothing else would be seen of it.
      onOutcome: (_job, { error }) => {
        if (error instanceof WaitError && error.code === 'asked_to_wait')
          say(`waiting    ${printable(error.message)}`);
      },
      onDocument: (sha256, rendered) => {
        if (rendered)
          say(`${rendered.summary.document.status.padEnd(10)} ${sha256} ${rendered.summary.document.title ?? ''}`);
      },
    });
    if (settings.json) process.stdout.write(`${JSON.stringify(run, null, 2)}\n`);
    else {
      const { inputs, written, skipped, failed } = run.counts;
      for (const failure of run.failures)
        process.stderr.write(
          `failed     ${printable(failure.uri)}: ${failure.code}: ${printable(failure.message)}\n`,
        );
      process.stdout.write(
        `${inputs} PDFs asked for, ${written} documents written, ${skipped} already there, ${failed} failures (runs/${run.run_id}.json)\n`,
      );
    }
    return run.counts.failed > 0 || stop.signal.aborted ? 1 : 0;
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
    await pool.close();
  }
}

async function crawlByWorkers(
  sources: Sources,
  store: ObjectStore,
  flags: CrawlFlags,
  settings: Settings,
): Promise<number> {
  if (!flags.extract)
    throw new UsageError('--no-extract is for crawling here; start workers with --only crawl,download to fetch only');
  if (flags.schedule && flags.source)
    throw new UsageError('--schedule sets the schedules of the whole file: leave --source out');
  const [{ saveSource }, { startJob, runName }] = await Promise.all([
    import('../../crawl/records.js'),
    import('../../workers/handlers.js'),
  ]);
  const hashes = await Promise.all(
    sources.sources.map((source) => saveSource(store, { contact: sources.contact, source })),
  );
  await withQueue(settings, async (queue) => {
    if (!flags.schedule) {
      const runs = hashes.map((hash) => runName(hash, Date.now()));
      const { added } = await queue.add(hashes.map((hash, i) => startJob(hash, runs[i]!)));
      process.stdout.write(
        `${added} sources given to the workers; see how they come along with: gongkai status --run ID\n`,
      );
      for (const [i, run] of runs.entries()) process.stdout.write(`${sources.sources[i]!.id.padEnd(16)} ${run}\n`);
      return;
    }
    await queue.setSchedules(
      sources.sources.flatMap((source, index) =>
        source.schedule
          ? [
              {
                name: `source-${source.id}`,
                cron: source.schedule,
                kind: 'crawl' as const,
                data: { source: hashes[index]! },
              },
            ]
          : [],
      ),
    );
    for (const { name, cron, next } of await queue.schedules())
      process.stdout.write(`${name}  ${cron}  next ${next}\n`);
  });
  return 0;
}
