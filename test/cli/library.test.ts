import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, symlink, mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AcquireError, createExtractor, DocumentFailure, extract, openStore } from '../../index.js';
import { GongkaiDocument } from '../../schemas/index.js';
import { root, samples } from './run.js';

const SAMPLE = join(samples, 'shaanxi-bureau-2023.pdf');
let work: string;
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'gongkai-library-'));
});
afterAll(async () => {
  await rm(work, { recursive: true });
});

describe('docs/library.md', () => {
  it("has examples that run as they stand, by the package's name", async () => {
    // As somebody's project sees it: gongkai in node_modules, the samples beside.
    await mkdir(join(work, 'node_modules'));
    await symlink(root, join(work, 'node_modules/gongkai'));
    await symlink(samples, join(work, 'samples'));
    const page = await readFile(`${root}docs/library.md`, 'utf8');
    const examples = [...page.matchAll(/```js\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');
    expect(examples.length).toBeGreaterThan(1);
    const outputs: string[] = [];
    for (const [i, example] of examples.entries()) {
      const file = join(work, `example-${i}.mjs`);
      await writeFile(file, example);
      outputs.push(execFileSync(process.execPath, [file], { cwd: work, encoding: 'utf8', timeout: 200_000 }));
    }
    expect(outputs[0]).toMatch(/医疗保障局 2023\n/);
    expect(outputs[0]).toMatch(/\d+\.\d\d 万元 (verified|consistent|unchecked|doubtful) p\. \d+/);
    expect(outputs[1]).toMatch(/2023年度/);
  }, 400_000);
});

describe('extract()', () => {
  it('gives the typed document from a path, a file URL and bytes, the same every time', async () => {
    const progress: number[] = [];
    const extractor = createExtractor();
    try {
      const byPath = await extractor.extract(SAMPLE, { onProgress: ({ done }) => progress.push(done) });
      expect(GongkaiDocument.parse(byPath)).toEqual(byPath);
      expect(progress.at(-1)).toBe(byPath.document.page_count);
      expect(await extractor.extract(new URL(`file://${SAMPLE}`))).toEqual(byPath);
      expect(await extractor.extract({ bytes: await readFile(SAMPLE), fileName: 'shaanxi-bureau-2023.pdf' })).toEqual(
        byPath,
      );
      const store = await openStore('memory:');
      await extractor.extract(SAMPLE, { store });
      expect((await store.head(`documents/${byPath.document.id}/document.json`))?.bytes).toBeGreaterThan(1_000);
    } finally {
      await extractor.close();
    }
  }, 300_000);

  it('throws typed errors, and refuses options that it does not have', async () => {
    await expect(extract(join(work, 'none.pdf'))).rejects.toMatchObject({ name: 'AcquireError', code: 'not_found' });
    await expect(extract({ bytes: new TextEncoder().encode('no'), fileName: 'x' })).rejects.toBeInstanceOf(
      AcquireError,
    );
    await expect(extract(SAMPLE, { maxPages: 3 })).rejects.toBeInstanceOf(DocumentFailure);
    await expect(extract(SAMPLE, { maxPages: 3 })).rejects.toMatchObject({ code: 'too_many_pages' });
    await expect(extract(SAMPLE, { signal: AbortSignal.timeout(30) })).rejects.toMatchObject({ code: 'cancelled' });
    await expect(extract(SAMPLE, { maxPage: 3 } as object)).rejects.toThrow(/no option "maxPage"/);
  }, 300_000);
});
