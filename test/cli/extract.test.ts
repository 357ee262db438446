import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AnomalyRecord, FactRecord, GongkaiDocument, Run } from '../../schemas/index.js';
import { gongkai, samples } from './run.js';

const SAMPLE = 'shaanxi-bureau-2023.pdf';
/** Several whole runs of the program in one test; a loaded machine takes its time. */
const SLOW = 300_000;
let work: string;
let server: Server;
let origin: string;

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'gongkai-cli-'));
  const bytes = await readFile(join(samples, SAMPLE));
  server = createServer((request, response) => {
    if (request.url === '/a.pdf') response.writeHead(200, { 'content-type': 'text/html' }).end(bytes);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await rm(work, { recursive: true, force: true });
});

/** Every file below a folder with its content, runs/ apart. */
async function contents(folder: string): Promise<Map<string, string>> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const entries = await Promise.all(
    files
      .filter((file) => file.isFile())
      .map(async (file) => {
        const path = join(file.parentPath, file.name);
        return [path.slice(folder.length + 1), (await readFile(path)).toString('latin1')] as const;
      }),
  );
  return new Map(entries.filter(([path]) => !path.startsWith('runs/')).sort(([a], [b]) => (a < b ? -1 : 1)));
}
const lines = (text: string): unknown[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

describe('gongkai extract', () => {
  it(
    'writes what the contract says, and a summary that a person understands',
    async () => {
      const out = join(work, 'first');
      const { status, stdout, stderr } = await gongkai(['extract', join(samples, SAMPLE), '--out', out]);
      expect(status).toBe(0);
      expect(stdout).toMatch(/1 document written to .*first \(17 pages in [\d.]+ s, [\d.]+ pages\/s\)/);
      expect(stderr).toMatch(/^ok .*shaanxi-bureau-2023\.pdf: 17 pages, \d+ tables, \d+ facts/);
      expect(stdout + stderr).not.toContain('\u001b');

      const files = await contents(out);
      const [sha256] = await readdir(join(out, 'documents'));
      expect([...files.keys()]).toEqual([
        `anomalies/document_kind=final_accounts/fiscal_year=2023/${sha256}.jsonl`,
        `documents/${sha256}/document.json`,
        `facts/document_kind=final_accounts/fiscal_year=2023/${sha256}.jsonl`,
        `raw/sha256/${sha256?.slice(0, 2)}/${sha256}.pdf`,
      ]);
      const document = GongkaiDocument.parse(
        JSON.parse(Buffer.from(files.get(`documents/${sha256}/document.json`) ?? '', 'latin1').toString()),
      );
      expect(document.source).toMatchObject({ uri: `file:${SAMPLE}`, file_name: SAMPLE, sha256 });
      expect(files.get(`documents/${sha256}/document.json`)).not.toContain(work);
      const facts = lines(
        await readFile(join(out, `facts/document_kind=final_accounts/fiscal_year=2023/${sha256}.jsonl`), 'utf8'),
      ).map((line) => FactRecord.parse(line));
      expect(facts.map(({ id }) => id)).toEqual(document.facts.map(({ id }) => id));
      const anomalies = lines(
        await readFile(join(out, `anomalies/document_kind=final_accounts/fiscal_year=2023/${sha256}.jsonl`), 'utf8'),
      ).map((line) => AnomalyRecord.parse(line));
      expect(anomalies).toHaveLength(document.anomalies.length);
      const [runFile] = await readdir(join(out, 'runs'));
      expect(Run.parse(JSON.parse(await readFile(join(out, 'runs', runFile ?? ''), 'utf8'))).counts).toMatchObject({
        inputs: 1,
        written: 1,
        failed: 0,
        pages: 17,
      });
    },
    SLOW,
  );

  it(
    'writes the same bytes again, in another place, with another number of jobs',
    async () => {
      const [one, two] = [join(work, 'one'), join(work, 'two')];
      const inputs = [SAMPLE, 'shanxi-service-centre-2023.pdf'].map((name) => join(samples, name));
      await gongkai(['extract', ...inputs, '--out', one, '-q', '--jobs', '1']);
      const elsewhere = join(work, 'elsewhere');
      await mkdir(elsewhere);
      for (const input of inputs) await cp(input, join(elsewhere, input.split('/').at(-1) ?? ''));
      await gongkai(['extract', elsewhere, '--out', two, '-q', '--jobs', '3'], { cwd: work });
      const [first, second] = [await contents(one), await contents(two)];
      expect([...second.keys()]).toEqual([...first.keys()]);
      for (const [path, body] of first) expect(second.get(path) === body, path).toBe(true);
    },
    SLOW,
  );

  it(
    'resumes: done work is left out, failed work is tried again and never refused',
    async () => {
      const [inputs, out] = [join(work, 'resume-in'), join(work, 'resume')];
      await mkdir(inputs);
      await cp(join(samples, SAMPLE), join(inputs, 'a.pdf'));
      await writeFile(join(inputs, 'b.pdf'), '');
      const call = async () =>
        JSON.parse((await gongkai(['extract', inputs, '--out', out, '--resume', '--json', '-q'])).stdout) as {
          exit_code: number;
          counts: object;
          failures: { code: string }[];
        };
      expect(await call()).toMatchObject({
        exit_code: 1,
        counts: { written: 1, failed: 1, skipped: 0 },
        failures: [{ code: 'empty' }],
      });
      expect(await call()).toMatchObject({ exit_code: 1, counts: { written: 0, failed: 1, skipped: 1 } });
      await cp(join(samples, 'shanxi-service-centre-2023.pdf'), join(inputs, 'b.pdf'));
      expect(await call()).toMatchObject({ exit_code: 0, counts: { written: 1, failed: 0, skipped: 1 } });

      const [sha256] = await readdir(join(out, 'documents'));
      const head = join(out, 'documents', sha256 ?? '', 'document.json');
      await writeFile(head, (await readFile(head, 'utf8')).replace(/"version":"[^"]+"/, '"version":"0.0.0"'));
      expect(await call()).toMatchObject({ counts: { written: 1, skipped: 1 } });
      const whole = await readFile(head, 'utf8');
      for (const broken of ['null', whole.slice(0, whole.length / 2)]) {
        await writeFile(head, broken);
        expect(await call()).toMatchObject({ counts: { written: 1, skipped: 1 } });
        expect(await readFile(head, 'utf8')).toBe(whole);
      }
    },
    SLOW,
  );

  it(
    'does not take what was read with other options for done',
    async () => {
      const out = join(work, 'options');
      const call = async (...options: string[]) =>
        (
          JSON.parse(
            (await gongkai(['extract', join(samples, SAMPLE), '--out', out, '--resume', '--json', '-q', ...options]))
              .stdout,
          ) as { counts: { written: number } }
        ).counts.written;
      expect(await call('--ocr', 'never')).toBe(1);
      expect(await call('--ocr', 'never', '--max-pages', '100', '--deadline', '900')).toBe(0);
      expect(await call()).toBe(1);
      expect(await call('--reader', 'pdfjs')).toBe(1);
      expect(await call('--reader', 'pdfjs')).toBe(0);
      const [sha256] = await readdir(join(out, 'documents'));
      const file = join(out, 'documents', sha256 ?? '', 'document.json');
      const document = await readFile(file, 'utf8');
      expect((JSON.parse(document) as GongkaiDocument).pipeline.options).toEqual({
        reader: 'pdfjs',
        ocr: 'auto',
        ocr_engine: 'auto',
        vocabulary: null,
      });
      await writeFile(file, document.replace(/"options":\{[^}]*\},/, ''));
      expect(await call('--reader', 'pdfjs')).toBe(1);
    },
    SLOW,
  );

  it(
    'takes addresses and lists; private ones by name only',
    async () => {
      const out = join(work, 'urls');
      const refused = await gongkai(['extract', `${origin}/a.pdf`, '--out', out]);
      expect(refused.status).toBe(1);
      expect(refused.stdout).toMatch(/address_refused.*\n.*--allow-hosts/);
      const { status, stdout } = await gongkai(['extract', '-', '--out', out, '--json'], {
        input: `# two\n${origin}/a.pdf\n${origin}/none.pdf\n`,
        env: { GONGKAI_ALLOW_HOSTS: new URL(origin).host },
      });
      expect(status).toBe(1);
      expect(JSON.parse(stdout)).toMatchObject({
        counts: { inputs: 2, written: 1, failed: 1 },
        failures: [{ code: 'http_status', uri: `${origin}/none.pdf` }],
      });
    },
    SLOW,
  );

  it(
    'shows findings worst first, in either language',
    async () => {
      const out = join(work, 'errors');
      const english = await gongkai([
        'extract',
        join(samples, 'shaanxi-errors-2023.pdf'),
        join(work, 'gone.pdf'),
        '--out',
        out,
      ]);
      expect(english.status).toBe(1);
      const order = ['1 input failed', 'errors in the documents', 'warnings:', 'document written to'].map((text) =>
        english.stdout.indexOf(text),
      );
      expect(
        order.every((at, i) => at >= 0 && at > (order[i - 1] ?? -1)),
        english.stdout,
      ).toBe(true);
      expect(english.stdout).toMatch(/p\. \d+ · .* \[[a-z-]+\]/);
      const chinese = await gongkai([
        'extract',
        join(samples, 'shaanxi-errors-2023.pdf'),
        '--out',
        out,
        '--lang',
        'zh',
      ]);
      expect(chinese.stdout).toMatch(/处错误.*\n[\s\S]*第 \d+ 页/);
      expect((await gongkai(['extract', join(samples, SAMPLE), '--out', out, '--quiet'])).stdout).toBe('');
    },
    SLOW,
  );

  it(
    'says that the call was wrong before it starts anything',
    async () => {
      const input = join(samples, SAMPLE);
      const wrong: [string[], RegExp][] = [
        [['extract'], /missing required argument 'input'/],
        [['extract', input, '--jobs', 'many'], /--jobs: "many" is not a whole number from 1 to 256/],
        [['extract', input, '--reader', 'x'], /Allowed choices are auto, pdfium, pdfjs/],
        [['extract', input, '--what'], /unknown option '--what'/],
        [['extract', input, '--out', 's3://x?y=z'], /expected s3:\/\//],
        [['extract', input, '--out', 'gs://bucket'], /a folder or s3:/],
        [['extract', input, '--out', join(samples, SAMPLE)], /--out: cannot write/],
      ];
      for (const [args, message] of wrong) {
        const { status, stderr } = await gongkai(args);
        expect(status, args.join(' ')).toBe(2);
        expect(stderr).toMatch(message);
      }
    },
    SLOW,
  );
});
