/**
 * @module Errors planted one at a time in documents of many wordings: `npx tsx bench/checks/varied/planted.ts
 * [--count 20] [--from 0] [--every 3] [--missed]`. Out: by kind, how many are found as the score finds them (an error
 * or a warning on their page that holds the wrong figure), and how many further errors one planted error raises.
 */
import { parseArgs } from 'node:util';
import type { Anomaly } from '../../../schemas/index.js';
import { checkDocument } from '../../../pipeline/check/index.js';
import { inputOf } from '../mutate.js';
import { variedDocument } from './documents.js';
import { placesOf } from './places.js';
import { plant, type Planted } from './plant.js';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '20' },
    from: { type: 'string', default: '0' },
    every: { type: 'string', default: '3' },
    missed: { type: 'boolean', default: false },
  },
});

interface Count {
  planted: number;
  error: number;
  warning: number;
  missed: number;
  further: number;
}
const counts = new Map<string, Count>();
let turn = 0;
for (let seed = Number(values.from); seed < Number(values.from) + Number(values.count); seed++) {
  const document = await variedDocument(seed);
  const input = await inputOf(document.bytes);
  const before = new Set(checkDocument(input).anomalies.map((a) => a.id));
  for (const place of placesOf(document, input).places) {
    if (turn++ % Number(values.every) !== 0) continue;
    const planted = plant(input, place, turn);
    if (planted)
      judge(
        planted,
        checkDocument(planted.input).anomalies.filter((a) => !before.has(a.id)),
        document.name,
      );
  }
}

function judge(planted: Planted, found: Anomaly[], name: string): void {
  const about = found.filter((a) => holds(a, planted));
  const worst = about.some((a) => a.severity === 'error')
    ? 'error'
    : about.some((a) => a.severity === 'warning')
      ? 'warning'
      : 'missed';
  const errors = found.filter((a) => a.severity === 'error').length;
  for (const key of [planted.kind, 'all']) {
    const c = counts.get(key) ?? { planted: 0, error: 0, warning: 0, missed: 0, further: 0 };
    counts.set(key, c);
    c.planted++;
    c[worst]++;
    c.further += Math.max(0, errors - (worst === 'error' ? 1 : 0));
  }
  if (!values.missed) return;
  if (worst !== 'error')
    process.stdout.write(
      `${name} ${worst} ${planted.kind} ${planted.from} → ${planted.to}: …${planted.around}…${about[0] ? ` [${about[0].rule}]` : found[0] ? ` (elsewhere: ${found[0].rule} ${found[0].message.slice(0, 80)})` : ''}\n`,
    );
  if (errors > 1)
    process.stdout.write(
      `${name} ${errors} errors for ${planted.kind} ${planted.from} → ${planted.to}: …${planted.around}… ${found
        .filter((a) => a.severity === 'error')
        .map((a) => `[${a.rule}: ${a.message.slice(0, 110)}]`)
        .join(' ')}\n`,
    );
}

/** On the planted page, and the wrong figure (or the words around a wrong word) in the finding. */
function holds(a: Anomaly, { to, page, around }: Planted): boolean {
  if (!a.evidence.some((e) => e.page === page)) return false;
  const text = [a.message, a.reported ?? '', a.computed ?? '', ...a.evidence.map((e) => e.quote ?? '')]
    .join(' ')
    .replace(/[,，\s]/g, '');
  if (/\d/.test(to))
    return text.includes(
      to
        .replace(/[,，]/g, '')
        .replace(/(\.\d*?)0+$/, '$1')
        .replace(/\.$/, ''),
    );
  const words = around.replace(/[,，\s]/g, '');
  return Array.from({ length: Math.max(1, words.length - 5) }, (_, i) => words.slice(i, i + 6)).some((six) =>
    text.includes(six),
  );
}

process.stdout.write(
  '| kind | planted | error | warning | missed | found as an error | further errors |\n| --- | --- | --- | ' +
    '--- | --- | --- | --- |\n',
);
for (const [kind, c] of counts)
  process.stdout.write(
    `| ${kind} | ${c.planted} | ${c.error} | ${c.warning} | ${c.missed} | ` +
      `${((100 * c.error) / c.planted).toFixed(1)} % | ${c.further} |\n`,
  );
