/** @module Runs the compiled command line the way a person's shell does. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const samples = `${root}samples`;
const main = `${root}dist/cli/main.js`;

export interface Ran {
  status: number;
  stdout: string;
  stderr: string;
}

export function gongkai(
  args: readonly string[],
  { env = {}, cwd = root, input }: { env?: Record<string, string>; cwd?: string; input?: string } = {},
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      process.execPath,
      [main, ...args],
      {
        cwd,
        maxBuffer: 64 * 1024 * 1024,
        encoding: 'utf8',
        // The machine's own settings and locale stay out of the tests.
        env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', LANG: 'C.UTF-8', ...env },
      },
      (error, stdout, stderr) => {
        const status = error === null ? 0 : error.code;
        if (typeof status !== 'number') reject(error);
        else resolve({ status, stdout, stderr });
      },
    );
    child.stdin?.end(input ?? '');
  });
}
