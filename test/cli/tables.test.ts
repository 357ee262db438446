import { createWriteStream } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import exceljs from 'exceljs';
import PDFKit from 'pdfkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Table } from '../../schemas/index.js';
import { gongkai } from './run.js';

/** Several whole runs of the program in one test; a loaded machine takes its time. */
const SLOW = 300_000;
const PASSWORD = 'Zz-quite-secret-7';
let work: string;
let open: string;
let locked: string;

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'gongkai-tables-'));
  [open, locked] = [join(work, 'open.pdf'), join(work, 'locked.pdf')];
  await write(open, {});
  await write(locked, { userPassword: PASSWORD, ownerPassword: 'owner', pdfVersion: '1.7' });
});
afterAll(async () => {
  await rm(work, { recursive: true });
});

/**
 * Pages 1 and 2: a ruled table of 4 × 3 from (72, 100), rows of 20 and columns of 100 points. Page 3: one of 8 × 5
 * without rules.
 */
async function write(path: string, options: PDFKit.PDFDocumentOptions): Promise<void> {
  const document = new PDFKit({ ...options, autoFirstPage: false, info: { CreationDate: new Date(0) } });
  const stream = document.pipe(createWriteStream(path));
  for (const page of [1, 2, 3]) {
    const [rows, heads, width] =
      page === 3
        ? ([8, ['Place', 'May', 'June', 'July', 'August'], 80] as const)
        : ([4, ['Item', '2023', '2024'], 100] as const);
    document.addPage({ size: 'A4', margin: 0 }).fontSize(10);
    document.text(`Statement of page ${page}`, 72, 60, { lineBreak: false });
    for (let row = 0; row < rows; row++)
      for (const [column, head] of heads.entries()) {
        const [x, y] = [72 + column * width, 100 + row * 20];
        if (page !== 3) document.rect(x, y, width, 20).stroke();
        const text = row === 0 ? head : column === 0 ? `Name ${page}${row}` : `${page},${row}0${column}.50`;
        document.text(text, x + 5, y + 6, { lineBreak: false });
      }
  }
  document.end();
  await finished(stream);
}

interface Printed {
  pages: number[];
  row_count: number;
  column_count: number;
  found: { method: string; score: number; evidence: string[] } | null;
  cells: { row: number; column: number; text: string }[];
}

async function json(...args: string[]): Promise<Printed[]> {
  const { status, stdout, stderr } = await gongkai(['tables', ...args, '--format', 'json']);
  expect([status, stderr]).toEqual([0, expect.not.stringContaining('error')]);
  const tables = JSON.parse(stdout) as Printed[];
  for (const table of tables) Table.parse(table);
  return tables;
}

const texts = (table: Printed | undefined): string[] => (table?.cells ?? []).map(({ text }) => text);

describe('gongkai tables', () => {
  it(
    'takes pages and ranges of them',
    async () => {
      const all = await json(open);
      const pages = async (list: string) => (await json(open, '--pages', list)).map((table) => table.pages);
      expect(await pages('1-3')).toEqual(all.map((table) => table.pages));
      expect(await pages('3')).toEqual(all.map((table) => table.pages).filter((each) => each.includes(3)));
      expect(await pages('2, 3')).toEqual(
        all.map((table) => table.pages).filter((each) => each.includes(2) || each.includes(3)),
      );
      expect(await json(open, '--page', '3')).toEqual(await json(open, '--pages', '3'));
    },
    SLOW,
  );

  it(
    'gives whole rows and columns of an area, and nothing beside it',
    async () => {
      // Rows 1 and 2, columns 1 and 2; the right edge runs through the figures of the last column.
      const [table, ...others] = await json(open, '--pages', '1', '--area', '172,120,330,160');
      expect(others).toEqual([]);
      expect(table).toMatchObject({ pages: [1], row_count: 2, column_count: 2 });
      expect(texts(table)).toEqual(['1,101.50', '1,102.50', '1,201.50', '1,202.50']);
      expect(table?.cells.map(({ row, column }) => [row, column])).toEqual([
        [0, 0],
        [0, 1],
        [1, 0],
        [1, 1],
      ]);
      expect(await json(open, '--pages', '1', '--area', '0,700,500,800')).toEqual([]);
    },
    SLOW,
  );

  it(
    'says in every format how a table was found and how sure that is',
    async () => {
      const tables = await json(open);
      const [ruled, aligned] = [tables[0], tables.find((table) => table.pages.includes(3))];
      expect(ruled?.found).toEqual({ method: 'ruled', score: 1, evidence: ['rulings'] });
      expect(aligned?.found?.method).toBe('aligned');
      expect(aligned?.found?.score).toBeLessThan(1);

      const score = aligned?.found?.score.toFixed(2);
      const csv = await gongkai(['tables', open]);
      expect(csv.stdout).toMatch(/# .*found by rulings, score 1\.00/);
      expect(csv.stdout).toContain(`found by alignment, score ${score}`);
      expect(csv.stderr).toMatch(new RegExp(`tables: \\d ruled, 1 aligned; least sure t\\d+, score ${score}`));
      const chinese = await gongkai(['tables', open, '--lang', 'zh']);
      expect(chinese.stdout).toContain('依框线识别，可信度 1.00');
      expect(chinese.stderr).toContain('依对齐 1');

      const html = (await gongkai(['tables', open, '--format', 'html'])).stdout;
      expect(html).toMatch(
        /<table [^>]*data-found="ruled" data-score="1" data-evidence="rulings"><caption>[^<]*score 1\.00</,
      );
      const file = join(work, 'tables.xlsx');
      await gongkai(['tables', open, '--out', file]);
      const workbook = new exceljs.Workbook();
      await workbook.xlsx.readFile(file);
      expect(workbook.worksheets.map((sheet) => sheet.getCell(1, 1).text)).toEqual([
        ...tables.map(({ found }) =>
          expect.stringMatching(
            found?.method === 'ruled' ? /found by rulings, score 1\.00$/ : /found by alignment, score 0\.\d\d$/,
          ),
        ),
      ]);
    },
    SLOW,
  );

  it.each(['auto', 'pdfium', 'pdfjs'])(
    'opens an encrypted file with its password, and never repeats it: %s',
    async (reader) => {
      const opened = await json(locked, '--password', PASSWORD, '--reader', reader);
      expect(opened.map(texts)).toEqual((await json(open, '--reader', reader)).map(texts));
      expect(JSON.stringify(opened)).not.toContain(PASSWORD);
      for (const args of [[], ['--password', `${PASSWORD}!`]]) {
        const { status, stdout, stderr } = await gongkai(['tables', locked, ...args, '--reader', reader]);
        expect([status, stdout]).toEqual([1, '']);
        expect(stderr).toMatch(/password.* \[encrypted\]\nnext: .*--password/);
        expect(stderr).not.toContain(PASSWORD);
      }
    },
    SLOW,
  );

  it(
    'takes the password from the environment, and leaves none behind',
    async () => {
      const TMPDIR = await mkdtemp(join(work, 'temporary-'));
      for (const format of ['csv', 'html', 'json', 'xlsx']) {
        const ran = await gongkai(['tables', locked, '--format', format], {
          env: { GONGKAI_PASSWORD: PASSWORD, TMPDIR },
        });
        expect(ran.status).toBe(0);
        expect(ran.stdout + ran.stderr).not.toContain(PASSWORD);
      }
      expect(await readdir(TMPDIR)).toEqual([]);
    },
    SLOW,
  );
});
