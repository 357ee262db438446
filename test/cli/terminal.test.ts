import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Run } from '../../schemas/index.js';
import { root, samples } from './run.js';

const main = join(root, 'dist/cli/main.js');
/** util-linux's script gives a program a terminal to write to. */
const hasScript = spawnSync('script', ['--version']).status === 0;
let work: string;
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'gongkai-terminal-'));
});
afterAll(async () => {
  await rm(work, { recursive: true, force: true });
});

describe('on a terminal', () => {
  it.skipIf(!hasScript)(
    'shows a bar with pages and rate, in colour unless NO_COLOR says otherwise',
    () => {
      const call = (env: Record<string, string>) =>
        spawnSync(
          'script',
          [
            '-qec',
            `${process.execPath} ${main} extract ${join(samples, 'shaanxi-bureau-2023.pdf')} --out ` +
              `${join(work, 'tty')}`,
            '/dev/null',
          ],
          { encoding: 'utf8', env: { PATH: process.env.PATH ?? '', TERM: 'xterm', LANG: 'C.UTF-8', ...env } },
        );
      const colour = call({});
      expect(colour.status).toBe(0);
      expect(colour.stdout).toMatch(/\d\/1 documents · \d+ pages · [\d.–]+ pages\/s/);
      expect(colour.stdout).toContain('\u001b[1m');
      expect(call({ NO_COLOR: '1' }).stdout).not.toContain('\u001b[1m');
    },
    300_000,
  );
});

describe('stopped by Ctrl-C', () => {
  it('keeps what is done, writes the run record, leaves nothing half, and exits with 1', async () => {
    const out = join(work, 'stopped');
    const child = spawn(process.execPath, [main, 'extract', samples, '--out', out, '--jobs', '1'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let heard = '';
    let asked = false;
    child.stderr.on('data', (chunk: Buffer) => {
      heard += chunk.toString();
      if (heard.includes('ok ') && !asked) asked = child.kill('SIGINT'); // a second one would end it at once
    });
    const status = await new Promise<number | null>((resolve) => child.on('exit', resolve));
    expect(status).toBe(1);
    const [record, ...more] = (await readdir(join(out, 'runs'))).filter((name) => name.endsWith('.json'));
    expect(more).toEqual([]);
    const run = Run.parse(JSON.parse(await readFile(join(out, 'runs', record ?? ''), 'utf8')));
    expect(run.counts.written).toBeGreaterThan(0);
    expect(run.failures.every(({ code }) => code === 'cancelled')).toBe(true);
    expect((await readdir(join(out, 'documents'))).sort()).toEqual(run.documents.map(({ sha256 }) => sha256).sort());
  }, 300_000);
});
