import { describe, expect, it } from 'vitest';
import { account } from '../../../../test/support/check/account.js';
import { document, findings, tally } from '../../../../test/support/check/document.js';
import { rule } from './code-name.js';

describe('code-name', () => {
  const table = (code: string, ...labels: string[]) => {
    const d = document();
    for (const label of labels)
      d.table({
        kind: 'expenditure',
        title: '支出决算表',
        columns: [['total', '合计']],
        rows: [[code, label, '1.00']],
      });
    return d;
  };
  it('finds a code with another code’s name', () => {
    expect(findings(rule, table('2080505', '机关事业单位职业年金缴费支出'))).toMatchObject([
      { severity: 'warning', reported: '机关事业单位职业年金缴费支出', computed: '机关事业单位基本养老保险缴费' },
    ]);
  });
  it('brackets, a name cut off by its cell and 支出 at its end make no difference', () => {
    expect(findings(rule, table('30213', '维修(护)费'))).toEqual([]);
    expect(findings(rule, table('2080505', '机关事业单位基本养老保险缴'))).toEqual([]);
    expect(findings(rule, table('21011', '行政事业单位医疗支出'))).toEqual([]);
  });
  it('a code without a usual name is compared with the other tables; one against one proves nothing', () => {
    expect(findings(rule, table('2299901', '甲', '甲', '乙'))).toMatchObject([
      { severity: 'warning', reported: '乙', computed: '甲' },
    ]);
    expect(findings(rule, table('2299901', '甲', '乙'))).toEqual([]);
  });
  it('leaves out documents from before the classification of 2019', () => {
    expect(
      tally(
        rule,
        document({ fiscal_year: 2017 }).table({
          kind: 'expenditure',
          columns: [['total', '合计']],
          rows: [['20805', '行政事业单位离退休', '1.00']],
        }),
      ),
    ).toEqual({ pass: 1 });
  });
  it('passes the clean account', () => expect(findings(rule, account())).toEqual([]));
});
