import { describe, expect, it } from 'vitest';
import { account } from '../../../../test/support/check/account.js';
import { document, findings, tally } from '../../../../test/support/check/document.js';
import type { ColumnSpec, RowSpec } from '../../../../test/support/check/document.js';
import { rule } from './performance-score-rate.js';

const columns: ColumnSpec[] = [
  ['completion', '完成程度', 'completion'],
  ['weight', '分值', 'weight'],
  ['score', '得分', 'score'],
];
const table = (...rows: RowSpec[]) =>
  document().table({ kind: 'project_performance', title: '项目支出绩效自评表', columns, rows });
const held: RowSpec[] = [
  ['indicator.1', '宣传视频', '100%', '5', '5'],
  ['indicator.2', '补发制卡', '62.0%', '4.5', '2.79'],
  ['indicator.3', '培训次数', '1', '3.3', '3.3'],
  ['indicator.4', '满意度', '98.31%', '10', '9.8'],
];

describe('performance-score-rate', () => {
  it('finds the row that is not scored like the others', () => {
    expect(findings(rule, table(...held, ['indicator.5', '办结率', '100%', '4.3', '3.3']))).toMatchObject([
      { severity: 'warning', reported: '3.3', computed: '4.3' },
    ]);
  });
  it('passes rows scored alike, cut or rounded, and targets that were exceeded', () => {
    expect(tally(rule, table(...held, ['indicator.5', '办结率', '120%', '4.3', '4.3']))).toEqual({ pass: 5 });
  });
  it('leaves out tables that score otherwise, and those with few rows', () => {
    expect(
      tally(rule, table(...held, ['indicator.5', '甲', '100%', '10', '8'], ['indicator.6', '乙', '100%', '10', '9'])),
    ).toEqual({ not_evaluable: 1 });
    expect(tally(rule, table(held[0]!, ['indicator.2', '乙', '100%', '10', '9']))).toEqual({ not_evaluable: 1 });
  });
  it('leaves out rows in words, and documents without performance tables', () => {
    expect(tally(rule, table(['indicator.1', '管理规范', null, '10', '10']))).toEqual({});
    expect(tally(rule, account())).toEqual({});
  });
});
