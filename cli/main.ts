#!/usr/bin/env node
/**
 * @module The command line: arguments in, exit code out. 0: all done, 1: some input failed, 2: the call was wrong.
 */
import { CommanderError } from 'commander';
import { CommandFailure, UsageError } from './errors.js';
import { buildProgram } from './program.js';
import { coloursFor } from './terminal.js';

// The SDK's reminder to move to Node 22 is for developers, not for those who look at their extraction.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';

// `gongkai … | head` closes the pipe early; that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
  throw error;
});

// A signal without a listener ends the process at once and leaves its temporary folder; commands that stop in a way
// of their own have listeners.
for (const [signal, number] of [
  ['SIGINT', 2],
  ['SIGTERM', 15],
] as const) {
  process.on(signal, () => {
    if (process.listenerCount(signal) === 1) process.exit(128 + number);
  });
}

try {
  const names = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
  const program = await buildProgram(names.slice(0, 2));
  if (process.argv.length <= 2) program.help({ error: true });
  await program.parseAsync();
} catch (error) {
  process.exitCode = report(error);
}

function report(error: unknown): number {
  // Commander has printed its own message by then.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const { red } = coloursFor(process.stderr);
  if (error instanceof UsageError) {
    process.stderr.write(`${red('error:')} ${error.message}\n`);
    return 2;
  }
  if (error instanceof CommandFailure || (error as Error).name === 'ObjectStoreError') {
    process.stderr.write(`${red('error:')} ${(error as Error).message}\n`);
    return 1;
  }
  process.stderr.write(
    `${red('error:')} a fault of the program: ${error instanceof Error ? error.stack : String(error)}\n` +
      'Please report it with the command you gave and, where you may, the file.\n',
  );
  return 1;
}
