import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../cli/commands/list.js';
import { NEXT_STEPS } from '../../cli/report/next-steps.js';
import { Table } from '../../schemas/index.js';
import { gongkai, root, samples } from './run.js';

const SAMPLE = join(samples, 'shaanxi-bureau-2023.pdf');
/** Several whole runs of the program in one test; a loaded machine takes its time. */
const SLOW = 300_000;
let work: string;
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'gongkai-commands-'));
});
afterAll(async () => {
  await rm(work, { recursive: true });
});

describe('help', () => {
  it('lists every command', async () => {
    const { status, stdout } = await gongkai(['--help']);
    expect(status).toBe(0);
    for (const { name, summary } of COMMANDS)
      expect(stdout).toMatch(new RegExp(`\\n  ${name}\\b.*${summary.slice(0, 12)}`));
    expect(await gongkai([])).toMatchObject({ status: 2, stderr: stdout });
    expect((await gongkai(['--version'])).stdout.trim()).toBe(
      (JSON.parse(await readFile(`${root}package.json`, 'utf8')) as { version: string }).version,
    );
  });

  it.each(COMMANDS.map(({ name }) => name))('shows examples that start with the command: %s', async (name) => {
    const { status, stdout } = await gongkai(['help', name]);
    expect(status).toBe(0);
    expect(stdout).toMatch(new RegExp(`Usage: gongkai ${name}`));
    expect(stdout).toMatch(new RegExp(`\\nExamples:\\n  gongkai ${name}`));
    expect((await gongkai([name, '--help'])).stdout).toBe(stdout);
  });

  it('answers an unknown command with 2', async () => {
    expect(await gongkai(['extrcat'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("unknown command 'extrcat'"),
    });
  });
});

describe('gongkai rules, explain, schema', () => {
  it('list and explain every check', async () => {
    const rules = JSON.parse((await gongkai(['rules', '--json'])).stdout) as { id: string; severity: string }[];
    expect(rules.length).toBeGreaterThan(10);
    const text = (await gongkai(['rules'])).stdout;
    for (const { id } of rules) expect(text).toContain(id);
    expect((await gongkai(['explain', rules[0]?.id ?? ''])).stdout).toMatch(/^# /);
    expect(await gongkai(['explain', 'row-summ'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('row-sum'),
    });
  });

  it('print JSON Schema 2020-12 of every record', async () => {
    for (const record of ['document', 'table', 'cell', 'fact', 'narrative', 'anomaly', 'run']) {
      const schema = JSON.parse((await gongkai(['schema', record])).stdout) as Record<string, unknown>;
      expect(schema).toMatchObject({
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        type: 'object',
        title: record,
      });
      expect(Object.keys(schema.properties as object).length).toBeGreaterThan(3);
    }
    expect((await gongkai(['schema', 'nothing'])).status).toBe(2);
  });
});

describe('gongkai tables', () => {
  it(
    'prints CSV, JSON, HTML and a workbook of the same tables',
    async () => {
      const json = await gongkai(['tables', SAMPLE, '--format', 'json']);
      const tables = (JSON.parse(json.stdout) as unknown[]).map((table) => Table.parse(table));
      expect(tables.length).toBeGreaterThan(5);
      const [first] = tables;
      const amount = first?.cells.find((cell) => /^\d[\d,]*\.\d\d$/.test(cell.text));
      if (!first || !amount) throw new Error('the sample has no amounts');

      const csv = (await gongkai(['tables', SAMPLE])).stdout;
      expect(csv.startsWith('\uFEFF')).toBe(true);
      expect(
        csv
          .slice(1)
          .split('\r\n')
          .filter((line) => /^"?# /.test(line)),
      ).toHaveLength(tables.length);
      expect(csv).toContain(amount.text);

      const html = (await gongkai(['tables', SAMPLE, '--format', 'html'])).stdout;
      expect(html.match(/<table /g)).toHaveLength(tables.length);
      expect(html).toContain("default-src 'none'");

      const file = join(work, 'tables.xlsx');
      expect((await gongkai(['tables', SAMPLE, '--out', file])).stderr).toContain(
        `${tables.length} tables written to`,
      );
      const workbook = new exceljs.Workbook();
      await workbook.xlsx.readFile(file);
      expect(workbook.worksheets).toHaveLength(tables.length);
      expect(workbook.worksheets[0]?.getCell(amount.row + 2, amount.column + 1).value).toBe(
        Number(amount.text.replaceAll(',', '')),
      );

      const page = first.pages[0] ?? 1;
      expect(
        (
          JSON.parse(
            (await gongkai(['tables', SAMPLE, '--format', 'json', '--page', String(page)])).stdout,
          ) as unknown[]
        ).length,
      ).toBeLessThan(tables.length);
    },
    SLOW,
  );

  it(
    'fails with the reason',
    async () => {
      expect(await gongkai(['tables', join(root, 'package.json')])).toMatchObject({
        status: 1,
        stderr: expect.stringMatching(/not_a_pdf[\s\S]*next:/),
      });
      expect((await gongkai(['tables', SAMPLE, '--page', '999'])).status).toBe(2);
    },
    SLOW,
  );
});

describe('gongkai inspect', () => {
  it(
    'draws a page as SVG and PNG',
    async () => {
      const svg = (await gongkai(['inspect', SAMPLE, '--page', '8', '--no-picture'])).stdout;
      expect(svg).toMatch(/^<svg /);
      expect(svg).toContain('stroke="red"');
      const file = join(work, 'page.png');
      expect((await gongkai(['inspect', SAMPLE, '--page', '8', '--out', file])).stderr).toMatch(
        /page 8: text_layer, \d+ glyphs, \d+ rulings, \d tables/,
      );
      const png = PNG.sync.read(await readFile(file));
      expect([png.width, png.height].sort((a, b) => a - b)).toEqual([
        expect.closeTo(1191, -1),
        expect.closeTo(1684, -1),
      ]);
      let red = 0;
      for (let i = 0; i < png.data.length; i += 4)
        if (png.data[i] === 220 && png.data[i + 1] === 0 && png.data[i + 2] === 0) red++;
      expect(red).toBeGreaterThan(1_000);
    },
    SLOW,
  );
  it(
    'draws what was read upright on the page as it lies',
    async () => {
      const { stdout, stderr } = await gongkai([
        'inspect',
        join(samples, 'scans/shanxi-service-centre-2023-200-seal.pdf'),
        '--page',
        '1',
        '--no-picture',
      ]);
      expect(stderr).toMatch(/^page 1: ocr \(no text: the page is one image\), \d+ glyphs/);
      const [, a, b] = /<g transform="matrix\(([\d.]+) (-?[\d.]+)/.exec(stdout) ?? [];
      // The scan leans by about half a degree.
      expect(Math.abs((Math.atan2(Number(b), Number(a)) * 180) / Math.PI)).toBeCloseTo(0.5, 0);
    },
    SLOW,
  );

  it('refuses pages that are not there', async () => {
    expect((await gongkai(['inspect', SAMPLE, '--page', '99'])).status).toBe(2);
    expect((await gongkai(['inspect', SAMPLE])).status).toBe(2);
  });
});

describe('gongkai completion', () => {
  it('writes scripts that the shells accept and that know every command', async () => {
    for (const shell of ['bash', 'zsh', 'fish']) {
      const { status, stdout } = await gongkai(['completion', shell]);
      expect(status).toBe(0);
      for (const { name } of COMMANDS) expect(stdout).toContain(name);
      expect(stdout).toContain('ocr-engine');
      if (spawnSync('which', [shell]).status === 0)
        expect(spawnSync(shell, ['-n'], { input: stdout }).status, shell).toBe(0);
    }
  });
  it('completes in bash', async () => {
    const { stdout } = await gongkai(['completion', 'bash']);
    const complete = (...words: string[]) =>
      spawnSync(
        'bash',
        [
          '-c',
          `${stdout}\nCOMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')});` +
            ` COMP_CWORD=${words.length - 1}; _gongkai; echo "\${COMPREPLY[@]}"`,
        ],
        { encoding: 'utf8' },
      ).stdout.trim();
    expect(complete('gongkai', 'extr')).toBe('extract');
    expect(complete('gongkai', 'extract', '--ocr-')).toBe('--ocr-engine');
    expect(complete('gongkai', 'extract', '--reader', 'pdf')).toBe('pdfium pdfjs');
    expect(complete('gongkai', 'schema', 'an')).toBe('anomaly');
  });
});

describe('docs/errors.md', () => {
  it('explains every reason code', async () => {
    const page = await readFile(`${root}docs/errors.md`, 'utf8');
    for (const code of Object.keys(NEXT_STEPS)) expect(page, code).toContain(`| \`${code}\` |`);
  });
});
