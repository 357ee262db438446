/**
 * @module The conformance suite of the ObjectStore port; every driver's test calls it with a way to make an empty
 * store.
 */
import { describe, expect, it } from 'vitest';
import { ObjectStoreError, type ObjectStore } from '../../stores/object-store.js';

/** @param create an empty store; every test gets its own */
export function describeObjectStore(name: string, create: () => Promise<ObjectStore>): void {
  const use = async (check: (store: ObjectStore) => Promise<void>): Promise<void> => {
    const store = await create();
    try {
      await check(store);
    } finally {
      await store.close();
    }
  };
  const text = (body: Uint8Array | null): string | null =>
    body === null ? null : Buffer.from(body).toString('utf8');
  const keys = async (store: ObjectStore, prefix: string): Promise<string[]> => {
    const found: string[] = [];
    for await (const object of store.list(prefix)) found.push(object.key);
    return found;
  };

  describe(`ObjectStore: ${name}`, () => {
    it('gives back what was put, bytes and text', () =>
      use(async (store) => {
        const bytes = Uint8Array.from({ length: 70_000 }, (_, i) => i % 251);
        expect(await store.put('raw/sha256/ab/abc.pdf', bytes, { contentType: 'application/pdf' })).toBe('written');
        expect(Buffer.from((await store.get('raw/sha256/ab/abc.pdf')) ?? []).equals(Buffer.from(bytes))).toBe(true);
        await store.put('runs/a.json', '{"部门":"财政局"}');
        expect(text(await store.get('runs/a.json'))).toBe('{"部门":"财政局"}');
        expect(await store.head('runs/a.json')).toEqual({
          key: 'runs/a.json',
          bytes: Buffer.byteLength('{"部门":"财政局"}'),
        });
      }));

    it('keeps an empty object apart from an absent one', () =>
      use(async (store) => {
        await store.put('empty', '');
        expect(await store.get('empty')).toHaveLength(0);
        expect(await store.head('empty')).toEqual({ key: 'empty', bytes: 0 });
        expect(await store.get('absent')).toBeNull();
        expect(await store.getRange('absent', 0, 10)).toBeNull();
        expect(await store.head('absent')).toBeNull();
      }));

    it('overwrites, unless asked to write only what is absent', () =>
      use(async (store) => {
        await store.put('a/b', 'one');
        expect(await store.put('a/b', 'two')).toBe('written');
        expect(await store.put('a/b', 'three', { ifAbsent: true })).toBe('exists');
        expect(text(await store.get('a/b'))).toBe('two');
        expect(await store.put('a/c', 'new', { ifAbsent: true })).toBe('written');
      }));

    it('lets exactly one of many concurrent writers create an object', () =>
      use(async (store) => {
        const outcomes = await Promise.all(
          Array.from({ length: 12 }, (_, i) => store.put('race/x', `writer ${i}`, { ifAbsent: true })),
        );
        expect(outcomes.filter((outcome) => outcome === 'written')).toHaveLength(1);
        const winner = outcomes.indexOf('written');
        expect(text(await store.get('race/x'))).toBe(`writer ${winner}`);
      }));

    it('never shows half an object to a reader', () =>
      use(async (store) => {
        const versions = ['a', 'b'].map((letter) => letter.repeat(300_000));
        await store.put('whole', versions[0] ?? '');
        let writing = true;
        const writer = (async () => {
          for (let i = 0; i < 15; i++) await store.put('whole', versions[i % 2] ?? '');
          writing = false;
        })();
        while (writing) expect(versions.includes(text(await store.get('whole')) ?? '')).toBe(true);
        await writer;
      }));

    it('reads ranges, cut at the end of the object', () =>
      use(async (store) => {
        await store.put('range', '0123456789');
        expect(text(await store.getRange('range', 2, 5))).toBe('234');
        expect(text(await store.getRange('range', 8, 100))).toBe('89');
        expect(text(await store.getRange('range', 0, 10))).toBe('0123456789');
        expect(text(await store.getRange('range', 10, 20))).toBe('');
        expect(text(await store.getRange('range', 5, 5))).toBe('');
      }));

    it('lists by prefix in lexical order of whole keys', () =>
      use(async (store) => {
        const all = ['a', 'a.b', 'a/b', 'a/b=c/d', 'a/c', 'a0', 'b/1', 'b/10', 'b/2'].filter((key) => key !== 'a');
        for (const key of [...all].reverse()) await store.put(key, key);
        expect(await keys(store, '')).toEqual(all);
        expect(await keys(store, 'a/')).toEqual(['a/b', 'a/b=c/d', 'a/c']);
        expect(await keys(store, 'a/b')).toEqual(['a/b', 'a/b=c/d']);
        expect(await keys(store, 'b/1')).toEqual(['b/1', 'b/10']);
        expect(await keys(store, 'none/')).toEqual([]);
      }));

    it('lists many objects', () =>
      use(async (store) => {
        const many = Array.from({ length: 1_050 }, (_, i) => `many/${String(i).padStart(5, '0')}`);
        for (let i = 0; i < many.length; i += 50)
          await Promise.all(many.slice(i, i + 50).map((key) => store.put(key, 'x')));
        expect(await keys(store, 'many/')).toEqual(many);
      }));

    it('deletes, and says nothing when there is nothing to delete', () =>
      use(async (store) => {
        await store.put('gone', 'x');
        await store.delete('gone');
        await store.delete('gone');
        expect(await store.get('gone')).toBeNull();
        expect(await keys(store, '')).toEqual([]);
      }));

    it('keeps large objects whole', () =>
      use(async (store) => {
        const large = new Uint8Array(20 * 1024 * 1024 + 7).map((_, i) => (i * 31) & 255);
        await store.put('large', large);
        expect(await store.head('large')).toEqual({ key: 'large', bytes: large.length });
        const back = await store.get('large');
        expect(back && Buffer.compare(back, large)).toBe(0);
        expect(await store.put('large', 'small', { ifAbsent: true })).toBe('exists');
        expect(await store.put('large2', large, { ifAbsent: true })).toBe('written');
      }));

    it.each([
      '',
      '/',
      '/a',
      'a/',
      'a//b',
      '../a',
      'a/../b',
      './a',
      'a/.',
      'a b',
      'a\\b',
      'a\u0000',
      '财政',
      'a?b',
      'x'.repeat(300),
      '.tmp~1',
    ])('refuses the key %j', (key) =>
      use(async (store) => {
        await expect(store.put(key, 'x')).rejects.toThrow(ObjectStoreError);
        await expect(async () => store.get(key)).rejects.toThrow(ObjectStoreError);
      }),
    );
  });
}
