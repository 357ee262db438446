/**
 * @module Documents in, rendered documents out, each read in a forked child with a memory cap and a deadline that
 * kills. A document that hangs, leaks or crashes its child costs that document alone.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ExtractOptions } from '../pipeline/options.js';
import type { DocumentSummary, RenderedDocument } from '../pipeline/publish/render.js';
import { type DividedRecognition, RecognitionDeferred } from '../pipeline/recognise/session.js';
import type { PageResult } from '../pipeline/recognise-pages.js';
import type { DocumentJob, PagesJob } from './child.js';
import { type JobAnswer, WatchedChild } from './child-process.js';
import { DocumentFailure } from './failure.js';
import { DEFAULT_LIMITS, type Limits } from './limits.js';
import type { ProgressReport } from './protocol.js';
import { createWorkFolder, type WorkFolder } from './work-folder.js';

export { DocumentFailure, type FailureCode } from './failure.js';
export { DEFAULT_LIMITS, type Limits } from './limits.js';
export type { ProgressReport } from './protocol.js';

export interface PoolOptions {
  /** Children at work at the same time. */
  jobs: number;
  limits?: Partial<Limits>;
  /** Compiled module a child starts with; it calls serveJobs. @default the document child */
  childEntry?: string;
}

export interface PoolJob {
  /** Source bytes: a file that the child can read, or bytes (written to a temporary file first). */
  input: { path: string } | { bytes: Uint8Array };
  sha256: string;
  /** Size of the source. */
  bytes: number;
  source: DocumentJob['source'];
  options: ExtractOptions;
  onProgress?: (progress: ProgressReport) => void;
  /** Withdraws the job: its child is killed when it is already at work. */
  signal?: AbortSignal;
  /** Recognition of long scans divided over jobs. @default all of it in this one */
  divided?: DividedRecognition;
}

export interface Pool {
  /** @throws DocumentFailure; RecognitionDeferred where job.divided asks for it */
  extract(job: PoolJob): Promise<RenderedDocument>;
  /** Some pages of a document, recognised. @throws DocumentFailure */
  recognise(job: PoolJob, pages: readonly number[]): Promise<PageResult[]>;
  /** Starts children before there is work, so that modules load meanwhile. */
  warm(count?: number): void;
  /** Jobs that wait and jobs at work. */
  readonly load: { waiting: number; running: number };
  /**
   * Takes no more jobs and waits for those at work; after graceMs they are killed. Safe to call twice. @default
   * graceMs 0
   */
  close(options?: { graceMs?: number }): Promise<void>;
}

interface Waiting {
  start(child: WatchedChild): void;
  cancel(failure: DocumentFailure): void;
}

export function createPool(options: PoolOptions): Pool {
  const limits: Limits = { ...DEFAULT_LIMITS, ...options.limits };
  const entry = options.childEntry ?? documentChild();
  const idle: WatchedChild[] = [];
  const busy = new Set<WatchedChild>();
  const waiting: Waiting[] = [];
  let made: WorkFolder | null = null;
  const folder = (): string => (made ??= createWorkFolder('pool')).path;
  let closing: Promise<void> | null = null;

  const takeIdle = (): WatchedChild | null => {
    for (let child = idle.pop(); child; child = idle.pop()) if (child.usable) return child;
    return null;
  };
  const pump = (): void => {
    while (waiting.length > 0 && busy.size < options.jobs) {
      const child = takeIdle() ?? new WatchedChild(entry, limits, folder());
      busy.add(child);
      waiting.shift()?.start(child);
    }
  };
  const release = async (child: WatchedChild): Promise<void> => {
    if (!child.usable || closing) await child.end();
    busy.delete(child);
    if (child.usable && !closing) idle.push(child);
    pump();
  };
  const acquire = (signal: AbortSignal | undefined, name: string): Promise<WatchedChild> =>
    new Promise((start, reject) => {
      const withdrawn = (): void => {
        const at = waiting.indexOf(entryOf);
        if (at >= 0) waiting.splice(at, 1);
        reject(cancelled(name));
      };
      const entryOf: Waiting = {
        start: (child) => {
          signal?.removeEventListener('abort', withdrawn);
          start(child);
        },
        cancel: (failure) => {
          signal?.removeEventListener('abort', withdrawn);
          reject(failure);
        },
      };
      if (closing || signal?.aborted) return reject(cancelled(name));
      signal?.addEventListener('abort', withdrawn, { once: true });
      waiting.push(entryOf);
      pump();
    });

  async function runIn(
    child: WatchedChild,
    job: PoolJob,
    outDir: string,
    childJob: DocumentJob | PagesJob,
  ): Promise<JobAnswer> {
    const name = job.source.file_name;
    const abort = (): void => child.kill('cancelled', 'withdrawn');
    job.signal?.addEventListener('abort', abort, { once: true });
    try {
      if (job.signal?.aborted) throw cancelled(name);
      await mkdir(outDir);
      const path = 'path' in job.input ? resolve(job.input.path) : join(outDir, 'input');
      if ('bytes' in job.input) await writeFile(path, job.input.bytes);
      if (job.divided) await writeFile(join(outDir, 'known'), JSON.stringify(job.divided.known));
      return await child.run({
        name,
        bytes: job.bytes,
        onProgress: job.onProgress,
        message: { path, sha256: job.sha256, outDir, job: childJob },
      });
    } finally {
      job.signal?.removeEventListener('abort', abort);
    }
  }

  /** One job in a child of its own; `take` reads what it left in its folder. */
  async function runJob<T>(
    job: PoolJob,
    childJob: (outDir: string) => DocumentJob | PagesJob,
    take: (summary: unknown, outDir: string) => Promise<T>,
  ): Promise<T> {
    const child = await acquire(job.signal, job.source.file_name);
    let outDir: string | null = null;
    try {
      outDir = join(folder(), randomUUID());
      const { summary } = await runIn(child, job, outDir, childJob(outDir));
      return await take(summary, outDir);
    } finally {
      if (outDir) await rm(outDir, { recursive: true, force: true });
      await release(child);
    }
  }

  return {
    extract(job) {
      const { source, options: chosen, divided } = job;
      return runJob(
        job,
        (outDir) => ({
          source,
          options: chosen,
          ...(divided ? { divided: { deferOver: divided.deferOver, known: join(outDir, 'known') } } : {}),
        }),
        async (summary, outDir) => {
          const { deferred } = summary as { deferred?: number[] };
          if (deferred) throw new RecognitionDeferred(deferred);
          const [document, facts, anomalies] = (await Promise.all(
            ['document', 'facts', 'anomalies'].map((name) => readFile(join(outDir, name))),
          )) as [Buffer, Buffer, Buffer];
          return { summary: summary as DocumentSummary, document, facts, anomalies };
        },
      );
    },
    recognise(job, pages) {
      return runJob(
        job,
        () => ({ pages, options: job.options }),
        async (_summary, outDir) => JSON.parse(await readFile(join(outDir, 'pages'), 'utf8')) as PageResult[],
      );
    },
    warm(count = 1) {
      while (!closing && idle.length + busy.size < Math.min(count, options.jobs))
        idle.push(new WatchedChild(entry, limits, folder()));
    },
    get load() {
      return { waiting: waiting.length, running: busy.size };
    },
    close({ graceMs = 0 } = {}) {
      closing ??= (async () => {
        for (const entryOf of waiting.splice(0)) entryOf.cancel(cancelled('the job'));
        const until = performance.now() + graceMs;
        while (busy.size > 0 && performance.now() < until) await new Promise((done) => setTimeout(done, 20));
        for (const child of busy) child.kill('cancelled', 'the pool was closed');
        await Promise.all([...idle.splice(0), ...busy].map((child) => child.end()));
        await made?.remove();
      })();
      return closing;
    },
  };
}

function cancelled(name: string): DocumentFailure {
  return new DocumentFailure('cancelled', `${name} was withdrawn before it started`, { stage: 'extract' });
}

/** Children run compiled code; sources loaded by a TypeScript runner (tests) find it in dist/. */
function documentChild(): string {
  return fileURLToPath(
    new URL(import.meta.url.endsWith('.ts') ? '../dist/pool/child.js' : './child.js', import.meta.url),
  );
}
