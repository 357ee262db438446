import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseConfig } from '../../cli/config-file.js';
import { UsageError } from '../../cli/errors.js';
import { environmentName, resolveSettings, SETTINGS, type SettingName } from '../../cli/settings.js';
import { languageFor } from '../../cli/terminal.js';
import { gongkai, root } from './run.js';

let work: string;
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'gongkai-settings-'));
});
afterAll(async () => {
  await rm(work, { recursive: true });
});

describe('settings', () => {
  it('take flag, then environment, then file, then default', () => {
    const file = { jobs: 2, lang: 'zh', out: 'from-file' } as const;
    const env = { GONGKAI_JOBS: '3', GONGKAI_LANG: 'en' };
    expect(resolveSettings({ flags: { jobs: '4' }, env, file })).toMatchObject({
      jobs: 4,
      lang: 'en',
      out: 'from-file',
      reader: 'auto',
    });
    expect(resolveSettings({ flags: {}, env: {}, file: {} })).toMatchObject({
      jobs: null,
      out: 'out',
      resume: false,
      allow_hosts: [],
    });
  });

  it('read every kind of value, and name where a wrong one stands', () => {
    const read = (env: Record<string, string>) => resolveSettings({ flags: {}, env, file: {} });
    expect(read({ GONGKAI_RESUME: 'yes', GONGKAI_QUIET: '0', GONGKAI_ALLOW_HOSTS: 'a, b:80,' })).toMatchObject({
      resume: true,
      quiet: false,
      allow_hosts: ['a', 'b:80'],
    });
    for (const [name, value] of [
      ['JOBS', '0'],
      ['JOBS', '1.5'],
      ['JOBS', '-1'],
      ['RESUME', 'perhaps'],
      ['READER', 'x'],
      ['MAX_MEMORY', '1'],
    ]) {
      expect(() => read({ [`GONGKAI_${name}`]: value as string }), `${name}=${value}`).toThrow(
        new RegExp(`^GONGKAI_${name}: `),
      );
    }
  });

  it('refuse a settings file with an unknown name or a wrong value, by file and line', async () => {
    expect(await parseConfig('jobs: 3\nallow_hosts: [a]\n', 'x.yaml')).toEqual({ jobs: 3, allow_hosts: ['a'] });
    expect(await parseConfig('', 'x.yaml')).toEqual({});
    const wrong: [string, RegExp][] = [
      ['out: a\njobz: 3\n', /^x\.yaml:2: "jobz" is not a setting; there are out, jobs/],
      ['out: a\n\njobs: three\n', /^x\.yaml:3: jobs: /],
      ['jobs: 1000\n', /^x\.yaml:1: jobs: /],
      ['reader: acrobat\n', /^x\.yaml:1: reader: /],
      ['jobs: [\n', /^x\.yaml:\d: /],
      ['- a\n', /^x\.yaml: /],
    ];
    for (const [source, message] of wrong) {
      const error = await parseConfig(source, 'x.yaml').then(
        () => null,
        (reason: unknown) => reason,
      );
      expect(error, source).toBeInstanceOf(UsageError);
      expect((error as Error).message).toMatch(message);
    }
  });

  it('reach the commands: a file in the working folder, a named one, and none that is not there', async () => {
    await writeFile(join(work, 'gongkai.config.yaml'), 'lang: zh\n');
    await writeFile(join(work, 'bad.yaml'), 'what: 1\n');
    expect((await gongkai(['rules'], { cwd: work })).stdout).toMatch(/[\u4e00-\u9fff]/);
    expect((await gongkai(['rules', '--lang', 'en'], { cwd: work })).stdout).not.toMatch(/[\u4e00-\u9fff]/);
    expect(await gongkai(['rules', '--config', 'bad.yaml'], { cwd: work })).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('bad.yaml:1: "what"'),
    });
    expect(await gongkai(['rules'], { cwd: work, env: { GONGKAI_CONFIG: 'gone.yaml' } })).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('gone.yaml cannot be read'),
    });
  });

  it('are documented, each with its flag, variable and default', async () => {
    const page = await readFile(`${root}docs/configuration.md`, 'utf8');
    for (const [name, setting] of Object.entries(SETTINGS)) {
      const row = page.split('\n').find((line) => line.startsWith(`| \`${name}\` |`));
      expect(row, name).toBeDefined();
      expect(row).toContain(`\`${environmentName(name as SettingName)}\``);
      expect(row).toContain(`\`${/--[a-z-]+/.exec(setting.flag)?.[0]}\``);
      if (!('shown' in setting) && !Array.isArray(setting.default))
        expect(row).toContain(`\`${String(setting.default)}\``);
    }
  });

  it('take the language from the locale', () => {
    expect(languageFor('auto', { LANG: 'zh_CN.UTF-8' })).toBe('zh');
    expect(languageFor('auto', { LANG: 'zh_CN.UTF-8', LC_ALL: 'C' })).toBe('en');
    expect(languageFor('en', { LANG: 'zh_CN.UTF-8' })).toBe('en');
  });
});
