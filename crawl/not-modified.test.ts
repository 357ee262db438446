/** Answers "not modified" to requests that cannot use them, over HTTP. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rawKey, urlKey } from '../stores/layout.js';
import { createMemoryStore } from '../stores/memory.js';
import { type Site, startSite } from '../test/setup/site.js';
import { tinyPdf } from '../test/setup/pdfs.js';
import { createCrawlContext, type CrawlContext } from './context.js';
import { downloadPdf } from './download.js';
import { createMemoryGate } from './host-gate.js';
import { hashOf, newUrlRecord, saveSource, writeJson } from './records.js';
import { CrawlSource } from './sources.js';
import { visitPage } from './visit.js';

let site: Site;
let pdf: Buffer;
let sha256: string;
beforeAll(async () => {
  site = await startSite();
  pdf = await tinyPdf('one');
  sha256 = createHash('sha256').update(pdf).digest('hex');
});
afterAll(() => site.stop());

async function crawlOf(): Promise<{
  context: CrawlContext;
  task: (kind: 'pdf' | 'page', path: string, run: string) => Promise<{ source: string; run: string; url: string }>;
}> {
  const store = createMemoryStore();
  const source = CrawlSource.parse({
    id: 'one',
    name: 'one',
    listing: [site.url('a.test', '/')],
    politeness: { delay_seconds: 0 },
    allow_hosts: ['a.test'],
  });
  const hash = await saveSource(store, { contact: 'mailto:crawl@example.org', source });
  const resolve = async (): Promise<string[]> => ['127.0.0.1'];
  return {
    context: createCrawlContext({ store, gate: createMemoryGate(), version: '0', resolve }),
    async task(kind, path, run) {
      const url = site.url('a.test', path);
      await writeJson(store, urlKey(hashOf(url)), newUrlRecord(kind, 'one', { url, text: '' }, null), true);
      return { source: hash, run, url: hashOf(url) };
    },
  };
}
const asked = (path: string): number => site.hits.filter((hit) => hit.path === path).length;

describe('304 without a copy', () => {
  it('is asked again without conditions and past caches, for PDFs and for pages', async () => {
    const { context, task } = await crawlOf();
    for (const [path, body] of [
      ['/eager.pdf', pdf],
      ['/eager.html', Buffer.from('<a href="eager.pdf">x</a>')],
    ] as const)
      site.route('a.test', path, (request, response) => {
        if (request.headers['cache-control'] === 'no-cache') response.writeHead(200).end(body);
        else response.writeHead(304).end();
      });
    expect(await downloadPdf(context, await task('pdf', '/eager.pdf', 'r1'))).toEqual({ sha256, outcome: 'new' });
    expect(Buffer.from((await context.store.get(rawKey(sha256)))!).equals(pdf)).toBe(true);
    const visit = await visitPage(context, { ...(await task('page', '/eager.html', 'r1')), page: 1, depth: 0 });
    expect(visit.pdfs).toEqual([hashOf(site.url('a.test', '/eager.pdf'))]);
  });

  it('is a failure with its reason when the server says nothing else', async () => {
    const { context, task } = await crawlOf();
    site.route('a.test', '/never.pdf', (_request, response) => {
      response.writeHead(304).end();
    });
    const job = await task('pdf', '/never.pdf', 'r1');
    await expect(downloadPdf(context, job)).rejects.toMatchObject({ code: 'not_modified', retryable: true });
    await expect(downloadPdf(context, job)).rejects.toMatchObject({ code: 'not_modified' });
    expect(asked('/never.pdf')).toBe(4);
  });

  it('never comes to it where the store has lost its copy', async () => {
    const { context, task } = await crawlOf();
    site.file('a.test', '/kept.pdf', pdf);
    expect((await downloadPdf(context, await task('pdf', '/kept.pdf', 'r1'))).outcome).toBe('new');
    expect((await downloadPdf(context, await task('pdf', '/kept.pdf', 'r2'))).outcome).toBe('unchanged');
    expect(site.hits.at(-1)?.status).toBe(304);
    await context.store.delete(rawKey(sha256));
    expect(await downloadPdf(context, await task('pdf', '/kept.pdf', 'r3'))).toEqual({
      sha256,
      outcome: 'unchanged',
    });
    expect(await context.store.get(rawKey(sha256))).not.toBeNull();
    expect(asked('/kept.pdf')).toBe(3);
  });
});
