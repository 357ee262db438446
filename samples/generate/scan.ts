/** @module Image-only twins of PDFs: `npx tsx samples/generate/scan.ts --out DIR [--dpi 150,200,300] [--damage clean,seal,skew,onebit] [--pages 3-5] FILE…`.
 * Writes DIR/<name>-<dpi>-<damage>.pdf and adds a line "sha256-of-scan sha256-of-truth" to DIR/alias.txt for the
 * scorer.
 * With --pages the twin keeps only those pages, and DIR/truth/ gets truth files cut to them (pages renumbered). */
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { json } from './json.js';
import { DAMAGES, type Damage, scan } from './scan/scan.js';
import { cut, type FactsTruth, type TablesTruth } from './scan/cut.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string' },
    dpi: { type: 'string', default: '200' },
    damage: { type: 'string', default: 'skew' },
    pages: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
});
if (!values.out || positionals.length === 0) throw new Error('scan: --out DIR and at least one PDF are needed');
const damages = values.damage.split(',').map((d): Damage => {
  if (!(d in DAMAGES)) throw new Error(`scan: unknown damage "${d}"; known: ${Object.keys(DAMAGES).join(', ')}`);
  return d as Damage;
});
const sha = (b: Uint8Array) => createHash('sha256').update(b).digest('hex');
await mkdir(values.out, { recursive: true });
const alias: string[] = [];
for (const file of positionals) {
  const source = await readFile(file);
  const pages = values.pages ? range(values.pages) : null;
  for (const dpi of values.dpi.split(',').map(Number)) {
    for (const damage of damages) {
      const name = `${basename(file, '.pdf')}-${dpi}-${damage}`;
      const bytes = await scan(source, { dpi, damage, pages, seed: Number(values.seed) });
      await writeFile(join(values.out, `${name}.pdf`), bytes);
      if (pages) await cutTruth(file, name, sha(bytes), pages, values.out);
      else alias.push(`${sha(bytes)} ${sha(source)}`);
      process.stdout.write(`${name}: ${Math.round(bytes.length / 1024)} KB\n`);
    }
  }
}
if (alias.length > 0) {
  const path = join(values.out, 'alias.txt');
  const before = await readFile(path, 'utf8').catch(() => '');
  await writeFile(path, `${[...new Set([...before.split('\n').filter(Boolean), ...alias])].join('\n')}\n`);
}

function range(s: string): number[] {
  return s.split(',').flatMap((part) => {
    const [from = 0, to = from] = part.split('-').map(Number);
    return Array.from({ length: to - from + 1 }, (_, i) => from + i);
  });
}

async function cutTruth(file: string, name: string, sha256: string, pages: number[], out: string): Promise<void> {
  const base = join(dirname(file), 'truth', basename(file, '.pdf'));
  const tables = JSON.parse(await readFile(`${base}.json`, 'utf8')) as TablesTruth;
  const facts = JSON.parse(await readFile(`${base}.facts.json`, 'utf8')) as FactsTruth;
  const result = cut(tables, facts, pages, `${name}.pdf`, sha256);
  await mkdir(join(out, 'truth'), { recursive: true });
  await writeFile(join(out, 'truth', `${name}.json`), json(result.tables));
  await writeFile(join(out, 'truth', `${name}.facts.json`), json(result.facts));
}
