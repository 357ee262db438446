/**
 * @module Proves a written PDF against its truth: as many pages, and on every page the characters that the truth puts
 * there (pdftotext reads).
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Laid } from './layout/pages.js';
import { squeeze } from './model.js';
import { RADICALS } from './write/pdfkit.js';

const run = promisify(execFile);
const REAL = new Map(Object.entries(RADICALS).map(([ch, code]) => [String.fromCodePoint(code), ch]));

export async function verify(laid: Laid, bytes: Uint8Array): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-sample-'));
  try {
    const file = join(folder, 'a.pdf');
    await writeFile(file, bytes);
    const { stdout } = await run('pdftotext', ['-raw', '-enc', 'UTF-8', file, '-'], { maxBuffer: 1 << 28 });
    const pages = stdout
      .split('\f')
      .slice(0, -1)
      .map((p) => count(p));
    if (pages.length !== laid.pages.length)
      throw new Error(`${laid.doc.name}: typeset on ${laid.pages.length} pages, written on ${pages.length}`);
    for (const t of laid.tables) {
      const want = new Map<number, Map<string, number>>();
      t.spec.cells.forEach((c, i) => {
        // A cut row stands on two pages.
        if (t.slices.some((s) => s.items.some((x) => x.row === c.r && x.to !== null))) return;
        const page = t.cellPage[i] as number;
        const m = want.get(page) ?? new Map<string, number>();
        for (const [ch, n] of count(c.text)) m.set(ch, (m.get(ch) ?? 0) + n);
        want.set(page, m);
      });
      for (const [page, chars] of want)
        for (const [ch, n] of chars) {
          const have = pages[page - 1]?.get(ch) ?? 0;
          if (have < n)
            throw new Error(
              `${laid.doc.name} page ${page}, ${t.spec.title ?? 'table'}: "${ch}" ${have} times,` +
                ` truth has it ${n} times`,
            );
        }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function count(s: string): Map<string, number> {
  const m = new Map<string, number>();
  for (const ch of squeeze(
    s.normalize('NFKC').replace(/[\u2e80-\u2fdf]/g, (c) => REAL.get(c) ?? c.normalize('NFKC')),
  ))
    m.set(ch, (m.get(ch) ?? 0) + 1);
  return m;
}
