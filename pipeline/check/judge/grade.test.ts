import { describe, expect, it } from 'vitest';
import { checkDocument } from '../index.js';
import { gradeFacts } from './grade.js';
import { account, change, recognised } from '../../../test/support/check/account.js';
import { document } from '../../../test/support/check/document.js';
import type { CheckInput, Outcome } from '../types.js';

const grade = (input: CheckInput, row: string, column: string, table = 'expenditure') => {
  const { grades } = checkDocument(input);
  return grades.get(
    input.facts.find((f) => f.table_kind === table && f.row_id === row && f.column_id === column)!.id,
  );
};

describe('grades', () => {
  it('every fact has one', () => {
    const input = account();
    expect(checkDocument(input).grades.size).toBe(input.facts.length);
  });

  it('a figure in an identity that closes is verified, also within rounding', () => {
    expect(grade(account(), '2101550', 'total')).toBe('verified');
    expect(
      grade(
        change(account(), { table: 'expenditure', row: '2101550', column: 'total' }, '34.01'),
        '2101550',
        'total',
      ),
    ).toBe('verified');
  });

  it('the figure whose change closes what fails is doubtful, the others stay as they are', () => {
    const wrong = change(account(), { table: 'expenditure', row: '2101550', column: 'total' }, '43.00');
    expect(grade(wrong, '2101550', 'total')).toBe('doubtful');
    expect(grade(wrong, '2101550', 'basic')).toBe('verified');
    expect(grade(wrong, '2080506', 'basic')).toBe('verified');
  });

  it('an empty place is never verified: a sum cannot tell it from a figure that was not read', () => {
    expect(grade(account(), '2101550', 'project')).toBe('unchecked');
  });

  it('0.00 = 0.00 verifies nothing', () => {
    const zero = document()
      .table({
        kind: 'expenditure',
        columns: [
          ['total', '合计'],
          ['basic', '基本支出'],
          ['project', '项目支出'],
        ],
        rows: [['208', '类', '0.00', '0.00', '0.00']],
      })
      .input();
    expect([...checkDocument(zero).grades.values()]).toEqual(['consistent', 'consistent', 'consistent']);
  });

  it('a figure that nothing is compared with is unchecked, one of low confidence doubtful', () => {
    const lone = document()
      .table({
        kind: 'three_public_expenses',
        columns: [['amount', '决算数']],
        rows: [['operating', '机关运行经费', '12.00']],
      })
      .input();
    expect([...checkDocument(lone).grades.values()]).toEqual(['unchecked']);
    expect([
      ...checkDocument({ ...lone, facts: lone.facts.map((f) => ({ ...f, confidence: 0.3 })) }).grades.values(),
    ]).toEqual(['doubtful']);
  });

  const fact = account().facts.find(
    (f) => f.row_id === '2101550' && f.column_id === 'total' && f.table_kind === 'expenditure',
  )!;
  const ocr = (confidence: number, outcomes: Outcome[], quality: 'good' | 'bilevel' = 'good') =>
    gradeFacts([{ ...fact, source: 'ocr', confidence }], outcomes, () => quality).get(fact.id);
  const sum: Outcome = { outcome: 'pass', facts: [fact.id], confirms: true, nonZero: 3 };
  const copy: Outcome = { outcome: 'pass', facts: [fact.id], confirms: true, nonZero: 2 };
  const info = {
    severity: 'info' as const,
    message: '',
    message_en: '',
    reported: null,
    computed: null,
    difference: null,
    tolerance: null,
    evidence: [],
  };

  it('a recognised figure needs two exact sums, or one and high confidence, to be verified', () => {
    expect(ocr(0.9, [sum, sum])).toBe('verified');
    expect(ocr(0.98, [sum])).toBe('verified');
    expect(ocr(0.9, [sum])).toBe('consistent');
  });

  it('a copy of one figure, or a sum that closes only within rounding, is no support for a recognised figure', () => {
    expect(ocr(0.99, [copy, copy])).toBe('unchecked');
    expect(ocr(0.99, [{ ...sum, finding: info }])).toBe('unchecked');
    expect(ocr(0.7, [sum, sum])).toBe('doubtful');
  });

  it('from a one-bit image nothing is verified, and two exact sums are needed to be consistent', () => {
    expect(ocr(0.99, [sum], 'bilevel')).toBe('unchecked');
    expect(ocr(0.99, [sum, sum], 'bilevel')).toBe('consistent');
  });

  it('a repaired value is never better than consistent: it was chosen to close its identities', () => {
    const repaired = {
      ...fact,
      source: 'ocr' as const,
      confidence: 0.99,
      repair: { from: '43.00', to: '34.00', why: 'x', identities: ['row-sum'] },
    };
    expect(gradeFacts([repaired], [sum, sum]).get(fact.id)).toBe('consistent');
    expect(gradeFacts([repaired], [sum]).get(fact.id)).toBe('doubtful');
  });

  it('a whole account recognised well still checks out where sums hold it', () => {
    const grades = [...checkDocument(recognised(account(), 'expenditure', 0.99)).grades.values()];
    expect(new Set(grades)).toEqual(new Set(['verified', 'unchecked']));
  });
});
