import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root, samples } from './run.js';

let work: string;
let packed: string[];
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'gongkai-package-'));
  const npm = ['pack', '--ignore-scripts', '--json', '--pack-destination', work];
  const [{ filename, files }] = JSON.parse(execFileSync('npm', npm, { cwd: root, encoding: 'utf8' }));
  packed = files.map(({ path }: { path: string }) => path);
  // As it is installed, with the packages that it depends on.
  execFileSync('tar', ['xzf', join(work, filename), '-C', work]);
  await mkdir(join(work, 'node_modules'));
  await symlink(join(work, 'package'), join(work, 'node_modules/gongkai'));
  await symlink(join(root, 'node_modules'), join(work, 'package/node_modules'));
});
afterAll(async () => {
  await rm(work, { recursive: true });
});

describe('the package that npm publishes', () => {
  it('holds no test, bench or generator, and under 400 files', () => {
    expect(packed.filter((path) => /test|bench|generate|\.map$/.test(path))).toEqual([]);
    expect(packed.length).toBeLessThan(400);
  });

  it('reads, reports and draws when installed', async () => {
    const sample = join(samples, 'shaanxi-bureau-2023.pdf');
    const gongkai = (...args: string[]) =>
      execFileSync(process.execPath, [join(work, 'node_modules/gongkai/dist/cli/main.js'), ...args], {
        cwd: work,
        encoding: 'utf8',
      });
    gongkai('extract', sample, '--out', 'out', '--quiet');
    const [id] = execFileSync('ls', [join(work, 'out/documents')], { encoding: 'utf8' }).split('\n') as [string];
    gongkai('report', id, '--out', 'out', '--output', 'report.html');
    expect(await readFile(join(work, 'report.html'), 'utf8')).toContain('<img src="data:image/png;base64,');
    gongkai('inspect', sample, '--page', '5', '--out', 'page.svg');
    expect(await readFile(join(work, 'page.svg'), 'utf8')).toContain('<svg');
    expect(gongkai('explain', 'row-sum')).toContain('# row-sum');
  }, 120_000);

  it('is a library with types', async () => {
    const program = "import { extract } from 'gongkai'; import { GongkaiDocument } from 'gongkai/schemas';";
    const use = `${program} console.log(typeof extract, typeof GongkaiDocument.parse)`;
    const said = execFileSync(process.execPath, ['--input-type=module', '-e', use], { cwd: work, encoding: 'utf8' });
    expect(said.trim()).toBe('function function');
    for (const types of ['dist/index.d.ts', 'dist/schemas/index.d.ts']) expect(packed).toContain(types);
  });
});
