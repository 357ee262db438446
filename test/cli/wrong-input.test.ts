import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { printable } from '../../cli/report/printable.js';
import { root, gongkai, samples } from './run.js';

const SLOW = 300_000;
/** Nobody listens there. */
const NOWHERE = 'redis://127.0.0.1:1';
let work: string;

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'gongkai-wrong-'));
  await mkdir(join(work, 'folder.pdf'));
  await writeFile(join(work, 'zero.pdf'), '');
  await writeFile(join(work, 'zip.pdf'), 'PK\u0003\u0004 and so on');
  await cp(join(samples, 'shanxi-service-centre-2023.pdf'), join(work, 'good.pdf'));
});
afterAll(async () => {
  await rm(work, { recursive: true });
});

/** [arguments, exit code, what stands on standard error]; none of them a fault of the program, none with a stack. */
const CALLS: readonly [string[], number, RegExp][] = [
  ...['tables', 'inspect'].flatMap((command): [string[], number, RegExp][] => {
    const page = command === 'inspect' ? ['--page', '1'] : [];
    return [
      [[command, 'missing.pdf', ...page], 1, /no such file or folder \[not_found\]\nnext: /],
      [[command, 'folder.pdf', ...page], 1, /is a folder that holds no PDF \[no_pdf\]\nnext: /],
      [[command, '.', ...page], 2, /name one PDF/],
      [[command, 'zero.pdf', ...page], 1, /is empty \(0 bytes\) \[empty\]\nnext: /],
      [[command, 'zip.pdf', ...page], 1, /not a PDF: it is a ZIP archive.* \[not_a_pdf\]\nnext: /],
      [[command, 'good.pdf', ...page, '--out', 'nowhere/x.svg'], 2, /its folder does not exist/],
    ];
  }),
  [['tables', 'good.pdf', '--pages', '3-1'], 2, /--pages: "3-1" ends before it begins; write 1-3/],
  [['tables', 'good.pdf', '--pages', '1,two'], 2, /--pages: "1,two" names no pages; write .* such as 1-3,7/],
  [['tables', 'good.pdf', '--pages', '1-999'], 2, /--pages: good.pdf has \d+ pages, there is no page 999/],
  [['tables', 'good.pdf', '--page', '1', '--pages', '2'], 2, /give --pages alone/],
  [['tables', 'good.pdf', '--area', '1,2,3'], 2, /--area: "1,2,3" is not x0,y0,x1,y1; write four numbers/],
  [['tables', 'good.pdf', '--area', '9,9,1,1'], 2, /--area: "9,9,1,1" is empty; .*x0 < x1/],
  [['tables', 'good.pdf', '--area', '9000,0,9100,10'], 2, /lies outside the pages; page 1 is [\d.]+ × [\d.]+ points/],
  [['tables', 'good.pdf', '--passwort', 'x'], 2, /unknown option '--passwort'\n.*--password/],
  [['extract', 'good.pdf', '--out', '/proc/gongkai'], 2, /--out: cannot write/],
  [['extract', 'good.pdf', '--out', 's3://bucket/x'], 2, /Region is missing; add \?region=/],
  [['extract', 'x'.repeat(5000), '--out', 'o'], 1, /^failed x+ … x+: not_found/],
  [['report', 'none.json', '--out', 'o'], 1, /neither the SHA-256 of a document .* nor the path/],
  [['report', 'abcd', '--out', 'o'], 1, /gongkai extract writes them/],
  [['report', 'abcd', '--output', 'zero.pdf/x'], 2, /there is a file where a folder is wanted/],
  [['report', 'abcd', '--output', '/proc/gongkai'], 2, /--output .* cannot be written/],
  [['serve', '--host', '300.1.1.1'], 2, /--host: there is no address/],
  [['serve', '--port', 'x'], 2, /not a port number/],
  [['serve', '--out', 's3://bucket/x'], 1, /Region is missing/],
  [['export', '--to', 'zero.pdf'], 2, /--to zero.pdf cannot be written/],
  [['export', '--year', 'last'], 2, /--year: "last"/],
  [['export', '--grade', 'good'], 2, /Allowed choices are verified/],
  [['crawl', 'missing.yaml'], 2, /file of sources missing.yaml cannot be read.*sources.example.yaml/],
  [['crawl', 'folder.pdf'], 2, /it is a folder/],
  ...['status', 'failed', 'retry --all', 'enqueue good.pdf', 'serve'].map((call): [string[], number, RegExp] => [
    [...call.split(' '), '--queue', NOWHERE],
    1,
    /cannot reach the queue at redis:\/\/127\.0\.0\.1:1: connect ECONNREFUSED.*is redis-server running/,
  ]),
  ...['status', 'failed', 'retry --all', 'enqueue good.pdf', 'worker'].map((call): [string[], number, RegExp] => [
    call.split(' '),
    2,
    /give --queue redis:/,
  ]),
  [['status', '--run', 'a b', '--queue', NOWHERE], 2, /is no run id/],
];

describe('wrong input', () => {
  it(
    'is answered with what is wrong and what to do, and the right exit code',
    async () => {
      for (const [args, code, message] of CALLS) {
        const { status, stdout, stderr } = await gongkai(args, { cwd: work, env: { AWS_CONFIG_FILE: '/dev/null' } });
        const call = args.join(' ').slice(0, 100);
        expect(stderr, call).toMatch(message);
        expect(status, call).toBe(code);
        expect(stderr + stdout, call).not.toMatch(/a fault of the program|\n {4}at /);
      }
    },
    SLOW,
  );

  it(
    'cannot write lines of its own by its name, nor move the cursor',
    async () => {
      const name = 'a\nok everything.pdf: 99 pages\u001b[2J.pdf';
      await cp(join(work, 'good.pdf'), join(work, name));
      const { status, stdout, stderr } = await gongkai(['extract', name, '--out', 'named', '--ocr', 'never'], {
        cwd: work,
      });
      expect(status).toBe(0);
      expect(stderr).toMatch(/^ok a\\u000aok everything\.pdf: 99 pages\\u001b\[2J\.pdf: 18 pages/);
      expect(stderr + stdout).not.toContain('\u001b');
      expect(await readdir(join(work, 'named', 'documents'))).toHaveLength(1);
      expect(printable('财政\u202e局')).toBe('财政\\u202e局');
    },
    SLOW,
  );

  it('is refused by benches, too', async () => {
    const { spawnSync } = await import('node:child_process');
    const tsx = ['--import', import.meta.resolve('tsx')];
    for (const [args, message] of [
      [['folder.pdf'], /holds no PDF/],
      [['missing.pdf'], /no such file or folder/],
      [['good.pdf', '--rounds', 'many'], /--rounds: "many"/],
    ] as const) {
      const { status, stderr } = spawnSync(process.execPath, [...tsx, join(root, 'bench/cold.ts'), ...args], {
        cwd: work,
        encoding: 'utf8',
      });
      expect(stderr).toMatch(message);
      expect(stderr).not.toContain('    at ');
      expect(status).toBe(2);
    }
  });
});
