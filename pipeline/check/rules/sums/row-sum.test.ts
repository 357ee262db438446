import { describe, expect, it } from 'vitest';
import { account, change, recognised } from '../../../../test/support/check/account.js';
import { document, findings, run, tally } from '../../../../test/support/check/document.js';
import { rule } from './row-sum.js';

describe('row-sum', () => {
  it('finds a row whose columns do not add up, with difference, tolerance and evidence on both sides', () => {
    const [finding, ...more] = findings(
      rule,
      change(account(), { table: 'expenditure', row: '21015', column: 'total' }, '45.00'),
    );
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      severity: 'error',
      reported: '45.00',
      computed: '54.00',
      difference: '-9.00',
      tolerance: '0.015',
    });
    expect(finding!.message).toContain(
      '支出决算表“21015 医疗保障管理事务”：本年支出合计 45.00 与 基本支出 34.00 + 项目支出 20.00 = 54.00 相差 9.00万元',
    );
    expect(finding!.evidence.map((e) => e.fact_id)).toHaveLength(3);
  });

  it('a difference that rounding explains is an info, and confirms', () => {
    const outcomes = run(rule, change(account(), { table: 'expenditure', row: '21015', column: 'total' }, '54.01'));
    const told = outcomes.filter((o) => o.outcome === 'pass' && o.finding);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ confirms: true, finding: { severity: 'info' } });
    expect(outcomes.some((o) => o.outcome === 'fail')).toBe(false);
  });

  it('one hundredth beyond the intervals of two parts and their total is an error', () => {
    expect(
      findings(rule, change(account(), { table: 'expenditure', row: '21015', column: 'total' }, '54.02')),
    ).toMatchObject([{ severity: 'error' }]);
  });

  it('a recognised figure is a doubt about the reading, a warning', () => {
    expect(
      findings(
        rule,
        recognised(
          change(account(), { table: 'expenditure', row: '21015', column: 'total' }, '45.00'),
          'expenditure',
        ),
      ),
    ).toMatchObject([{ severity: 'warning' }]);
  });

  it('an empty total over figures, or empty parts under a total, is a warning', () => {
    expect(
      findings(rule, change(account(), { table: 'expenditure', row: '2101550', column: 'total' }, null)),
    ).toMatchObject([{ severity: 'warning', reported: null, computed: '34.00' }]);
    expect(
      findings(rule, change(account(), { table: 'expenditure', row: '2101550', column: 'basic' }, null)),
    ).toMatchObject([{ severity: 'warning', reported: '34.00', computed: null }]);
  });

  it('leaves out a table that splits its total otherwise, unless the unknown columns close the sum', () => {
    const table = (other: string) =>
      document().table({
        kind: 'income',
        title: '收入预算总表',
        columns: [
          ['total', '合计'],
          ['fiscal_appropriation', '财政拨款收入'],
          [null, '债务收入'],
        ],
        rows: [['total', '合计', '30.00', '20.00', other]],
      });
    expect(tally(rule, table('10.00'))).toEqual({ pass: 1 });
    expect(tally(rule, table('7.00'))).toEqual({ not_evaluable: 1 });
  });

  it('leaves out 其中 columns and growth rates', () => {
    expect(
      tally(
        rule,
        document().table({
          kind: 'general_public_budget_expenditure',
          columns: [
            ['total', '合计'],
            ['basic', '基本支出'],
            ['project', '项目支出'],
            [null, '项目支出/其中：专项'],
            ['change_rate', '增减%'],
          ],
          rows: [['208', '社会保障和就业支出', '30.00', '20.00', '10.00', '4.00', '12.50']],
        }),
      ),
    ).toEqual({ pass: 1 });
  });

  it('all funds of a budget add to the total where no 财政拨款收入 is printed', () => {
    expect(
      tally(
        rule,
        document({ kind: 'budget' }).table({
          kind: 'income',
          columns: [
            ['total', '合计'],
            ['opening_carryover', '上年结转'],
            ['general_public_budget', '一般公共预算'],
            ['entity_funds', '单位资金'],
          ],
          rows: [['total', '合计', '12.00', '1.00', '10.00', '1.00']],
        }),
      ),
    ).toEqual({ pass: 1 });
  });

  it('without 项目支出 beside 基本支出 nothing is judged', () => {
    expect(
      tally(
        rule,
        document().table({
          kind: 'expenditure',
          columns: [
            ['total', '合计'],
            ['basic', '基本支出'],
          ],
          rows: [['208', '社会保障和就业支出', '3.00', '2.00']],
        }),
      ),
    ).toEqual({ not_evaluable: 1 });
  });

  it('passes the clean account, and zeros confirm nothing', () => {
    expect(findings(rule, account())).toEqual([]);
    const [outcome] = run(
      rule,
      document().table({
        kind: 'expenditure',
        columns: [
          ['total', '合计'],
          ['basic', '基本支出'],
          ['project', '项目支出'],
        ],
        rows: [['208', '社会保障和就业支出', '0.00', '0.00', '0.00']],
      }),
    );
    expect(outcome).toMatchObject({ outcome: 'pass', confirms: false });
  });
});
