/**
 * `npm run check`: everything that can be said of the sources without running them, in well under a minute. Every
 * part runs, also after one has failed; each can be run alone (`npm run check:types`). The last lines say which parts
 * failed and what to do.
 */
import { spawnSync } from 'node:child_process';

const PARTS = [
  ['format', 'written as the formatter writes it', 'npm run format'],
  ['lint', 'biome finds nothing', 'see above; npx biome lint --write . mends some'],
  ['types', 'sources, tests, bench, sample generators and the browser client are typed', 'see above'],
  ['imports', 'imports run downwards, without circles', 'see above; the rules stand in .dependency-cruiser.mjs'],
  [
    'unused',
    'no export, file or dependency without a use',
    'remove it, or the word export; knip.jsonc names what is started by path',
  ],
  [
    'width',
    'lines longer than 120 characters stay rare',
    'split by meaning: a list of words joined by a helper, a named part',
  ],
];

const failed = [];
for (const [part, claim, remedy] of PARTS) {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', `check:${part}`], { encoding: 'utf8' });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${part.padEnd(8)} ${claim} (${seconds} s)`);
  if (status === 0) continue;
  console.log(`${stdout}${stderr}`.trimEnd());
  failed.push(`check:${part} failed: ${remedy}`);
}
for (const line of failed) console.error(line);
process.exitCode = failed.length === 0 ? 0 : 1;
