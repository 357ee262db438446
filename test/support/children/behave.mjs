/** A child whose file says what it does: the pool's limits meet real processes that really misbehave. */
import { serveJobs } from '../../../dist/pool/serve.js';

const kept = [];
serveJobs(async (bytes, job, onProgress) => {
  const [what, argument] = new TextDecoder().decode(bytes).split(' ');
  const answer = (summary) => ({
    summary,
    files: { document: bytes, facts: new Uint8Array(), anomalies: new Uint8Array() },
  });
  switch (what) {
    case 'ok':
      for (let done = 1; done <= 3; done++) onProgress({ done, pages: 3 });
      return answer({ pid: process.pid, job });
    case 'sleep':
      await new Promise((resolve) => setTimeout(resolve, Number(argument)));
      return answer({ pid: process.pid });
    case 'hang':
      onProgress({ done: 1, pages: 1000 });
      for (;;);
    case 'crawl':
      for (let done = 1; done <= 20; done++) {
        onProgress({ done, pages: 20 });
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      return answer({ pid: process.pid });
    case 'exit':
      return process.exit(Number(argument));
    case 'abort':
      return process.abort();
    case 'reject':
      void Promise.reject(new Error('a rejection nobody waits for'));
      await new Promise((resolve) => setTimeout(resolve, 20));
      if (argument === 'read-error')
        throw Object.assign(new Error('damaged'), { name: 'ReadError', code: 'encrypted', page: null });
      return answer({ pid: process.pid });
    case 'throw':
      throw new TypeError('a fault of the program');
    case 'read-error':
      throw Object.assign(new Error('encrypted with a password'), {
        name: 'ReadError',
        code: 'encrypted',
        page: null,
      });
    case 'heap':
      for (const all = []; ; ) all.push(new Array(10_000).fill({}).map(() => ({ a: Math.random() })));
    case 'native':
      for (;;) {
        kept.push(Buffer.alloc(8 * 1024 * 1024, 1));
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    case 'leak':
      kept.push(Buffer.alloc(Number(argument) * 1024 * 1024, 1));
      return answer({ pid: process.pid });
    default:
      throw new Error(`unknown behaviour ${what}`);
  }
});
