import { describe, expect, it } from 'vitest';
import type { Fact } from '../../schemas/index.js';
import { CheckContext } from '../check/context.js';
import { sumIdentity } from '../check/sum-identity.js';
import { factOperand } from '../check/operand.js';
import { Where } from '../check/place.js';
import type { CheckInput, Rule } from '../check/types.js';
import { UNREAD } from '../domain/unread.js';
import type { PageContent, PageLayout } from '../model.js';
import { fillUnread } from './fill.js';

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
    raw_text: value ?? UNREAD,
    unit: '万元',
    amount_yuan: null,
    page: 1,
    boxes: [[0, 0, 10, 10]],
    source: 'ocr',
    confidence: value === null ? 0.3 : 0.99,
    grade: 'unchecked',
    dimensions: null,
    repair: null,
    ...over,
  };
}

function sumRule(id: string, total: string, parts: string[]): Rule {
  return {
    id,
    severity: 'error',
    title: { zh: id, en: id },
    *evaluate({ facts, index }) {
      const operand = (name: string) => factOperand(index, facts.find((f) => f.id === name)!);
      yield sumIdentity({
        at: new Where(() => ({ zh: '', en: '' })),
        total: operand(total),
        parts: parts.map((name) => ({ operand: operand(name) })),
      });
    },
  };
}

function fill(facts: Fact[], rules: Rule[], reading?: [text: string, probability: number]): Fact[] | null {
  const input: CheckInput = {
    identity: {
      kind: 'final_accounts',
      scope: null,
      entity: { name: null, division_code: null, division_name: null },
      fiscal_year: 2024,
      title: null,
    } as CheckInput['identity'],
    tables: [],
    facts,
    prose: { paragraphs: [], statements: [] },
    layouts: [],
  };
  const numericReadings = reading && [
    {
      box: [1, 1, 9, 9],
      text: reading[0],
      readings: [{ text: reading[0], probability: reading[1], by: 'ppocr' }],
      agreed: null,
    },
  ];
  const layouts = [{ content: { number: 1, numericReadings } as unknown as PageContent }] as unknown as PageLayout[];
  return fillUnread(new CheckContext(input), facts, layouts, rules);
}

describe('a figure that was printed and not read', () => {
  const facts = [fact('total', '30.50'), fact('a', '20.30'), fact('b', null)];
  const rule = sumRule('column-sum', 'total', ['a', 'b']);

  it('takes the value that its identity leaves open, doubtful', () => {
    const b = fill(facts, [rule])?.[2];
    expect(b).toMatchObject({ value: '10.2', repair: { from: UNREAD, to: '10.2', identities: ['column-sum'] } });
    expect(b!.confidence).toBeLessThan(0.8);
  });

  it('is printed as a reading of its ink has it, where one agrees', () =>
    expect(fill(facts, [rule], ['10.20', 0.4])?.[2]).toMatchObject({ value: '10.20', confidence: 0.4 }));

  it('stays open where its ink says another number, surely', () =>
    expect(fill(facts, [rule], ['16.20', 0.95])).toBeNull());

  it('stays open beside another one, and where two identities ask for different values', () => {
    expect(fill([fact('total', '30.50'), fact('a', null), fact('b', null)], [rule])).toBeNull();
    const more = [...facts, fact('row', '11.00'), fact('c', '1.00')];
    expect(fill(more, [rule, sumRule('row-sum', 'row', ['b', 'c'])])).toBeNull();
  });

  it('makes no sum fail, and none is closed by it', () => {
    const { facts: given } = { facts };
    expect(fill(given, [])).toBeNull();
    const ctx = new CheckContext({
      identity: {} as CheckInput['identity'],
      tables: [],
      facts,
      prose: { paragraphs: [], statements: [] },
      layouts: [],
    });
    expect([...rule.evaluate(ctx)].map((o) => o.outcome)).toEqual(['not_applicable']);
  });
});
