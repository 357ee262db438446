/**
 * @module CPU per page of every stage, warm, one core, beside the floor of pdf.js (its operator list alone).
 * Usage: npx tsx bench/stages.ts [--reader pdfium|pdfjs] [--rounds 5] FILE.pdf…
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { checkDocument } from '../pipeline/check/index.js';
import { joinTables, separateFurniture } from '../pipeline/join/index.js';
import { mapDocument } from '../pipeline/map/index.js';
import { readProse } from '../pipeline/narrative/index.js';
import { openPdf } from '../pipeline/read/index.js';
import { pdfjs } from '../pipeline/read/pdfjs/library.js';
import { layoutPage } from '../pipeline/tables/index.js';
import { pdfsOf, wholeNumber } from './arguments.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { reader: { type: 'string', default: 'pdfium' }, rounds: { type: 'string', default: '5' } },
});
const files = pdfsOf(positionals);
const rounds = wholeNumber('--rounds', values.rounds, 5);

const reader = values.reader as 'pdfium' | 'pdfjs';
const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const median = (numbers: number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;

async function floor(bytes: Uint8Array): Promise<number> {
  // Loaded as we load it: by itself it would slow our own stages, which are measured in this process, with its patches of built-ins.
  const { module } = await pdfjs();
  const document = await module.getDocument({ data: bytes.slice(), verbosity: 0, disableFontFace: true }).promise;
  const start = cpu();
  for (let n = 1; n <= document.numPages; n++) {
    const page = await document.getPage(n);
    await page.getOperatorList();
    page.cleanup();
  }
  const spent = cpu() - start;
  await document.destroy();
  return spent;
}

for (const path of files) {
  const bytes = new Uint8Array(readFileSync(path));
  const spent: Record<string, number[]> = {};
  let pages = 0;
  const timed = <T>(stage: string, started: number, value: T): T => {
    (spent[stage] ??= []).push(cpu() - started);
    return value;
  };
  for (let round = 0; round <= rounds; round++) {
    if (round === 1) for (const stage of Object.keys(spent)) spent[stage] = [];
    let t = cpu();
    const file = await openPdf(bytes, { reader });
    const contents = [];
    for (let n = 1; n <= file.pageCount; n++) contents.push(await file.readPage(n));
    pages = file.pageCount;
    timed('read', t, null);
    t = cpu();
    const layouts = timed(
      'tables',
      t,
      contents.map((c) => layoutPage(c)),
    );
    t = cpu();
    const placed = separateFurniture(layouts);
    const joined = timed('join', t, joinTables(placed));
    t = cpu();
    const { identity, tables, facts } = timed('map', t, mapDocument({ tables: joined, layouts: placed }));
    t = cpu();
    const prose = timed('narrative', t, readProse(placed, identity));
    t = cpu();
    timed('check', t, checkDocument({ identity, tables, facts, prose, layouts: placed }));
    await file.close();
    (spent['floor: pdf.js operator lists'] ??= []).push(await floor(bytes));
  }
  const rows = Object.entries(spent).map(([stage, rounds]) => [stage, median(rounds) / pages] as const);
  const whole = rows.filter(([stage]) => !stage.startsWith('floor')).reduce((sum, [, ms]) => sum + ms, 0);
  console.log(
    `${basename(path)}: ${pages} pages, reader ${reader}, median of ${values.rounds} warm rounds, ms CPU a page`,
  );
  for (const [stage, ms] of [...rows, ['whole program', whole] as const])
    console.log(`  ${stage.padEnd(30)} ${ms.toFixed(2)}`);
  console.log(
    `  peak RSS ${Math.round(process.resourceUsage().maxRSS / 1024)} MB (with both readers and the floor loaded)`,
  );
}
