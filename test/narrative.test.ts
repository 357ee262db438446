/**
 * The rules on prose on whole documents: the samples of the repository, and the annotated final account where it is
 * at hand.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { extractDocument } from '../pipeline/extract.js';
import { DEFAULT_OPTIONS } from '../pipeline/options.js';
import type { Anomaly, GongkaiDocument } from '../schemas/index.js';

const SAMPLES = join(import.meta.dirname, '..', 'samples');
const REAL = join(import.meta.dirname, '..', '..', 'shared', 'real');

interface Truth {
  sha256: string;
  anomalies: { id: string; page: number | number[]; says: string; severity: 'error' | 'minor' | 'rounding' }[];
}

async function extract(path: string): Promise<GongkaiDocument> {
  return extractDocument(readFileSync(path), { uri: path, file_name: path }, { ...DEFAULT_OPTIONS, ocr: 'never' });
}

/**
 * As the scorer reads it: on one of the truth's pages, with a number that it quotes, or six characters where it
 * quotes none.
 */
function matches(truth: Truth['anomalies'][number], anomaly: Anomaly): boolean {
  const pages = [truth.page].flat();
  if (!anomaly.evidence.some((evidence) => pages.includes(evidence.page))) return false;
  const fold = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');
  const numbers = (text: string): Set<string> =>
    new Set(
      (fold(text).match(/\d[\d,]*\.?\d*/g) ?? []).map((n) =>
        n
          .replaceAll(',', '')
          .replace(/(\.\d*?)0+$/, '$1')
          .replace(/\.$/, ''),
      ),
    );
  const text = [
    anomaly.message,
    anomaly.reported,
    anomaly.computed,
    ...anomaly.evidence.map((evidence) => evidence.quote),
  ].join(' ');
  const quoted = [...numbers(truth.says)].filter((n) => n.length > 2);
  if (quoted.length > 0) return quoted.some((n) => numbers(text).has(n));
  const says = fold(truth.says),
    ours = fold(text);
  return Array.from({ length: Math.max(1, says.length - 5) }, (_, i) => says.slice(i, i + 6)).some((run) =>
    ours.includes(run),
  );
}

describe('samples', () => {
  const planted = new Set(
    readdirSync(join(SAMPLES, 'truth'))
      .filter((name) => name.endsWith('.anomalies.json'))
      .filter(
        (name) => (JSON.parse(readFileSync(join(SAMPLES, 'truth', name), 'utf8')) as Truth).anomalies.length > 0,
      )
      .map((name) => name.replace('.anomalies.json', '.pdf')),
  );
  const all = readdirSync(SAMPLES).filter((name) => name.endsWith('.pdf'));

  test.each(all.filter((name) => !planted.has(name)))(
    '%s is clean: no error on its prose',
    async (name) => {
      const { anomalies } = await extract(join(SAMPLES, name));
      expect(
        anomalies.filter((a) => a.severity === 'error' && /^(?:narrative|text)-/.test(a.rule)).map((a) => a.message),
      ).toEqual([]);
    },
    60_000,
  );

  test.each([...planted])(
    '%s: every planted error is found',
    async (name) => {
      const truth = JSON.parse(
        readFileSync(join(SAMPLES, 'truth', name.replace('.pdf', '.anomalies.json')), 'utf8'),
      ) as Truth;
      const { anomalies } = await extract(join(SAMPLES, name));
      expect(truth.anomalies.filter((t) => !anomalies.some((a) => matches(t, a))).map((t) => t.says)).toEqual([]);
      const errors = anomalies.filter((a) => a.severity === 'error');
      expect(errors.filter((a) => !truth.anomalies.some((t) => matches(t, a))).map((a) => a.message)).toEqual([]);
    },
    60_000,
  );
});

describe.skipIf(!existsSync(REAL))('the annotated final account', () => {
  test('errors as errors, minor ones as warnings, rounding as info', async () => {
    const [name] = readdirSync(join(REAL, 'truth')).filter((file) => file.endsWith('.anomalies.json'));
    const truth = JSON.parse(readFileSync(join(REAL, 'truth', name!), 'utf8')) as Truth;
    const folder = join(REAL, 'putuo');
    const file = readdirSync(folder).find(
      (f) =>
        createHash('sha256')
          .update(readFileSync(join(folder, f)))
          .digest('hex') === truth.sha256,
    )!;
    const { anomalies } = await extract(join(folder, file));
    const found = (severity: string): number =>
      truth.anomalies.filter((t) => t.severity === severity && anomalies.some((a) => matches(t, a))).length;
    const count = (severity: string): number => truth.anomalies.filter((t) => t.severity === severity).length;
    expect(found('error')).toBe(count('error'));
    expect(found('minor')).toBe(count('minor'));
    expect(found('rounding')).toBe(count('rounding'));
    const errors = anomalies.filter((a) => a.severity === 'error');
    expect(
      errors
        .filter((a) => !truth.anomalies.some((t) => t.severity === 'error' && matches(t, a)))
        .map((a) => a.message),
    ).toEqual([]);
  }, 60_000);
});
