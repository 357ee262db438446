import { createHash } from 'node:crypto';
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { createPool, DocumentFailure, type Limits, type Pool, type PoolJob } from './index.js';
import { DEFAULT_LIMITS, deadlineFor } from './limits.js';
import { sweepAbandoned } from './work-folder.js';
import { DEFAULT_OPTIONS } from '../pipeline/options.js';

const childEntry = fileURLToPath(new URL('../test/support/children/behave.mjs', import.meta.url));
/** Milliseconds in which a child has started even on a machine with ten times the work it can do. */
const SLOW_START = 8_000;
const pools: Pool[] = [];
const open = (limits: Partial<Limits> = {}, jobs = 2): Pool => {
  const pool = createPool({ jobs, limits, childEntry });
  pools.push(pool);
  return pool;
};
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

const job = (behaviour: string, more: Partial<PoolJob> = {}): PoolJob => {
  const bytes = new TextEncoder().encode(behaviour);
  return {
    input: { bytes },
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    source: { uri: 'file:a.pdf', file_name: 'a.pdf' },
    options: DEFAULT_OPTIONS,
    ...more,
  };
};
const failure = async (attempt: Promise<unknown>): Promise<DocumentFailure> => {
  const error = await attempt.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof DocumentFailure)) throw new Error(`expected a DocumentFailure, got ${String(error)}`);
  return error;
};
const pidOf = async (attempt: ReturnType<Pool['extract']>): Promise<number> =>
  ((await attempt).summary as unknown as { pid: number }).pid;
const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** null when there is no such process. */
const parentOf = (pid: number): number | null => {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch {
    return null;
  }
};

describe('pool', () => {
  it('gives the task its bytes and job, and hands back files, summary and progress', async () => {
    const progress: unknown[] = [];
    const result = await open().extract(job('ok', { onProgress: (report) => progress.push(report) }));
    expect(Buffer.from(result.document).toString()).toBe('ok');
    expect(result.summary).toMatchObject({ job: { source: { file_name: 'a.pdf' }, options: { reader: 'auto' } } });
    expect(progress).toMatchObject([{ done: 1, pages: 3 }, { done: 2 }, { done: 3 }]);
  });

  it('reads files by path, and refuses one that changed since it was hashed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gongkai-pool-test-'));
    try {
      const path = join(folder, 'input file.pdf');
      await writeFile(path, 'ok');
      const pool = open();
      expect(Buffer.from((await pool.extract(job('ok', { input: { path } }))).document).toString()).toBe('ok');
      expect((await failure(pool.extract(job('other', { input: { path } })))).code).toBe('changed');
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('runs as many at once as it may, keeps its children, and never more', async () => {
    const pool = open({}, 2);
    const pids = await Promise.all(Array.from({ length: 6 }, () => pidOf(pool.extract(job('sleep 30')))));
    expect(new Set(pids).size).toBe(2);
  });

  it('costs a document that fails nothing but itself', async () => {
    const pool = open({ deadlineMs: SLOW_START, memoryMb: 250 }, 2);
    const behaviours = ['ok', 'exit 3', 'ok', 'abort', 'hang', 'ok', 'throw', 'read-error', 'native', 'ok'];
    const outcomes = await Promise.allSettled(behaviours.map((behaviour) => pool.extract(job(behaviour))));
    expect(
      outcomes.map((outcome) => (outcome.status === 'fulfilled' ? 'ok' : (outcome.reason as DocumentFailure).code)),
    ).toEqual(['ok', 'crash', 'ok', 'crash', 'deadline', 'ok', 'internal', 'encrypted', 'memory', 'ok']);
  });

  it('kills what hangs, and says where it was', async () => {
    const pool = open({ deadlineMs: SLOW_START }, 1);
    const error = await failure(pool.extract(job('hang')));
    expect(error).toMatchObject({ code: 'deadline', page: 2, retryable: true });
    expect(error.message).toMatch(/a\.pdf: stopped after 8(\.\d)? s.*after page 1 of 1000/);
    expect(await pidOf(pool.extract(job('ok')))).toBeGreaterThan(0);
  });

  it('gives pages time, but not a page that never ends', async () => {
    expect((await failure(open({ stallMs: SLOW_START }).extract(job('hang')))).message).toMatch(
      /no page was finished for 8 s/,
    );
    // A child that only waits is charged a fifth of the clock.
    await open({ stallMs: SLOW_START, baseMs: SLOW_START, perPageMs: 300 }).extract(job('crawl'));
    expect((await failure(open({ baseMs: 200, perPageMs: 1 }).extract(job('crawl')))).code).toBe('deadline');
  });

  it('tells memory apart: heap, and what lies outside of it', async () => {
    expect(await failure(open({ memoryMb: 150 }).extract(job('native')))).toMatchObject({ code: 'memory' });
    // Heap limit 64 MB, but a resident cap too high to be met first.
    expect(await failure(open({ memoryMb: 110 }).extract(job('heap')))).toMatchObject({ code: 'memory' });
  });

  it('replaces a child after so many documents, after growth, and after a fault of the program', async () => {
    const first = open({ recycleAfter: 2 }, 1);
    const pids = [];
    for (let i = 0; i < 4; i++) pids.push(await pidOf(first.extract(job('ok'))));
    expect(pids[0]).toBe(pids[1]);
    expect(pids[1]).not.toBe(pids[2]);
    expect(alive(pids[0] as number)).toBe(false);

    const grown = open({ recycleMb: 150 }, 1);
    const big = await pidOf(grown.extract(job('leak 200')));
    expect(await pidOf(grown.extract(job('ok')))).not.toBe(big);

    const faulty = open({}, 1);
    const before = await pidOf(faulty.extract(job('ok')));
    await failure(faulty.extract(job('read-error')));
    expect(await pidOf(faulty.extract(job('ok')))).toBe(before);
    await failure(faulty.extract(job('throw')));
    expect(await pidOf(faulty.extract(job('ok')))).not.toBe(before);
  });

  it('goes on after a rejection that nobody waits for, and takes another child for the next document', async () => {
    const pool = open({}, 1);
    const before = await pidOf(pool.extract(job('ok')));
    expect(await pidOf(pool.extract(job('reject')))).toBe(before);
    const next = await pidOf(pool.extract(job('ok')));
    expect(next).not.toBe(before);
    expect((await failure(pool.extract(job('reject read-error')))).code).toBe('encrypted');
    expect(await pidOf(pool.extract(job('ok')))).not.toBe(next);
  });

  it('withdraws a job, waiting or at work', async () => {
    const pool = open({}, 1);
    const [running, waiting] = [new AbortController(), new AbortController()];
    const first = failure(pool.extract(job('hang', { signal: running.signal, onProgress: () => running.abort() })));
    const second = failure(pool.extract(job('ok', { signal: waiting.signal })));
    const third = pool.extract(job('ok'));
    waiting.abort();
    expect((await second).code).toBe('cancelled');
    expect((await first).code).toBe('cancelled');
    await third;
    expect((await failure(pool.extract(job('ok', { signal: AbortSignal.abort() })))).code).toBe('cancelled');
  });

  it('closes: waits for work as long as it may, kills the rest, leaves no process and no file', async () => {
    const pool = open({}, 1);
    const slow = pool.extract(job('sleep 300'));
    const waiting = failure(pool.extract(job('ok')));
    await new Promise((resolve) => setTimeout(resolve, 150));
    await pool.close({ graceMs: 5_000 });
    const pid = await pidOf(slow);
    expect((await waiting).code).toBe('cancelled');
    expect(alive(pid)).toBe(false);

    const hanging = open({}, 1);
    const stuck = failure(hanging.extract(job('hang')));
    await new Promise((resolve) => setTimeout(resolve, 300));
    await hanging.close();
    expect((await stuck).code).toBe('cancelled');
    expect((await failure(hanging.extract(job('ok')))).code).toBe('cancelled');
  });

  it.skipIf(process.platform !== 'linux')('leaves no orphan when the parent is killed', async () => {
    const parent = spawn(
      process.execPath,
      [fileURLToPath(new URL('../test/support/children/parent.mjs', import.meta.url))],
      {
        stdio: 'ignore',
      },
    );
    const childrenOf = (pid: number) =>
      readdirSync('/proc')
        .filter((name) => /^\d+$/.test(name))
        .map(Number)
        .filter((candidate) => parentOf(candidate) === pid);
    const until = async <T>(look: () => T | null): Promise<T> => {
      for (;;) {
        const found = look();
        if (found !== null) return found;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    };
    const child = await until(() => childrenOf(parent.pid as number)[0] ?? null);
    await new Promise((resolve) => setTimeout(resolve, 300));
    parent.kill('SIGKILL');
    await until(() => (alive(child) ? null : true));
  });

  describe.skipIf(process.platform !== 'linux')('temporary folders', () => {
    const parent = async (temporary: string, signal: NodeJS.Signals | null): Promise<string[]> => {
      const child = spawn(
        process.execPath,
        [fileURLToPath(new URL('../test/support/children/parent.mjs', import.meta.url))],
        {
          stdio: 'ignore',
          env: { ...process.env, TMPDIR: temporary, PARENT_SIGNALS: '1' },
        },
      );
      const ended = new Promise((resolve) => child.once('exit', resolve));
      // The job's own folder stands in the pool's when the child is at work.
      for (
        let tries = 0;
        tries < 400 && !readdirSync(temporary, { recursive: true }).some((name) => String(name).endsWith('/input'));
        tries++
      )
        await new Promise((resolve) => setTimeout(resolve, 50));
      const during = readdirSync(temporary);
      if (signal) child.kill(signal);
      await ended;
      return during;
    };

    it('go with their owner, and those of an owner that was killed with the next that comes', async () => {
      const temporary = await mkdtemp(join(tmpdir(), 'gongkai-folders-test-'));
      try {
        expect(await parent(temporary, 'SIGTERM')).toHaveLength(1);
        expect(readdirSync(temporary)).toEqual([]);
        expect(await parent(temporary, 'SIGKILL')).toHaveLength(1);
        const [left] = readdirSync(temporary);
        // One of a living owner, one of another machine, one of nobody known: none of them is judged.
        const others = [
          String(left).replace(/-\d+-/, `-${process.pid}-`),
          String(left).replace(/-[0-9a-f]{8}-/, '-00000000-'),
          'gongkai-pool-AbCdEf',
        ];
        for (const name of others) await mkdir(join(temporary, name));
        await sweepAbandoned(temporary);
        expect(readdirSync(temporary).sort()).toEqual([...others].sort());
      } finally {
        await rm(temporary, { recursive: true });
      }
    });
  });

  it('starts children ahead when asked', async () => {
    const pool = open({}, 2);
    pool.warm(5);
    expect(await Promise.all([pool.extract(job('ok')), pool.extract(job('ok'))])).toHaveLength(2);
  });

  it('reckons time by pages and size unless told a fixed one', () => {
    expect(deadlineFor(DEFAULT_LIMITS, { bytes: 0, pages: 0 })).toBe(60_000);
    expect(deadlineFor(DEFAULT_LIMITS, { bytes: 1024 * 1024, pages: 10 })).toBe(60_000 + 60_000 + 1_000);
    expect(deadlineFor({ ...DEFAULT_LIMITS, deadlineMs: 5 }, { bytes: 1e9, pages: 10 })).toBe(5);
  });

  it('has a child to fork', () => {
    expect(existsSync(fileURLToPath(new URL('../dist/pool/child.js', import.meta.url)))).toBe(true);
  });
});
