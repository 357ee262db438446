/**
 * @module Documents without errors, read and checked: `npx tsx bench/checks/varied/clean.ts [--count 40] [--from 0]
 * [--unread]`. Out: every error and warning, all of them false; how many of the figures marked were read; with
 * --unread, those that were not.
 */
import { parseArgs } from 'node:util';
import { checkDocument } from '../../../pipeline/check/index.js';
import { inputOf } from '../mutate.js';
import { variedDocument } from './documents.js';
import { placesOf } from './places.js';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '40' },
    from: { type: 'string', default: '0' },
    unread: { type: 'boolean', default: false },
  },
});
const rules = new Map<string, number>();
let marked = 0,
  read = 0,
  cut = 0;
for (let seed = Number(values.from); seed < Number(values.from) + Number(values.count); seed++) {
  const document = await variedDocument(seed);
  const input = await inputOf(document.bytes);
  const told = checkDocument(input).anomalies.filter((a) => a.severity !== 'info');
  const { places, lost } = placesOf(document, input);
  const figures = places.filter(
    ({ mark }) => mark.kind === 'amount' || mark.kind === 'rate' || mark.kind === 'change',
  );
  const unread = figures.filter(
    ({ paragraph, from }) => !input.prose.statements.some((s) => s.paragraph === paragraph && s.at === from),
  );
  marked += figures.length;
  read += figures.length - unread.length;
  cut += lost.length;
  process.stdout.write(
    `${document.name} ${input.identity.entity.name} ${input.identity.fiscal_year}: ${told.length} findings,` +
      ` ${unread.length} of ${figures.length} figures not read, ${lost.length} paragraphs cut\n`,
  );
  for (const text of lost) process.stdout.write(`  cut: ${text.slice(0, 70)}\n`);
  if (values.unread)
    for (const { mark, from, paragraph } of unread) {
      const { text } = input.prose.paragraphs[paragraph]!;
      process.stdout.write(
        `  unread ${mark.kind}: …${text.slice(Math.max(0, from - 28), from)}[${mark.text}]` +
          `${text.slice(from + mark.text.length, from + mark.text.length + 8)}\n`,
      );
    }
  for (const a of told) {
    const key = `${a.severity} ${a.rule}`;
    rules.set(key, (rules.get(key) ?? 0) + 1);
    process.stdout.write(`  ${key} p${a.evidence[0]?.page}: ${a.message.slice(0, 260)}\n`);
  }
}
for (const [key, n] of [...rules].sort()) process.stdout.write(`${key}: ${n}\n`);
process.stdout.write(`${read} of ${marked} figures marked were read; ${cut} paragraphs cut\n`);
