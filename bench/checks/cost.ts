/**
 * @module What checks and prose cost beside reading: `npx tsx bench/checks/cost.ts [FILE.pdf…] [--runs N]`. In: PDFs
 * (the samples). Out: one line a file: CPU ms of reading (pages, tables, joining, mapping), of prose and of checks,
 * medians of N warm runs, and their share.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { checkDocument } from '../../pipeline/check/index.js';
import { joinTables, separateFurniture } from '../../pipeline/join/index.js';
import { mapDocument } from '../../pipeline/map/index.js';
import type { PageLayout } from '../../pipeline/model.js';
import { readProse } from '../../pipeline/narrative/index.js';
import { openPdf } from '../../pipeline/read/index.js';
import { layoutPage } from '../../pipeline/tables/index.js';
import { pdfsOf, wholeNumber } from '../arguments.js';

const SAMPLES = join(dirname(fileURLToPath(import.meta.url)), '../../samples');
const { values, positionals } = parseArgs({
  options: { runs: { type: 'string', default: '5' } },
  allowPositionals: true,
});
const files =
  positionals.length > 0
    ? pdfsOf(positionals)
    : readdirSync(SAMPLES)
        .filter((f) => f.endsWith('.pdf'))
        .sort()
        .map((f) => join(SAMPLES, f));
const runs = wholeNumber('--runs', values.runs, 5);
const cpu = (): number => {
  const u = process.cpuUsage();
  return (u.user + u.system) / 1000;
};
const median = (xs: number[]): number => [...xs].sort((a, b) => a - b)[Math.floor(xs.length / 2)]!;

for (const file of files) {
  const bytes = readFileSync(file);
  const times = { read: [] as number[], prose: [] as number[], check: [] as number[] };
  for (let run = 0; run <= runs; run++) {
    let at = cpu();
    const lap = (into: number[]): void => {
      const now = cpu();
      if (run > 0) into.push(now - at);
      at = now;
    };
    const pdf = await openPdf(bytes, { reader: 'auto' });
    const layouts: PageLayout[] = [];
    for (let n = 1; n <= pdf.pageCount; n++) layouts.push(layoutPage(await pdf.readPage(n)));
    await pdf.close();
    const placed = separateFurniture(layouts);
    const mapped = mapDocument({ tables: joinTables(placed), layouts: placed });
    lap(times.read);
    const prose = readProse(placed, mapped.identity);
    lap(times.prose);
    checkDocument({ ...mapped, prose, layouts: placed });
    lap(times.check);
  }
  const read = median(times.read),
    prose = median(times.prose),
    check = median(times.check);
  console.log(
    `${basename(file).padEnd(40)} read ${read.toFixed(0).padStart(5)} ms  prose ` +
      `${prose.toFixed(1).padStart(5)} ms  checks ${check.toFixed(1).padStart(5)} ms  share ` +
      `${((100 * (prose + check)) / read).toFixed(1)} %`,
  );
}
