/**
 * @module One file and a job of any kind -> what a child of its own makes of it, under the same memory cap and
 * deadline as a document.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { WatchedChild } from './child-process.js';
import { DEFAULT_LIMITS, type Limits } from './limits.js';
import { createWorkFolder } from './work-folder.js';

export interface OneJob {
  /** Compiled module the child starts with; it calls serveJobs. */
  entry: string;
  /** For people, and for the temporary folder: a word. */
  purpose: string;
  name: string;
  bytes: Uint8Array;
  sha256: string;
  job: unknown;
  limits?: Partial<Limits>;
}

/** @throws DocumentFailure */
export async function runOnce({
  entry,
  purpose,
  name,
  bytes,
  sha256,
  job,
  limits = {},
}: OneJob): Promise<{ summary: unknown; files: Map<string, Buffer> }> {
  const folder = createWorkFolder(purpose);
  const child = new WatchedChild(entry, { ...DEFAULT_LIMITS, ...limits }, folder.path);
  try {
    const [path, outDir] = [join(folder.path, 'input'), join(folder.path, 'output')];
    await Promise.all([writeFile(path, bytes), mkdir(outDir)]);
    const { summary, files } = await child.run({ name, bytes: bytes.length, message: { path, sha256, outDir, job } });
    return {
      summary,
      files: new Map(
        await Promise.all(files.map(async (file) => [file, await readFile(join(outDir, file))] as const)),
      ),
    };
  } finally {
    await child.end();
    await folder.remove();
  }
}
