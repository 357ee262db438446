import { describe, expect, it } from 'vitest';
import { account, change, without } from '../../../test/support/check/account.js';
import { document, findings, tally } from '../../../test/support/check/document.js';
import { solvedRule } from './rules.js';

describe('equal coordinates in two tables', () => {
  it('income-against-summary: a total, a source, 财政拨款 against its three funds', () => {
    const rule = solvedRule('income-against-summary');
    const total = { table: 'income_expenditure_summary', row: 'income.total', column: 'amount' } as const;
    expect(findings(rule, change(account(), total, '151.00'))).toMatchObject([
      { severity: 'error', evidence: [{}, {}] },
    ]);
    expect(
      findings(rule, change(account(), { table: 'income', row: 'total', column: 'other' }, '9.00')),
    ).toMatchObject([{ severity: 'error' }]);
    expect(
      findings(rule, change(account(), { table: 'income', row: 'total', column: 'fiscal_appropriation' }, '101.00')),
    ).toMatchObject([{ reported: '101.00', computed: '110.00' }]);
    expect(findings(rule, account())).toEqual([]);
  });

  it('a difference of one last digit between two printed copies is rounding', () => {
    const rule = solvedRule('income-against-summary');
    expect(
      findings(rule, change(account(), { table: 'income', row: 'total', column: 'other' }, '5.01')),
    ).toMatchObject([{ severity: 'info', tolerance: '0.01' }]);
  });

  it('expenditure-against-summary: a function line that differs from its class', () => {
    const rule = solvedRule('expenditure-against-summary');
    const line = { table: 'income_expenditure_summary', row: 'expenditure.208', column: 'amount' } as const;
    const [finding, ...more] = findings(rule, change(account(), line, '3.00'));
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ severity: 'error' });
    expect(finding!.message).toContain('收入支出决算总表“八、社会保障和就业支出”');
    expect(findings(rule, account())).toEqual([]);
  });

  it('appropriation-against-funds, -against-general-budget and -income', () => {
    const summary = 'fiscal_appropriation_summary' as const;
    expect(
      findings(
        solvedRule('appropriation-against-funds'),
        change(account(), { table: summary, row: 'expenditure.212', column: 'government_fund' }, '21.00'),
      ),
    ).toMatchObject([{ severity: 'error' }]);
    expect(
      findings(
        solvedRule('appropriation-against-general-budget'),
        change(account(), { table: summary, row: 'expenditure.208', column: 'general_public_budget' }, '31.00'),
      ),
    ).toMatchObject([{ severity: 'error' }]);
    expect(
      findings(
        solvedRule('appropriation-income'),
        change(account(), { table: summary, row: 'income.total', column: 'amount' }, '101.00'),
      ),
    ).not.toEqual([]);
    for (const id of ['appropriation-against-funds', 'appropriation-against-general-budget', 'appropriation-income'])
      expect(findings(solvedRule(id), account()), id).toEqual([]);
  });

  it('basic-against-economic: the total, or both subtotals where no total is printed', () => {
    const rule = solvedRule('basic-against-economic');
    expect(
      findings(
        rule,
        change(account(), { table: 'general_public_budget_expenditure', row: 'total', column: 'basic' }, '67.00'),
      ),
    ).toMatchObject([{ severity: 'error', reported: '67.00', computed: '76.00' }]);
    expect(findings(rule, account())).toEqual([]);
  });

  it('a missing table is never a pass', () => {
    expect(tally(solvedRule('income-against-summary'), without(account(), 'income'))).toEqual({ not_evaluable: 1 });
  });

  it('the same digits in 元 and in 万元 put the unit line in doubt, not the figures', () => {
    const table = (kind: 'expenditure' | 'income_expenditure_summary', unit: string) =>
      kind === 'expenditure'
        ? document().table({ kind, unit, columns: [['total', '合计']], rows: [['208', '类', '812.34']] })
        : null;
    const input = table('expenditure', '元')!
      .summary({
        kind: 'income_expenditure_summary',
        income: [],
        expenditure: [['208', '八、社会保障和就业支出', '812.34']],
      })
      .input();
    expect(tally(solvedRule('expenditure-against-summary'), input)).toEqual({ not_evaluable: 1 });
  });
});

describe('parts and wholes in two tables', () => {
  const rule = solvedRule('appropriation-within-total');

  it('finds a part that exceeds its whole', () => {
    const found = findings(
      rule,
      change(account(), { table: 'general_public_budget_expenditure', row: '2101550', column: 'total' }, '43.00'),
    );
    expect(found).toMatchObject([{ severity: 'error', reported: '34.00', computed: '43.00', difference: '-9.00' }]);
  });

  it('where both totals are equal every row must be', () => {
    const table = (kind: 'expenditure' | 'general_public_budget_expenditure', value: string) => ({
      kind,
      title: kind,
      columns: [['total', '合计'] as [string, string]],
      rows: [
        ['total', '合计', '25.00'],
        ['201', '类', '1.00'],
        ['203', '类', '2.00'],
        ['204', '类', '3.00'],
        ['205', '类', '10.00'],
        ['208', '类', value],
      ] as [string, string, string][],
    });
    expect(
      findings(
        rule,
        document().table(table('expenditure', '9.00')).table(table('general_public_budget_expenditure', '6.00')),
      ),
    ).toMatchObject([{ severity: 'error', reported: '9.00', computed: '6.00' }]);
  });

  it('a smaller part is nothing to report', () => {
    expect(
      findings(
        rule,
        change(account(), { table: 'general_public_budget_expenditure', row: '2101550', column: 'total' }, '13.00'),
      ),
    ).toEqual([]);
  });

  it('三公 covers what basic expenditure spends on the same', () => {
    const three = solvedRule('three-public-against-economic');
    expect(
      findings(
        three,
        change(
          account(),
          { table: 'three_public_expenses', row: 'reception', column: 'amount', phase: 'actual' },
          '0.40',
        ),
      ),
    ).toMatchObject([{ severity: 'error', reported: '0.40', computed: '0.50' }]);
    expect(findings(three, account())).toEqual([]);
  });
});
