import { describe, expect, it } from 'vitest';
import { account } from '../../../../test/support/check/account.js';
import { document, findings, tally } from '../../../../test/support/check/document.js';
import type { ColumnSpec, RowSpec } from '../../../../test/support/check/document.js';

const columns: ColumnSpec[] = [
  ['weight', '分值', 'weight'],
  ['score', '得分', 'score'],
];
const table = (...rows: RowSpec[]) =>
  document().table({ kind: 'project_performance', title: '项目支出绩效自评表', columns, rows });
import { rule } from './performance-score-sum.js';

describe('performance-score-sum', () => {
  const indicators: RowSpec[] = [
    ['indicator.1', '甲', '50', '48'],
    ['indicator.2', '乙', '30', '30'],
    ['indicator.3', '丙', '10', '9.5'],
  ];
  it('finds a total that is not the sum of its scores, where the weights make up 100', () => {
    expect(
      findings(rule, table(['funds.total', '资金', '10', '8'], ...indicators, ['total', '总分', '100', '99.5'])),
    ).toMatchObject([{ severity: 'error', reported: '99.5', computed: '95.5', difference: '4.0' }]);
  });
  it('finds weights that do not add up', () => {
    expect(
      findings(rule, table(['funds.total', '资金', '10', '8'], ...indicators, ['total', '总分', '90', '95.5'])),
    ).toEqual([]);
    expect(
      findings(rule, table(['funds.total', '资金', '10', '8'], ...indicators, ['total', '总分', '95', '95.5'])),
    ).toMatchObject([{ reported: '95', computed: '100' }]);
  });
  it('subtotal + execution − deductions = total', () => {
    const rows = (total: string): RowSpec[] => [
      ...indicators,
      ['score.indicators', '指标自评得分小计', null, '87.5'],
      ['score.execution', '预算执行率得分', null, '9.24'],
      ['score.deductions', '减分项', null, '1'],
      ['total', '绩效自评总得分', null, total],
    ];
    expect(findings(rule, table(...rows('95.74')))).toEqual([]);
    expect(findings(rule, table(...rows('96.74')))).toMatchObject([
      { severity: 'error', reported: '96.74', computed: '95.74' },
    ]);
  });
  it('tasks count where their weights do', () => {
    expect(
      findings(rule, table(['task.1', '任务', '10', '8'], ...indicators, ['total', '总分', '100', '95.5'])),
    ).toEqual([]);
  });
  it('finds weights that do not add to what the heading of their group says', () => {
    const group = (weight: string) => {
      const input = table(['indicator.1', '甲', '20', '20'], ['indicator.2', '乙', weight, '10']).input();
      return { ...input, facts: input.facts.map((f) => ({ ...f, row_path: ['产出指标（50分）', '数量指标'] })) };
    };
    expect(findings(rule, group('30'))).toEqual([]);
    expect(findings(rule, group('10'))).toMatchObject([{ severity: 'error', reported: '50', computed: '30' }]);
  });
  it('the other column shows which rows count', () => {
    expect(
      findings(
        rule,
        table(['indicator.1', '甲', '50', '48'], ['indicator.2', '乙', '20', '20'], ['total', '总分', '70', '86']),
      ),
    ).toMatchObject([{ reported: '86', computed: '68' }]);
  });
  it('what no combination of weights explains is not judged', () => {
    expect(tally(rule, table(['indicator.1', '甲', '50', '48'], ['total', '总分', null, '60']))).toEqual({
      not_evaluable: 1,
      not_applicable: 1,
    });
  });
  it('leaves out documents without performance tables', () => expect(tally(rule, account())).toEqual({}));
});
