import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Run } from '../../schemas/index.js';
import { documentKey } from '../../stores/layout.js';
import type { Coverage } from '../../warehouse/coverage/index.js';
import { sampleDocument } from '../support/sample-document.js';
import { gongkai, samples } from './run.js';

const SAMPLE = join(samples, 'shaanxi-bureau-2023.pdf');
/** Several whole runs of the program in one test; a loaded machine takes its time. */
const SLOW = 300_000;
let work: string;
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'gongkai-coverage-'));
});
afterAll(() => rm(work, { recursive: true, force: true }));

async function vocabulary(name: string, text: string): Promise<string> {
  const path = join(work, name);
  await writeFile(path, text);
  return path;
}

describe('gongkai coverage', () => {
  it('says what a place shows that is not understood, for people in two languages and for programs', async () => {
    const { openStore } = await import('../../stores/index.js');
    const place = join(work, 'place');
    const store = await openStore(place);
    const document = sampleDocument();
    document.facts[0] = { ...document.facts[0]!, dimensions: null, column_label: '阳光资金' };
    await store.put(documentKey(document.document.id), JSON.stringify(document));
    await store.close();
    const { status, stdout } = await gongkai(['coverage', place]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/1 document in .*place: final_accounts 1\n/);
    expect(stdout).toMatch(
      /figures without dimensions for words of their column: 1\n +1 {2}阳光资金 .* a\.pdf p\. 1\n/,
    );
    expect(stdout).toMatch(/silent holes: .*: none\n/);
    expect((await gongkai(['coverage', place, '--lang', 'zh'])).stdout).toContain(
      '因列名用语未能理解而无维度的数值: 1',
    );
    const found = JSON.parse((await gongkai(['coverage', '--out', place, '--json'])).stdout) as Coverage;
    expect(found.dimensions.columns.top[0]).toMatchObject({ word: '阳光资金', count: 1 });
    const words = await vocabulary('sun.yaml', 'words: [{ words: [阳光资金], means: { fund: other } }]');
    const explained = await gongkai(['coverage', place, '--json', '--vocabulary', words]);
    expect((JSON.parse(explained.stdout) as Coverage).dimensions.columns.count).toBe(0);
    await writeFile(join(place, documentKey(document.document.id)), '{');
    expect(await gongkai(['coverage', place])).toMatchObject({
      status: 1,
      stdout: expect.stringContaining(document.document.id),
    });
  });

  it('refuses what is no number, and says where there is nothing', async () => {
    expect(await gongkai(['coverage', join(work, 'empty'), '--top', 'many'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--top: "many"'),
    });
    const nothing = await gongkai(['coverage', join(work, 'empty')]);
    expect(nothing).toMatchObject({ status: 0, stderr: expect.stringContaining('holds no documents') });
  });
});

describe('gongkai extract --vocabulary', () => {
  it(
    'stops with file and line before anything is written; its hash decides what is done',
    async () => {
      const out = join(work, 'out');
      const wrong = await vocabulary('wrong.yaml', 'words:\n  - words: [甲]\n    means: { fund: gold }\n');
      expect(await gongkai(['extract', SAMPLE, '--out', out, '--vocabulary', wrong])).toMatchObject({
        status: 2,
        stderr: expect.stringMatching(/wrong\.yaml:3: words\.0\.means\.fund: /),
      });
      expect(await gongkai(['extract', SAMPLE, '--out', out, '--vocabulary', join(work, 'gone.yaml')])).toMatchObject(
        {
          status: 2,
          stderr: expect.stringContaining('gone.yaml cannot be read'),
        },
      );
      await expect(readFile(out)).rejects.toThrow(/ENOENT/);
      const words = await vocabulary('words.yaml', 'words: [{ words: [阳光资金], means: { fund: other } }]');
      const written = async (...flags: string[]) =>
        (
          JSON.parse(
            (await gongkai(['extract', SAMPLE, '--out', out, '--resume', '--json', '-q', ...flags])).stdout,
          ) as Run
        ).counts.written;
      expect(await written('--vocabulary', words)).toBe(1);
      expect(await written('--vocabulary', words)).toBe(0);
      await vocabulary('words.yaml', '# the same words\nwords:\n  - words: [阳光资金]\n    means: { fund: other }\n');
      expect(await written('--vocabulary', words)).toBe(0);
      expect(await written()).toBe(1);
    },
    SLOW,
  );
});
