import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createFsStore } from './fs.js';
import { describeObjectStore } from '../test/conformance/object-store.js';

const roots: string[] = [];
async function freshRoot(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'gongkai-fs-store-'));
  roots.push(root);
  return root;
}
afterAll(async () => {
  for (const root of roots) await rm(root, { recursive: true, force: true });
});

describeObjectStore('fs', async () => createFsStore({ root: join(await freshRoot(), 'not', 'yet', 'there') }));

describe('fs store', () => {
  it('leaves no temporary file behind, and shows none of a writer that died', async () => {
    const root = await freshRoot();
    const store = createFsStore({ root, durable: true });
    await store.put('a/b', 'x');
    await store.put('a/b', 'y', { ifAbsent: true });
    expect(await readdir(join(root, 'a'))).toEqual(['b']);
    await writeFile(join(root, 'a', '.tmp~dead'), 'half');
    const keys: string[] = [];
    for await (const object of store.list('')) keys.push(object.key);
    expect(keys).toEqual(['a/b']);
  });

  it('says what failed, where and what to do', async () => {
    const root = await freshRoot();
    await writeFile(join(root, 'file'), '');
    const store = createFsStore({ root: join(root, 'file') });
    await expect(store.put('a/b', 'x')).rejects.toThrow(/cannot write a\/b in .*file/);
  });
});
