import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishDocument } from '../../pipeline/publish/index.js';
import { createMemoryStore } from '../../stores/memory.js';
import type { ObjectStore } from '../../stores/object-store.js';
import { type ReviewServer, startReview } from '../../web/index.js';
import { readReviews, saveReview } from '../../web/reviews/index.js';
import { sampleDocument } from '../support/sample-document.js';

const document = sampleDocument();
const id = document.document.id;
const fact = document.facts[0]!;
let store: ObjectStore;
let open: ReviewServer;
let closed: ReviewServer;
const TOKEN = 'a token for the tests 0123';

beforeAll(async () => {
  store = createMemoryStore();
  await publishDocument(store, document, Buffer.from('%PDF-1.7'));
  await store.put('secret/key.json', '"not for the pages"');
  open = await startReview({ store, port: 0 });
  closed = await startReview({ store, port: 0, token: TOKEN });
});
afterAll(async () => {
  await open?.close();
  await closed?.close();
  await store?.close();
});

/** A request as it stands: fetch() would tidy the path, the Host and the Origin before sending them. */
function send(
  server: ReviewServer,
  {
    method = 'GET',
    path = '/',
    headers = {},
    body = '',
  }: { method?: string; path?: string; headers?: Record<string, string>; body?: string },
): Promise<{ status: number; head: string; body: string }> {
  const { hostname, port, host } = new URL(server.url);
  const all: Record<string, string> = {
    Host: host,
    Connection: 'close',
    ...(body === '' ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }),
    ...headers,
  };
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(Number(port), hostname, () =>
      socket.write(
        `${method} ${path} HTTP/1.1\r\n${Object.entries(all)
          .map(([name, value]) => `${name}: ${value}\r\n`)
          .join('')}\r\n${body}`,
      ),
    );
    socket.setTimeout(20_000, () => socket.destroy(new Error('no answer')));
    socket.on('data', (chunk) => {
      text += chunk.toString();
    });
    socket.on('error', reject);
    socket.on('close', () => {
      const [head = '', ...rest] = text.split('\r\n\r\n');
      resolve({ status: Number(head.split(' ')[1]), head: head.toLowerCase(), body: rest.join('\r\n\r\n') });
    });
  });
}

const origin = (server: ReviewServer) => new URL(server.url).origin;
const review = (server: ReviewServer, change: object = {}, headers: Record<string, string> = {}) =>
  send(server, {
    method: 'POST',
    path: `/api/documents/${id}/reviews/${fact.id}`,
    headers: {
      Origin: origin(server),
      'Sec-Fetch-Site': 'same-origin',
      'Content-Type': 'application/json',
      ...headers,
    },
    body: JSON.stringify({ decision: 'confirmed', reviewer: 'me', reason: null, seen: 0, ...change }),
  });

describe('what answers may do in a browser', () => {
  it.each([
    '/',
    `/documents/${id}`,
    '/charts',
    '/assets/list.js',
    '/api/documents',
    `/api/documents/${id}`,
    '/nothing',
  ])('%s runs nothing inline, is not sniffed, is framed nowhere', async (path) => {
    const { head } = await send(open, { path });
    const policy = /content-security-policy: (.*)/.exec(head)?.[1] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*|data:|http/);
    expect(head).toContain('x-content-type-options: nosniff');
    expect(head).toContain('cross-origin-resource-policy: same-origin');
    expect(head).toContain('referrer-policy: no-referrer');
    expect(head).not.toContain('access-control-allow-origin');
  });

  it('has no inline script, style or handler in any page', async () => {
    for (const path of ['/', `/documents/${id}`, '/charts', '/nothing']) {
      const { body } = await send(open, { path });
      expect(body).not.toMatch(/<style|style=|\son[a-z]+=|<script(?![^>]* src=)/);
    }
  });
});

describe('paths', () => {
  it.each([
    '/api/documents/../secret/key.json',
    '/api/documents/..%2fsecret%2fkey.json',
    `/api/documents/${id}/../../secret/key.json`,
    '/documents/..%2f..%2fetc%2fpasswd',
    '/assets/..%2f..%2fpackage.json',
    '/assets/../server/app.ts',
    '/assets/%2e%2e/index.ts',
    `/api/documents/${id.toUpperCase()}`,
    `/api/documents/${id}0`,
    '/api/documents/%00',
    '/secret/key.json',
  ])('%s leads nowhere', async (path) => {
    const { status, body } = await send(open, { path });
    expect(status).toBe(404);
    expect(body).not.toMatch(/not for the pages|root:|createApp/);
  });

  it.each(['..%2f..%2fsecret', 'a%2fb', 'no-such-figure', '%2e%2e'])(
    'a review of figure %s is refused and writes nothing',
    async (name) => {
      const { status } = await send(open, {
        method: 'POST',
        path: `/api/documents/${id}/reviews/${name}`,
        headers: { Origin: origin(open), 'Content-Type': 'application/json' },
        body: JSON.stringify({ decision: 'confirmed', reviewer: 'me', reason: null, seen: 0 }),
      });
      expect(status).toBe(404);
      const keys: string[] = [];
      for await (const { key } of store.list('review')) keys.push(key);
      expect(keys).toEqual([]);
    },
  );

  it('draws pages of known sizes only', async () => {
    expect((await send(open, { path: `/api/documents/${id}/pages/1/picture?dpi=100000` })).status).toBe(400);
    expect((await send(open, { path: `/api/documents/${id}/pages/0` })).status).toBe(404);
    expect((await send(open, { path: `/api/documents/${id}/pages/99999` })).status).toBe(404);
  });
});

describe('who may ask', () => {
  it('answers to names of this machine only, so that no foreign name can be pointed at it', async () => {
    expect((await send(open, { headers: { Host: 'evil.example' } })).status).toBe(403);
    expect((await send(open, { path: '/api/documents', headers: { Host: 'evil.example:4711' } })).status).toBe(403);
    expect((await send(open, { headers: { Host: `localhost:${new URL(open.url).port}` } })).status).toBe(200);
  });

  it('asks for the token where there is one', async () => {
    for (const path of [
      '/',
      '/api/documents',
      `/api/documents/${id}`,
      '/assets/list.js',
      '/?token=wrong',
      '/api/documents?token=wrong',
    ])
      expect((await send(closed, { path })).status, path).toBe(401);
    expect((await review(closed)).status).toBe(401);
    expect((await send(closed, { headers: { Authorization: `Bearer ${TOKEN}` } })).status).toBe(200);
    expect((await send(closed, { headers: { Authorization: `Bearer ${TOKEN}x` } })).status).toBe(401);
  });

  it('takes the token out of the address and keeps a cookie that scripts cannot read', async () => {
    const { status, head } = await send(closed, { path: `/charts?token=${encodeURIComponent(TOKEN)}&lang=zh` });
    expect(status).toBe(303);
    expect(head).toContain('location: /charts?lang=zh');
    const cookie = /set-cookie: ([^;]+);(.*)/.exec(head);
    expect(cookie?.[2]).toMatch(/httponly/);
    expect(cookie?.[2]).toMatch(/samesite=lax/);
    expect(head).not.toContain(TOKEN);
    const [name, value] = await fetch(closed.url, { redirect: 'manual' }).then((answer) =>
      (answer.headers.get('set-cookie') ?? '').split(';')[0]!.split('='),
    );
    expect((await send(closed, { headers: { Cookie: `${name}=${value}` } })).status).toBe(200);
  });

  it('makes a token of its own when it listens for others', async () => {
    const server = await startReview({ store, host: '0.0.0.0', port: 0 });
    try {
      const { searchParams, port } = new URL(server.url);
      expect(searchParams.get('token')?.length).toBeGreaterThanOrEqual(32);
      expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(401);
    } finally {
      await server.close();
    }
  });
});

describe('writes', () => {
  it.each([
    ['a foreign origin', { Origin: 'http://evil.example' }],
    ['an origin of another port', { Origin: 'http://127.0.0.1:1' }],
    ['no origin', { Origin: '' }],
    ['a null origin', { Origin: 'null' }],
    ['another site', { 'Sec-Fetch-Site': 'cross-site' }],
  ])('from %s are refused', async (_, headers) => {
    expect((await review(open, {}, headers as Record<string, string>)).status).toBe(403);
    expect((await readReviews(store, id)).size).toBe(0);
  });

  it('must be JSON, small and exactly of the known form', async () => {
    expect((await review(open, {}, { 'Content-Type': 'text/plain' })).status).toBe(415);
    expect((await review(open, { reason: 'x'.repeat(20_000) })).status).toBe(413);
    for (const change of [
      { extra: 1 },
      { decision: 'deleted' },
      { reviewer: '' },
      { seen: -1 },
      { value: '1.00' },
      { decision: 'corrected' },
      { decision: 'corrected', value: '1e9', reason: 'r' },
      { decision: 'corrected', value: '1', reason: null },
      { reviewer: 'a\u0000b' },
    ]) {
      expect((await review(open, change)).status, JSON.stringify(change)).toBe(400);
    }
    expect((await readReviews(store, id)).size).toBe(0);
  });

  it('of two reviewers, one is saved and the other is shown what the first wrote', async () => {
    const both = await Promise.all([review(open, { reviewer: 'first' }), review(open, { reviewer: 'second' })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const kept = (await readReviews(store, id)).get(fact.id);
    expect(both.find(({ status }) => status === 409)?.body).toContain(kept?.reviewer);
    expect((await review(open, { reviewer: 'late', seen: 0 })).status).toBe(409);
    expect(
      (
        await review(open, {
          reviewer: 'late',
          seen: 1,
          decision: 'corrected',
          value: '1.50',
          reason: 'looked again',
        })
      ).status,
    ).toBe(200);
  });

  it('finish what a writer that ended in between has begun', async () => {
    const other = { ...fact, id: 't01-r9c9' };
    const claimed = {
      schema_version: '1.0.0',
      document_id: id,
      fact_id: other.id,
      revision: 1,
      decision: 'confirmed',
      reviewer: 'gone',
      at: '2026-01-01T00:00:00.000Z',
      reason: null,
      old: { value: other.value, raw_text: other.raw_text, grade: other.grade },
      new: { value: other.value },
    };
    await store.put(`review-log/${id}/${other.id}.1.json`, JSON.stringify(claimed));
    expect(
      await saveReview(store, id, other, { decision: 'confirmed', reviewer: 'next', reason: null, seen: 0 }),
    ).toMatchObject({ outcome: 'conflict', review: { reviewer: 'gone' } });
    expect((await readReviews(store, id)).get(other.id)?.reviewer).toBe('gone');
    expect(
      (await saveReview(store, id, other, { decision: 'confirmed', reviewer: 'next', reason: null, seen: 1 }))
        .outcome,
    ).toBe('saved');
  });
});
