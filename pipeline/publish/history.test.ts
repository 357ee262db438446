import { describe, expect, it } from 'vitest';
import { findReplaced, noteSeen, publishDocument, risingClock } from './index.js';
import type { GongkaiDocument } from '../../schemas/index.js';
import { createMemoryStore } from '../../stores/memory.js';
import type { ObjectStore } from '../../stores/object-store.js';
import { SAMPLE_BYTES, sampleDocument } from '../../test/support/sample-document.js';

const id = (digit: string): string => digit.repeat(64);
const publish = async (store: ObjectStore, sha256: string, change: Partial<GongkaiDocument['document']> = {}) => {
  const document = sampleDocument({ id: sha256, ...change });
  await publishDocument(store, { ...document, source: { ...document.source, sha256 } }, SAMPLE_BYTES);
};
const URL = 'https://example.gov.cn/a.pdf';
const FILE = 'file:决算.pdf';

describe('which document replaces which', () => {
  it('is the one seen before at the same address, whatever is published first', async () => {
    const store = createMemoryStore();
    const clock = risingClock();
    for (const each of ['a', 'b', 'c']) await noteSeen(store, { uri: URL, sha256: id(each) }, clock());
    for (const each of ['c', 'b', 'a'])
      await publish(store, id(each), { fiscal_year: Number(`201${each.charCodeAt(0) - 97}`) });
    expect(
      await findReplaced(
        store,
        ['a', 'b', 'c'].map((each) => ({ uri: URL, sha256: id(each) })),
      ),
    ).toEqual(
      new Map([
        [id('b'), id('a')],
        [id('c'), id('b')],
      ]),
    );
    // Back to an earlier content: it has its place already.
    await noteSeen(store, { uri: URL, sha256: id('a') }, clock());
    expect(await findReplaced(store, [{ uri: URL, sha256: id('a') }])).toEqual(new Map());
  });

  it('passes over what was seen and never published', async () => {
    const store = createMemoryStore();
    const clock = risingClock();
    for (const each of ['a', 'b', 'c']) await noteSeen(store, { uri: URL, sha256: id(each) }, clock());
    for (const each of ['a', 'c']) await publish(store, id(each));
    expect(await findReplaced(store, [{ uri: URL, sha256: id('c') }])).toEqual(new Map([[id('c'), id('a')]]));
  });

  it('takes two files of one name for versions only where they say the same of themselves', async () => {
    const store = createMemoryStore();
    const clock = risingClock();
    const changes = {
      a: {},
      b: { entity: { name: '另一局', division_code: null, division_name: null } },
      c: { fiscal_year: 2023 },
      d: {},
    };
    for (const [each, change] of Object.entries(changes)) {
      await noteSeen(store, { uri: FILE, sha256: id(each) }, clock());
      await publish(store, id(each), change);
    }
    expect(
      await findReplaced(
        store,
        Object.keys(changes).map((each) => ({ uri: FILE, sha256: id(each) })),
      ),
    ).toEqual(new Map([[id('d'), id('a')]]));
    await noteSeen(store, { uri: FILE, sha256: id('e') }, clock());
    await publish(store, id('e'), { fiscal_year: null });
    expect(await findReplaced(store, [{ uri: FILE, sha256: id('e') }])).toEqual(new Map());
  });

  it('keeps the first time, and the order within a millisecond', async () => {
    const clock = risingClock();
    const times = Array.from({ length: 50 }, clock).map(Number);
    expect(new Set(times).size).toBe(50);
    expect([...times].sort((a, b) => a - b)).toEqual(times);
  });
});
