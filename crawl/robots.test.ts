import { describe, expect, it } from 'vitest';
import { MAX_ROBOTS_BYTES, RobotsCache, rulesFrom } from './robots.js';

const URL_ = 'https://example.gov.cn/robots.txt';
const rules = (text: string, status = 200) => rulesFrom(URL_, { status, body: new TextEncoder().encode(text) });
const allows = (text: string, path: string, status = 200) =>
  rules(text, status).allows(`https://example.gov.cn${path}`);

describe('robots.txt (RFC 9309)', () => {
  it('takes the group that names us before the one for all', () => {
    const text =
      'User-agent: *\nDisallow: /\n\nUser-agent: Gongkai\nDisallow: /private/\nAllow: /private/open.pdf$\n';
    expect(allows(text, '/a.pdf')).toBe(true);
    expect(allows(text, '/private/a.pdf')).toBe(false);
    expect(allows(text, '/private/open.pdf')).toBe(true);
    expect(allows(text, '/private/open.pdf?x=1')).toBe(false);
  });

  it('takes the longest match, with wildcards', () => {
    const text = 'User-agent: *\nDisallow: /files/*.pdf\nAllow: /files/2024/*.pdf\n';
    expect(allows(text, '/files/2023/a.pdf')).toBe(false);
    expect(allows(text, '/files/2024/a.pdf')).toBe(true);
  });

  it('reads behind a byte order mark, and percent-encoded Chinese', () => {
    expect(allows('\uFEFFUser-agent: *\nDisallow: /决算/', `/${encodeURIComponent('决算')}/a.pdf`)).toBe(false);
  });

  it('allows everything at 4xx and nothing at 5xx or silence', () => {
    for (const status of [401, 403, 404, 410])
      expect(allows('User-agent: *\nDisallow: /', '/a', status), String(status)).toBe(true);
    for (const status of [500, 503]) expect(allows('', '/a', status), String(status)).toBe(false);
    expect(rulesFrom(URL_, null)).toMatchObject({ unreachable: true });
    expect(rulesFrom(URL_, null).allows('https://example.gov.cn/a')).toBe(false);
  });

  it('ignores what stands behind 500 KiB', () => {
    const filler = `# ${'x'.repeat(98)}\n`.repeat(Math.ceil(MAX_ROBOTS_BYTES / 101));
    expect(allows(`User-agent: *\nDisallow: /early\n${filler}Disallow: /late\n`, '/early')).toBe(false);
    expect(allows(`User-agent: *\nDisallow: /early\n${filler}Disallow: /late\n`, '/late')).toBe(true);
  });

  it('knows the crawl delay', () => {
    expect(rules('User-agent: *\nCrawl-delay: 7').crawlDelay).toBe(7);
    expect(rules('User-agent: *\nDisallow:').crawlDelay).toBeNull();
  });
});

describe('RobotsCache', () => {
  it('asks once an origin, also for callers at the same time', async () => {
    const cache = new RobotsCache();
    const asked: string[] = [];
    const fetchRobots = async (url: string) => {
      asked.push(url);
      return { status: 404, body: new Uint8Array() };
    };
    await Promise.all(['/a', '/b', '/c'].map((path) => cache.rules(new URL(path, 'http://a.test'), fetchRobots)));
    await cache.rules(new URL('http://a.test:8080/'), fetchRobots);
    expect(asked).toEqual(['http://a.test/robots.txt', 'http://a.test:8080/robots.txt']);
  });

  it('forgets an attempt that was stopped', async () => {
    const cache = new RobotsCache();
    const target = new URL('http://a.test/');
    await expect(
      cache.rules(target, async () => {
        throw new Error('busy');
      }),
    ).rejects.toThrow('busy');
    expect((await cache.rules(target, async () => ({ status: 404, body: new Uint8Array() }))).unreachable).toBe(
      false,
    );
  });
});
