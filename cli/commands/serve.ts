/** @module gongkai serve: the review pages over an output folder or bucket, for a browser on this machine. */
import { Option } from 'commander';
import { DOCUMENTS, PROBE_KEY } from '../../stores/layout.js';
import type { ObjectStore } from '../../stores/object-store.js';
import { type CommandModule, settingsOf } from '../command.js';
import { CommandFailure, UsageError } from '../errors.js';
import { addSettings, type Settings } from '../settings.js';
import { languageFor } from '../terminal.js';

interface Flags {
  port: string;
  host: string;
  token?: string;
}

/** Shorter ones can be tried out over a network. */
const LEAST_TOKEN = 16;

const command: CommandModule = {
  examples: [
    ['--out out', 'documents, findings and page pictures at http://127.0.0.1:4711/'],
    ['--out "s3://bucket/prefix?endpoint=http://127.0.0.1:9000"', 'over a bucket'],
    ['--host 0.0.0.0 --port 8080', 'for others too; the address it prints holds the token they need'],
    ['--queue redis://127.0.0.1:6379', 'with the state of the queue'],
  ],
  configure(command) {
    command
      .option('--port <n>', 'port to listen on; 0: any that is free', '4711')
      .option('--host <address>', 'address to listen on', '127.0.0.1')
      .addOption(
        new Option('--token <text>', 'what a browser must know (default: none on loopback, else a new one)').env(
          'GONGKAI_TOKEN',
        ),
      );
    addSettings(command, ['out', 'queue', 'lang', 'quiet']).action(async (flags: Flags) =>
      run(flags, await settingsOf({ ...flags })),
    );
  },
};
export default command;

async function run({ port, host, token }: Flags, settings: Settings): Promise<void> {
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw new UsageError(`--port: "${port}" is not a port number`);
  if (token !== undefined && token.length < LEAST_TOKEN)
    throw new UsageError(`--token: give at least ${LEAST_TOKEN} characters, or leave it out and one is made`);
  const [{ openStore }, { startReview }, board] = await Promise.all([
    import('../../stores/index.js'),
    import('../../web/index.js'),
    openBoard(settings),
  ]);
  const store = await openStore(settings.out);
  try {
    // A bucket that cannot be reached says so now, not on the page.
    await store.head(PROBE_KEY);
    const server = await startReview({
      store,
      host,
      port: Number(port),
      token: token ?? null,
      board: board?.app ?? null,
      language: languageFor(settings.lang),
    }).catch((error: NodeJS.ErrnoException) => {
      if (error.syscall === 'getaddrinfo')
        throw new UsageError(`--host: there is no address "${host}" on this machine`, { cause: error });
      if (error.syscall === 'listen')
        throw new CommandFailure(
          `cannot listen on ${host}:${port}: ${error.code}${error.code === 'EADDRINUSE' ? '; give another --port' : ''}`,
          { cause: error },
        );
      throw error;
    });
    process.stdout.write(`${server.url}\n`);
    if (!settings.quiet)
      process.stderr.write(
        `review of ${store.location}; Ctrl-C ends it\n${(await isEmpty(store)) ? 'there is no document yet: gongkai extract writes them, --out says where\n' : ''}`,
      );
    await new Promise<void>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
    });
    await server.close();
  } finally {
    await board?.close();
    await store.close();
  }
}

async function isEmpty(store: ObjectStore): Promise<boolean> {
  for await (const _ of store.list(DOCUMENTS)) return false;
  return true;
}

async function openBoard(settings: Settings) {
  if (settings.queue === '') return null;
  const [{ queueUrl }, { createBullmqQueue }, { createBoard }] = await Promise.all([
    import('../with-queue.js'),
    import('../../workers/queue/bullmq/index.js'),
    import('../../workers/board.js'),
  ]);
  const queue = createBullmqQueue({ url: queueUrl(settings) });
  await queue.ping().catch(async (error: Error) => {
    await queue.close();
    throw new CommandFailure(error.message, { cause: error });
  });
  return { app: createBoard(queue, '/queues'), close: () => queue.close() };
}
