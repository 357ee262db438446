#!/usr/bin/env node
/**
 * @module In: a group and a rule id (kebab-case). Out: the rule's file, its fixtures and its doc page, and its line in
 * rules/index.ts: `node scripts/new-rule.mjs sums/fund-columns-sum`. Refuses to touch a rule that exists.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
/** Sums in one table, comparisons across tables, figures of the prose, words and form, performance tables. */
const GROUPS = ['sums', 'across', 'narrative', 'text', 'performance'];
const [group, id] = (process.argv[2] ?? '').split('/');
if (process.argv.length !== 3 || !GROUPS.includes(group) || !/^[a-z]+(-[a-z]+)*$/.test(id ?? '')) {
  console.error(`usage: node scripts/new-rule.mjs GROUP/RULE-ID
  GROUP    ${GROUPS.join(', ')}
  RULE-ID  lower-case words joined by "-", in no other group`);
  process.exit(2);
}
const name = id.replace(/-([a-z])/g, (_, c) => c.toUpperCase());
const files = {
  [`pipeline/check/rules/${group}/${id}.ts`]: `/** @module One line: what must hold, in words of the field. */
import type { Rule } from '../../types.js';

export const rule: Rule = {
  id: '${id}',
  severity: 'error',
  title: { zh: '…', en: '…' },
  *evaluate(ctx) {
    const table = ctx.index.one('expenditure');
    if (typeof table === 'string') {
      yield { outcome: 'not_evaluable', why: table };
      return;
    }
    throw new Error('${id}: nothing is compared yet');
  },
};
`,
  [`pipeline/check/rules/${group}/${id}.test.ts`]: `import { describe, expect, it } from 'vitest';
import { document, findings, tally } from '../../../../test/support/check/document.js';
import { rule } from './${id}.js';

describe('${id}', () => {
  it('finds …', () => expect(findings(rule, document())).toHaveLength(1));
  it('leaves out … (every exclusion of the doc page has its fixture)', () => expect(findings(rule, document())).toEqual([]));
  it('passes a clean document', () => expect(tally(rule, document())).toEqual({ pass: 1 }));
  it('a missing table is never a pass', () => expect(tally(rule, document())).toEqual({ not_evaluable: 1 }));
});
`,
  [`docs/rules/${id}.md`]: `# ${id}

One sentence: what must hold.

## Methodology

What is compared with what, with a worked example, and why it matters.

## Output

Severity; what reported, computed, difference and tolerance are; the evidence.

## Configuration

None.

## Exclusions

- Every case in which the rule keeps silent, and why.

## Assumptions

- What is taken for granted about the input.
`,
};
const elsewhere = GROUPS.map((g) => `pipeline/check/rules/${g}/${id}.ts`);
const taken = [...new Set([...elsewhere, ...Object.keys(files)])].filter((f) => existsSync(join(root, f)));
if (taken.length > 0) {
  console.error(`rule ${id} exists already: ${taken.join(', ')}`);
  process.exit(1);
}
const indexFile = join(root, 'pipeline/check/rules/index.ts');
const lines = readFileSync(indexFile, 'utf8').split('\n');
insertSorted(lines, /^import \{ rule as /, `import { rule as ${name} } from './${group}/${id}.js';`);
insertSorted(lines, /^ {2}\w+,$/, `  ${name},`);
for (const [file, text] of Object.entries(files)) {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}
writeFileSync(indexFile, lines.join('\n'));
console.log([...Object.keys(files), 'pipeline/check/rules/index.ts (two lines)'].join('\n'));

/** Keeps the run of lines that match in order. */
function insertSorted(all, pattern, line) {
  const key = (l) => l.match(/'\.\/(.+)\.js'/)?.[1] ?? l.trim().replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);
  const first = all.findIndex((l) => pattern.test(l));
  let at = first;
  while (pattern.test(all[at] ?? '') && key(all[at]) < key(line)) at++;
  all.splice(at, 0, line);
}
