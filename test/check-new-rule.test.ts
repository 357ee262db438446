import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const ROOT = join(import.meta.dirname, '..');

describe('scripts/new-rule.mjs', () => {
  let copy: string;
  beforeEach(async () => {
    copy = await mkdtemp(join(tmpdir(), 'gongkai-new-rule-'));
    await mkdir(join(copy, 'docs/rules'), { recursive: true });
    await cp(join(ROOT, 'scripts/new-rule.mjs'), join(copy, 'scripts/new-rule.mjs'));
    await cp(join(ROOT, 'pipeline/check/rules/index.ts'), join(copy, 'pipeline/check/rules/index.ts'));
  });
  afterEach(() => rm(copy, { recursive: true, force: true }));

  const scaffold = (...args: string[]) => run(process.execPath, [join(copy, 'scripts/new-rule.mjs'), ...args]);

  it('makes rule, fixtures and page together, and keeps the list alphabetical', async () => {
    await scaffold('sums/row-sum-twice');
    const rule = await readFile(join(copy, 'pipeline/check/rules/sums/row-sum-twice.ts'), 'utf8');
    expect(rule).toContain("id: 'row-sum-twice'");
    expect(await readFile(join(copy, 'pipeline/check/rules/sums/row-sum-twice.test.ts'), 'utf8')).toContain(
      "import { rule } from './row-sum-twice.js'",
    );
    expect(await readFile(join(copy, 'docs/rules/row-sum-twice.md'), 'utf8')).toContain('## Exclusions');
    const list = await readFile(join(copy, 'pipeline/check/rules/index.ts'), 'utf8');
    const imports = [...list.matchAll(/from '\.\/([a-z-]+\/[a-z-]+)\.js'/g)].map((m) => m[1]!);
    expect(imports).toContain('sums/row-sum-twice');
    expect(imports).toEqual([...imports].sort());
    expect([...list.matchAll(/^ {2}(\w+),$/gm)].map((m) => m[1])).toHaveLength(imports.length);
    expect(list).toContain('  rowSumTwice,\n');
  });

  it('refuses a rule that exists in any group, an id that is no id and a group that is none', async () => {
    await scaffold('sums/row-sum-twice');
    await expect(scaffold('sums/row-sum-twice')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('exists already'),
    });
    await expect(scaffold('across/row-sum-twice')).rejects.toMatchObject({ code: 1 });
    await expect(scaffold('sums/Row Sum')).rejects.toMatchObject({ code: 2 });
    await expect(scaffold('sumz/row-sum-thrice')).rejects.toMatchObject({ code: 2 });
    await expect(scaffold()).rejects.toMatchObject({ code: 2 });
  });
});
