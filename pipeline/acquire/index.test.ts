import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acquire, AcquireError, checkType, expandInputs, fileUri, inputName, nameFromUrl } from './index.js';
import { sniff } from './sniff.js';

const PDF = '%PDF-1.4\n…';
const asked: string[] = [];
let root: string;
let server: Server;
let allowHosts: string[];
let origin: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'gongkai-acquire-'));
  await mkdir(join(root, 'in/b'), { recursive: true });
  await mkdir(join(root, 'nothing'));
  await writeFile(join(root, 'in/b/2.PDF'), PDF);
  await writeFile(join(root, 'in/c.pdf'), 'not one');
  await writeFile(join(root, 'in/a 财政.pdf'), PDF);
  await writeFile(join(root, 'in/README.md'), '# no');
  await writeFile(join(root, 'in/no-suffix'), `junk\n${PDF}`);
  await writeFile(join(root, 'empty.pdf'), '');
  await writeFile(join(root, 'nothing/list.txt'), 'x');
  await symlink(root, join(root, 'in/loop'));
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (request.url === '/busy' && asked.filter((url) => url === '/busy').length < 3) response.writeHead(503).end();
    else if (request.url?.startsWith('/missing')) response.writeHead(404).end();
    else if (request.url?.startsWith('/moved'))
      response.writeHead(301, { location: `/${encodeURIComponent('决算.pdf')}` }).end();
    else response.end(request.url === '/page' ? '<!DOCTYPE html><p>login' : PDF);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  allowHosts = ['127.0.0.1'];
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await rm(root, { recursive: true });
});

const list = async (names: string[], stdin = ''): Promise<string[]> => {
  const found: string[] = [];
  for await (const input of expandInputs(names, { stdin: Readable.from([stdin]) })) {
    found.push(input.kind === 'missing' ? `${input.error.code}: ${inputName(input)}` : inputName(input));
  }
  return found.map((name) => name.replaceAll(`${root}/`, ''));
};
const codeOf = async (attempt: Promise<unknown>): Promise<string> => {
  const error = await attempt.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof AcquireError)) throw new Error(`expected an AcquireError, got ${String(error)}`);
  return error.code;
};

describe('expandInputs', () => {
  it('walks folders in order, takes PDFs by name or by their bytes, and follows no loop', async () => {
    expect(await list([join(root, 'in')])).toEqual(['in/a 财政.pdf', 'in/b/2.PDF', 'in/c.pdf', 'in/no-suffix']);
  });
  it('takes files, URLs and lists in the order they were named, and reports what is not there', async () => {
    expect(
      await list(
        ['https://a.test/x.pdf', '-', join(root, 'gone.pdf'), join(root, 'nothing'), 'ftp://a/b'],
        `\n# comment\n${join(root, 'empty.pdf')}\r\nhttp://b.test/y\n`,
      ),
    ).toEqual([
      'https://a.test/x.pdf',
      'empty.pdf',
      'http://b.test/y',
      'not_found: gone.pdf',
      'no_pdf: nothing',
      'url_invalid: ftp://a/b',
    ]);
  });
  it('says what "-" means to one who pipes a PDF in', async () => {
    expect(await list(['-'], PDF)).toEqual(['not_a_pdf: -']);
  });
});

describe('acquire', () => {
  it('reads a file, and keeps this machine out of its URI', async () => {
    const path = join(root, 'in/a 财政.pdf');
    const acquired = await acquire({ kind: 'file', path });
    expect(acquired).toMatchObject({
      uri: 'file:a%20财政.pdf',
      file_name: 'a 财政.pdf',
      path,
      sha256: createHash('sha256').update(PDF).digest('hex'),
    });
  });
  it('downloads, and names the document after where it ended', async () => {
    const acquired = await acquire({ kind: 'url', url: `${origin}/moved` }, { fetch: { allowHosts } });
    expect(acquired).toMatchObject({ uri: `${origin}/moved`, file_name: '决算.pdf', path: null });
  });
  it('asks a busy server again, a moment later, and nobody else', async () => {
    expect(
      (await acquire({ kind: 'url', url: `${origin}/busy` }, { fetch: { allowHosts }, retryAfterMs: [5, 5] }))
        .file_name,
    ).toBe('busy');
    expect(asked.filter((url) => url === '/busy')).toHaveLength(3);
    expect(
      await codeOf(
        acquire({ kind: 'url', url: `${origin}/missing/once` }, { fetch: { allowHosts }, retryAfterMs: [5, 5] }),
      ),
    ).toBe('http_status');
    expect(asked.filter((url) => url === '/missing/once')).toHaveLength(1);
  });
  it('refuses what is empty, no PDF, too large, missing or private, each with its code', async () => {
    expect(await codeOf(acquire({ kind: 'file', path: join(root, 'empty.pdf') }))).toBe('empty');
    expect(await codeOf(acquire({ kind: 'file', path: join(root, 'in/c.pdf') }))).toBe('not_a_pdf');
    expect(await codeOf(acquire({ kind: 'file', path: join(root, 'in/no-suffix') }, { maxBytes: 5 }))).toBe(
      'too_large',
    );
    expect(await codeOf(acquire({ kind: 'file', path: join(root, 'gone') }))).toBe('not_found');
    expect(await codeOf(acquire({ kind: 'file', path: '/dev/zero' }))).toBe('unreadable');
    expect(await codeOf(acquire({ kind: 'url', url: `${origin}/x` }))).toBe('address_refused');
    expect(await codeOf(acquire({ kind: 'url', url: `${origin}/missing` }, { fetch: { allowHosts } }))).toBe(
      'http_status',
    );
    expect(await codeOf(acquire({ kind: 'url', url: `${origin}/page` }, { fetch: { allowHosts } }))).toBe(
      'not_a_pdf',
    );
    await expect(acquire({ kind: 'url', url: `${origin}/page` }, { fetch: { allowHosts } })).rejects.toThrow(
      /a web page/,
    );
  });
});

describe('names', () => {
  it('tells types by bytes', () => {
    const bytes = (...values: number[]) => Uint8Array.from(values);
    expect(sniff(bytes())).toBe('empty');
    expect(sniff(bytes(0x50, 0x4b, 3, 4, 0))).toBe('zip');
    // What `zip -0` writes: a local header, the name, then the PDF as it is.
    const stored = Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(26), Buffer.from('a.pdf%PDF-1.7\n')]);
    expect(sniff(stored)).toBe('zip');
    expect(() => checkType(stored, 'a.pdf')).toThrow(/a\.pdf is not a PDF: it is a ZIP archive \(unpack it/);
    expect(sniff(bytes(0xd0, 0xcf, 0x11, 0xe0))).toBe('office');
    expect(sniff(bytes(0xff, 0xd8, 0xff, 0))).toBe('image');
    expect(sniff(bytes(0, 1, 2))).toBe('unknown');
    expect(sniff(new TextEncoder().encode('hello'))).toBe('text');
    expect(sniff(new TextEncoder().encode(`${'x'.repeat(1000)}%PDF-1.7`))).toBe('pdf');
    expect(sniff(new TextEncoder().encode(`${'x'.repeat(2000)}%PDF-1.7`))).not.toBe('pdf');
  });
  it('writes URIs that stay readable, and reads names out of URLs', () => {
    expect(fileUri('某局 100%#?.pdf')).toBe('file:某局%20100%25%23%3F.pdf');
    expect(nameFromUrl('https://a.test/')).toBe('document.pdf');
    expect(nameFromUrl('https://a.test/x/%E5%86%B3%E7%AE%97.pdf?v=1')).toBe('决算.pdf');
    expect(nameFromUrl('https://a.test/%E0%A4%A')).toBe('%E0%A4%A');
    expect(nameFromUrl('https://a.test/..%2Fetc')).toBe('.._etc');
  });
});
