import { describe, expect, it } from 'vitest';
import type { Fact } from '../../schemas/index.js';
import type { NumericReading, PageLayout } from '../model.js';
import { settle } from '../domain/column-numbers.js';
import { settleOddFigures } from './odd-figures.js';

describe('figures with odd signs', () => {
  it.each([
    ['1.673.99', 2, '1673.99'],
    ['1,673,99', 2, '1673.99'],
    ['1673,99', 2, '1673.99'],
    ['12,345.678.90', 2, '12345678.90'],
    ['-1.673.99', 2, '-1673.99'],
    ['(1.673.99)', 2, '-1673.99'],
    ['12 34.56', 2, '1234.56'],
    ['1. 673. 99', 2, '1673.99'],
    ['1, 673 .99', 2, '1673.99'],
    ['1.234.567', 0, '1234567'],
  ])('%s among figures with %i decimals is %s', (raw, decimals, value) =>
    expect(settle(raw, decimals)?.text ?? null).toBe(value),
  );

  it.each([
    ['1.673.9', 2],
    ['1.67.99', 2],
    ['16.73.99', 2],
    ['12.34 56.78', 2],
    ['0 34.56', 2],
    ['1.673', 0],
    ['1,673,99', 0],
    ['1.673.99', 3],
    ['12-34.56', 2],
    ['1 2 34.56', 2],
    ['12.34. 56', 2],
    ['1. 673. 99 4', 2],
  ])('%s among figures with %i decimals stays open', (raw, decimals) => expect(settle(raw, decimals)).toBeNull());
});

const fact = (row: number, value: string | null, raw: string = value ?? '', over: Partial<Fact> = {}): Fact => ({
  id: `t1-r${row}c2`,
  table_id: 't1',
  table_kind: 'income',
  table_title: '收入决算表',
  row_code: null,
  row_id: null,
  row_label: String(row),
  row_path: [],
  column_id: 'total',
  column_label: '本年收入合计',
  phase: 'actual',
  value,
  raw_text: raw,
  unit: '万元',
  amount_yuan: null,
  page: 1,
  boxes: [[0, row * 20, 100, row * 20 + 20]],
  source: 'ocr',
  confidence: 0.95,
  grade: 'unchecked',
  dimensions: null,
  repair: null,
  ...over,
});
const column = [fact(1, '12.00'), fact(2, '3.50'), fact(3, '7.25'), fact(4, '0')];
const layoutWith = (readings: NumericReading[]): PageLayout => ({
  content: { number: 1, numericReadings: readings } as unknown as PageLayout['content'],
  tables: [],
  lines: [],
  furniture: [],
});

describe('in their column', () => {
  it('are kept as doubtful values that say what was read and why', () => {
    const out = settleOddFigures([...column, fact(5, null, '1.673.99')], []);
    expect(out.at(-1)).toMatchObject({
      value: '1673.99',
      amount_yuan: '16739900',
      raw_text: '1.673.99',
      confidence: 0.5,
      repair: { from: '1.673.99', to: '1673.99', identities: [] },
    });
    expect(out.at(-1)!.repair!.why).toMatch(/2 decimals/);
    expect(out.slice(0, 4)).toEqual(column);
  });

  it('stay as read in a column too short or too mixed to say, and in a text layer', () => {
    expect(settleOddFigures([...column.slice(0, 2), fact(5, null, '1.673.99')], []).at(-1)!.value).toBeNull();
    expect(
      settleOddFigures([...column, fact(6, '7'), fact(7, '15'), fact(5, null, '1.673.99')], []).at(-1)!.value,
    ).toBeNull();
    expect(
      settleOddFigures([...column, fact(5, null, '1.673.99', { source: 'text_layer' })], []).at(-1)!.value,
    ).toBeNull();
  });

  it('get a lost point back only where another reading of the picture saw it', () => {
    const reading = { box: [10, 104, 60, 116] as [number, number, number, number], text: '167399', agreed: false };
    const seen = layoutWith([
      {
        ...reading,
        readings: [
          { text: '167399', probability: 0.9, by: 'ppocr' },
          { text: '1673.99', probability: 0.2, by: 'tesseract' },
        ],
      },
    ]);
    expect(settleOddFigures([...column, fact(5, '167399')], [seen]).at(-1)).toMatchObject({
      value: '1673.99',
      confidence: 0.5,
    });
    expect(
      settleOddFigures(
        [...column, fact(5, '167399')],
        [layoutWith([{ ...reading, readings: [{ text: '167399', probability: 0.9, by: 'ppocr' }] }])],
      ).at(-1),
    ).toMatchObject({ value: '167399', repair: null });
  });
});
