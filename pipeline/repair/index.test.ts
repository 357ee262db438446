import { describe, expect, it } from 'vitest';
import type { CheckInput, Outcome, Rule } from '../check/types.js';
import { repairFacts, type Candidate } from './index.js';
import type { Fact } from '../../schemas/index.js';

function fact(id: string, value: string | null, over: Partial<Fact> = {}): Fact {
  return {
    id,
    table_id: 't1',
    table_kind: 'income',
    table_title: '收入决算表',
    row_code: null,
    row_id: null,
    row_label: id,
    row_path: [],
    column_id: 'total',
    column_label: '本年收入合计',
    phase: 'actual',
    value,
    raw_text: value ?? '?',
    unit: '万元',
    amount_yuan: null,
    page: 1,
    boxes: [[0, 0, 10, 10]],
    source: 'ocr',
    confidence: 0.7,
    grade: 'doubtful',
    dimensions: null,
    repair: null,
    ...over,
  };
}

/** total = sum of parts, exact to the hundredth: each a rule of its own. */
function sumRule(id: string, total: string, parts: string[]): Rule {
  return {
    id,
    severity: 'error',
    title: { zh: id, en: id },
    *evaluate({ facts }): Iterable<Outcome> {
      const cents = (name: string): number => Math.round(Number(facts.find((f) => f.id === name)?.value ?? 0) * 100);
      const names = [total, ...parts];
      if (cents(total) === parts.reduce((sum, p) => sum + cents(p), 0))
        yield { outcome: 'pass', facts: names, confirms: true };
      else
        yield {
          outcome: 'fail',
          facts: names,
          finding: {
            severity: 'error',
            message: '',
            message_en: '',
            reported: null,
            computed: null,
            difference: null,
            tolerance: null,
            evidence: [],
          },
        };
    },
  };
}

const inputOf = (facts: Fact[]): CheckInput => ({
  identity: {
    kind: 'final_accounts',
    scope: null,
    entity: { name: null, division_code: null, division_name: null },
    fiscal_year: 2024,
    title: null,
  },
  tables: [],
  facts,
  prose: { paragraphs: [], statements: [] },
  layouts: [],
});
const candidates = (entries: Record<string, string[]>): Map<string, Candidate[]> =>
  new Map(
    Object.entries(entries).map(([id, texts]) => [id, texts.map((text) => ({ text, why: 'another reading' }))]),
  );
const row = sumRule('row', 'a', ['b', 'c']),
  column = sumRule('column', 'd', ['a', 'e']);

describe('repair by arithmetic', () => {
  const facts = [fact('a', '15.00'), fact('b', '10.00'), fact('c', '8.00'), fact('d', '20.00'), fact('e', '2.00')];

  it('takes the one reading that closes every identity of the cell, and keeps what was read', () => {
    const { facts: out, repaired } = repairFacts(inputOf(facts), candidates({ a: ['16.00', '18.00', '1800'] }), [
      row,
      column,
    ]);
    expect(repaired).toEqual(['a']);
    const a = out.find((f) => f.id === 'a')!;
    expect(a.value).toBe('18.00');
    expect(a.amount_yuan).toBe('180000');
    expect(a.raw_text).toBe('15.00');
    expect(a.repair).toMatchObject({ from: '15.00', to: '18.00', identities: ['column', 'row'] });
    expect(facts[0]!.value).toBe('15.00');
  });

  it('fills a cell that could not be read as a number', () => {
    const unread = facts.map((f) => (f.id === 'a' ? { ...f, value: null, raw_text: '1B.00' } : f));
    expect(repairFacts(inputOf(unread), candidates({ a: ['18.00'] }), [row, column]).facts[0]!.value).toBe('18.00');
  });

  it('does nothing where only one identity speaks for the reading', () => {
    expect(repairFacts(inputOf(facts), candidates({ a: ['18.00'] }), [row]).repaired).toEqual([]);
  });

  it('does nothing where two cells could each be the wrong one', () => {
    const twice = sumRule('again', 'a', ['b', 'c']);
    expect(
      repairFacts(
        inputOf(facts.map((f) => (f.id === 'd' ? { ...f, value: '17.00' } : f))),
        candidates({ a: ['18.00'], b: ['7.00'] }),
        [row, twice],
      ).repaired,
    ).toEqual([]);
  });

  it('does nothing where no supported reading closes all identities', () => {
    expect(repairFacts(inputOf(facts), candidates({ a: ['16.00', '17.00'] }), [row, column]).repaired).toEqual([]);
  });

  it('never touches a text layer', () => {
    const digital = facts.map((f) => ({ ...f, source: 'text_layer' as const }));
    expect(repairFacts(inputOf(digital), candidates({ a: ['18.00'] }), [row, column]).repaired).toEqual([]);
  });
});
