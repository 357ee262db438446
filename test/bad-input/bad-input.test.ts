import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GongkaiDocument, Run } from '../../schemas/index.js';
import { bomb, encrypted, hang, manyPages, missingPage } from './pdfs.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sample = join(root, 'samples/shaanxi-bureau-2023.pdf');
const hostile = join(root, '../shared/real/hostile');

interface Summary {
  exit_code: number;
  run_record: string;
  counts: Run['counts'];
  failures: (Run['failures'][number] & { next_step: string })[];
  documents: Run['documents'];
}
interface Outcome {
  status: number;
  summary: Summary;
  stderr: string;
  seconds: number;
}

function gongkai(args: readonly string[]): Promise<Outcome> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [join(root, 'dist/cli/main.js'), ...args, '--json', '--quiet'],
      { maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        const status = error === null ? 0 : error.code;
        if (typeof status !== 'number') return reject(new Error(`killed: ${error?.message}\n${stderr}`));
        try {
          resolve({
            status,
            summary: JSON.parse(stdout) as Summary,
            stderr,
            seconds: (performance.now() - began) / 1000,
          });
        } catch (cause) {
          reject(new Error(`no summary, exit ${status}: ${stderr}`, { cause }));
        }
      },
    );
  });
}

let work: string;
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'gongkai-bad-input-'));
});
afterAll(async () => {
  await rm(work, { recursive: true, force: true });
});

describe('bad input', () => {
  it('costs itself alone, each with its reason in the run record; the rest of the batch comes out whole', async () => {
    const folder = join(work, 'in');
    const out = join(work, 'out');
    await mkdir(folder);
    const good = await readFile(sample);
    const files: Record<string, Uint8Array | string> = {
      '01-good.pdf': good,
      '02-text.pdf': 'This is no PDF at all.\n',
      '03-page.pdf': '<!DOCTYPE html><html><body>请登录</body></html>',
      '04-empty.pdf': '',
      '05-truncated.pdf': good.subarray(0, Math.floor(good.length * 0.5)),
      '06-password.pdf': await encrypted('secret'),
      '07-open-password.pdf': await encrypted(''),
      '08-5000-pages.pdf': manyPages(5_000),
      '09-bomb.pdf': bomb(),
      '10-hang.pdf': hang(),
      '11-missing-page.pdf': missingPage(),
      '13-three-pages.pdf': manyPages(3),
    };
    for (const [name, body] of Object.entries(files)) await writeFile(join(folder, name), body);
    await copyFile(sample, join(folder, '12-the-same-again.pdf'));

    const { status, summary, seconds } = await gongkai([
      'extract',
      folder,
      join(folder, 'not-there.pdf'),
      '--out',
      out,
      '--jobs',
      '2',
      '--deadline',
      '20',
      '--max-memory',
      '700',
    ]);
    expect(status).toBe(1);
    const run = Run.parse(JSON.parse(await readFile(join(out, summary.run_record), 'utf8')));
    const reasons = Object.fromEntries(
      run.failures.map(({ uri, code, page }) => [
        uri.split('/').at(-1),
        page === null || code === 'deadline' ? code : `page ${page}: ${code}`,
      ]),
    );
    expect(reasons).toMatchObject({
      '02-text.pdf': 'not_a_pdf',
      '03-page.pdf': 'not_a_pdf',
      '04-empty.pdf': 'empty',
      '05-truncated.pdf': 'truncated',
      '06-password.pdf': 'encrypted',
      '08-5000-pages.pdf': 'too_many_pages',
      '11-missing-page.pdf': 'page 2: page_failed',
      'not-there.pdf': 'not_found',
    });
    // Whichever comes first on this machine.
    expect(['deadline', 'memory']).toContain(reasons['10-hang.pdf']);
    // A reader may give up on the bomb by itself, or be stopped; what it may not do is take the batch with it.
    if (reasons['09-bomb.pdf'] !== undefined)
      expect(['deadline', 'memory', 'crash', 'page 1: page_failed']).toContain(reasons['09-bomb.pdf']);
    for (const failure of summary.failures) {
      expect(failure.message.length, failure.uri).toBeGreaterThan(10);
      expect(failure.next_step.length, failure.uri).toBeGreaterThan(5);
    }
    expect(
      Object.fromEntries(
        run.documents.map(({ uri, status: documentStatus }) => [uri.split('/').at(-1), documentStatus]),
      ),
    ).toMatchObject({
      '01-good.pdf': 'complete',
      '07-open-password.pdf': 'complete',
      '11-missing-page.pdf': 'partial',
      '12-the-same-again.pdf': 'skipped',
      '13-three-pages.pdf': 'complete',
    });
    for (const { sha256, status: documentStatus } of run.documents) {
      const document = GongkaiDocument.parse(
        JSON.parse(await readFile(join(out, 'documents', sha256, 'document.json'), 'utf8')),
      );
      if (documentStatus !== 'skipped') expect(document.document.status).toBe(documentStatus);
    }
    expect(
      run.documents.length +
        new Set(run.failures.filter(({ page, code }) => page === null || code === 'deadline').map(({ uri }) => uri))
          .size,
    ).toBe(14);
    expect(seconds).toBeLessThan(170);
  }, 200_000);

  it('kills a hang at its deadline', async () => {
    const file = join(work, 'hang.pdf');
    await writeFile(file, hang());
    const { status, summary } = await gongkai([
      'extract',
      file,
      '--out',
      join(work, 'hang'),
      '--deadline',
      '6',
      '--max-memory',
      '4000',
    ]);
    expect(status).toBe(1);
    expect(summary.failures).toMatchObject([{ code: 'deadline', stage: 'extract' }]);
    expect(summary.failures[0]?.message).toMatch(/stopped after 6/);
  });

  it('reads 5,000 pages when told to', async () => {
    const file = join(work, 'long.pdf');
    await writeFile(file, manyPages(5_000));
    const { status, summary } = await gongkai(['extract', file, '--out', join(work, 'long'), '--max-pages', '5000']);
    expect(status).toBe(0);
    expect(summary.counts).toMatchObject({ written: 1, pages: 5_000, failed: 0 });
  }, 200_000);

  it.skipIf(!existsSync(hostile))(
    'meets 112 hostile files without a crash or a hang',
    async () => {
      const out = join(work, 'hostile');
      const { status, summary } = await gongkai([
        'extract',
        hostile,
        '--out',
        out,
        '--ocr',
        'never',
        '--deadline',
        '60',
      ]);
      expect(status).toBe(1);
      expect(summary.counts.inputs).toBe(112);
      expect(summary.counts.written + summary.counts.failed).toBe(112);
      const codes = new Set(summary.failures.map(({ code }) => code));
      expect(
        [...codes].filter(
          (code) => !['encrypted', 'damaged', 'truncated', 'not_a_pdf', 'empty', 'page_failed'].includes(code),
        ),
      ).toEqual([]);
    },
    400_000,
  );
});
