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
import { rule } from './performance-score-weight.js';

describe('performance-score-weight', () => {
  it('finds a score above its weight', () => {
    expect(findings(rule, table(['indicator.1', '培训次数', '10', '11']))).toMatchObject([
      { severity: 'error', reported: '11', computed: '10', difference: '1' },
    ]);
  });
  it('leaves out rows without a weight', () =>
    expect(tally(rule, table(['total', '总分', null, '95']))).toEqual({ not_applicable: 1 }));
  it('passes a score up to its weight', () =>
    expect(
      tally(rule, table(['indicator.1', '培训次数', '10', '10'], ['indicator.2', '满意度', '10', '9.5'])),
    ).toEqual({ pass: 2 }));
  it('leaves out documents without performance tables', () => expect(tally(rule, account())).toEqual({}));
});
