import { expect, it } from 'vitest';
import { createMemoryStore } from '../stores/memory.js';
import { type ObjectStore, ObjectStoreError } from '../stores/object-store.js';
import { type FetchLine, createFetchLog } from './fetch-log.js';

const line = (index: number, day = '2026-01-01'): FetchLine => ({
  at: `${day}T00:00:00.000Z`,
  run: 'r',
  source: 's',
  purpose: 'pdf',
  url: `http://a.test/${index}`,
  outcome: 'fetched',
  status: 200,
  bytes: 1,
  milliseconds: 1,
  sha256: null,
  location: null,
  error: null,
});

async function read(store: ObjectStore): Promise<Record<string, number[]>> {
  const segments: Record<string, number[]> = {};
  for await (const { key } of store.list('crawl/fetches/')) {
    segments[key] = new TextDecoder()
      .decode((await store.get(key))!)
      .trim()
      .split('\n')
      .map((text) => Number((JSON.parse(text) as FetchLine).url.split('/').at(-1)));
  }
  return segments;
}

it('has every line in the store when write() resolves, in segments of a hundred', async () => {
  const store = createMemoryStore();
  const log = createFetchLog(store, 'w');
  await log.write(line(0));
  expect(Object.values(await read(store)).flat()).toEqual([0]);
  await Promise.all(Array.from({ length: 249 }, (_, index) => log.write(line(index + 1))));
  const segments = Object.values(await read(store));
  expect(segments.map((segment) => segment.length)).toEqual([100, 100, 50]);
  expect(segments.flat()).toEqual(Array.from({ length: 250 }, (_, index) => index));
});

it('begins a new segment with a new day', async () => {
  const store = createMemoryStore();
  const log = createFetchLog(store, 'w');
  await Promise.all([log.write(line(1)), log.write(line(2)), log.write(line(3, '2026-01-02'))]);
  expect(await read(store)).toEqual({
    'crawl/fetches/date=2026-01-01/w-000000.jsonl': [1, 2],
    'crawl/fetches/date=2026-01-02/w-000001.jsonl': [3],
  });
});

it('says when the store is away, and carries the line with the next one', async () => {
  const store = createMemoryStore();
  let away = true;
  const log = createFetchLog(
    {
      ...store,
      put: async (...args) => {
        if (away) throw new ObjectStoreError('away', true);
        return store.put(...args);
      },
    },
    'w',
  );
  await expect(log.write(line(1))).rejects.toThrow('away');
  away = false;
  await log.write(line(2));
  expect(Object.values(await read(store)).flat()).toEqual([1, 2]);
});
