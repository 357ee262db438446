import { describe, expect, it } from 'vitest';
import { said } from '../../../../test/support/check/prose.js';
import { document, findings, tally } from '../../../../test/support/check/document.js';
import { rule } from './narrative-performance.js';

const SECTION = '十、预算绩效管理工作开展情况\n';

/** A project's table whose name stands in its head, with its money and total score. */
function project(text: string, score = '97.53', options: { ocr?: boolean } = {}) {
  const input = said(
    SECTION + text,
    document().table({
      kind: 'project_performance',
      title: '项目支出绩效自评表',
      columns: [
        ['name', '名称', 'actual'],
        ['budget', '全年预算数', 'budget'],
        ['executed', '全年执行数', 'actual'],
        ['score', '得分', 'score'],
      ],
      rows: [
        ['project_name', '项目名称', '0', null, null, null],
        ['funds.total', '年度资金总额', null, '134.00', '123.88', null],
        ['total', '总分', null, null, null, score],
      ],
    }),
    options,
  );
  for (const fact of input.facts)
    if (fact.row_id === 'project_name' && fact.column_id === 'name')
      Object.assign(fact, { value: null, raw_text: '经办服务专项经费' });
  if (options.ocr) for (const fact of input.facts) fact.source = 'ocr';
  return input;
}

describe('narrative-performance', () => {
  it('finds a score, a budget and spending that the table does not print', () => {
    const found = findings(
      rule,
      project('  “经办服务专项经费”项目自评得分79.53分。项目全年预算数为143.00万元，执行数为123.88万元。'),
    );
    expect(found).toMatchObject([
      { severity: 'error', reported: '79.53', computed: '97.53', difference: '-18' },
      { severity: 'error', reported: '143.00', computed: '134.00' },
    ]);
    expect(found[0]!.evidence).toHaveLength(2);
  });
  it('passes what agrees, rounding included', () => {
    expect(tally(rule, project('  “经办服务专项经费”项目自评得分97.5分。'))).toEqual({ pass: 1 });
  });
  it('整体 of a building is no evaluation of the whole department', () => {
    expect(tally(rule, project('  项目整体完工，某项目自评得分79.53分。'))).toEqual({ not_evaluable: 1 });
    expect(findings(rule, project('  “经办服务专项经费”项目整体完工，自评得分79.53分。'))).toHaveLength(1);
  });
  it('does not guess which table is meant', () => {
    expect(tally(rule, project('  某项目自评得分79.53分。'))).toEqual({ not_evaluable: 1 });
    expect(tally(rule, project('  开展部门整体绩效自评，“经办服务专项经费”等项目自评得分79.53分。'))).toEqual({
      not_evaluable: 1,
    });
  });
  it('warns where the table was recognised', () => {
    expect(
      findings(rule, project('  “经办服务专项经费”项目自评得分79.53分。', '97.53', { ocr: true })),
    ).toMatchObject([{ severity: 'warning' }]);
  });
  it('says nothing of prose without scores', () => {
    expect(tally(rule, project('  项目绩效管理不断加强。'))).toEqual({});
  });
});
