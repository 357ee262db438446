/**
 * @module gongkai worker: takes jobs from the queue until it is told to stop. Logs are JSON lines on standard output.
 */
import { availableParallelism } from 'node:os';
import { openStore } from '../../stores/index.js';
import { type CommandModule, settingsOf } from '../command.js';
import { CommandFailure, UsageError } from '../errors.js';
import { extractOptionsOf, limitsOf } from '../run-options.js';
import { addSettings, type Settings } from '../settings.js';
import { kindsOf, queueUrl } from '../with-queue.js';

const command: CommandModule = {
  examples: [
    ['--queue redis://127.0.0.1:6379 --out s3://bucket/gongkai', 'take every kind of job'],
    ['--only extract --jobs 4', 'read documents only, four at a time'],
    ['--only crawl,download --fetches 64', 'fetch only, from up to 64 hosts'],
    ['--listen 0.0.0.0:9464', 'with health and metrics for an orchestrator'],
  ],
  configure(command) {
    addSettings(command, [
      'queue',
      'out',
      'only',
      'jobs',
      'fetches',
      'grace',
      'lock',
      'listen',
      'telemetry',
      'reader',
      'ocr',
      'ocr_engine',
      'vocabulary',
      'deadline',
      'max_memory',
      'max_pages',
      'quiet',
    ]).action(async (flags) => {
      await work(await settingsOf(flags));
    });
  },
};
export default command;

async function work(settings: Settings): Promise<void> {
  const url = queueUrl(settings);
  const only = kindsOf(settings.only);
  const listen = addressOf(settings.listen);
  const options = await extractOptionsOf(settings);
  const [{ startWorker }, { pino }] = await Promise.all([import('../../workers/worker.js'), import('pino')]);
  const log = pino({
    level: settings.quiet ? 'error' : (process.env.GONGKAI_LOG_LEVEL ?? 'info'),
    base: { pid: process.pid },
  });
  const store = await openStore(settings.out);
  const worker = await startWorker({
    store,
    queueUrl: url,
    log,
    only,
    listen,
    jobs: settings.jobs ?? availableParallelism(),
    fetches: settings.fetches ?? 16,
    options,
    limits: limitsOf(settings),
    lockMs: (settings.lock ?? 30) * 1000,
    telemetry: settings.telemetry,
  }).catch((error: Error) => {
    throw new CommandFailure(`the worker did not start: ${error.message}`, { cause: error });
  });
  await new Promise<void>((resolve) => {
    let asked = 0;
    const onSignal = (): void => {
      asked += 1;
      // The second signal is an order.
      if (asked > 1) process.exit(1);
      void worker.stop((settings.grace ?? 25) * 1000).then(resolve);
    };
    process.on('SIGTERM', onSignal).on('SIGINT', onSignal);
  });
  await store.close();
  // Connections to a Redis that is away would keep the process waiting for it.
  process.exit(0);
}

function addressOf(text: string): { host: string; port: number } | null {
  if (text === '') return null;
  const match = /^(?:(.*):)?(\d{1,5})$/.exec(text);
  const port = Number(match?.[2]);
  if (!match || port > 65_535) throw new UsageError(`--listen: "${text}" is no host:port`);
  return { host: match[1]?.replace(/^\[|\]$/g, '') || '127.0.0.1', port };
}
