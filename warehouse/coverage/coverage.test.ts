import { describe, expect, it } from 'vitest';
import { Lexicon } from '../../pipeline/domain/lexicon/phrase.js';
import { TERMS } from '../../pipeline/domain/lexicon/terms.js';
import { documentKey } from '../../stores/layout.js';
import { createMemoryStore } from '../../stores/memory.js';
import type { Fact, GongkaiDocument, Table } from '../../schemas/index.js';
import { SAMPLE_SHA, sampleDocument } from '../../test/support/sample-document.js';
import { coverageOf } from './index.js';
import { Tally } from './tally.js';

async function survey(change: (document: GongkaiDocument) => void, lexicon?: Lexicon) {
  const document = sampleDocument();
  change(document);
  const store = createMemoryStore();
  await store.put(documentKey(SAMPLE_SHA), JSON.stringify(document));
  await store.put('documents/readme.txt', 'no document');
  return coverageOf(store, lexicon ? { lexicon } : {});
}

describe('coverage', () => {
  it('finds nothing to say about a document that is understood', async () => {
    const found = await survey(() => {});
    expect(found.documents).toEqual({ total: 1, by_kind: { final_accounts: 1 }, unreadable: [] });
    expect(found.values).toMatchObject({ total: 1, by_grade: { doubtful: 1 }, column_id_missing: { count: 0 } });
    expect(found.tables).toMatchObject({ total: 1, with_kind: 1, statutory_without_kind: { count: 0 } });
    expect([found.silent_holes.count, found.colliding_keys.count, found.dimensions.null]).toEqual([0, 0, 0]);
  });

  it('blames the word for which a figure has no dimensions, and no longer where a user has explained it', async () => {
    const change = ({ facts }: GongkaiDocument) => {
      facts[0] = { ...facts[0]!, dimensions: null, column_label: '本年收入/阳光资金' };
    };
    expect((await survey(change)).dimensions).toMatchObject({
      null: 1,
      columns: { count: 1, top: [{ word: '阳光资金', count: 1, documents: 1, examples: [{ page: 1 }] }] },
      rows: { count: 0 },
    });
    const explained = new Lexicon([{ words: ['阳光资金'], means: { fund: 'other' } }, ...TERMS]);
    expect((await survey(change, explained)).dimensions.columns.count).toBe(0);
  });

  it('lists titles that look statutory and have no kind, with the header words that are not understood', async () => {
    const found = await survey(({ tables }) => {
      const header: Table['cells'][number] = {
        ...tables[0]!.cells[0]!,
        role: 'column_header',
        text: '阳光资金',
        raw_text: '阳光资金',
      };
      tables[0] = { ...tables[0]!, kind: null, title: '2024年阳光收入表', cells: [header] };
    });
    expect(found.tables.statutory_without_kind).toMatchObject({ count: 1, top: [{ word: '阳光收入表' }] });
    expect(found.headers).toMatchObject({ count: 1, top: [{ word: '阳光资金' }] });
  });

  it('counts silent holes, colliding keys, documents without institution or year, and unreadable ones', async () => {
    const found = await survey(({ document, facts }) => {
      document.entity.name = null;
      document.fiscal_year = null;
      const fact = facts[0]!;
      facts.push({ ...fact, value: '7.00' }, {
        ...fact,
        value: null,
        raw_text: '1258,6',
        grade: 'unchecked',
      } as Fact);
    });
    expect(found.identity.entity_missing).toMatchObject({ count: 1, top: [{ word: 'final_accounts' }] });
    expect(found.identity.year_missing.count).toBe(1);
    expect(found.silent_holes).toMatchObject({ count: 1, top: [{ word: 'income_expenditure_summary' }] });
    expect(found.colliding_keys).toMatchObject({ count: 1, top: [{ examples: [{ text: '100.00 | 7.00' }] }] });
    const store = createMemoryStore();
    for (const broken of ['{"tables": [', 'null']) {
      await store.put(documentKey(SAMPLE_SHA), broken);
      expect((await coverageOf(store)).documents).toEqual({ total: 0, by_kind: {}, unreadable: [SAMPLE_SHA] });
    }
  });
});

describe('the tally', () => {
  it('lets the rarest words go when there are too many, and says so', () => {
    const tally = new Tally(2);
    const example = { document: 'a', file_name: 'a.pdf', page: 1, text: '' };
    for (const word of ['甲', '甲', '乙', '丙']) tally.add(word, example);
    expect(tally.pruned).toBe(true);
    expect(tally.top(5).map(({ word, count }) => [word, count])).toEqual([
      ['甲', 2],
      ['丙', 1],
    ]);
  });
});
