/**
 * @module Writes samples/*.pdf and samples/truth/: `npx tsx samples/generate/main.ts [name…]`. Same input, same bytes
 * (as far as the producer permits).
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { samples } from './documents/index.js';
import { json } from './json.js';
import { compose } from './layout/compose.js';
import { truth } from './truth.js';
import { verify } from './verify.js';
import { write } from './write/index.js';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

async function main(only: string[]): Promise<void> {
  await mkdir(join(ROOT, 'truth'), { recursive: true });
  for (const sample of samples()) {
    if (only.length > 0 && !only.includes(sample.document.name)) continue;
    const laid = compose(sample.document);
    const bytes = await write(laid, sample.producer);
    await verify(laid, bytes);
    const files = truth(laid, bytes);
    const base = join(ROOT, 'truth', sample.document.name);
    await writeFile(join(ROOT, `${sample.document.name}.pdf`), bytes);
    await writeFile(`${base}.json`, json(files.tables));
    await writeFile(`${base}.facts.json`, json(files.facts));
    await writeFile(`${base}.anomalies.json`, json(files.anomalies));
    process.stdout.write(
      `${sample.document.name}: ${sample.producer}, ${laid.pages.length} pages,` +
        ` ${laid.tables.length} tables, ${Math.round(bytes.length / 1024)} KB\n`,
    );
  }
}

await main(process.argv.slice(2));
