/**
 * @module ObjectStore in a folder. Objects are written beside their place and moved in, so a reader sees all or
 * nothing.
 */
import { randomUUID } from 'node:crypto';
import { link, open, readFile, readdir, rename, rm, stat, unlink } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { makeFolder } from './make-folder.js';
import { byKey, checkKey, checkPrefix, toBytes } from './keys.js';
import { ObjectStoreError, type ObjectInfo, type ObjectStore, type PutOptions } from './object-store.js';

/** "~" cannot stand in a key, so a half-written file is never taken for an object. */
const TEMPORARY = '.tmp~';

export interface FsStoreOptions {
  /** Created at the first write. */
  root: string;
  /** Flush every object to the disk before it is moved into place. @default false */
  durable?: boolean;
}

export function createFsStore({ root, durable = false }: FsStoreOptions): ObjectStore {
  const base = resolve(root);
  const pathOf = (key: string): string => {
    checkKey(key);
    return join(base, ...key.split('/'));
  };

  async function put(
    key: string,
    body: Uint8Array | string,
    options: PutOptions = {},
  ): Promise<'written' | 'exists'> {
    const path = pathOf(key);
    if (options.ifAbsent && (await exists(path))) return 'exists';
    const temporary = join(dirname(path), `${TEMPORARY}${randomUUID()}`);
    try {
      await makeFolder(dirname(path));
      await writeWhole(temporary, toBytes(body), durable);
      if (!options.ifAbsent) {
        await rename(temporary, path);
        return 'written';
      }
      return await linkIfAbsent(temporary, path);
    } catch (cause) {
      throw failed('write', key, base, cause);
    } finally {
      await unlink(temporary).catch(() => {}); // moved into place, or never made
    }
  }

  return {
    name: 'fs',
    location: root,
    put,
    get: (key) => orNull(() => readFile(pathOf(key)), 'read', key, base),
    getRange: (key, start, end) => orNull(() => readRange(pathOf(key), start, end), 'read', key, base),
    head: (key) =>
      orNull(
        async () => {
          const found = await stat(pathOf(key));
          // A folder on the way to other keys is no object.
          return found.isFile() ? { key, bytes: found.size } : null;
        },
        'look at',
        key,
        base,
      ),
    async *list(prefix) {
      checkPrefix(prefix);
      const cut = prefix.lastIndexOf('/');
      yield* walk(base, cut < 0 ? '' : prefix.slice(0, cut), prefix);
    },
    async delete(key) {
      await rm(pathOf(key), { force: true });
    },
    async close() {},
  };
}

async function writeWhole(path: string, body: Uint8Array, durable: boolean): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(body);
    if (durable) await file.sync();
  } finally {
    await file.close();
  }
}

/** link() refuses an existing name in one step: of two writers exactly one wins. */
async function linkIfAbsent(temporary: string, path: string): Promise<'written' | 'exists'> {
  try {
    await link(temporary, path);
    return 'written';
  } catch (cause) {
    if (codeOf(cause) === 'EEXIST') return 'exists';
    throw cause;
  }
}

async function readRange(path: string, start: number, end: number): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const length = Math.max(0, Math.min(end, size) - start);
    const buffer = new Uint8Array(length);
    let at = 0;
    while (at < length) {
      const { bytesRead } = await file.read(buffer, at, length - at, start + at);
      if (bytesRead === 0) break;
      at += bytesRead;
    }
    return buffer.subarray(0, at);
  } finally {
    await file.close();
  }
}

/** Depth first in the order of whole keys: a folder "a" sorts as "a/", so "a.b" comes before "a/b". */
async function* walk(base: string, folder: string, prefix: string): AsyncGenerator<ObjectInfo> {
  const at = join(base, ...folder.split('/'));
  const entries = (await orNull(() => readdir(at, { withFileTypes: true }), 'list', folder, base)) ?? [];
  const named = entries
    .filter((entry) => !entry.name.startsWith(TEMPORARY))
    .map((entry) => ({
      entry,
      key: (folder === '' ? '' : `${folder}/`) + entry.name + (entry.isDirectory() ? '/' : ''),
    }))
    .sort((a, b) => byKey(a.key, b.key));
  for (const { entry, key } of named) {
    if (entry.isDirectory()) {
      if (key.startsWith(prefix) || prefix.startsWith(key)) yield* walk(base, key.slice(0, -1), prefix);
    } else if (entry.isFile() && key.startsWith(prefix)) {
      const found = await orNull(() => stat(join(at, entry.name)), 'look at', key, base);
      if (found) yield { key, bytes: found.size };
    }
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    return false;
  }
}

async function orNull<T>(
  action: () => Promise<T | null>,
  verb: string,
  key: string,
  base: string,
): Promise<T | null> {
  try {
    return await action();
  } catch (cause) {
    const code = codeOf(cause);
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return null;
    throw failed(verb, key, base, cause);
  }
}

function failed(verb: string, key: string, base: string, cause: unknown): ObjectStoreError {
  if (cause instanceof ObjectStoreError) return cause;
  const code = codeOf(cause);
  const retryable = code === 'EMFILE' || code === 'ENFILE' || code === 'EAGAIN' || code === 'EBUSY';
  const hint =
    code === 'ENOSPC'
      ? '; the disk is full'
      : code === 'EACCES' || code === 'EPERM' || code === 'EROFS'
        ? '; check the permissions of the folder'
        : '';
  return new ObjectStoreError(`cannot ${verb} ${key} in ${base}: ${(cause as Error).message}${hint}`, retryable, {
    cause,
  });
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException | null)?.code;
}
