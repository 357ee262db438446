import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isPublicAddress } from './addresses.js';
import { FetchError } from './fetch-error.js';
import { safeFetch } from './safe-fetch.js';

const seen: { url: string; headers: Record<string, unknown> }[] = [];
const handler: RequestListener = (request, response) => {
  seen.push({ url: request.url ?? '', headers: request.headers });
  const url = new URL(request.url ?? '/', 'http://local');
  switch (url.pathname) {
    case '/redirect':
      response.writeHead(302, { location: url.searchParams.get('to') ?? '/hello' }).end();
      return;
    case '/loop':
      response.writeHead(302, { location: '/loop' }).end();
      return;
    case '/missing':
      response.writeHead(404).end('no');
      return;
    case '/not-modified':
      response.writeHead(304, { etag: '"1"' }).end();
      return;
    case '/declared':
      response.writeHead(200, { 'content-length': '100000000' });
      response.write('x');
      return;
    case '/endless': {
      response.writeHead(200);
      const timer = setInterval(() => response.write(Buffer.alloc(64 * 1024)), 1);
      response.on('close', () => clearInterval(timer));
      return;
    }
    case '/slow':
      response.writeHead(200);
      response.write('a');
      return;
    case '/gzip':
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(1_000_000, 'a')));
      return;
    default:
      response.writeHead(200, { 'content-type': 'text/plain' }).end('hello');
  }
};

let server: Server;
let origin: string;
let allowHosts: string[];

beforeAll(async () => {
  server = createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  origin = `http://files.test:${port}`;
  allowHosts = [`files.test:${port}`];
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const resolve = async (host: string): Promise<string[]> => (host.endsWith('.test') ? ['127.0.0.1'] : []);
const fetchLocal = (path: string, more: object = {}) => safeFetch(origin + path, { allowHosts, resolve, ...more });

async function codeOf(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
  } catch (error) {
    if (error instanceof FetchError) return error.code;
    throw error;
  }
  return 'no error';
}

describe('addresses', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '::ffff:7f00:1',
    '::7f00:1',
    '::127.0.0.1',
    '::a00:1',
    '::ffff:0:7f00:1',
    '64:ff9b::7f00:1',
    '64:ff9b:1::7f00:1',
    'fec0::1',
    '4000::1',
    '2002:7f00:1::',
    'nonsense',
  ])('refuses %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
  it.each(['1.1.1.1', '202.96.209.133', '2606:4700:4700::1111', '::ffff:1.1.1.1'])('accepts %s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
});

describe('safeFetch', () => {
  it('gives status, headers, body and the redirects it followed', async () => {
    const answer = await fetchLocal('/redirect');
    expect(answer.status).toBe(200);
    expect(Buffer.from(answer.body).toString()).toBe('hello');
    expect(answer.headers['content-type']).toBe('text/plain');
    expect(answer.finalUrl).toBe(`${origin}/hello`);
    expect(answer.redirects).toEqual([`${origin}/redirect`]);
  });

  it('hands a redirect on when told to', async () => {
    const answer = await fetchLocal('/redirect?to=http://169.254.169.254/', { redirect: 'manual' });
    expect([answer.status, answer.headers.location, answer.redirects]).toEqual([302, 'http://169.254.169.254/', []]);
  });

  it('hands 304 and 404 on as answers', async () => {
    expect((await fetchLocal('/not-modified', { headers: { 'If-None-Match': '"1"' } })).status).toBe(304);
    expect(seen.at(-1)?.headers['if-none-match']).toBe('"1"');
    expect((await fetchLocal('/missing')).status).toBe(404);
  });

  it('names itself', async () => {
    await fetchLocal('/hello', { userAgent: 'gongkai-test (+mailto:a@b.test)' });
    expect(seen.at(-1)?.headers['user-agent']).toBe('gongkai-test (+mailto:a@b.test)');
  });

  it('refuses private addresses that are not allowed by name, in every spelling', async () => {
    const { port } = server.address() as AddressInfo;
    for (const host of [
      '127.0.0.1',
      '2130706433',
      '0x7f.1',
      '0177.0.0.1',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '[::7f00:1]',
    ]) {
      expect(await codeOf(safeFetch(`http://${host}:${port}/hello`)), host).toBe('address_refused');
    }
    expect(await codeOf(safeFetch(`${origin}/hello`, { resolve }))).toBe('address_refused');
  });

  it('refuses a name that has a public and a private address', async () => {
    expect(await codeOf(safeFetch(`${origin}/hello`, { resolve: async () => ['1.1.1.1', '127.0.0.1'] }))).toBe(
      'address_refused',
    );
  });

  it('checks the address again on a redirect', async () => {
    const { port } = server.address() as AddressInfo;
    expect(await codeOf(fetchLocal(`/redirect?to=http://127.0.0.1:${port}/hello`))).toBe('address_refused');
    expect(await codeOf(fetchLocal('/redirect?to=http://169.254.169.254/latest/meta-data'))).toBe('address_refused');
    expect(await codeOf(fetchLocal('/redirect?to=file:///etc/passwd'))).toBe('url_invalid');
  });

  it('does not carry secrets to another origin', async () => {
    const { port } = server.address() as AddressInfo;
    const headers = { Authorization: 'Bearer x', Cookie: 'a=b' };
    await fetchLocal(`/redirect?to=http://other.test:${port}/hello`, {
      headers,
      allowHosts: [...allowHosts, 'other.test'],
    });
    expect(seen.at(-2)?.headers.authorization).toBe('Bearer x');
    expect(seen.at(-1)?.headers).not.toHaveProperty('authorization');
    expect(seen.at(-1)?.headers).not.toHaveProperty('cookie');
  });

  it('bounds redirects, size (declared, endless, after decompression) and time', async () => {
    expect(await codeOf(fetchLocal('/loop', { maxRedirects: 3 }))).toBe('too_many_redirects');
    expect(await codeOf(fetchLocal('/declared', { maxBytes: 1000 }))).toBe('too_large');
    expect(await codeOf(fetchLocal('/endless', { maxBytes: 300_000 }))).toBe('too_large');
    expect(await codeOf(fetchLocal('/gzip', { maxBytes: 100_000 }))).toBe('too_large');
    expect((await fetchLocal('/gzip')).body.length).toBe(1_000_000);
    expect(await codeOf(fetchLocal('/slow', { timeoutMs: 300 }))).toBe('timeout');
  });

  it('stops when asked to', async () => {
    const controller = new AbortController();
    const attempt = codeOf(fetchLocal('/slow', { signal: controller.signal }));
    setTimeout(() => controller.abort(), 100);
    expect(await attempt).toBe('cancelled');
  });

  it('refuses what is no http URL, and credentials in a URL', async () => {
    for (const url of [
      'ftp://files.test/a',
      'file:///etc/passwd',
      'gopher://x',
      'not a url',
      'http://user:pass@files.test/',
    ]) {
      expect(await codeOf(safeFetch(url, { resolve })), url).toBe('url_invalid');
    }
  });

  it('says so when nobody listens or the name is unknown', async () => {
    expect(await codeOf(safeFetch('http://closed.test:1/', { resolve, allowHosts: ['closed.test'] }))).toBe(
      'network',
    );
    expect(await codeOf(safeFetch('http://unknown.example/', { resolve }))).toBe('dns');
  });
});
