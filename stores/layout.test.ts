import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import * as layout from './layout.js';
import { checkKey } from './keys.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const ROOMS = ['cli', 'crawl', 'pipeline', 'pool', 'schemas', 'stores', 'warehouse', 'web', 'workers', 'bench'];
const [sha256, hash] = ['ab'.repeat(32), 'cd'.repeat(16)];
const document = { id: sha256, kind: 'budget' as const, fiscal_year: null };

/** One of each kind: what the program writes and what other programs read. */
const KEYS = {
  [layout.rawKey(sha256)]: `raw/sha256/ab/${sha256}.pdf`,
  [layout.documentKey(sha256)]: `documents/${sha256}/document.json`,
  [layout.factsKey({
    ...document,
    fiscal_year: 2024,
  })]: `facts/document_kind=budget/fiscal_year=2024/${sha256}.jsonl`,
  [layout.anomaliesKey(document)]: `anomalies/document_kind=budget/fiscal_year=unknown/${sha256}.jsonl`,
  [layout.runKey('r1')]: 'runs/r1.json',
  [layout.runPartKey('r1', sha256)]: `runs/parts/r1/document-${sha256}.json`,
  [layout.failedInputKey('r1', 7)]: 'runs/parts/r1/failure-000007.json',
  [layout.seenKey(hash, sha256)]: `runs/sources/cd/${hash}/${sha256}.json`,
  [layout.recognisedPageKey(layout.recognisedFolder(sha256, '1-auto'), 3)]:
    `recognised/${sha256}/1-auto/page-00003.json`,
  [layout.recognisedPlanKey(layout.recognisedFolder(sha256, '1-auto'))]: `recognised/${sha256}/1-auto/plan.json`,
  [layout.urlKey(sha256)]: `crawl/urls/ab/${sha256}.json`,
  [layout.originKey(sha256)]: `crawl/origins/ab/${sha256}.json`,
  [layout.sourceKey(hash)]: `crawl/sources/${hash}.json`,
  [layout.fetchLogKey('2026-01-02', 'w1', 4)]: 'crawl/fetches/date=2026-01-02/w1-000004.jsonl',
  [layout.reviewKey(sha256, 't1-r2c3')]: `reviews/${sha256}/t1-r2c3.json`,
  [layout.reviewLogKey(sha256, 't1-r2c3', 2)]: `review-log/${sha256}/t1-r2c3.2.json`,
};

describe('layout', () => {
  it('spells every key as it is documented, and as every store takes it', () => {
    for (const [key, expected] of Object.entries(KEYS)) {
      expect(key).toBe(expected);
      expect(() => checkKey(key)).not.toThrow();
    }
  });

  it('reads from a key what stands in it', () => {
    expect(layout.hashOfRaw(layout.rawKey(sha256))).toBe(sha256);
    expect(layout.hashOfDocument(layout.documentKey(sha256))).toBe(sha256);
    expect(layout.hashOfDocument(`documents/${sha256}/other.json`)).toBeNull();
    expect(layout.partitionOf(layout.factsKey(document))).toEqual({
      documentKind: 'budget',
      year: 'unknown',
      document: sha256,
    });
    expect(layout.partitionOf(layout.documentKey(sha256))).toBeNull();
    expect(layout.documentOfReview(layout.reviewKey(sha256, 't1-r2c3'))).toBe(sha256);
  });

  it('is the only file that spells a key', () => {
    const prefixes = [...new Set(Object.values(KEYS).map((key) => key.split('/')[0] as string))].join('|');
    // A literal that opens with a prefix, of one or more segments. "./documents.js" and "/documents/:id" do not.
    const spelled = new RegExp(`['"\`](?:${prefixes})/(?!.*\\.js['"\`])`);
    const found = ROOMS.flatMap(sources).flatMap((file) =>
      readFileSync(join(root, file), 'utf8')
        .split('\n')
        .flatMap((line, at) => (spelled.test(withoutComment(line)) ? [`${file}:${at + 1}: ${line.trim()}`] : [])),
    );
    expect(found).toEqual([]);
  });
});

function sources(room: string): string[] {
  return readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .map((file) => `${room}/${file}`)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== 'stores/layout.ts');
}

function withoutComment(line: string): string {
  return /^\s*(\/\*\*|\*|\/\/)/.test(line) ? '' : line;
}
