import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../cli/commands/list.js';

const root = fileURLToPath(new URL('..', import.meta.url));
let pages: { name: string; text: string }[];
beforeAll(async () => {
  const docs = (await readdir(join(root, 'docs'), { recursive: true }))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name));
  const names = ['README.md', 'README.zh-CN.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...docs];
  pages = await Promise.all(names.map(async (name) => ({ name, text: await readFile(join(root, name), 'utf8') })));
});

describe('documents', () => {
  it('link to what is there', () => {
    const dead = pages.flatMap(({ name, text }) =>
      [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
        .map((match) => match[1] ?? '')
        .filter(
          (target) => !/^[a-z]+:/.test(target) && !existsSync(join(root, dirname(name), decodeURIComponent(target))),
        )
        .map((target) => `${name} -> ${target}`),
    );
    expect(dead).toEqual([]);
  });

  it('name commands that are there', () => {
    const known = new Set([...COMMANDS.map(({ name }) => name), 'help', '--help', '--version']);
    const unknown = pages.flatMap(({ name, text }) =>
      [...text.matchAll(/\bnpx gongkai (\S+)/g)]
        .map((match) => (match[1] ?? '').replace(/[`，。]+$/, ''))
        .filter((command) => !known.has(command))
        .map((command) => `${name}: ${command}`),
    );
    expect(unknown).toEqual([]);
  });

  it('say in both languages the same commands', () => {
    const commands = (name: string) =>
      [
        ...(pages.find((page) => page.name === name)?.text ?? '').matchAll(
          /^(?:npm ci && )?(npx gongkai \S+|bash \S+)/gm,
        ),
      ].map((match) => match[1]);
    expect(commands('README.md').length).toBeGreaterThan(4);
    expect(commands('README.zh-CN.md')).toEqual(commands('README.md'));
  });
});
