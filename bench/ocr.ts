/**
 * @module Measures recognition on damaged image-only twins of documents with hand-checked truth.
 * npx tsx bench/ocr.ts --truth DIR --pdfs DIR --out DIR [--engine ppocr|tesseract] [--only scan-200,...] [--document
 * PART] [--pages 7,8] [--all-pages] [--verbose] Writes documents/<sha256>/document.json, alias.txt (for a scorer) and
 * report.json under OUT/<damage>.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { extractDocument } from '../pipeline/extract.js';
import { DEFAULT_OPTIONS, type ExtractOptions } from '../pipeline/options.js';
import type { GongkaiDocument } from '../schemas/index.js';
import { wrongCall } from './arguments.js';
import { DAMAGES, makeTwin } from './ocr-twins.js';

interface TruthCell {
  r: number;
  c: number;
  text: string;
}
interface TruthTable {
  id: string;
  pages: number[];
  title: string;
  cells: TruthCell[];
}
interface TruthFact {
  page: number;
  table: string;
  row_code: string | null;
  row: string;
  column: string;
  value: number | null;
}
interface Tally {
  amounts: number;
  amountsExact: number;
  characters: number;
  errors: number;
  facts: number;
  factsRight: number;
  factsMissing: number;
  wrong: Record<string, number>;
  verified: number;
}

const { values: args } = parseArgs({
  options: {
    truth: { type: 'string' },
    pdfs: { type: 'string' },
    out: { type: 'string' },
    engine: { type: 'string', default: 'ppocr' },
    only: { type: 'string' },
    document: { type: 'string' },
    pages: { type: 'string' },
    'all-pages': { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
  },
});
if (!args.truth || !args.pdfs || !args.out) wrongCall('usage: bench/ocr.ts --truth DIR --pdfs DIR --out DIR');

const fold = (s: string | null | undefined): string => (s ?? '').normalize('NFKC').replace(/[\s​﻿]+/g, '');
const isAmount = (s: string): boolean => /^-?[\d,]+(\.\d+)?%?$/.test(s);

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}

function compareTables(truth: TruthTable[], document: GongkaiDocument, tally: Tally): void {
  for (const table of truth) {
    const ours = document.tables.filter((t) => t.pages.some((p) => table.pages.includes(p)));
    const texts = new Set(table.cells.map((c) => fold(c.text)).filter(Boolean));
    const best = ours
      .map((t) => ({ t, shared: t.cells.filter((c) => texts.has(fold(c.text))).length }))
      .sort((a, b) => b.shared - a.shared)[0]?.t;
    const byPlace = new Map(best?.cells.map((c) => [`${c.row},${c.column}`, fold(c.text)]));
    for (const cell of table.cells) {
      const want = fold(cell.text),
        have = byPlace.get(`${cell.r},${cell.c}`) ?? '';
      if (want === '') continue;
      if (isAmount(want)) {
        tally.amounts++;
        if (have === want) tally.amountsExact++;
        else if (args.verbose)
          console.log(`   amount p${table.pages} r${cell.r} c${cell.c} ${want} <- ${have || '(nothing)'}`);
      } else {
        tally.characters += want.length;
        const errors = distance(want, have);
        tally.errors += errors;
        if (errors && args.verbose)
          console.log(`   label p${table.pages} r${cell.r} c${cell.c} ${want} <- ${have || '(nothing)'}`);
      }
    }
  }
}

function compareFacts(truth: TruthFact[], document: GongkaiDocument, tally: Tally): void {
  for (const fact of truth) {
    if (fact.value === null) continue;
    tally.facts++;
    const leaf = fold(fact.column.split('/').at(-1));
    const same = document.facts.filter(
      (f) =>
        f.page === fact.page &&
        fold(f.row_label) === fold(fact.row) &&
        (fold(f.row_code) || null) === (fold(fact.row_code) || null) &&
        fold(f.column_label.split('/').at(-1)) === leaf,
    );
    const ours = same.filter((f) => fold(f.column_label) === fold(fact.column));
    const candidates = ours.length > 0 ? ours : same;
    const right = candidates.find((f) => f.value !== null && Math.abs(Number(f.value) - fact.value!) < 0.0005);
    if (right) {
      tally.factsRight++;
      if (right.grade === 'verified') tally.verified++;
    } else if (candidates.length > 0) {
      const { grade, value } = candidates[0]!;
      tally.wrong[grade] = (tally.wrong[grade] ?? 0) + 1;
      if (args.verbose)
        console.log(
          `   fact p${fact.page} ${fact.row_code ?? ''} ${fact.row} ${fact.column}:` +
            ` ${fact.value} <- ${value} ${grade} ${candidates[0]!.confidence}`,
        );
    } else tally.factsMissing++;
  }
}

const damages = DAMAGES.filter((d) => !args.only || args.only.split(',').includes(d.name));
const cache = path.join(args.out, 'twins');
mkdirSync(cache, { recursive: true });
const truths = readdirSync(args.truth)
  .filter((f) => f.endsWith('.json') && f.split('.').length === 2 && (!args.document || f.includes(args.document)))
  .sort();
const options: ExtractOptions = { ...DEFAULT_OPTIONS, ocrEngine: args.engine as ExtractOptions['ocrEngine'] };

for (const damage of damages) {
  const folder = path.join(args.out, `${damage.name}-${args.engine}`);
  const tally: Tally = {
    amounts: 0,
    amountsExact: 0,
    characters: 0,
    errors: 0,
    facts: 0,
    factsRight: 0,
    factsMissing: 0,
    wrong: {},
    verified: 0,
  };
  const alias: string[] = [];
  let cpu = 0,
    pages = 0;
  for (const name of truths) {
    const truth = JSON.parse(readFileSync(path.join(args.truth, name), 'utf8')) as {
      sha256: string;
      tables?: TruthTable[];
    };
    if (!truth.tables) continue;
    const chosen = args.pages ? new Set(args.pages.split(',').map(Number)) : null;
    if (chosen) truth.tables = truth.tables.filter((t) => t.pages.every((p) => chosen.has(p)));
    const source = path.join(args.pdfs, name.replace(/\.json$/, '.pdf'));
    const wanted = args['all-pages'] ? undefined : new Set(truth.tables.flatMap((t) => t.pages));
    const twinPath = path.join(
      cache,
      `${path.basename(name, '.json')}-${damage.name}${wanted ? '' : '-all'}${args.pages ? `-${args.pages}` : ''}.pdf`,
    );
    if (!existsSync(twinPath)) writeFileSync(twinPath, await makeTwin(readFileSync(source), damage, wanted));
    const bytes = new Uint8Array(readFileSync(twinPath));
    const before = process.cpuUsage();
    const document = await extractDocument(bytes, { uri: twinPath, file_name: path.basename(twinPath) }, options);
    const used = process.cpuUsage(before);
    cpu += (used.user + used.system) / 1e6;
    pages += document.pages.filter((p) => p.text_source === 'ocr').length;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    mkdirSync(path.join(folder, 'documents', sha256), { recursive: true });
    writeFileSync(path.join(folder, 'documents', sha256, 'document.json'), JSON.stringify(document));
    alias.push(`${sha256} ${truth.sha256}`);
    compareTables(truth.tables, document, tally);
    const facts = path.join(args.truth, name.replace(/\.json$/, '.facts.json'));
    if (existsSync(facts))
      compareFacts(
        (JSON.parse(readFileSync(facts, 'utf8')) as { facts: TruthFact[] }).facts.filter(
          (f) => !chosen || chosen.has(f.page),
        ),
        document,
        tally,
      );
  }
  writeFileSync(path.join(folder, 'alias.txt'), `${alias.join('\n')}\n`);
  const report = {
    damage: damage.name,
    engine: args.engine,
    ...tally,
    pages,
    cpuSecondsAPage: cpu / Math.max(1, pages),
    peakRssMb: process.resourceUsage().maxRSS / 1024,
  };
  writeFileSync(path.join(folder, 'report.json'), JSON.stringify(report, null, 1));
  const share = (a: number, b: number): string => `${a}/${b} = ${((100 * a) / Math.max(1, b)).toFixed(2)} %`;
  console.log(
    `${damage.name.padEnd(12)} ${args.engine}: amounts ${share(tally.amountsExact, tally.amounts)};` +
      ` label errors ${share(tally.errors, tally.characters)}; facts right ${share(tally.factsRight, tally.facts)}` +
      ` missing ${tally.factsMissing} wrong ${JSON.stringify(tally.wrong)} verified ${tally.verified};` +
      ` ${report.cpuSecondsAPage.toFixed(2)} s CPU/page over ${pages} pages;` +
      ` peak ${report.peakRssMb.toFixed(0)} MB`,
  );
}
