import { describe, expect, it } from 'vitest';
import { checkDocument, explainRule, listRules } from './index.js';
import { slipOf } from './judge/blame.js';
import { rules } from './rules/index.js';
import { account, change, recognised, without } from '../../test/support/check/account.js';
import { document } from '../../test/support/check/document.js';
import type { Rule } from './types.js';

describe('checkDocument', () => {
  it('finds nothing in a clean account, and counts every evaluation', () => {
    const { checks, anomalies, problems } = checkDocument(account());
    expect(anomalies.filter((a) => a.severity !== 'info')).toEqual([]);
    expect(problems).toEqual([]);
    expect(checks.rules_run).toBe(rules.length);
    expect(checks.failed).toBe(0);
    expect(checks.passed).toBeGreaterThan(200);
  });

  it('a document without tables passes nothing about tables', () => {
    const { checks, anomalies } = checkDocument(document().input());
    expect(anomalies).toEqual([]);
    expect(checks.passed).toBe(0);
    expect(checks.not_evaluable).toBeGreaterThan(5);
  });

  it('one wrong figure is one error; what follows from it is a warning that names it', () => {
    const input = change(account(), { table: 'expenditure', row: '21015', column: 'total' }, '45.00');
    const { anomalies, suspects } = checkDocument(input);
    const [error, ...rest] = anomalies;
    expect(error).toMatchObject({ rule: 'hierarchy-sum', severity: 'error', reported: '45.00' });
    expect(error!.message).toContain(
      '45.00 为 54.00（相邻两位颠倒），则 4 处不符同时消除；文字层所印如此，未作改动。',
    );
    expect(rest.map((a) => a.severity)).toEqual(['warning', 'warning', 'warning']);
    for (const a of rest) expect(a.message).toContain(error!.id);
    expect(suspects).toMatchObject([
      {
        value: '45.00',
        candidate: '54.00',
        closes: ['appropriation-within-total', 'hierarchy-sum', 'row-sum'],
        breaks: 0,
      },
    ]);
  });

  it('where several figures could be the wrong one, the failures are one error and none of them is named', () => {
    const items = (table: 'expenditure' | 'general_public_budget_expenditure') => ({
      kind: table,
      title: table,
      columns: [['total', '合计'] as [string, string]],
      rows: [
        ['total', '合计', '30.00'],
        ['208', '类', '30.00'],
        ['20805', '款', '30.00'],
        ['2080505', '甲', '27.00'],
        ['2080506', '乙', '10.00'],
      ] as [string, string, string][],
    });
    const { anomalies, suspects } = checkDocument(document().table(items('expenditure')).input());
    expect(anomalies.filter((a) => a.severity === 'error')).toMatchObject([
      { rule: 'hierarchy-sum', reported: '30.00', computed: '37.00' },
    ]);
    expect(suspects).toEqual([]);
    expect(anomalies[0]!.message).not.toContain('若');
  });

  it('every figure of the account, changed, gives exactly one error, and where a cause is named it is that figure', () => {
    for (const fact of account().facts) {
      if (fact.value === null) continue;
      const input = account();
      const to = (Number(fact.value) + 7.35).toFixed(2);
      const { anomalies, suspects } = checkDocument({
        ...input,
        facts: input.facts.map((f) => (f.id === fact.id ? { ...f, value: to, raw_text: to } : f)),
      });
      expect([fact.id, anomalies.filter((a) => a.severity === 'error').length]).toEqual([fact.id, 1]);
      for (const s of suspects) expect([s.fact_id, s.candidate]).toEqual([fact.id, fact.value]);
    }
  });

  it('a missing item row is one error, its other columns echo it', () => {
    const input = account();
    const { anomalies } = checkDocument({
      ...input,
      facts: input.facts.filter((f) => !(f.table_kind === 'expenditure' && f.row_id === '2101550')),
    });
    expect(anomalies.filter((a) => a.severity === 'error')).toMatchObject([
      { rule: 'hierarchy-sum', reported: '54.00', computed: '20.00' },
    ]);
  });

  it('a recognised figure is a doubt about our reading, never an error of the document', () => {
    const { anomalies } = checkDocument(
      recognised(change(account(), { table: 'expenditure', row: '21015', column: 'total' }, '45.00'), 'expenditure'),
    );
    expect(anomalies.map((a) => a.severity)).not.toContain('error');
    expect(anomalies.some((a) => a.message.includes('疑为识读之误'))).toBe(true);
  });

  it('where most rows of a table fail, its form is not understood: nothing is said of the document', () => {
    const input = account();
    const shifted = {
      ...input,
      facts: input.facts.map((f) =>
        f.table_kind === 'expenditure' && f.column_id === 'basic' && f.value !== null ? { ...f, value: '1.00' } : f,
      ),
    };
    const { anomalies, checks } = checkDocument(shifted);
    expect(anomalies.filter((a) => a.severity === 'error')).toEqual([]);
    expect(checks.not_evaluable).toBeGreaterThan(checkDocument(input).checks.not_evaluable);
  });

  it('ids and order are stable, worst first, and do not depend on other findings', () => {
    const one = change(account(), { table: 'expenditure', row: '21015', column: 'total' }, '45.00');
    const both = change(
      one,
      { table: 'three_public_expenses', row: 'total', column: 'amount', phase: 'budget' },
      '40.00',
    );
    const ids = checkDocument(one).anomalies.map((a) => a.id),
      more = checkDocument(both).anomalies;
    expect(checkDocument(one).anomalies.map((a) => a.id)).toEqual(ids);
    for (const id of ids) expect(more.map((a) => a.id)).toContain(id);
    expect(more.map((a) => a.severity)).toEqual(
      [...more.map((a) => a.severity)].sort((a, b) => 'ewi'.indexOf(a[0]!) - 'ewi'.indexOf(b[0]!)),
    );
    expect(new Set(more.map((a) => a.id)).size).toBe(more.length);
  });

  it('findings are data: the equation, the figure at fault, what it should be, and what follows from it', () => {
    const wrong = change(account(), { table: 'expenditure', row: '21015', column: 'total' }, '45.00');
    const [error, ...rest] = checkDocument(wrong).anomalies;
    expect(error).toMatchObject({
      certainty: 'figure',
      consequence_of: null,
      proposed: { value: '54.00', slip: 'transposed' },
      equation: { relation: 'equal' },
    });
    expect(wrong.facts.find(({ id }) => id === error!.suspect)).toMatchObject({ value: '45.00', row_id: '21015' });
    expect(error!.equation!.terms.map(({ sign, value }) => [sign, Number(value)])).toContainEqual([1, 45]);
    for (const follows of rest) expect(follows).toMatchObject({ severity: 'warning', consequence_of: error!.id });
  });

  it('a rule that throws costs its own evaluations alone, and is reported', () => {
    const broken: Rule = {
      id: 'broken',
      severity: 'error',
      title: { zh: '坏', en: 'broken' },
      *evaluate() {
        yield* [];
        throw new Error('no such column');
      },
    };
    const { checks, problems, anomalies } = checkDocument(account(), [broken, ...rules]);
    expect(problems).toEqual([{ rule: 'broken', message: 'rule broken failed: no such column' }]);
    expect(anomalies).toMatchObject([
      { rule: 'broken', severity: 'warning', message_en: expect.stringContaining('no such column') },
    ]);
    expect(checks.not_evaluable).toBe(checkDocument(account()).checks.not_evaluable + 1);
  });

  it('a table that is missing is never a pass', () => {
    const whole = checkDocument(account()).checks,
      part = checkDocument(without(account(), 'expenditure')).checks;
    expect(part.passed).toBeLessThan(whole.passed);
    expect(part.not_evaluable).toBeGreaterThan(whole.not_evaluable);
  });
});

describe('slips', () => {
  it.each([
    ['45.00', '54.00', 'transposed'],
    ['13.20', '113.20', 'digit_lost'],
    ['113.20', '13.20', 'digit_added'],
    ['113.20', '118.20', 'one_digit'],
    ['11.32', '113.20', 'point_shifted'],
    ['-5.00', '5.00', 'sign'],
    ['12.00', '95.31', null],
    ['1.00', '1.00', null],
  ])('%s for %s is %s', (value, candidate, slip) => expect(slipOf(value, candidate)).toBe(slip));
});

describe('the catalogue', () => {
  it('lists every rule by id, and explains each with its page', () => {
    const listed = listRules();
    expect(listed.map((r) => r.id)).toEqual([...listed.map((r) => r.id)].sort());
    expect(listed).toHaveLength(rules.length);
    for (const { id, title } of listed) {
      const page = explainRule(id)!.page;
      expect(page.startsWith(`# ${id}\n`)).toBe(true);
      for (const part of ['## Methodology', '## Output', '## Configuration', '## Exclusions', '## Assumptions'])
        expect([id, page.includes(part)]).toEqual([id, true]);
      expect(title.zh).toMatch(/[\u4e00-\u9fff]/);
    }
  });

  it('knows no rule that there is not', () => expect(explainRule('no-such-rule')).toBeNull());
  it('ids are kebab-case and unique', () => {
    expect(new Set(rules.map((r) => r.id)).size).toBe(rules.length);
    for (const { id } of rules) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });
});
