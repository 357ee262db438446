/** @module Random documents over many layout dimensions, with truth: `npx tsx samples/generate/stress.ts --count 50 --seed 1 --out DIR [--anomalies] [--producers pdfkit,cairo] [--forms all|names]`. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { json } from './json.js';
import { type CaptionForm, RULINGS, type Ruling } from './model.js';
import { compose } from './layout/compose.js';
import { Random } from './random.js';
import { randomBudget } from './stress/budget.js';
import { randomForms } from './stress/forms/index.js';
import { randomFinal } from './stress/final.js';
import { truth } from './truth.js';
import { verify } from './verify.js';
import { isProducer, type Producer, write } from './write/index.js';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string' },
    anomalies: { type: 'boolean', default: false },
    producers: { type: 'string', default: 'pdfkit,pdfkit,pdfkit,cairo' },
    forms: { type: 'string' },
    caption: { type: 'string' },
    ruling: { type: 'string' },
  },
});
if (!values.out) throw new Error('stress: --out DIR is needed: where PDFs and truth/ are written');
const producers = values.producers.split(',').map((p): Producer => {
  if (!isProducer(p)) throw new Error(`stress: unknown producer "${p}"`);
  return p;
});
if (values.caption && !values.forms)
  throw new Error('stress: --caption needs --forms: only they have captions of several manners');
if (values.ruling && !RULINGS.includes(values.ruling as Ruling))
  throw new Error(`stress: unknown ruling "${values.ruling}"; one of ${RULINGS.join(', ')}`);
const seed = Number(values.seed);
const only = {
  ...(values.forms && values.forms !== 'all' ? { forms: values.forms.split(',') } : {}),
  ...(values.caption ? { caption: values.caption as CaptionForm } : {}),
  ...(values.ruling ? { ruling: values.ruling as Ruling } : {}),
};
await mkdir(join(values.out, 'truth'), { recursive: true });
for (let i = 0; i < Number(values.count); i++) {
  const r = new Random(seed * 100_003 + i);
  const name = `stress-${seed}-${String(i).padStart(3, '0')}`;
  const invented = values.forms
    ? randomForms(r, name, only)
    : r.chance(0.62)
      ? randomFinal(r, name, values.anomalies)
      : randomBudget(r, name);
  const document = {
    ...invented,
    keepLines: true,
    ...(only.ruling ? { table: { ...invented.table, ruling: only.ruling } } : {}),
  };
  const producer = r.pick(producers);
  const laid = compose(document);
  const bytes = await write(laid, producer);
  await verify(laid, bytes);
  const files = truth(laid, bytes);
  await writeFile(join(values.out, `${name}.pdf`), bytes);
  await writeFile(join(values.out, 'truth', `${name}.json`), json(files.tables));
  await writeFile(join(values.out, 'truth', `${name}.facts.json`), json(files.facts));
  await writeFile(join(values.out, 'truth', `${name}.anomalies.json`), json(files.anomalies));
  process.stdout.write(
    `${name}: ${producer}, ${document.documentKind}, ${laid.pages.length} pages, ${laid.tables.length} tables, ${Math.round(bytes.length / 1024)} KB\n`,
  );
}
