/**
 * @module A temporary folder that goes with its owner. However the process ends: in good order or by a signal it
 * handles it removes the folder itself; after SIGKILL the next process that makes one sweeps it away, by the owner's
 * id in its name.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, readlinkSync, rmSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';

export interface WorkFolder {
  readonly path: string;
  /** With all that is in it. Safe to call twice. */
  remove(): Promise<void>;
}

const open = new Set<string>();
let hasSwept = false;

/** @param purpose a word, part of the folder's name: gongkai-<purpose>-<machine>-<pid>-<random> */
export function createWorkFolder(purpose: string): WorkFolder {
  if (open.size === 0) process.on('exit', removeAll);
  const path = mkdtempSync(join(tmpdir(), `gongkai-${purpose}-${machine()}-${process.pid}-`));
  open.add(path);
  // Beside the work, once a process; what cannot be looked into is left.
  if (!hasSwept) void sweepAbandoned().catch(() => {});
  hasSwept = true;
  return {
    path,
    async remove() {
      await rm(path, { recursive: true, force: true });
      open.delete(path);
      if (open.size === 0) process.off('exit', removeAll);
    },
  };
}

function removeAll(): void {
  for (const path of open) {
    try {
      rmSync(path, { recursive: true, force: true });
    } catch {
      // A child may be writing there at this moment; it ends with us, and the next process sweeps.
    }
  }
}

const NAME = /^gongkai-[a-z]+-([0-9a-f]{8})-(\d+)-[A-Za-z0-9]{6}$/;

/** Folders of this machine's processes that are no more. @param folder @default the system's temporary folder */
export async function sweepAbandoned(folder: string = tmpdir()): Promise<void> {
  for (const name of await readdir(folder)) {
    const [, where, pid] = NAME.exec(name) ?? [];
    // What another user has left is not ours to remove; rm says so, and we go on.
    if (where === machine() && !isAlive(Number(pid)))
      await rm(join(folder, name), { recursive: true, force: true }).catch(() => {});
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** Containers may share a temporary folder and not their process ids: one of another name space is never judged. */
function machine(): string {
  let space = '';
  try {
    space = readlinkSync('/proc/self/ns/pid');
  } catch {
    // Not Linux: the host's name has to do.
  }
  return createHash('sha256').update(`${hostname()} ${space}`).digest('hex').slice(0, 8);
}
