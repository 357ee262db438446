/**
 * @module Arguments of a bench -> files and numbers, or one line about what is wrong with them and exit code 2, as
 * the command has it.
 */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Says it and ends the process. */
export function wrongCall(message: string): never {
  process.stderr.write(`error: ${message}\n`);
  process.exit(2);
}

/** Files as they are, the PDFs of folders in the order of their names. */
export function pdfsOf(paths: readonly string[]): string[] {
  const files = paths.flatMap((path) => {
    const found = statSync(path, { throwIfNoEntry: false });
    if (!found) wrongCall(`${path}: no such file or folder`);
    if (!found.isDirectory()) return [path];
    const inside = readdirSync(path)
      .filter((name) => /\.pdf$/i.test(name))
      .sort()
      .map((name) => join(path, name))
      .filter((each) => statSync(each).isFile());
    return inside.length > 0 ? inside : wrongCall(`${path} holds no PDF`);
  });
  return files.length > 0 ? files : wrongCall('name at least one PDF, or a folder of PDFs');
}

export function wholeNumber(name: string, text: string | undefined, fallback: number): number {
  if (text === undefined) return fallback;
  return /^[1-9]\d*$/.test(text) ? Number(text) : wrongCall(`${name}: "${text}" is not a whole number from 1`);
}
