/**
 * @module Broken, encrypted, looping and oversized files: no crash, no hang, a stable reason for each, memory that
 * does not grow.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import type { Outcome, Task } from './child.js';
import { makePdf } from '../read/make-pdf.js';

const HERE = dirname(fileURLToPath(import.meta.url));
const HOSTILE = join(HERE, '../../../shared/real/hostile');
/** A file that takes longer counts as a hang; generous, for machines that are busy. */
const DEADLINE_MS = 60_000;
const CODES = ['not_a_pdf', 'empty', 'truncated', 'encrypted', 'damaged'];

class Runner {
  #child: ChildProcess | null = null;

  /** "crash" and "hang" are what must not happen. */
  run(task: Task): Promise<Outcome | 'crash' | 'hang'> {
    this.#child ??= fork(join(HERE, 'child.ts'), {
      execArgv: ['--import', 'tsx', '--max-old-space-size=1024'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const child = this.#child;
    return new Promise((resolve) => {
      const finish = (result: Outcome | 'crash' | 'hang'): void => {
        clearTimeout(timer);
        child.removeAllListeners();
        if (typeof result === 'string') this.stop();
        resolve(result);
      };
      const timer = setTimeout(() => finish('hang'), DEADLINE_MS);
      child.once('message', (outcome) => finish(outcome as Outcome));
      child.once('exit', () => finish('crash'));
      child.send(task);
    });
  }

  stop(): void {
    this.#child?.kill('SIGKILL');
    this.#child = null;
  }
}

describe('made here', () => {
  const runner = new Runner();
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-hostile-'));
  afterAll(() => {
    runner.stop();
    rmSync(folder, { recursive: true });
  });

  const form = (inner: string) => ({
    dictionary: '<< /Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources @resources >>',
    stream: inner,
  });
  const cases: [string, Uint8Array, Partial<Outcome>][] = [
    [
      'a form that paints itself',
      makePdf({
        pages: [{ content: '/Loop Do BT /F1 10 Tf 9 9 Td (A) Tj ET' }],
        xobjects: ['Loop'],
        extra: { Loop: form('/Loop Do') },
      }),
      { pages: 1, error: null },
    ],
    [
      'forms that double at every level',
      makePdf({
        pages: [{ content: '/B0 Do' }],
        xobjects: Array.from({ length: 14 }, (_, i) => `B${i}`),
        extra: Object.fromEntries(
          Array.from({ length: 14 }, (_, i) => [
            `B${i}`,
            form(i < 13 ? `/B${i + 1} Do /B${i + 1} Do` : 'BT /F1 10 Tf 9 9 Td (A) Tj ET'),
          ]),
        ),
      }),
      { pages: 1, error: null },
    ],
    [
      'ten thousand unclosed saves',
      makePdf({ pages: [{ content: `${'q '.repeat(10_000)}BT /F1 10 Tf 9 9 Td (A) Tj ET` }] }),
      { pages: 1, error: null },
    ],
    [
      'the same character two hundred thousand times',
      makePdf({ pages: [{ content: `BT /F1 10 Tf 9 9 Td ${'(AAAAAAAAAAAAAAAAAAAA) Tj '.repeat(10_000)}ET` }] }),
      { pages: 1, error: null },
    ],
    [
      'a hundred thousand lines',
      makePdf({
        pages: [
          {
            content: Array.from({ length: 100_000 }, (_, i) => `${i % 600} 0 m ${i % 600} ${i % 800} l S`).join('\n'),
          },
        ],
      }),
      { pages: 1, error: null },
    ],
    [
      'thirty thousand surfaces over as many characters',
      makePdf({
        pages: [
          {
            content: Array.from(
              { length: 30_000 },
              (_, i) => `BT /F1 5 Tf ${i % 590} ${i % 790} Td (A) Tj ET ${i % 500} ${i % 700} 40 40 re f`,
            ).join('\n'),
          },
        ],
      }),
      { pages: 1, error: null },
    ],
    [
      'numbers out of all bounds',
      makePdf({
        pages: [
          {
            content:
              '1e38 0 0 1e38 1e38 1e38 cm 99999999999999999999 w 1e38 1e38 m -1e38 1e38 l S BT /F1 1e38 Tf (A) Tj ET',
          },
        ],
      }),
      { pages: 1, error: null },
    ],
    [
      'a page box without extent',
      makePdf({ pages: [{ content: 'BT /F1 10 Tf 9 9 Td (A) Tj ET', mediaBox: [0, 0, 0, 0] }] }),
      { error: null },
    ],
  ];

  for (const reader of ['pdfium', 'pdfjs', 'auto'] as const) {
    it.each(cases)(
      `${reader} lives through %s`,
      async (name, bytes, expected) => {
        const path = join(folder, `${name.replaceAll(' ', '-')}.pdf`);
        writeFileSync(path, bytes);
        const outcome = await runner.run({ path, reader });
        expect(outcome).toMatchObject(expected);
      },
      2 * DEADLINE_MS,
    );
  }
});

describe.skipIf(!existsSync(HOSTILE))('collected', () => {
  const runner = new Runner();
  afterAll(() => runner.stop());

  it(
    'files are all read or refused with a reason, by each reader, and auto reads at least what pdf.js reads',
    async () => {
      const paths = readdirSync(HOSTILE)
        .filter((name) => name.endsWith('.pdf'))
        .map((name) => join(HOSTILE, name));
      const opened = { pdfium: 0, pdfjs: 0, auto: 0 };
      const pages = { pdfium: 0, pdfjs: 0, auto: 0 };
      const wrong: string[] = [];
      const memory: number[] = [];
      for (const path of paths) {
        for (const reader of ['pdfium', 'pdfjs', 'auto'] as const) {
          const outcome = await runner.run({ path, reader });
          if (typeof outcome === 'string') {
            wrong.push(`${reader} ${outcome}: ${path}`);
            continue;
          }
          if (outcome.error && (outcome.error.name !== 'ReadError' || !CODES.includes(outcome.error.code)))
            wrong.push(`${reader} ${JSON.stringify(outcome.error)}: ${path}`);
          if (outcome.failed.some((code) => code !== 'page_failed'))
            wrong.push(`${reader} ${outcome.failed.join()}: ${path}`);
          if (outcome.error === null) opened[reader]++;
          pages[reader] += outcome.pages;
        }
      }
      for (const path of paths) {
        const outcome = await runner.run({ path, reader: 'auto' });
        if (typeof outcome !== 'string') memory.push(outcome.rss);
      }
      console.info(
        `of ${paths.length} files: opened ${JSON.stringify(opened)}, pages read ${JSON.stringify(pages)},` +
          ` memory ${memory[0]} to ${memory.at(-1)} MB`,
      );
      expect(wrong).toEqual([]);
      expect(opened.auto).toBeGreaterThanOrEqual(Math.max(opened.pdfjs, opened.pdfium));
      expect(pages.auto).toBeGreaterThanOrEqual(Math.max(pages.pdfjs, pages.pdfium));
      // The batch was read once by then: a second time may not cost a lasting amount more.
      expect(memory.at(-1)! - memory[0]!).toBeLessThan(150);
    },
    30 * 60_000,
  );
});
