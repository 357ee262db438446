import { describe, expect, it } from 'vitest';
import { account } from '../../../../test/support/check/account.js';
import { document, findings, tally } from '../../../../test/support/check/document.js';
import type { ColumnSpec, RowSpec } from '../../../../test/support/check/document.js';

const columns: ColumnSpec[] = [
  ['operator', '运算符号', 'target'],
  ['target', '指标值', 'target'],
  ['actual', '全年完成值', 'actual'],
  ['completion', '完成程度', 'completion'],
  ['weight', '分值', 'weight'],
  ['score', '得分', 'score'],
];
const table = (...rows: RowSpec[]) =>
  document().table({ kind: 'project_performance', title: '项目支出绩效自评表', columns, rows, unit: null });
import { rule } from './performance-completion.js';

describe('performance-completion', () => {
  // The builder reads numbers only, so operators stand in the target as printed.
  const indicator = (
    target: string,
    actual: string,
    completion: string | null,
    weight = '10',
    score = '9',
    unit: string | null = null,
  ) => {
    const input = table([
      'indicator.1',
      '补发制卡',
      undefined,
      target.replace(/^\D+/, ''),
      actual,
      completion,
      weight,
      score,
    ]).input();
    return {
      ...input,
      facts: input.facts.map((f) => (f.column_id === 'target' ? { ...f, raw_text: target, unit } : f)),
    };
  };
  it('finds a completion that target and actual value do not give', () => {
    expect(findings(rule, indicator('>=2000', '1233', '82.0%'))).toMatchObject([
      { severity: 'error', reported: '82.0', computed: '61.65' },
    ]);
  });
  it('a completion rounded by a whole point is a warning', () => {
    expect(findings(rule, indicator('>=2000', '1233', '62.0%'))).toMatchObject([
      { severity: 'warning', computed: '61.65' },
    ]);
  });
  it('finds a full score for a target that was not met', () => {
    expect(findings(rule, indicator('≥95', '90', null, '10', '10'))).toMatchObject([
      { severity: 'warning', reported: '10' },
    ]);
    expect(findings(rule, indicator('<=5', '7', null, '10', '10'))).toMatchObject([{ severity: 'warning' }]);
  });
  it('finds 1 where the target is 100 %', () => {
    expect(findings(rule, indicator('=100', '1', '1', '10', '10', '%'))).toMatchObject([
      { severity: 'warning', reported: '1', computed: '100' },
    ]);
  });
  it('a target met or exceeded is complete, however the form prints that', () => {
    expect(findings(rule, indicator('>=100', '120', '1', '10', '10'))).toEqual([]);
    expect(findings(rule, indicator('>=100', '120', '120%', '10', '10'))).toEqual([]);
    expect(findings(rule, indicator('<=5', '0', '100%', '10', '10'))).toEqual([]);
    expect(findings(rule, indicator('=0', '0', '1', '10', '10'))).toEqual([]);
    expect(findings(rule, indicator('=100', '98.31', '0.98', '1.6', '1.568', '%'))).toEqual([]);
  });
  it('spending less than planned is no missed target', () =>
    expect(findings(rule, indicator('=400', '350', null, '10', '10'))).toEqual([]));
  it('target and result are compared in one unit', () => {
    const inUnits = (target: string, actual: string) => {
      const input = indicator('>=2', '18000', null, '10', '10', target);
      return { ...input, facts: input.facts.map((f) => (f.column_id === 'actual' ? { ...f, unit: actual } : f)) };
    };
    expect(findings(rule, inUnits('亿元', '万元'))).toMatchObject([{ severity: 'warning', reported: '10' }]);
    expect(findings(rule, inUnits('万人次', '人次'))).toHaveLength(1);
    expect(tally(rule, inUnits('个', '人'))).toEqual({ not_evaluable: 1 });
  });
  it('leaves out targets in words', () => {
    expect(tally(rule, table(['indicator.1', '依法行政能力', undefined, null, null, '1', '3.3', '3.3']))).toEqual({
      not_applicable: 1,
    });
  });
  it('how a missed upper limit is counted is not known', () =>
    expect(tally(rule, indicator('<=5', '7', '71%'))).toMatchObject({ not_evaluable: 1 }));
  it('leaves out documents without performance tables', () => expect(tally(rule, account())).toEqual({}));
});
