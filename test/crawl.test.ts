import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FetchLine } from '../crawl/fetch-log.js';
import { type UrlRecord, hashOf, readJson } from '../crawl/records.js';
import { Sources } from '../crawl/sources.js';
import { DEFAULT_OPTIONS } from '../pipeline/options.js';
import { type Pool, createPool } from '../pool/index.js';
import type { Run } from '../schemas/index.js';
import { createMemoryStore } from '../stores/memory.js';
import { documentKey, rawKey, urlKey } from '../stores/layout.js';
import type { ObjectStore } from '../stores/object-store.js';
import { crawlOnce } from '../workers/embedded.js';
import { extractInPool } from '../workers/pool-extract.js';
import { QUICK_POLICIES } from './conformance/job-queue.js';
import { tinyPdf, variantOf } from './setup/pdfs.js';
import { type Site, startSite } from './setup/site.js';

const HOSTS = ['a.test', 'b.test', 'c.test', 'd.test', 'e.test'];
const A_PAGE = 25;
const EACH = 100;
const DELAY_MS = 15;
/** Timers may fire a millisecond early, and the server's clock ticks are whole milliseconds. */
const TICK = 2;

const html = (links: string[], next?: string) =>
  Buffer.from(
    `<html><body><ul>${links.map((link) => `<li><a href="${link}">2024年度部门决算</a></li>`).join('')}</ul>${next ? `<a class="next" href="${next}">下一页</a>` : ''}</body></html>`,
  );

let site: Site;
let pool: Pool;
let store: ObjectStore;
let sources: Sources;
const resolve = async (host: string): Promise<string[]> =>
  host.endsWith('.test') ? ['127.0.0.1'] : host === 'metadata.example' ? ['169.254.169.254'] : [];

const crawl = () =>
  crawlOnce({
    sources,
    store,
    resolve,
    policies: QUICK_POLICIES,
    extractor: extractInPool(pool, DEFAULT_OPTIONS),
    jobs: 2,
  });

async function logLines(from: ObjectStore): Promise<FetchLine[]> {
  const lines: FetchLine[] = [];
  for await (const { key } of from.list('crawl/fetches/')) {
    const text = new TextDecoder().decode((await from.get(key))!);
    lines.push(
      ...text
        .trim()
        .split('\n')
        .map((each) => JSON.parse(each) as FetchLine),
    );
  }
  return lines;
}

async function keys(prefix: string): Promise<string[]> {
  const found: string[] = [];
  for await (const { key } of store.list(prefix)) found.push(key);
  return found;
}

/** Five hosts with a hundred PDFs each on paged listings, and one host for everything that goes wrong. */
async function build(): Promise<void> {
  const pdfs = await Promise.all(
    Array.from({ length: HOSTS.length * EACH }, (_, index) => tinyPdf(`document ${index}`)),
  );
  for (const [h, host] of HOSTS.entries()) {
    for (let i = 0; i < EACH; i++) {
      // The last ten of e.test are the first ten of a.test under another name.
      const pdf = host === 'e.test' && i >= EACH - 10 ? pdfs[i - (EACH - 10)]! : pdfs[h * EACH + i]!;
      site.file(host, `/pdf/${i}.pdf`, pdf);
    }
    for (let page = 0; page < EACH / A_PAGE; page++) {
      const links = Array.from({ length: A_PAGE }, (_, i) => `pdf/${page * A_PAGE + i}.pdf`);
      // Each page repeats a link of the first one, and one link has a fragment: still one document.
      links.push('pdf/0.pdf', `pdf/${page * A_PAGE}.pdf#page=2`);
      site.file(
        host,
        page === 0 ? '/' : `/index_${page + 1}.html`,
        html(links, page + 1 < EACH / A_PAGE ? `index_${page + 2}.html` : undefined),
        'text/html',
      );
    }
  }
  site.file(
    'a.test',
    '/robots.txt',
    Buffer.from('User-agent: gongkai\nDisallow: /pdf/99.pdf\n\nUser-agent: *\nDisallow: /\n'),
    'text/plain',
  );
  site.route('b.test', '/robots.txt', (_request, response) => {
    response.writeHead(403).end();
  });
  let refusals = 0;
  site.route('c.test', '/pdf/7.pdf', (request, response) => {
    refusals += 1;
    if (request.headers['if-none-match'] === '"seven"') response.writeHead(304).end();
    else if (refusals === 1) response.writeHead(429, { 'retry-after': '1' }).end();
    else response.writeHead(200, { 'content-type': 'application/pdf', etag: '"seven"' }).end(pdfs[2 * EACH + 7]);
  });
  site.file('slow.test', '/robots.txt', Buffer.from('User-agent: *\nCrawl-delay: 0.4\n'), 'text/plain');
  site.file('slow.test', '/', html(['1.pdf', '2.pdf']), 'text/html');
  site.file('slow.test', '/1.pdf', await tinyPdf('slow 1'));
  site.file('slow.test', '/2.pdf', await tinyPdf('slow 2'));
  site.route('down.test', '/robots.txt', (_request, response) => {
    response.writeHead(503).end();
  });
  site.file('down.test', '/', html(['1.pdf']), 'text/html');
  site.file(
    'bad.test',
    '/',
    html([
      'to-private.pdf',
      'to-metadata.pdf',
      'to-file.pdf',
      'endless.pdf',
      'wrong.pdf',
      'gone.pdf',
      'loop.pdf',
      'flaky.pdf',
      'moved.pdf',
    ]),
    'text/html',
  );
  const redirect = (path: string, location: string) =>
    site.route('bad.test', path, (_request, response) => {
      response.writeHead(302, { location }).end();
    });
  redirect('/to-private.pdf', `http://127.0.0.1:${site.port}/secret.pdf`);
  redirect('/to-metadata.pdf', 'http://metadata.example/latest/meta-data');
  redirect('/to-file.pdf', 'file:///etc/passwd');
  redirect('/loop.pdf', '/loop.pdf');
  redirect('/moved.pdf', `http://a.test:${site.port}/pdf/1.pdf`);
  site.route('bad.test', '/endless.pdf', (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/pdf' });
    response.write('%PDF-1.7\n');
    const timer = setInterval(() => response.write(Buffer.alloc(64 * 1024)), 1);
    response.once('close', () => clearInterval(timer));
  });
  site.file('bad.test', '/wrong.pdf', Buffer.from('<html>please log in</html>'), 'text/html');
  let flaky = 0;
  const good = await tinyPdf('flaky');
  site.route('bad.test', '/flaky.pdf', (request, response) => {
    flaky += 1;
    if (request.headers['if-none-match'] === '"flaky"') response.writeHead(304).end();
    else if (flaky < 3) response.writeHead(500).end();
    else response.writeHead(200, { etag: '"flaky"' }).end(good);
  });
  const named = [...HOSTS, 'slow.test', 'down.test', 'bad.test'];
  sources = Sources.parse({
    contact: 'mailto:crawl@example.org',
    sources: named.map((host) => ({
      id: host.replace('.', '-'),
      name: host,
      listing: [site.url(host, '/')],
      paging: host === 'b.test' ? { template: 'index_{page}.html' } : { next: 'a.next' },
      politeness: { delay_seconds: DELAY_MS / 1000, timeout_seconds: 20, max_megabytes: 1 },
      allow_hosts: named.map((each) => `${each}:${site.port}`),
    })),
  });
}

describe('a crawl of a local site', () => {
  let first: Run;
  let afterFirst = 0;
  beforeAll(async () => {
    site = await startSite();
    pool = createPool({ jobs: 2 });
    store = createMemoryStore();
    await build();
    first = await crawl();
    afterFirst = site.hits.length;
  }, 400_000);
  afterAll(async () => {
    await pool?.close();
    await site?.stop();
  });

  it('fetches every PDF once, and only what robots.txt allows', () => {
    for (const host of HOSTS) {
      const fetched = site.hits
        .slice(0, afterFirst)
        .filter((hit) => hit.host === host && hit.path.startsWith('/pdf/') && hit.status === 200)
        .map((hit) => hit.path);
      const expected = Array.from({ length: EACH }, (_, i) => `/pdf/${i}.pdf`).filter(
        (path) => !(host === 'a.test' && path === '/pdf/99.pdf'),
      );
      // moved.pdf of bad.test leads to a.test/pdf/1.pdf a second time.
      const twice = host === 'a.test' ? ['/pdf/1.pdf'] : [];
      expect(fetched.sort(), host).toEqual([...expected, ...twice].sort());
    }
    expect(site.hits.some((hit) => hit.host === 'a.test' && hit.path === '/pdf/99.pdf')).toBe(false);
    expect(site.hits.filter((hit) => hit.host === 'down.test').every((hit) => hit.path === '/robots.txt')).toBe(true);
  });

  it('asks for robots.txt once a host and before anything else', () => {
    for (const host of [...HOSTS, 'slow.test', 'bad.test']) {
      const paths = site.hits
        .slice(0, afterFirst)
        .filter((hit) => hit.host === host)
        .map((hit) => hit.path);
      expect(paths[0], host).toBe('/robots.txt');
      expect(
        paths.filter((path) => path === '/robots.txt'),
        host,
      ).toHaveLength(1);
    }
  });

  it('names itself, keeps one connection a host, and leaves the pause between requests', () => {
    for (const [host, most] of site.most) expect(most, host).toBe(1);
    for (const hit of site.hits)
      expect(hit.headers['user-agent']).toMatch(/^gongkai\/\S+ \(\+mailto:crawl@example\.org\)$/);
    for (const host of [...HOSTS, 'slow.test', 'bad.test']) {
      const hits = site.hits.slice(0, afterFirst).filter((hit) => hit.host === host);
      const pauses = hits.slice(1).map((hit, index) => hit.began - hits[index]!.ended);
      // robots.txt itself is asked for before its Crawl-delay is known.
      const least = host === 'slow.test' ? 400 : DELAY_MS;
      for (const pause of host === 'slow.test' ? pauses.slice(1) : pauses)
        expect(pause, host).toBeGreaterThanOrEqual(least - TICK);
    }
  });

  it('obeys Retry-After for the whole host', () => {
    const hits = site.hits.filter((hit) => hit.host === 'c.test');
    const refused = hits.findIndex((hit) => hit.status === 429);
    expect(hits[refused + 1]!.began - hits[refused]!.ended).toBeGreaterThanOrEqual(1000 - TICK);
    expect(
      hits.slice(refused + 1, afterFirst).filter((hit) => hit.path === '/pdf/7.pdf' && hit.status === 200),
    ).toHaveLength(1);
  });

  it('refuses private addresses, endless bodies, wrong types and loops, with reasons', () => {
    expect(site.hits.some((hit) => hit.host === '127.0.0.1' || hit.path === '/secret.pdf')).toBe(false);
    const reasons = Object.fromEntries(
      first.failures.map((failure) => [failure.uri.replace(/^http:\/\/([^:]+):\d+/, '$1'), failure.code]),
    );
    expect(reasons).toEqual({
      'bad.test/to-private.pdf': 'address_refused',
      'bad.test/to-metadata.pdf': 'address_refused',
      'bad.test/to-file.pdf': 'url_invalid',
      'bad.test/endless.pdf': 'too_large',
      'bad.test/wrong.pdf': 'not_a_pdf',
      'bad.test/gone.pdf': 'http_status',
      'bad.test/loop.pdf': 'too_many_redirects',
      'down.test/': 'robots_unreachable',
    });
    expect(site.hits.filter((hit) => hit.path === '/flaky.pdf').map((hit) => hit.status)).toEqual([500, 500, 200]);
  });

  it('stores each content once and extracts each once', async () => {
    // 500 less ten duplicates and one disallowed, plus two of slow.test and one of bad.test.
    expect(await keys('raw/')).toHaveLength(492);
    expect((await keys('documents/')).filter((key) => key.endsWith('/document.json'))).toHaveLength(492);
    expect(first.counts).toMatchObject({ written: 492, failed: 8 });
  });

  it('writes a line for every request that the server saw, and for what was not asked', async () => {
    const lines = await logLines(store);
    const asked = lines
      .filter((line) => line.status !== null || line.error?.startsWith('too_large'))
      .map((line) => line.url.replace(/^http:\/\/([^:/]+):\d+/, '$1'));
    expect(asked.sort()).toEqual(
      site.hits
        .slice(0, afterFirst)
        .map((hit) => hit.host + hit.path)
        .sort(),
    );
    expect(lines.filter((line) => line.outcome === 'disallowed').map((line) => new URL(line.url).pathname)).toContain(
      '/pdf/99.pdf',
    );
    expect(
      lines
        .filter((line) => line.outcome === 'refused')
        .map((line) => line.error?.split(':')[0])
        .sort(),
    ).toEqual(['address_refused', 'address_refused', 'url_invalid']);
  });

  it('downloads nothing unchanged and extracts nothing again in a second run', async () => {
    const second = await crawl();
    const hits = site.hits.slice(afterFirst);
    const bodies = hits.filter((hit) => hit.status === 200 && HOSTS.includes(hit.host) && hit.path !== '/robots.txt');
    expect(bodies.map((hit) => hit.host + hit.path)).toEqual([]);
    expect(hits.filter((hit) => hit.status === 304).length).toBeGreaterThan(500);
    expect(second.counts).toMatchObject({ written: 0, failed: 8 });
    const lines = (await logLines(store)).filter((line) => line.run === second.run_id);
    expect(lines.filter((line) => line.purpose === 'pdf' && line.outcome === 'fetched')).toEqual([]);
    expect(await keys('raw/')).toHaveLength(492);
  }, 300_000);

  it('keeps a re-published PDF as a new version beside the old', async () => {
    const path = '/pdf/3.pdf';
    const record = async () => (await readJson<UrlRecord>(store, urlKey(hashOf(site.url('d.test', path)))))!;
    const old = (await record()).versions[0]!.sha256;
    const next = variantOf((await store.get(rawKey(old)))!, 'corrected');
    site.file('d.test', path, next);
    const run = await crawl();
    const versions = (await record()).versions.map((version) => version.sha256);
    expect(versions).toHaveLength(2);
    expect(versions[0]).toBe(old);
    expect(run.counts.written).toBe(1);
    expect(run.documents.find((document) => document.status !== 'skipped')).toMatchObject({
      sha256: versions[1],
      revision_of: old,
    });
    for (const sha256 of versions) {
      expect(await store.head(rawKey(sha256)), sha256).not.toBeNull();
      expect(await store.head(documentKey(sha256)), sha256).not.toBeNull();
    }
  }, 300_000);
});
