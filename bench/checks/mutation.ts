/**
 * @module Planted errors, all of them: `npx tsx bench/checks/mutation.ts [FILE.pdf…] [--every N]`. In: PDFs without
 * errors (the samples). Out: mutation-report.md beside this file: what was found by kind, and every change that was
 * not, by name.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { checkDocument } from '../../pipeline/check/index.js';
import type { Mutation, Sight } from './mutate.js';
import { proseMutations, readInput, sightOf, tableMutations } from './mutate.js';
import { pdfsOf, wholeNumber } from '../arguments.js';

const HERE = dirname(fileURLToPath(import.meta.url));
const SAMPLES = join(HERE, '../../samples');
const { values, positionals } = parseArgs({
  options: { every: { type: 'string', default: '1' } },
  allowPositionals: true,
});
const files =
  positionals.length > 0
    ? pdfsOf(positionals)
    : readdirSync(SAMPLES)
        .filter((f) => f.endsWith('.pdf') && !f.includes('errors'))
        .sort()
        .map((f) => join(SAMPLES, f));

interface Count {
  changed: number;
  seen: Record<Sight, number>;
  severalErrors: number;
}
const counts = new Map<string, Count>();
const unseen: string[] = [];

for (const file of files) {
  const input = await readInput(file);
  const before = new Set(checkDocument(input).anomalies.map((a) => a.id));
  const mutations: Mutation[] = [...tableMutations(input), ...proseMutations(input)].filter(
    (_, i) => i % wholeNumber('--every', values.every, 1) === 0,
  );
  for (const mutation of mutations) {
    const { sight, errors } = sightOf(mutation, before);
    for (const key of [mutation.kind, 'all']) {
      const c = counts.get(key) ?? {
        changed: 0,
        seen: { error: 0, warning: 0, rounding: 0, 'not seen': 0 },
        severalErrors: 0,
      };
      c.changed++;
      c.seen[sight]++;
      if (errors > 1) c.severalErrors++;
      counts.set(key, c);
    }
    if (sight === 'not seen' || sight === 'rounding')
      unseen.push(
        `| ${basename(file, '.pdf')} | ${mutation.kind} | ${mutation.place.replaceAll('|', '/')} | ` +
          `${mutation.from} → ${mutation.to} | ${sight} |`,
      );
  }
  process.stdout.write(`${basename(file)}: ${mutations.length} changes\n`);
}

const rows = [...counts].map(
  ([kind, c]) =>
    `| ${kind} | ${c.changed} | ${c.seen.error} | ${c.seen.warning} | ${c.seen.rounding} | ` +
    `${c.seen['not seen']} | ${((100 * (c.seen.error + c.seen.warning)) / c.changed).toFixed(1)} % | ` +
    `${c.severalErrors} |`,
);
writeFileSync(
  join(HERE, 'mutation-report.md'),
  `# Planted errors

One figure or word changed at a time in ${files.length} samples without errors (\`npx tsx bench/checks/mutation.ts${values.every === '1' ? '' : ` --every ${values.every}`}\`): a digit off, two
transposed or one lost. "found" is an error or a warning about the changed place that was not there before.

| kind | changed | error | warning | within rounding | not seen | found | more than one error |
| --- | --- | --- | --- | --- | --- | --- | --- |
${rows.join('\n')}

## Not found

Figures that stand in no identity, and words that nothing contradicts.

| sample | kind | place | change | |
| --- | --- | --- | --- | --- |
${unseen.join('\n')}
`,
);
