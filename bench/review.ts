/**
 * @module Opens a document of a place as the review pages do and prints waiting and processor time: `npx tsx
 * bench/review.ts OUT [SHA256]`.
 */
import { readFileSync } from 'node:fs';
import { openStore } from '../stores/index.js';
import { listDocuments } from '../web/documents.js';
import { startReview } from '../web/index.js';
import { wrongCall } from './arguments.js';

const [place = 'out', wanted] = process.argv.slice(2);
const PAGES = 20;

/** Seconds of this process and of its children so far (Linux). */
function processorSeconds(): { server: number; children: number } {
  const { user, system } = process.cpuUsage();
  const pids = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').split(' ').filter(Boolean);
  const ticks = pids.flatMap(
    (pid) => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ').slice(11, 13) ?? [],
  );
  return { server: (user + system) / 1e6, children: ticks.reduce((sum, tick) => sum + Number(tick), 0) / 100 };
}

const store = await openStore(place);
let id = wanted;
if (!id) {
  let largest = 0;
  for await (const { sha256, bytes } of listDocuments(store)) if (bytes > largest) [id, largest] = [sha256, bytes];
}
if (!id) wrongCall(`no document in ${place}; gongkai extract writes them`);
const server = await startReview({ store, port: 0 });
try {
  const get = async (path: string) => {
    const began = performance.now();
    const answer = await fetch(new URL(`/api/documents/${id}${path}`, server.url));
    const body = await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return { ms: performance.now() - began, body };
  };
  const opened = await get('');
  const { document } = JSON.parse(Buffer.from(opened.body).toString('utf8')) as { document: { page_count: number } };
  console.log(
    `${document.page_count} pages; opened in ${opened.ms.toFixed(0)} ms ` +
      `(${(opened.body.byteLength / 1024).toFixed(0)} kB)`,
  );
  const pages = Array.from(
    { length: Math.min(PAGES, document.page_count) },
    (_, i) => 1 + Math.floor((i * document.page_count) / Math.min(PAGES, document.page_count)),
  );
  await get('/pages/1/picture'); // the child's start and the file's opening are not a page's
  for (const [name, path] of [
    ['tables', ''],
    ['picture', '/picture'],
    ['picture again', '/picture'],
  ] as const) {
    const before = processorSeconds();
    const times: number[] = [];
    for (const page of pages.slice(1)) times.push((await get(`/pages/${page}${path}`)).ms);
    const after = processorSeconds();
    times.sort((a, b) => a - b);
    const each = (seconds: number) => `${((seconds / times.length) * 1000).toFixed(0)} ms`;
    console.log(
      `${name.padEnd(14)} waiting: median ${times[times.length >> 1]?.toFixed(0)} ms,` +
        ` longest ${times.at(-1)?.toFixed(0)} ms;` +
        ` processor a page: server ${each(after.server - before.server)},` +
        ` child ${each(after.children - before.children)}`,
    );
  }
} finally {
  await server.close();
  await store.close();
}
