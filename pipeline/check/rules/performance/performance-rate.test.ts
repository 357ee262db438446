import { describe, expect, it } from 'vitest';
import { account } from '../../../../test/support/check/account.js';
import { document, findings, tally } from '../../../../test/support/check/document.js';
import type { ColumnSpec, RowSpec } from '../../../../test/support/check/document.js';

const columns: ColumnSpec[] = [
  ['budget', '全年预算数', 'budget'],
  ['executed', '全年执行数', 'actual'],
  ['execution_rate', '执行率', 'completion'],
];
const table = (...rows: RowSpec[]) =>
  document().table({ kind: 'project_performance', title: '项目支出绩效自评表', columns, rows });
import { rule } from './performance-rate.js';

describe('performance-rate', () => {
  it('finds a rate that is not execution ÷ budget', () => {
    expect(findings(rule, table(['funds.total', '年度资金总额', '400.00', '350.00', '78.50%']))).toMatchObject([
      { severity: 'error', reported: '78.50', computed: '87.50', difference: '-9' },
    ]);
  });
  it('a rate cut off instead of rounded is an info', () => {
    expect(findings(rule, table(['funds.total', '年度资金总额', '69.00', '63.23', '91.63%']))).toMatchObject([
      { severity: 'info', computed: '91.64' },
    ]);
  });
  it('reads rates printed as ratios and without a sign', () => {
    expect(
      tally(
        rule,
        table(
          ['task.1', '任务1', '100.00', '98.00', '0.98'],
          ['task.2', '任务2', '192', '114.048', '59.40'],
          ['task.3', '任务3', '20', '20', '1'],
        ),
      ),
    ).toEqual({ pass: 3 });
  });
  it('a slip in the third decimal is a warning', () => {
    expect(findings(rule, table(['funds.total', '年度资金总额', '316.82', '316.82', '100.005']))).toMatchObject([
      { severity: 'warning' },
    ]);
  });
  it('what fails in most rows is the habit of the form, not an error', () => {
    const rows: RowSpec[] = ['1', '2', '3'].map((n) => [`task.${n}`, `任务${n}`, '100.00', '50.00', '80.00%']);
    expect(tally(rule, table(...rows))).toEqual({ not_evaluable: 3 });
  });
  it('takes the fields of the head together', () => {
    const head = (rate: string) =>
      document().table({
        kind: 'project_performance',
        title: '自评表',
        columns,
        rows: [
          ['budget', '预算金额', '134', undefined, undefined],
          ['executed', '全年执行数', undefined, '123.88', undefined],
          ['execution_rate', '执行率', undefined, undefined, rate],
        ],
      });
    expect(findings(rule, head('92.45%'))).toEqual([]);
    expect(findings(rule, head('94.25%'))).toMatchObject([{ severity: 'error', computed: '92.45' }]);
  });
  it('leaves out empty rates and budgets of zero', () => {
    expect(
      tally(
        rule,
        table(['funds.other', '其他资金', null, null, null], ['funds.other', '其他资金', '0.00', '0.00', '0.00%']),
      ),
    ).toEqual({ not_applicable: 2 });
  });
  it('a rate without its amounts is never a pass', () =>
    expect(tally(rule, table(['task.1', '任务1', undefined, '3.00', '50%']))).toEqual({ not_evaluable: 1 }));
  it('leaves out documents without performance tables', () => expect(tally(rule, account())).toEqual({}));
});
