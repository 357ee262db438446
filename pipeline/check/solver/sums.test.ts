import { describe, expect, it } from 'vitest';
import { account, change } from '../../../test/support/check/account.js';
import type { ColumnSpec, SummarySpec } from '../../../test/support/check/document.js';
import { document, findings, run, tally } from '../../../test/support/check/document.js';
import { solvedRule } from './rules.js';

const BY_TYPE: ColumnSpec[] = [
  ['total', '合计'],
  ['basic', '基本支出'],
  ['project', '项目支出'],
];

describe('row-sum', () => {
  const rule = solvedRule('row-sum');

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

  it('an empty total over figures, or empty parts under a total, is a warning where the other rows add up', () => {
    expect(
      findings(rule, change(account(), { table: 'expenditure', row: '2101550', column: 'total' }, null)),
    ).toMatchObject([{ severity: 'warning', reported: null }]);
    expect(
      findings(rule, change(account(), { table: 'expenditure', row: '2101550', column: 'basic' }, null)),
    ).toMatchObject([{ severity: 'warning', reported: '34.00', computed: null }]);
  });

  const rows = (columns: ColumnSpec[], ...values: string[][]) =>
    document().table({
      kind: 'income',
      title: '收入预算总表',
      columns,
      rows: values.map((row, i) => [String(201 + i), '类', ...row]),
    });

  it('a printed part that is not understood makes its sum not evaluable', () => {
    const columns: ColumnSpec[] = [
      ['total', '合计'],
      ['fiscal_appropriation', '财政拨款收入'],
      [null, '债务收入'],
    ];
    const same = Array.from({ length: 5 }, () => ['30.00', '30.00', '0.00']);
    expect(tally(rule, rows(columns, ...same, ['30.00', '20.00', '10.00']))).toEqual({ pass: 5, not_evaluable: 1 });
  });

  it('leaves out 其中 columns and growth rates', () => {
    expect(
      tally(
        rule,
        document().table({
          kind: 'general_public_budget_expenditure',
          columns: [...BY_TYPE, ['project', '项目支出/其中：专项'], ['change_rate', '增减%']],
          rows: [['208', '社会保障和就业支出', '30.00', '20.00', '10.00', '4.00', '12.50']],
        }),
      ),
    ).toEqual({ pass: 1 });
  });

  it('where it fails in most rows the form is not understood: one note, no error', () => {
    const wrong = Array.from({ length: 8 }, (_, i) => [`${30 + i}.00`, '11.00', '7.00']);
    const columns: ColumnSpec[] = [
      ['total', '合计'],
      ['fiscal_appropriation', '财政拨款收入'],
      ['other', '其他收入'],
    ];
    expect(findings(rule, rows(columns, ...wrong))).toEqual([]);
    expect(run(rule, rows(columns, ...wrong))).toMatchObject([{ outcome: 'not_evaluable', times: 8 }]);
  });

  it('a column that stands outside the total wherever it is filled is no part of it', () => {
    const columns: ColumnSpec[] = [
      ['total', '合计'],
      ['fiscal_appropriation', '财政拨款收入'],
      ['other', '其他收入'],
      ['operating', '经营收入'],
    ];
    const plain = Array.from({ length: 9 }, (_, i) => [`${20 + i}.00`, `${15 + i}.00`, '5.00', '0.00']);
    expect(findings(rule, rows(columns, ...plain, ['37.00', '30.00', '7.00', '21.00']))).toEqual([]);
  });

  it('one part without what stands beside it in every form says nothing', () => {
    expect(
      tally(
        rule,
        document().table({
          kind: 'expenditure',
          columns: BY_TYPE.slice(0, 2),
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
        columns: BY_TYPE,
        rows: [['208', '社会保障和就业支出', '0.00', '0.00', '0.00']],
      }),
    );
    expect(outcome).toMatchObject({ outcome: 'pass', confirms: false });
  });
});

describe('hierarchy-sum', () => {
  const rule = solvedRule('hierarchy-sum');

  it('finds a 款 that is not the sum of its 项, in the column where it fails', () => {
    expect(
      findings(
        rule,
        change(account(), { table: 'general_public_budget_expenditure', row: '2080506', column: 'basic' }, '1.00'),
      ),
    ).toMatchObject([
      { severity: 'error', reported: '30.00', computed: '21.00', difference: '9.00', tolerance: '0.015' },
    ]);
  });

  it('finds a 合计 that is not the sum of its 类', () => {
    expect(
      findings(rule, change(account(), { table: 'expenditure', row: 'total', column: 'project' }, '23.00')),
    ).toMatchObject([{ reported: '23.00', computed: '32.00' }]);
  });

  it('reports 0.01 over many rows as rounding', () => {
    expect(
      findings(rule, change(account(), { table: 'expenditure', row: 'total', column: 'total' }, '112.02')),
    ).toMatchObject([{ severity: 'info', tolerance: '0.02' }]);
  });

  it('skips a level that is not printed', () => {
    expect(
      findings(
        rule,
        document().table({
          kind: 'expenditure',
          columns: BY_TYPE,
          rows: [
            ['total', '合计', '5.00', '5.00', null],
            ['208', '类', '5.00', '5.00', null],
            ['2080505', '项', '5.00', '5.00', null],
          ],
        }),
      ),
    ).toEqual([]);
  });

  it('rows that print the same code twice are not understood, and an item may repeat the code of its group', () => {
    const table = (...rows: [string, string][]) =>
      document().table({
        kind: 'expenditure',
        columns: [['total', '合计']],
        rows: [
          ['total', '合计', '9.00'],
          ...rows.map(([code, value]): [string, string, string] => [code, '科目', value]),
        ],
      });
    expect(findings(rule, table(['208', '5.00'], ['20805', '5.00'], ['208', '3.00'], ['20805', '3.00']))).toEqual([]);
    expect(findings(rule, table(['219', '9.00'], ['21999', '9.00'], ['21999', '9.00']))).toEqual([]);
  });

  it('a row without coordinates among the parts makes their sum not evaluable', () => {
    const table = (rest: string) =>
      document().table({
        kind: 'expenditure',
        columns: [['total', '合计']],
        rows: [
          ['total', '合计', '9.00'],
          ['208', '类', '5.00'],
          [null, '结转下年', rest],
        ],
      });
    expect(tally(rule, table('3.00'))).toEqual({ not_evaluable: 1 });
  });

  it('passes the clean account', () => expect(findings(rule, account())).toEqual([]));
});

describe('economic-class-sum', () => {
  const rule = solvedRule('economic-class-sum');
  const table = 'basic_expenditure_by_economic_class' as const;

  it('finds a class that is not the sum of its items', () => {
    expect(findings(rule, change(account(), { table, row: '30101', column: 'amount' }, '4.00'))).toMatchObject([
      { severity: 'error', reported: '60.00', computed: '24.00', difference: '36.00' },
    ]);
  });

  it('counts the half digit of every printed item into the tolerance, not of empty ones', () => {
    expect(findings(rule, change(account(), { table, row: '301', column: 'amount' }, '60.01'))).toMatchObject([
      { severity: 'info', tolerance: '0.015' },
    ]);
  });

  it('whole figures that were cut off, not rounded, are no error', () => {
    const rows = (total: string): [string, string, string][] => [
      ['301', '工资福利支出', total],
      ...['30101', '30102', '30103', '30106', '30107'].map((code): [string, string, string] => [code, '款', '100']),
    ];
    const cut = (total: string) =>
      findings(rule, document().table({ kind: table, columns: [['amount', '预算数']], rows: rows(total) }));
    expect(cut('504')).toMatchObject([{ severity: 'info' }]);
    expect(cut('504')[0]!.message).toContain('舍去尾数');
  });

  it('leaves out a class that prints no items', () => {
    expect(
      findings(
        rule,
        document().table({ kind: table, columns: [['amount', '决算数']], rows: [['301', '工资福利支出', '5.00']] }),
      ),
    ).toEqual([]);
  });

  it('passes the clean account', () => expect(findings(rule, account())).toEqual([]));
});

describe('economic-subtotals', () => {
  const rule = solvedRule('economic-subtotals');
  it('finds 人员经费合计 that is not 301 + 303, and 公用经费合计 that is not the other classes', () => {
    const table = 'basic_expenditure_by_economic_class' as const;
    expect(
      findings(rule, change(account(), { table, row: 'personnel_total', column: 'amount' }, '36.00')),
    ).toMatchObject([{ severity: 'error', reported: '36.00', computed: '63.00' }]);
    expect(
      findings(rule, change(account(), { table, row: 'public_total', column: 'amount' }, '12.00')),
    ).toMatchObject([{ reported: '12.00', computed: '13.00' }]);
  });
  it('合计 is all classes, and both subtotals', () => {
    expect(
      tally(
        rule,
        document().table({
          kind: 'basic_expenditure_by_economic_class',
          columns: [['amount', '决算数']],
          rows: [
            ['301', '工资福利支出', '5.00'],
            ['302', '商品和服务支出', '1.00'],
            ['personnel_total', '人员经费合计', '5.00'],
            ['public_total', '公用经费合计', '1.00'],
            ['total', '合计', '6.00'],
          ],
        }),
      ).pass,
    ).toBeGreaterThanOrEqual(2);
  });
  it('passes the clean account', () => expect(findings(rule, account())).toEqual([]));
});

describe('summary-lines-sum', () => {
  const rule = solvedRule('summary-lines-sum');

  it('finds sources that do not add to 本年收入合计', () => {
    expect(
      findings(
        rule,
        change(account(), { table: 'income_expenditure_summary', row: 'income.other', column: 'amount' }, '50.00'),
      ),
    ).toMatchObject([{ severity: 'error', reported: '115.00', computed: '160.00' }]);
  });

  it('finds functions that do not add to 本年支出合计, in the fund column where they fail', () => {
    const [finding] = findings(
      rule,
      change(
        account(),
        { table: 'fiscal_appropriation_summary', row: 'expenditure.210', column: 'general_public_budget' },
        '65.00',
      ),
    );
    expect(finding).toMatchObject({ reported: '96.00', computed: '95.00' });
    expect(finding!.message).toContain('一般公共预算财政拨款');
  });

  it('财政拨款收入 counts once, with its funds inside it', () => {
    const income: SummarySpec['income'] = [
      ['fiscal_appropriation', '一、财政拨款收入', '100'],
      ['general_public_budget', '1.一般公共预算资金', '90'],
      ['government_fund', '2.政府性基金', '10'],
      ['state_capital', '3.国有资本经营预算', null],
      ['other', '四、其他收入', '5'],
      ['grand_total', '收入总计', '105'],
    ];
    const summary = document({ kind: 'budget' }).summary({
      kind: 'income_expenditure_summary',
      title: '收支预算总表',
      phase: 'budget',
      income,
      expenditure: [],
    });
    expect(tally(rule, summary)).toEqual({ pass: 2 });
  });

  it('passes the clean account', () => expect(findings(rule, account())).toEqual([]));
});

describe('fund-columns-sum, three-public-parts, disclosure-parts', () => {
  it('finds a row whose funds do not add to its 合计', () => {
    expect(
      findings(
        solvedRule('fund-columns-sum'),
        change(
          account(),
          { table: 'fiscal_appropriation_summary', row: 'expenditure.212', column: 'government_fund' },
          '21.00',
        ),
      ),
    ).toMatchObject([{ severity: 'error', reported: '12.00', computed: '21.00' }]);
    expect(findings(solvedRule('fund-columns-sum'), account())).toEqual([]);
  });

  it('finds 三公 that do not add up, and needs every item printed', () => {
    const rule = solvedRule('three-public-parts');
    expect(
      findings(
        rule,
        change(
          account(),
          { table: 'three_public_expenses', row: 'total', column: 'amount', phase: 'actual' },
          '3.60',
        ),
      ),
    ).toMatchObject([{ severity: 'error', reported: '3.60', computed: '2.60' }]);
    expect(
      findings(
        rule,
        document().table({
          kind: 'three_public_expenses',
          columns: [['amount', '决算数']],
          rows: [
            ['total', '合计', '9.00'],
            ['reception', '公务接待费', '1.00'],
          ],
        }),
      ),
    ).toEqual([]);
    expect(findings(rule, account())).toEqual([]);
  });

  it('finds procurement and vehicles that do not add up', () => {
    const statistics = (goods: string) =>
      document().table({
        kind: 'disclosure_statistics',
        title: '信息统计表',
        columns: [['statistic', '统计数', 'statistic']],
        rows: [
          ['procurement.total', '合计', '3.50'],
          ['procurement.goods', '货物', goods],
          ['procurement.works', '工程', '1.00'],
          ['procurement.services', '服务', '1.30'],
        ],
      });
    expect(findings(solvedRule('disclosure-parts'), statistics('1.20'))).toEqual([]);
  });
});
