/** A one-shot crawl of a host that asks for a day of patience, over HTTP. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Sources } from '../crawl/sources.js';
import { createMemoryStore } from '../stores/memory.js';
import { type Site, startSite } from '../test/setup/site.js';
import { tinyPdf } from '../test/setup/pdfs.js';
import { crawlOnce } from './embedded.js';
import type { Outcome } from './queue/job-queue.js';

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

async function crawlPages(host: string, retryAfter: string, patienceMs?: number) {
  const names = ['1.pdf', '2.pdf', '3.pdf'];
  site.file(host, '/', Buffer.from(names.map((name) => `<a href="${name}">x</a>`).join('')), 'text/html');
  let refused = false;
  for (const name of names) {
    const pdf = await tinyPdf(`${host} ${name}`);
    site.route(host, `/${name}`, (_request, response) => {
      if (refused) response.writeHead(200, { 'content-type': 'application/pdf' }).end(pdf);
      else response.writeHead(429, { 'retry-after': retryAfter }).end();
      refused = true;
    });
  }
  const waits: string[] = [];
  const run = await crawlOnce({
    sources: Sources.parse({
      contact: 'mailto:crawl@example.org',
      sources: [
        {
          id: 'one',
          name: 'one',
          listing: [site.url(host, '/')],
          politeness: { delay_seconds: 0 },
          allow_hosts: [host],
        },
      ],
    }),
    store: createMemoryStore(),
    extractor: null,
    resolve: async () => ['127.0.0.1'],
    onOutcome: (_job, { decision, error }: Outcome) => {
      if (decision === 'wait') waits.push(error?.message ?? '');
    },
    ...(patienceMs === undefined ? {} : { patienceMs }),
  });
  return { run, waits };
}

it('gives up the pages of a host that asks for a day, each with the reason', async () => {
  const { run } = await crawlPages('day.test', '86400');
  expect(run.failures.map(({ uri, code }) => `${new URL(uri).pathname} ${code}`).sort()).toEqual([
    '/1.pdf asked_to_wait',
    '/2.pdf asked_to_wait',
    '/3.pdf asked_to_wait',
  ]);
  const messages = run.failures.map(({ message }) => message);
  expect(
    messages.some((message) => /answered 429 and asked for 86400 s of patience; .* 600 s at most/.test(message)),
  ).toBe(true);
  // Not asked again: the host is left alone.
  expect(site.hits.filter((hit) => hit.host === 'day.test' && hit.path.endsWith('.pdf'))).toHaveLength(1);
}, 20_000);

it('waits where it is short, and says so', async () => {
  const { run, waits } = await crawlPages('soon.test', '1');
  expect(run.failures).toEqual([]);
  expect(waits.some((message) => /answered 429 and asked for 1 s of patience/.test(message))).toBe(true);
}, 20_000);

it('has a bound that callers set', async () => {
  const { run } = await crawlPages('hour.test', '60', 5_000);
  expect(run.failures.map(({ code }) => code)).toEqual(['asked_to_wait', 'asked_to_wait', 'asked_to_wait']);
}, 20_000);
