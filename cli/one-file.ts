/**
 * @module What the commands about one PDF share: its bytes, failures as people read them, and where the result goes.
 */
import { writeFile } from 'node:fs/promises';
import { type Acquired, AcquireError, acquire, expandInputs } from '../pipeline/acquire/index.js';
import { CommandFailure, UsageError } from './errors.js';
import { nextStep } from './report/next-steps.js';
import { acquireOptionsOf } from './run-options.js';
import type { Settings } from './settings.js';
import { languageFor } from './terminal.js';

/** @throws UsageError for what is no single file, CommandFailure for what cannot be had or is no PDF */
export async function oneInput(name: string, settings: Settings): Promise<Acquired> {
  return orFailure(name, settings, async () => {
    let found: Acquired | null = null;
    for await (const input of expandInputs([name])) {
      if (input.kind === 'missing') throw input.error;
      if (found !== null || (input.kind === 'file' && input.path !== name))
        throw new UsageError(`${name} is a folder or a list; name one PDF`);
      found = await acquire(input, acquireOptionsOf(settings));
    }
    if (found === null) throw new UsageError('name one PDF');
    return found;
  });
}

/** Errors with a reason code, of acquiring or of reading, become a failure with the next step. */
export async function orFailure<T>(name: string, settings: Settings, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (!(error instanceof AcquireError || (error as Error).name === 'DocumentFailure') || typeof code !== 'string')
      throw error;
    throw new CommandFailure(
      `${message.startsWith(name) ? '' : `${name}: `}${message} [${code}]\nnext: ${nextStep(code, languageFor(settings.lang))}`,
      { cause: error },
    );
  }
}

/** @param path undefined: standard output. @throws UsageError */
export async function writeResult(path: string | undefined, body: string | Uint8Array): Promise<void> {
  if (path === undefined) process.stdout.write(body);
  else await orUsage('--out', path, () => writeFile(path, body));
}

/** What cannot be written where the caller said is the caller's to change. @throws UsageError */
export async function orUsage<T>(flag: string, path: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (typeof code !== 'string' || !/^E[A-Z]+$/.test(code)) throw cause;
    const why =
      code === 'ENOENT'
        ? 'its folder does not exist'
        : code === 'EEXIST' || code === 'ENOTDIR'
          ? 'there is a file where a folder is wanted'
          : message;
    throw new UsageError(`${flag} ${path} cannot be written: ${why}`, { cause });
  }
}
