/** @module What a person names (files, folders, URLs, "-") -> single inputs, in a fixed order. */
import { open, opendir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { AcquireError } from './acquire-error.js';
import { sniff } from './sniff.js';

export type Input = { kind: 'file'; path: string } | { kind: 'url'; url: string };

/** An input that could not even be listed; the others go on. */
export interface MissingInput {
  kind: 'missing';
  name: string;
  error: AcquireError;
}

export function inputName(input: Input | MissingInput): string {
  return input.kind === 'file' ? input.path : input.kind === 'url' ? input.url : input.name;
}

export interface ExpandOptions {
  /** Where "-" reads its list from, one input a line; blank lines and lines that start with "#" are left out. */
  stdin?: NodeJS.ReadableStream;
}

/** Folders are walked in the order of their names. Links to folders are not followed. */
export async function* expandInputs(
  names: Iterable<string>,
  options: ExpandOptions = {},
): AsyncGenerator<Input | MissingInput> {
  for (const name of names) {
    if (name === '-') yield* fromList(options.stdin ?? process.stdin);
    else yield* expandOne(name);
  }
}

async function* fromList(stream: NodeJS.ReadableStream): AsyncGenerator<Input | MissingInput> {
  for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
    const name = line.trim();
    if (name.startsWith('%PDF')) {
      yield missing('-', 'not_a_pdf', 'standard input holds a PDF; "-" reads a list of files and URLs, one a line');
      return;
    }
    if (name !== '' && !name.startsWith('#')) yield* expandOne(name);
  }
}

async function* expandOne(name: string): AsyncGenerator<Input | MissingInput> {
  if (/^https?:\/\//i.test(name)) {
    yield { kind: 'url', url: name };
    return;
  }
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(name)) {
    yield missing(name, 'url_invalid', `${name}: only http and https are fetched`);
    return;
  }
  const found = await stat(name).catch((cause: NodeJS.ErrnoException) => cause);
  if (found instanceof Error) {
    yield found.code === 'ENOENT' || found.code === 'ENOTDIR' || found.code === 'ENAMETOOLONG'
      ? missing(name, 'not_found', `${name}: no such file or folder`)
      : missing(name, 'unreadable', `${name} cannot be read: ${found.message}`);
  } else if (found.isDirectory()) {
    let any = false;
    for await (const input of walk(name)) {
      any = true;
      yield input;
    }
    if (!any) yield missing(name, 'no_pdf', `${name} is a folder that holds no PDF`);
  } else {
    yield { kind: 'file', path: name };
  }
}

/** Files named .pdf, and whatever else begins like a PDF; the rest of a folder is nobody's fault. */
async function* walk(folder: string): AsyncGenerator<Input | MissingInput> {
  const entries = [];
  try {
    for await (const entry of await opendir(folder)) entries.push(entry);
  } catch (cause) {
    yield missing(folder, 'unreadable', `${folder} cannot be read: ${(cause as Error).message}`);
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(path);
    else if (
      /\.pdf$/i.test(entry.name) ||
      ((entry.isFile() || entry.isSymbolicLink()) && (await beginsLikePdf(path)))
    )
      yield { kind: 'file', path };
  }
}

async function beginsLikePdf(path: string): Promise<boolean> {
  try {
    // A pipe or device would block the open; only what is a plain file (behind a link, too) is looked into.
    if (!(await stat(path)).isFile()) return false;
    const file = await open(path, 'r');
    try {
      const { buffer, bytesRead } = await file.read(new Uint8Array(1024), 0, 1024, 0);
      return sniff(buffer.subarray(0, bytesRead)) === 'pdf';
    } finally {
      await file.close();
    }
  } catch {
    return false;
  }
}

function missing(name: string, code: AcquireError['code'], message: string): MissingInput {
  return { kind: 'missing', name, error: new AcquireError(code, message) };
}
