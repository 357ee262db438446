/** @module A folder with those above it, made where they are missing. */
import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Node's own recursive mkdir never ends where folders cannot be made and say so with ENOENT (/proc). */
export async function makeFolder(path: string, mayMakeParent = true): Promise<void> {
  try {
    await mkdir(path);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' && mayMakeParent && dirname(path) !== path) {
      await makeFolder(dirname(path));
      await makeFolder(path, false);
    } else if (code !== 'EEXIST' || !(await stat(path)).isDirectory()) {
      throw cause;
    }
  }
}
