import { describe, expect, it } from 'vitest';
import { account } from '../../../../test/support/check/account.js';
import { document, findings, tally } from '../../../../test/support/check/document.js';
import type { ColumnSpec, RowSpec } from '../../../../test/support/check/document.js';

const columns: ColumnSpec[] = [
  ['budget', '全年预算数', 'budget'],
  ['executed', '全年执行数', 'actual'],
  ['remaining', '资金结余', 'statistic'],
];
const table = (...rows: RowSpec[]) =>
  document().table({ kind: 'project_performance', title: '项目支出绩效自评表', columns, rows });
import { rule } from './performance-funds.js';

describe('performance-funds', () => {
  it('finds tasks that do not add to 金额合计', () => {
    expect(
      findings(
        rule,
        table(
          ['task.1', '任务1', '138.07', '191.15', null],
          ['task.2', '任务2', '5.58', '3.25', null],
          ['funds.total', '金额合计', '153.65', '194.40', null],
        ),
      ),
    ).toMatchObject([{ severity: 'error', reported: '153.65', computed: '143.65' }]);
  });
  it('finds sources that do not add to 年度资金总额', () => {
    expect(
      findings(
        rule,
        table(
          ['funds.total', '年度资金总额', '400.00', null, null],
          ['funds.fiscal', '当年财政拨款', '300.00', null, null],
          ['funds.carryover', '上年结转资金', null, null, null],
          ['funds.other', '其他资金', '10.00', null, null],
        ),
      ),
    ).toMatchObject([{ reported: '400.00', computed: '310.00' }]);
  });
  it('budget − executed = remaining', () => {
    expect(findings(rule, table(['funds.total', '资金总额', '192', '114.048', '77.952']))).toEqual([]);
    expect(findings(rule, table(['funds.total', '资金总额', '192', '114.048', '79.752']))).toMatchObject([
      { severity: 'error', computed: '77.952' },
    ]);
  });
  it('one source of several is not judged where it does not make up the total', () => {
    expect(
      tally(
        rule,
        table(['funds.total', '资金总额', '400.00', null, null], ['funds.central', '中央', '300.00', null, null]),
      ),
    ).toEqual({ not_evaluable: 1 });
  });
  it('splits along the row: 总额 = 财政拨款 + 其他资金', () => {
    const row = (other: string) =>
      document().table({
        kind: 'department_performance',
        columns: [
          ['budget', '总额', 'budget'],
          ['budget.fiscal', '财政拨款', 'budget'],
          ['budget.other', '其他资金', 'budget'],
        ],
        rows: [['task.1', '任务1', '5.58', '5.00', other]],
      });
    expect(findings(rule, row('0.58'))).toEqual([]);
    expect(findings(rule, row('0.85'))).toMatchObject([{ severity: 'error' }]);
  });
  it('leaves out documents without performance tables', () => expect(tally(rule, account())).toEqual({}));
});
